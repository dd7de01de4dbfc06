/// The best documents of a conjunction of terms.
///
/// Goes through the documents that the terms share window by window; windows in which the bounds of the lists stay below
/// the threshold are skipped without being decoded, and of the others only those documents are looked at whose score in the
/// rarest list, with the others' bounds, may suffice. Belongs to one search on one thread.
final class ConjunctionSearch {
  private let terms: BlockIntersection
  /// What every document scores beside the terms.
  private let constant: Double
  /// What must match, too, and is dear to ask.
  private let open: [DocIterator]
  private let output: ScoredOutput
  private let interruption: Interruption

  init(
    _ terms: consuming [TermRun], constant: Double, open: [DocIterator], output: ScoredOutput,
    interruption: Interruption
  ) {
    self.terms = BlockIntersection(
      terms.sorted { $0.cursor.documentFrequency < $1.cursor.documentFrequency })
    self.constant = constant
    self.open = open
    self.output = output
    self.interruption = interruption
  }

  /// Shows the output every document of a range that may be a hit.
  func run(_ range: Range<DocID>) {
    var document = terms.lead(to: range.lowerBound)
    while document < range.upperBound {
      let end = terms.windowEnd(from: document, until: range.upperBound)
      if end == endOfPostings { return }
      var needed = -Double.infinity
      // Nothing is left out while everything is taken.
      if output.threshold > 0 {
        terms.look(at: document, until: end)
        needed = leastSum - boundOfOthers
      }
      if Double(terms.runs[0].windowBound) >= needed {
        let found = terms.shared(until: end, scoring: needed)
        for number in 0..<found where terms.select(number) { score(terms.document(number)) }
        if interruption.tick(found + 16) { return }
      }
      document = terms.lead(to: end)
    }
  }

  /// The threshold, lowered by more than sums in another order than the score's can differ from it.
  private var leastSum: Double { output.threshold - abs(output.threshold) * 1e-12 }

  /// What a document of the window scores at most beside what the rarest list says of it.
  private var boundOfOthers: Double {
    var sum = constant
    for index in 1..<max(terms.count, 1) where terms.count > 1 {
      sum += Double(terms.runs[index].windowBound)
    }
    return sum
  }

  private func score(_ document: DocID) {
    guard output.allows(document) else { return }
    var score = constant
    for index in 0..<terms.count { score += Double(terms.runs[index].score) }
    guard score >= output.threshold else { return }
    for walk in open where walk.advance(to: document) != document || !walk.matches() { return }
    output.take(document, score)
  }
}
