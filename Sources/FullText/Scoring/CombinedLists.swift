/// The words of a search that have several lists: terms in several fields, whose occurrences are flattened together, and
/// choices, of which only the best list counts.
///
/// What a list adds to a score depends on what the word's other lists have gained already, and becomes less by it: a word's
/// score is at most the sum of what any two sets of its lists score, so bounds may be added up. Belongs to one search on one
/// thread.
struct CombinedLists {
  private struct Word {
    /// The word's lists: so many, from this one on.
    let first: Int
    var count: Int
    let weight: Float
    /// Whether it is a choice; what is called a gain here and below is its best score then.
    let isChoice: Bool
    /// What the lists whose bounds have been added up gain at most.
    var bound = 0.0
    /// How many of its lists are essential in the window, and whether they have been added up.
    var essential = 0
    var isAddedUp = false
    /// Where what documents of the window have gained is kept, because more may come; negative where it is not.
    var slot = -1
    /// Whether its other lists have been looked up.
    var isLookedUp = false

    @inline(__always)
    func score(_ gain: Double) -> Double {
      isChoice ? gain : Double(BM25.score(weight: weight, gain: Float(gain)))
    }

    /// Two gains together.
    @inline(__always)
    func joined(_ a: Double, _ b: Double) -> Double { isChoice ? max(a, b) : a + b }
  }

  private let runs: TermRuns
  private let words: UnsafeMutablePointer<Word>
  private let count: Int
  private let window: ScoreWindow
  private let kept: KeptGains
  private var low: DocID = 0
  private var slots = 0
  /// How much more the sum of two scores of single precision may be than what both gain together would score.
  let rounding: Double

  /// Finds the words of lists of which those of one word stand side by side.
  init(_ runs: TermRuns, scratch: SearchScratch) {
    self.runs = runs
    window = scratch.gains
    kept = scratch.keptGains
    words = scratch.arena.allocate(runs.count)
    var count = 0
    var rounding = 0.0
    for index in runs.indices where !runs[index].isAlone {
      if runs[index].word == count {
        (words + count).initialize(
          to: Word(
            first: index, count: 1, weight: runs[index].scoring.weight, isChoice: runs[index].isChoice))
        rounding += 8 * Double(runs[index].scoring.weight.ulp)
        count += 1
      } else {
        words[count - 1].count += 1
      }
    }
    self.count = count
    self.rounding = rounding
  }

  @inline(__always)
  func score(of word: Int, gain: Double) -> Double { words[word].score(gain) }

  // MARK: Bounds

  /// Starts to add up bounds.
  func startBounds() { for word in 0..<count { words[word].bound = 0 } }

  /// What a list that gains, and scores by itself, so much at most adds to the scores of those of its word before it.
  @inline(__always)
  func addBound(of run: Int, gain: Float, score: Float) -> Double {
    let word = runs[run].word
    let before = words[word].bound
    words[word].bound = words[word].joined(before, Double(words[word].isChoice ? score : gain))
    return words[word].score(words[word].bound) - words[word].score(before)
  }

  // MARK: Windows

  /// Starts a window in which the lists from a place of an order on are essential; gives that place, or an earlier one when
  /// too many words would have essential lists and others.
  mutating func startWindow(at low: DocID, _ order: UnsafeMutablePointer<Int>, split: Int) -> Int {
    if count == 0 { return split }
    self.low = low
    slots = 0
    kept.forgetAll()
    for word in 0..<count {
      words[word].essential = 0
      words[word].isAddedUp = false
      words[word].slot = -1
    }
    var torn = 0
    var place = runs.count
    while place > split || torn > KeptGains.slots {
      place -= 1
      let run = order[place]
      if runs[run].isAlone { continue }
      let word = runs[run].word
      words[word].essential += 1
      if words[word].essential == 1 { torn += 1 }
      if words[word].essential == words[word].count { torn -= 1 }
    }
    for index in runs.indices { runs[order[index]].isEssential = index >= place }
    return place
  }

  /// Adds the scores of a word's essential lists to a window of scores, unless that has been done.
  mutating func addUp(_ word: Int, until high: DocID, into scores: ScoreWindow) {
    if words[word].isAddedUp { return }
    words[word].isAddedUp = true
    let isTorn = words[word].essential < words[word].count
    if isTorn {
      words[word].slot = slots
      slots += 1
    }
    let (low, weight, slot, kept) = (low, words[word].weight, words[word].slot, kept)
    let lists = words[word].first..<words[word].first + words[word].count
    let isChoice = words[word].isChoice
    for run in lists where runs[run].isEssential {
      if isChoice {
        runs[run].forEach(until: high) { document, score in window.raise(to: score, at: Int(document - low)) }
      } else {
        runs[run].forEachGain(until: high) { document, gain in window.add(gain, at: Int(document - low)) }
      }
    }
    window.drain(Int(high - low)) { offset, gain in
      if isTorn { kept.keep(gain, slot, offset) }
      scores.add(isChoice ? Float(gain) : BM25.score(weight: weight, gain: Float(gain)), at: offset)
    }
  }

  // MARK: Documents

  /// Starts to look up lists that are not essential.
  func startLookUps() { for word in 0..<count { words[word].isLookedUp = false } }

  /// Whether a word's lists that are not essential are to be looked up; so once.
  func startLookUp(of word: Int) -> Bool {
    if words[word].isLookedUp { return false }
    words[word].isLookedUp = true
    return true
  }

  /// Adds to scores what a word's lists that are not essential add.
  ///
  /// - Parameter isLeading: whether the candidates know what they have gained by the word.
  func lookUp(_ word: Int, for candidates: WindowCandidates, isLeading: Bool) {
    let (scores, gains, leading) = (candidates.scores, candidates.gains, candidates.leading)
    gains.update(repeating: 0, count: candidates.count)
    let lists = words[word].first..<words[word].first + words[word].count
    let isChoice = words[word].isChoice
    for run in lists where !runs[run].isEssential && runs[run].windowBound > 0 {
      let scoring = runs[run].scoring
      if isChoice {
        candidates.lookUp(&runs[run]) { gains[$0] = max(gains[$0], Double(scoring.score($1, $2))) }
      } else {
        candidates.lookUp(&runs[run]) { gains[$0] += Double(scoring.gain($1, $2)) }
      }
    }
    let slot = words[word].slot
    for number in 0..<candidates.count where gains[number] > 0 {
      var before = 0.0
      if isLeading {
        before = leading[number]
      } else if slot >= 0 {
        before = kept.gain(slot, Int(candidates.documents[number] - low))
      }
      let gained = words[word].joined(before, gains[number])
      scores[number] += words[word].score(gained) - words[word].score(before)
    }
  }
}
