/// The best of documents that are known to match, each of them looked up in the lists of some terms.
///
/// For sets so small that nothing is gained by bounds. Belongs to one search on one thread.
final class LookUpSearch {
  private let runs: TermRuns
  /// What every document scores beside the terms.
  private let constant: Double
  private let output: ScoredOutput
  private let interruption: Interruption

  /// Lists of one word stand side by side.
  init(_ runs: TermRuns, constant: Double, output: ScoredOutput, interruption: Interruption) {
    self.runs = runs
    self.constant = constant
    self.output = output
    self.interruption = interruption
  }

  /// Shows the output the documents of a set that lie in a range; all of them match and pass its filter.
  func run(_ matches: BitSet, _ range: Range<DocID>) {
    matches.forEach(in: range) { document in
      if interruption.tick(8 * runs.count) { return }
      output.take(document, score(document))
    }
  }

  private func score(_ document: DocID) -> Double {
    var score = constant
    var gains = 0.0
    var best: Float = 0
    for list in runs.indices {
      if runs[list].cursor.document < document { runs[list].cursor.advance(to: document) }
      let isHeld = runs[list].cursor.document == document
      if runs[list].isAlone {
        if isHeld { score += Double(runs[list].score) }
        continue
      }
      if isHeld, runs[list].isChoice { best = max(best, runs[list].score) }
      if isHeld, !runs[list].isChoice { gains += Double(runs[list].gain) }
      if list + 1 < runs.count, runs[list + 1].word == runs[list].word { continue }
      let weight = runs[list].scoring.weight
      score += Double(runs[list].isChoice ? best : BM25.score(weight: weight, gain: Float(gains)))
      (gains, best) = (0, 0)
    }
    return score
  }
}
