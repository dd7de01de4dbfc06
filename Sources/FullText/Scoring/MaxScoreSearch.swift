/// The best documents of a disjunction of terms: block-max MaxScore.
///
/// Terms whose bounds together stay below the threshold are not essential: a document that holds only them cannot become a
/// hit, so they are only looked up for documents found by the others (Turtle and Flood, 1995). Which ones is a matter of
/// what they are worth: of terms that score alike, as the spellings near a word do, those of the longest lists are given up
/// first. That is decided anew for each window of documents from the bounds of the blocks in it (Dimopoulos, Nepomnyachiy
/// and Suel, 2013); essential terms are scored window by window, a list at a time. Belongs to one search on one thread.
final class MaxScoreSearch {
  private let runs: UnsafeMutablePointer<TermRun>
  private let count: Int
  /// Runs by rising worth in the window; `below[i]` is the sum of the bounds of the first i.
  private let order: UnsafeMutablePointer<Int>
  private let below: UnsafeMutablePointer<Double>
  /// `listBelow[i]` is the sum of the list bounds of the first i runs; runs stand by rising worth of their lists.
  private let listBelow: UnsafeMutablePointer<Double>
  private let worths: UnsafeMutablePointer<Float>
  private let window: ScoreWindow
  private let output: ScoredOutput
  private let interruption: Interruption

  init(_ terms: consuming [TermRun], window: ScoreWindow, output: ScoredOutput, interruption: Interruption) {
    let sorted = terms.sorted { $0.worth(of: $0.bound) < $1.worth(of: $1.bound) }
    count = sorted.count
    runs = .allocate(capacity: count)
    runs.initialize(from: sorted, count: count)
    order = .allocate(capacity: count)
    worths = .allocate(capacity: count)
    below = .allocate(capacity: count + 1)
    listBelow = .allocate(capacity: count + 1)
    below.initialize(repeating: 0, count: count + 1)
    listBelow.initialize(repeating: 0, count: count + 1)
    for index in 0..<count {
      order[index] = index
      listBelow[index + 1] = listBelow[index] + Double(runs[index].bound)
    }
    self.window = window
    self.output = output
    self.interruption = interruption
  }

  deinit {
    runs.deinitialize(count: count)
    runs.deallocate()
    order.deallocate()
    worths.deallocate()
    below.deallocate()
    listBelow.deallocate()
  }

  /// Shows the output every document of a stretch that may be a hit.
  func run(_ range: Range<DocID>) {
    var start = range.lowerBound
    var essential = 0
    while !interruption.tick(128) {
      while essential < count, listBelow[essential + 1] < output.threshold { essential += 1 }
      guard let (low, end) = nextWindow(from: start, essential: essential), low < range.upperBound
      else { return }
      let high = min(end, range.upperBound)
      start = high
      for index in 0..<count { runs[index].look(at: low, until: high) }
      sortByWorth()
      guard below[count] >= output.threshold else { continue }
      start = score(low, high)
    }
  }

  /// So many essential lists end their blocks so often that windows are made wider than what lies between two ends.
  private static let fewLists = 4
  private static let leastSpan: DocID = 2047

  /// The next stretch of documents in which no essential list, as long as they are few, has more than one block.
  private func nextWindow(from start: DocID, essential: Int) -> (low: DocID, high: DocID)? {
    var low = endOfPostings
    for index in essential..<count { low = min(low, runs[index].earliest(from: start)) }
    guard low != endOfPostings else { return nil }
    var last = endOfPostings - 1
    for index in essential..<count where runs[index].cursor.document != endOfPostings {
      last = min(last, runs[index].lastOfBlock(at: low))
    }
    if essential + 1 < count {
      if count - essential > Self.fewLists { last = max(last, low + Self.leastSpan) }
      last = min(last, low + DocID(ScoreWindow.span) - 1)
    }
    return (low, last + 1)
  }

  /// Sorts the runs by insertion, since the order changes little from window to window.
  private func sortByWorth() {
    for index in 0..<count { worths[index] = runs[index].worth(of: runs[index].windowBound) }
    for index in 1..<max(count, 1) where count > 1 {
      let moving = order[index]
      let worth = worths[moving]
      var place = index
      while place > 0, worths[order[place - 1]] > worth {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = moving
    }
    for index in 0..<count { below[index + 1] = below[index] + Double(runs[order[index]].windowBound) }
  }

  /// Scores a window, or as much of it as scores can be added up for at once; gives where that ends.
  private func score(_ low: DocID, _ high: DocID) -> DocID {
    var split = 0
    while below[split + 1] < output.threshold { split += 1 }
    for index in split..<count { advance(order[index], to: low) }
    if split == count - 1 {
      runs[order[split]].forEach(until: high) { document, score in
        offer(document, Double(score), split: split)
      }
      return high
    } else {
      let high = min(high, low + DocID(ScoreWindow.span))
      for index in split..<count {
        runs[order[index]].forEach(until: high) { document, score in
          window.add(score, at: Int(document - low))
        }
      }
      window.drain(Int(high - low)) { offset, score in
        offer(low + DocID(offset), score, split: split)
      }
      return high
    }
  }

  @inline(__always)
  private func advance(_ run: Int, to document: DocID) {
    if runs[run].cursor.document < document { runs[run].cursor.advance(to: document) }
  }

  /// Completes the score of a document by the terms that are not essential, as long as it may become a hit.
  @inline(__always)
  private func offer(_ document: DocID, _ partial: Double, split: Int) {
    if partial + below[split] < output.threshold { return }
    complete(document, partial, split: split)
  }

  private func complete(_ document: DocID, _ partial: Double, split: Int) {
    guard output.allows(document) else { return }
    var score = partial
    var index = split
    while index > 0 {
      if score + below[index] < output.threshold { return }
      index -= 1
      let run = order[index]
      advance(run, to: document)
      if runs[run].cursor.document == document { score += Double(runs[run].score) }
    }
    output.take(document, score)
  }
}
