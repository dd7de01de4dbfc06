/// The best documents of a conjunction of several terms.
///
/// The rarest list leads: of each of its blocks those documents are left whose score, with the bounds of the other lists there, may
/// suffice, and these are looked up in one list after the other, all of them at once. Belongs to one search on one thread.
final class LedConjunctionSearch {
  private let runs: TermRuns
  private let count: Int
  /// What the lists from each one on score at most in the window; infinite while everything is taken.
  private let rest: UnsafeMutablePointer<Double>
  private let places: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var candidates: WindowCandidates
  /// What every document scores beside the terms.
  private let constant: Double
  /// What must match, too, and is dear to ask.
  private let open: [DocIterator]
  private let output: ScoredOutput
  private let interruption: Interruption

  /// Lists so many times as long as the leading one have too many blocks in a window to look at.
  private static let farLength = 16

  /// Takes lists of which the first is the rarest.
  init(
    _ sorted: TermRuns, constant: Double, open: [DocIterator], scratch: SearchScratch, output: ScoredOutput,
    interruption: Interruption
  ) {
    runs = sorted
    count = sorted.count
    rest = scratch.arena.allocate(count + 1)
    rest.initialize(repeating: .infinity, count: count + 1)
    places = scratch.arena.allocate(PostingListFormat.blockCount)
    candidates = WindowCandidates(scratch.candidates)
    self.constant = constant
    self.open = open
    self.output = output
    self.interruption = interruption
    for index in runs.indices where isFar(index) { runs[index].lookAtAll() }
  }

  private func isFar(_ index: Int) -> Bool {
    Int(runs[index].cursor.documentFrequency) > Self.farLength * Int(runs[0].cursor.documentFrequency)
  }

  /// Shows the output every document of a range that may be a hit.
  func run(_ range: Range<DocID>) {
    var low = range.lowerBound
    while low < range.upperBound {
      let last = runs[0].lastOfBlock(at: low)
      if last == endOfPostings { return }
      let high = min(last + 1, range.upperBound)
      if output.threshold > 0 { addUpBounds(low, high) }
      if constant + rest[0] >= leastSum {
        guard visit(low, high) else { return }
      }
      if interruption.tick(candidates.count + 16) { return }
      low = high
    }
  }

  /// The threshold, lowered by more than sums in another order than the score's can differ from it.
  private var leastSum: Double { output.threshold - abs(output.threshold) * 1e-12 }

  private func addUpBounds(_ low: DocID, _ high: DocID) {
    rest[count] = 0
    for index in (0..<count).reversed() {
      if !isFar(index) { runs[index].look(at: low, until: high) }
      rest[index] = rest[index + 1] + Double(runs[index].windowBound)
    }
  }

  /// Takes what may be hits of a window within one block of the leading list; false where a list has run out.
  private func visit(_ low: DocID, _ high: DocID) -> Bool {
    let least = leastSum
    let (constant, scoring) = (constant, runs[0].scoring)
    if runs[0].cursor.document < low { runs[0].cursor.advance(to: low) }
    candidates.count = 0
    let leastLeading = least - constant - rest[1]
    runs[0].forEach(until: high, scoring: { leastLeading }, places) {
      candidates.append($0, Double(scoring.score($0, $1)) + constant)
    }
    for index in 1..<count {
      candidates.restrict(to: &runs[index], beside: rest[index + 1], least)
      if runs[index].cursor.document == endOfPostings, candidates.count == 0 { return false }
    }
    for number in 0..<candidates.count { take(candidates.documents[number], candidates.scores[number]) }
    return true
  }

  private func take(_ document: DocID, _ score: Double) {
    guard score >= output.threshold, output.allows(document) else { return }
    for walk in open where walk.advance(to: document) != document || !walk.matches() { return }
    output.take(document, score)
  }
}
