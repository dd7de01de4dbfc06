/// Scores documents that are known to match, each by all terms that it holds: where they are few, that is less work than to find
/// out which of them cannot be hits.
///
/// Belongs to one search on one thread.
final class MatchScoring {
  private let runs: UnsafeMutablePointer<TermRun>
  private let count: Int
  private let output: ScoredOutput
  private let interruption: Interruption

  /// Lists of one word stand side by side.
  init(_ terms: consuming [TermRun], output: ScoredOutput, interruption: Interruption) {
    count = terms.count
    runs = .allocate(capacity: count)
    runs.initialize(from: terms, count: count)
    self.output = output
    self.interruption = interruption
  }

  deinit {
    runs.deinitialize(count: count)
    runs.deallocate()
  }

  /// Shows the output the documents of a set that lie in a stretch.
  func run(_ matches: BitSet, _ range: Range<DocID>) {
    matches.forEach(in: range) { document in
      if interruption.tick(count) { return }
      output.take(document, score(document))
    }
  }

  private func score(_ document: DocID) -> Double {
    var score = 0.0
    // Of a word with several lists: what it has gained, or, of a choice, its best score.
    var gain = 0.0
    for index in 0..<count {
      if runs[index].cursor.document < document { runs[index].cursor.advance(to: document) }
      let isHeld = runs[index].cursor.document == document
      if runs[index].isAlone {
        if isHeld { score += Double(runs[index].score) }
        continue
      }
      if isHeld, runs[index].isChoice {
        gain = max(gain, Double(runs[index].score))
      } else if isHeld {
        gain += Double(runs[index].gain)
      }
      if index + 1 == count || runs[index + 1].word != runs[index].word {
        let weight = runs[index].scoring.weight
        score += runs[index].isChoice ? gain : Double(BM25.score(weight: weight, gain: Float(gain)))
        gain = 0
      }
    }
    return score
  }
}
