/// The best documents of a choice, of whose lists only the best counts in a document: the words near a misspelt one.
///
/// A list that scores less than the threshold changes nothing, whatever the others score, and neither does a block: neither is
/// decoded. The rest is scored window by window, a list at a time. Belongs to one search on one thread.
final class ChoiceSearch {
  /// How many documents a window spans: the threshold rises between windows.
  private static let span: DocID = 2048

  private let runs: TermRuns
  private let window: ScoreWindow
  private let output: ScoredOutput
  private let interruption: Interruption

  init(
    _ runs: TermRuns, window: ScoreWindow, output: ScoredOutput, interruption: Interruption
  ) {
    self.runs = runs
    self.window = window
    self.output = output
    self.interruption = interruption
  }

  /// Shows the output every document of a range that may be a hit.
  func run(_ range: Range<DocID>) {
    var start = range.lowerBound
    while !interruption.tick(8 * runs.count + 128) {
      let least = output.threshold
      var low = endOfPostings
      for index in runs.indices where Double(runs[index].bound) >= least {
        low = min(low, runs[index].earliest(from: start))
      }
      guard low < range.upperBound else { return }
      let high = min(range.upperBound, low + Self.span)
      for index in runs.indices where Double(runs[index].bound) >= least {
        runs[index].forEach(from: low, until: high, scoring: least) {
          window.raise(to: $1, at: Int($0 - low))
        }
      }
      window.drain(Int(high - low), beside: 0, least: output.threshold) { offset, score in
        let document = low + DocID(offset)
        if score >= output.threshold, output.allows(document) { output.take(document, score) }
      }
      start = high
    }
  }
}
