/// The best documents of a conjunction of terms.
///
/// Goes through the documents that the terms share window by window; windows in which the bounds of the lists stay below
/// the threshold are skipped without being decoded, and of the others only those documents are looked at whose score in the
/// rarest list, with the others' bounds, may suffice. Belongs to one search on one thread.
final class ConjunctionSearch {
  @exclusivity(unchecked) private var terms: BlockIntersection
  /// What every document scores beside the terms.
  private let constant: Double
  /// What must match, too, and is dear to ask.
  private let open: [DocIterator]
  private let output: ScoredOutput
  private let interruption: Interruption
  /// What a document of the window scores at most beside what the rarest list says of it, and what of that the lists that are not
  /// joined say; infinite while everything is taken.
  @exclusivity(unchecked) private var boundOfOthers = Double.infinity
  @exclusivity(unchecked) private var boundOfFar = Double.infinity

  /// Takes lists of which the first is the rarest.
  init(
    _ terms: TermRuns, constant: Double, open: [DocIterator], arena: PostingArena, output: ScoredOutput,
    interruption: Interruption
  ) {
    self.terms = BlockIntersection(terms, arena: arena)
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
      (boundOfOthers, boundOfFar) = (.infinity, .infinity)
      // Nothing is left out while everything is taken.
      if output.threshold > 0 {
        terms.look(at: document, until: end)
        addUpBounds()
      }
      if Double(terms.runs[0].windowBound) >= leastSum - boundOfOthers {
        let found = terms.shared(until: end, scoring: leastSum - boundOfOthers)
        if found > 0 {
          for number in 0..<terms.keepScoring(found, beside: constant, leastSum - boundOfFar) { take(number) }
        }
        if interruption.tick(found + 16) { return }
      }
      document = terms.lead(to: end)
    }
  }

  /// The threshold, lowered by more than sums in another order than the score's can differ from it.
  private var leastSum: Double { output.threshold - abs(output.threshold) * 1e-12 }

  private func addUpBounds() {
    boundOfFar = 0
    for index in terms.joined..<terms.count { boundOfFar += Double(terms.runs[index].windowBound) }
    boundOfOthers = constant + boundOfFar
    for index in 1..<terms.joined { boundOfOthers += Double(terms.runs[index].windowBound) }
  }

  /// Takes one of the documents left, by number, if it scores enough; lists far longer than the rarest one are asked last.
  private func take(_ number: Int) {
    var score = terms.score(number)
    guard score + boundOfFar >= leastSum else { return }
    let document = terms.document(number)
    guard terms.othersHold(number), output.allows(document) else { return }
    for index in terms.joined..<terms.count { score += Double(terms.runs[index].score) }
    guard score >= output.threshold else { return }
    for walk in open where walk.advance(to: document) != document || !walk.matches() { return }
    output.take(document, score)
  }
}
