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
  /// Lists, or the first ones of words with several, in the order in which they are looked up, and what they add at most.
  private let steps: UnsafeMutablePointer<Int>
  private let stepBounds: UnsafeMutablePointer<Double>
  /// Where in a block those documents stand that are to be scored.
  private let places: UnsafeMutablePointer<UInt8>
  private let window: ScoreWindow
  @exclusivity(unchecked) private var candidates: WindowCandidates
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
    steps = scratch.arena.allocate(count)
    stepBounds = scratch.arena.allocate(count)
    places = scratch.arena.allocate(PostingListFormat.blockCount)
    below = scratch.arena.allocate(count + 1)
    listBelow = scratch.arena.allocate(count + 1)
    below[0] = 0
    listBelow[0] = 0
    window = scratch.window
    candidates = WindowCandidates(scratch.candidates)
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
      // The window was made for another list where this one has more than one block in it.
      let isOneBlock = runs[order[split]].lastOfBlock(at: low) >= high - 1
      let end = isOneBlock ? high : min(high, low + DocID(ScoreWindow.span))
      scoreLast(until: end)
      return end
    }
    let high = min(high, low + DocID(ScoreWindow.span))
    // Lowered by more than the difference rounds off.
    let needed = (least - below[split]) - abs(least) * 1e-12
    let isDense = needed > 0 && areDense(split)
    for index in split..<count {
      let run = order[index]
      guard runs[run].isAlone else {
        words.addUp(runs[run].word, until: high, into: window)
        continue
      }
      if isDense {
        runs[run].forEach(until: high) { window.addUnnoted($1, at: Int($0 &- low)) }
      } else {
        runs[run].forEach(until: high) { window.add($1, at: Int($0 &- low)) }
      }
    }
    if split == 0, !isDense {
      window.drain(Int(high - low), beside: 0, least: least) { take(low + DocID($0), $1) }
      return high
    }
    candidates.count = 0
    if isDense {
      window.drainAll(Int(high - low), from: low, needed, to: &candidates)
    } else {
      window.drain(Int(high - low), beside: below[split], least: least) {
        candidates.append(low + DocID($0), $1)
      }
    }
    complete(split: split, leading: -1)
    return high
  }

  /// Whether the lists from a place of the order on have many documents together.
  private func areDense(_ split: Int) -> Bool {
    var postings = 0
    for index in split..<count { postings += Int(runs[order[index]].cursor.documentFrequency) }
    return postings >= Int(runs[0].cursor.documentCount) / Self.gapOfDense
  }

  private static let gapOfDense = 8

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

  /// Completes the documents of the only list that is essential.
  private func scoreLast(until high: DocID) {
    let run = order[count - 1]
    let scoring = runs[run].scoring
    let word = runs[run].word
    let isChoice = runs[run].isChoice
    candidates.count = 0
    let most = below[count - 1]
    runs[run].forEach(until: high, scoring: { least - most }, places) { document, frequency in
      if word < 0 {
        let score = Double(scoring.score(document, frequency))
        if score + most < least { return }
        if count == 1 { return take(document, score) }
        candidates.append(document, score)
      } else {
        let gain = Double(isChoice ? scoring.score(document, frequency) : scoring.gain(document, frequency))
        let score = words.score(of: word, gain: gain)
        if score + most < least { return }
        candidates.leading[candidates.count] = gain
        candidates.append(document, score)
      }
    }
    complete(split: count - 1, leading: word)
  }

  @inline(__always)
  private func take(_ document: DocID, _ score: Double) {
    if output.allows(document) { output.take(document, score) }
  }

  @inline(__always)
  private func advance(_ run: Int, to document: DocID) {
    if runs[run].cursor.document < document { runs[run].cursor.advance(to: document) }
  }

  /// Completes the scores of the candidates by the lists that are not essential, a list at a time, as long as they may become hits.
  ///
  /// - Parameter leading: the word of the only essential list; negative if there are more, or if that is alone.
  private func complete(split: Int, leading: Int) {
    if candidates.count == 0 { return }
    if !output.allowsEverything { candidates.keep { output.allows($0) } }
    let stepCount = sortSteps(split)
    var rest = below[split]
    for step in 0..<stepCount where candidates.count > 0 {
      let run = steps[step]
      rest -= stepBounds[step]
      if runs[run].isAlone {
        let (scores, scoring) = (candidates.scores, runs[run].scoring)
        candidates.lookUp(&runs[run]) { scores[$0] += Double(scoring.score($1, $2)) }
      } else {
        words.lookUp(runs[run].word, for: candidates, isLeading: runs[run].word == leading)
      }
      // Lowered by more than what differences of sums round off.
      candidates.keep(beside: rest, least - abs(least) * 1e-12, withLeading: leading >= 0)
    }
    for number in 0..<candidates.count {
      output.take(candidates.documents[number], candidates.scores[number])
    }
  }

  /// Orders the lists before a place of the order, and words with several of them, by what they add at most in the window, the most
  /// first: that leaves the fewest candidates for the others. Gives how many there are.
  private func sortSteps(_ split: Int) -> Int {
    words.startLookUps()
    var stepCount = 0
    for place in 0..<split {
      let run = order[place]
      var bound = below[place + 1] - below[place]
      if runs[run].isAlone {
        if runs[run].windowBound == 0 { continue }
      } else {
        let word = runs[run].word
        guard words.startLookUp(of: word) else { continue }
        for other in place + 1..<max(split, place + 1) where runs[order[other]].word == word {
          bound += below[other + 1] - below[other]
        }
      }
      var step = stepCount
      while step > 0, stepBounds[step - 1] < bound {
        steps[step] = steps[step - 1]
        stepBounds[step] = stepBounds[step - 1]
        step -= 1
      }
      steps[step] = run
      stepBounds[step] = bound
      stepCount += 1
    }
    return stepCount
  }
}
