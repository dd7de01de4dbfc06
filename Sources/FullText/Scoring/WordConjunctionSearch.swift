/// The best documents of a conjunction of words, each of which has lists in several fields or is read in several ways.
///
/// Goes through the documents of the rarest word window by window. In a window every list stays within one block, so that the
/// bounds of these blocks hold for all of it: one in which no document can become a hit is passed over; in the others the
/// blocks are intersected, and what is shared is scored. Belongs to one search on one thread.
final class WordConjunctionSearch {
  private struct Word {
    /// The word's lists: so many, from this one on; those of one term stand side by side.
    let first: Int
    let count: Int

    var lists: Range<Int> { first..<first + count }
  }

  private let runs: UnsafeMutablePointer<TermRun>
  private let words: UnsafeMutablePointer<Word>
  private let shared: WindowMatches
  private let runCount: Int
  private let count: Int
  /// What every document scores beside the words.
  private let constant: Double
  /// What must match, too, and is dear to ask.
  private let open: [DocIterator]
  private let output: ScoredOutput
  private let interruption: Interruption

  /// Takes the lists of each word; every word has at least one, and there is at least one word.
  init(
    _ lists: [[TermRun]], constant: Double, open: [DocIterator], output: ScoredOutput,
    interruption: Interruption
  ) {
    let sorted = lists.sorted { Self.postings($0) < Self.postings($1) }
    count = sorted.count
    runCount = sorted.reduce(0) { $0 + $1.count }
    runs = .allocate(capacity: runCount)
    words = .allocate(capacity: count)
    var first = 0
    for (number, lists) in sorted.enumerated() {
      (runs + first).initialize(from: lists, count: lists.count)
      (words + number).initialize(to: Word(first: first, count: lists.count))
      first += lists.count
    }
    shared = WindowMatches(lists: runCount, leading: words[0].count)
    self.constant = constant
    self.open = open
    self.output = output
    self.interruption = interruption
  }

  deinit {
    runs.deinitialize(count: runCount)
    runs.deallocate()
    words.deallocate()
  }

  private static func postings(_ lists: [TermRun]) -> Int {
    lists.reduce(0) { $0 + Int($1.cursor.documentFrequency) }
  }

  /// Shows the output every document of a range that may be a hit.
  func run(_ range: Range<DocID>) {
    var document = lead(to: range.lowerBound)
    while document < range.upperBound {
      let end = windowEnd(from: document, until: range.upperBound)
      if end == endOfPostings { return }
      if mayScore(from: document, until: end) {
        let asked = findShared(until: end)
        for number in 0..<shared.count { takeShared(number) }
        if interruption.tick(asked + shared.count * runCount + 16) { return }
      }
      document = lead(to: end)
    }
  }

  /// Finds the documents of the window that all words hold and the output allows; gives how many the rarest word has.
  private func findShared(until end: DocID) -> Int {
    shared.removeAll()
    for list in 0..<words[0].count { shared.unite(&runs[list].cursor, list, until: end) }
    let asked = shared.count
    shared.keepAllowed(by: output, lists: words[0].count)
    for word in 1..<max(count, 1) where count > 1 {
      if shared.count == 0 { return asked }
      shared.startWord()
      for list in words[word].lists { shared.lookUp(in: &runs[list].cursor, list, until: end) }
      shared.keepHeld(lists: words[word].lists.upperBound)
    }
    return asked
  }

  /// Takes one of the shared documents if its score suffices.
  private func takeShared(_ number: Int) {
    let document = shared.document(number)
    take(document) { list in
      guard let place = shared.place(number, in: list) else { return 0 }
      if runs[list].cursor.frequencyData != nil { runs[list].cursor.decodeFrequencies() }
      return Double(runs[list].scoring.gain(document, runs[list].cursor.frequencies[place]))
    }
  }

  /// Shows the output those documents of a set, all of which match, that lie in a range and may be hits.
  func run(_ matches: BitSet, _ range: Range<DocID>) {
    var document = matches.first(from: range.lowerBound)
    while document < range.upperBound {
      let end = windowEnd(from: document, until: range.upperBound)
      if interruption.tick(16) || end == endOfPostings { return }
      if mayScore(from: document, until: end) {
        matches.forEach(in: document..<end) { document in
          if interruption.tick(runCount) { return }
          take(document) { list in
            if runs[list].cursor.document < document { runs[list].cursor.advance(to: document) }
            return runs[list].cursor.document == document ? Double(runs[list].gain) : 0
          }
        }
      }
      document = matches.first(from: end)
    }
  }

  /// Takes a document that all words hold, and that gains so much by each list, if its score suffices and the rest holds it, too.
  @inline(__always)
  private func take(_ document: DocID, gaining gain: (_ list: Int) -> Double) {
    let score = score(gaining: gain)
    guard score >= output.threshold else { return }
    for walk in open where walk.advance(to: document) != document || !walk.matches() { return }
    output.take(document, score)
  }

  /// Moves the lists of the rarest word to their first documents not below `target`; gives the first of these.
  @inline(__always)
  private func lead(to target: DocID) -> DocID {
    var first = endOfPostings
    for list in 0..<words[0].count {
      if runs[list].cursor.document < target { runs[list].cursor.advance(to: target) }
      first = min(first, runs[list].cursor.document)
    }
    return first
  }

  /// The end of the window that starts at a document, at most `end`.
  ///
  /// `endOfPostings` when a word has run out: no document from there on matches.
  private func windowEnd(from document: DocID, until end: DocID) -> DocID {
    var last = end - 1
    for word in 0..<count {
      var isOver = true
      for list in words[word].lists {
        let lastOfBlock = runs[list].lastOfBlock(at: document)
        if lastOfBlock == endOfPostings { continue }
        isOver = false
        last = min(last, lastOfBlock)
      }
      if isOver { return endOfPostings }
    }
    return last + 1
  }

  /// Whether a document of a window may score enough; while everything is taken nothing is looked at.
  private func mayScore(from document: DocID, until end: DocID) -> Bool {
    if output.threshold <= 0 { return true }
    for list in 0..<runCount { runs[list].look(at: document, until: end) }
    return score { Double(runs[$0].windowGain) } >= output.threshold
  }

  /// What a document scores that gains so much by each list.
  @inline(__always)
  private func score(gaining gain: (_ list: Int) -> Double) -> Double {
    var score = constant
    for word in 0..<count {
      var gains = 0.0
      var best: Float = 0
      let lists = words[word].lists
      for list in lists {
        let weight = runs[list].scoring.weight
        if runs[list].isChoice {
          best = max(best, BM25.score(weight: weight, gain: Float(gain(list))))
        } else {
          gains += gain(list)
        }
        let isLast =
          list + 1 == lists.upperBound || runs[list].isAlone || runs[list + 1].word != runs[list].word
        guard isLast else { continue }
        score += Double(runs[list].isChoice ? best : BM25.score(weight: weight, gain: Float(gains)))
        (gains, best) = (0, 0)
      }
    }
    return score
  }
}
