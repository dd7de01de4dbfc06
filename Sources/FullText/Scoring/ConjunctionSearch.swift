/// The best documents of a conjunction of terms.
///
/// The rarest list leads and the others gallop behind it; stretches in which the bounds of the current blocks stay below
/// the threshold are skipped without being decoded. Belongs to one search on one thread.
final class ConjunctionSearch {
  private let runs: UnsafeMutablePointer<TermRun>
  private let count: Int
  /// What every document scores beside the terms.
  private let constant: Double
  private let output: ScoredOutput
  private let interruption: Interruption

  init(
    _ terms: consuming [TermRun], constant: Double, output: ScoredOutput, interruption: Interruption
  ) {
    let sorted = terms.sorted { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    count = sorted.count
    runs = .allocate(capacity: count)
    runs.initialize(from: sorted, count: count)
    self.constant = constant
    self.output = output
    self.interruption = interruption
  }

  deinit {
    runs.deinitialize(count: count)
    runs.deallocate()
  }

  /// Shows the output every document of a stretch that may be a hit.
  func run(_ range: Range<DocID>) {
    var document = advance(0, to: range.lowerBound)
    var bounded: DocID = 0
    var isFirst = true
    while document < range.upperBound, !interruption.tick() {
      if isFirst || document > bounded {
        isFirst = false
        let (last, bound) = lookAhead(document)
        bounded = last
        if bound < output.threshold {
          guard last < endOfPostings - 1 else { return }
          document = advance(0, to: last + 1)
          bounded = last
          continue
        }
      }
      let candidate = align(document)
      if candidate == document {
        if output.allows(document) { scoreCurrent(document) }
        document = runs[0].cursor.next()
      } else {
        document = candidate == endOfPostings ? endOfPostings : advance(0, to: candidate)
      }
    }
  }

  /// The last document up to which all lists stay within their current blocks, and what a document there scores at most.
  private func lookAhead(_ document: DocID) -> (last: DocID, bound: Double) {
    var last = endOfPostings - 1
    for index in 0..<count { last = min(last, runs[index].lastOfBlock(at: document)) }
    var bound = constant
    for index in 0..<count {
      runs[index].look(at: document, until: last + 1)
      bound += Double(runs[index].windowBound)
    }
    return (last, bound)
  }

  @inline(__always)
  private func advance(_ run: Int, to document: DocID) -> DocID {
    if runs[run].cursor.document < document { runs[run].cursor.advance(to: document) }
    return runs[run].cursor.document
  }

  /// The document when all lists hold it, else the first one that may be next.
  @inline(__always)
  private func align(_ document: DocID) -> DocID {
    for index in 1..<max(count, 1) where count > 1 {
      let found = advance(index, to: document)
      if found != document { return found }
    }
    return document
  }

  private func scoreCurrent(_ document: DocID) {
    var score = constant
    for index in 0..<count { score += Double(runs[index].score) }
    output.take(document, score)
  }
}
