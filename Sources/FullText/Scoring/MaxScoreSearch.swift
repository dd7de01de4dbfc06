/// The best documents of a disjunction of terms: block-max MaxScore.
///
/// Terms whose bounds together stay below the threshold are not essential: a document that holds only them cannot become a
/// hit, so they are only looked up for documents found by the others (Turtle and Flood, 1995). Which ones is a matter of
/// what they are worth: of terms that score alike those of the longest lists are given up first. Of a term in several
/// fields some lists may be essential and others not: that in titles, say, but not that in texts. That is decided anew for
/// each window of documents from the bounds of the blocks in it (Dimopoulos, Nepomnyachiy and Suel, 2013); essential terms
/// are scored window by window, a list at a time. Extra lists are essential nowhere. Belongs to one search on one thread.
final class MaxScoreSearch {
  private let runs: TermRuns
  private let count: Int
  /// So many of them, which come first in each order, are never essential.
  private let extraCount: Int
  /// What the lists of words with several of them add up to.
  @exclusivity(unchecked) private var words: CombinedLists
  private let rounding: Double
  /// Runs by rising worth in the window; `below[i]` is what the first i score at most.
  private let order: UnsafeMutablePointer<Int>
  private let below: UnsafeMutablePointer<Double>
  /// Runs by rising worth of their lists; `listBelow[i]` is what the first i score at most.
  private let listOrder: UnsafeMutablePointer<Int>
  private let listBelow: UnsafeMutablePointer<Double>
  private let worths: UnsafeMutablePointer<Float>
  /// Where in a block those documents stand that are to be scored.
  private let places: UnsafeMutablePointer<UInt8>
  private let window: ScoreWindow
  private let output: ScoredOutput
  private let interruption: Interruption

  /// Lists of one word stand side by side.
  init(_ runs: TermRuns, scratch: SearchScratch, output: ScoredOutput, interruption: Interruption) {
    self.runs = runs
    count = runs.count
    extraCount = runs.count { $0.isExtra }
    words = CombinedLists(runs, scratch: scratch)
    rounding = words.rounding
    order = scratch.arena.allocate(count)
    listOrder = scratch.arena.allocate(count)
    worths = scratch.arena.allocate(count)
    places = scratch.arena.allocate(PostingListFormat.blockCount)
    below = scratch.arena.allocate(count + 1)
    listBelow = scratch.arena.allocate(count + 1)
    below[0] = 0
    listBelow[0] = 0
    window = scratch.window
    self.output = output
    self.interruption = interruption
    sortLists()
  }

  /// Shows the output every document of a range that may be a hit.
  func run(_ range: Range<DocID>) {
    var start = range.lowerBound
    var essential = extraCount
    // The windows of more lists are longer, too.
    let steps = 32 * max(Self.fewLists, count)
    while !interruption.tick(steps) {
      while essential < count, listBelow[essential + 1] < least { essential += 1 }
      guard let (low, end) = nextWindow(from: start, essential: essential), low < range.upperBound
      else { return }
      let high = min(end, range.upperBound)
      start = high
      for index in 0..<count { runs[index].look(at: low, until: high) }
      sortByWorth()
      guard below[count] >= least else { continue }
      start = score(low, high)
    }
  }

  /// The threshold, lowered by what sums of bounds may round off.
  private var least: Double { output.threshold - rounding }

  /// So many essential lists end their blocks so often that windows are made wider than what lies between two ends.
  private static let fewLists = 4
  private static let leastSpan: DocID = 2047
  private static let manyLists = 16

  /// The next window of documents in which no essential list, as long as they are few, has more than one block.
  private func nextWindow(from start: DocID, essential: Int) -> (low: DocID, high: DocID)? {
    var low = endOfPostings
    for index in essential..<count { low = min(low, runs[listOrder[index]].earliest(from: start)) }
    guard low != endOfPostings else { return nil }
    var last = endOfPostings - 1
    for index in essential..<count where runs[listOrder[index]].cursor.document != endOfPostings {
      last = min(last, runs[listOrder[index]].lastOfBlock(at: low))
    }
    if essential + 1 < count {
      if count - essential > Self.manyLists {
        last = max(last, low + 2 * Self.leastSpan)
      } else if count - essential > Self.fewLists {
        last = max(last, low + Self.leastSpan)
      }
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
    words.startBounds()
    for index in 0..<count {
      let run = order[index]
      let more =
        runs[run].isAlone
        ? Double(runs[run].windowBound)
        : words.addBound(of: run, gain: runs[run].windowGain, score: runs[run].windowBound)
      below[index + 1] = below[index] + more
    }
  }

  private func sortLists() {
    for index in 0..<count { listOrder[index] = index }
    var sorted = UnsafeMutableBufferPointer(start: listOrder, count: count)
    sorted.sort {
      runs[$0].worth(of: runs[$0].bound) < runs[$1].worth(of: runs[$1].bound)
    }
    order.initialize(from: listOrder, count: count)
    words.startBounds()
    for index in 0..<count {
      let run = listOrder[index]
      let more =
        runs[run].isAlone
        ? Double(runs[run].bound) : words.addBound(of: run, gain: runs[run].gainBound, score: runs[run].bound)
      listBelow[index + 1] = listBelow[index] + more
    }
  }

  /// Scores a window, or as much of it as scores can be added up for at once; gives where that ends.
  private func score(_ low: DocID, _ high: DocID) -> DocID {
    var split = extraCount
    while below[split + 1] < least { split += 1 }
    if split > Self.fewLists { split = withShortLists(split) }
    split = words.startWindow(at: low, order, split: split)
    for index in split..<count { advance(order[index], to: low) }
    if split == count - 1 {
      scoreLast(until: high)
      return high
    }
    let high = min(high, low + DocID(ScoreWindow.span))
    for index in split..<count {
      let run = order[index]
      guard runs[run].isAlone else {
        words.addUp(runs[run].word, until: high, into: window)
        continue
      }
      runs[run].forEach(until: high) { document, score in window.add(score, at: Int(document - low)) }
    }
    window.drain(Int(high - low), beside: below[split], least: least) { offset, score in
      offer(low + DocID(offset), score, split: split)
    }
    return high
  }

  /// The place from which on lists are scored, where those from `split` on are essential and more than a few are not.
  ///
  /// What is much shorter than all essential lists together is scored sooner than looked up for their documents, as long as a
  /// document of one of them has to be looked up.
  private func withShortLists(_ split: Int) -> Int {
    let gained = (below[count] - below[split]) / Double(count - split)
    var postings = (split..<count).reduce(0) { $0 + Int(runs[order[$1]].cursor.documentFrequency) }
    var first = split
    while first > extraCount, below[first] + gained >= least {
      let more = Int(runs[order[first - 1]].cursor.documentFrequency)
      if Self.shortLength * more > postings { break }
      postings += more
      first -= 1
    }
    return first
  }

  /// So many lists that are much shorter than others are as long as these.
  private static let shortLength = 4

  /// Offers the documents of the only list that is essential.
  private func scoreLast(until high: DocID) {
    let run = order[count - 1]
    let scoring = runs[run].scoring
    let word = runs[run].word
    let isChoice = runs[run].isChoice
    runs[run].forEach(until: high, scoring: { least - below[count - 1] }, places) { document, frequency in
      if word < 0 {
        offer(document, Double(scoring.score(document, frequency)), split: count - 1)
      } else if isChoice {
        take(document, Double(scoring.score(document, frequency)), of: word)
      } else {
        take(document, Double(scoring.gain(document, frequency)), of: word)
      }
    }
  }

  /// Completes the score of a document that has gained so much in the only essential list, as long as it may become a hit.
  @inline(__always)
  private func take(_ document: DocID, _ gain: Double, of word: Int) {
    let score = words.score(of: word, gain: gain)
    if score + below[count - 1] < least { return }
    words.hold(gain, of: word, for: document)
    complete(document, score, split: count - 1)
  }

  @inline(__always)
  private func advance(_ run: Int, to document: DocID) {
    if runs[run].cursor.document < document { runs[run].cursor.advance(to: document) }
  }

  /// Completes the score of a document by the lists that are not essential, as long as it may become a hit.
  @inline(__always)
  private func offer(_ document: DocID, _ partial: Double, split: Int) {
    if partial + below[split] < least { return }
    complete(document, partial, split: split)
  }

  private func complete(_ document: DocID, _ partial: Double, split: Int) {
    guard output.allows(document) else { return }
    var score = partial
    var index = split
    while index > 0 {
      if score + below[index] < least { return }
      index -= 1
      let run = order[index]
      advance(run, to: document)
      guard runs[run].cursor.document == document else { continue }
      score +=
        runs[run].isAlone
        ? Double(runs[run].score) : words.add(run, for: document)
    }
    output.take(document, score)
  }
}
