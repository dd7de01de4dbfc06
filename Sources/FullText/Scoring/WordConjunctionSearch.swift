/// The best documents of a conjunction of words, each of which has lists in several fields or is read in several ways.
///
/// Goes through the documents of the rarest word window by window. In a window every list of that word stays within one block, and
/// lists that are not much longer are bounded by their blocks there: a window in which no document can become a hit is passed
/// over; in the others the other words are asked for one document after the other, as long as they may make it a hit. Belongs to
/// one search on one thread.
final class WordConjunctionSearch {
  private struct Word {
    /// The word's lists: so many, from this one on; those of one term stand side by side.
    let first: Int
    let count: Int
    /// The longest of them.
    let longest: Int

    var lists: Range<Int> { first..<first + count }
  }

  private let runs: TermRuns
  private let words: UnsafeMutablePointer<Word>
  /// What the words from each one on score at most in the window, and nothing behind the last; unbounded while everything is taken.
  private let rest: UnsafeMutablePointer<Double>
  private let count: Int
  /// The longest list whose blocks in a window are looked at; longer ones are bounded as a whole.
  private let nearLength: Int
  /// What every document scores beside the words.
  private let constant: Double
  /// What must match, too, and is dear to ask.
  private let open: [DocIterator]
  private let output: ScoredOutput
  private let interruption: Interruption

  /// Lists so many times as long as the rarest word's have too many blocks in a window to look at.
  private static let farLength = 16

  /// Takes the lists of each word; every word has at least one, and there is at least one word.
  init(
    _ lists: [TermRuns], constant: Double, open: [DocIterator], arena: PostingArena, output: ScoredOutput,
    interruption: Interruption
  ) {
    let sorted = lists.sorted { Self.postings($0) < Self.postings($1) }
    count = sorted.count
    let runCount = sorted.reduce(0) { $0 + $1.count }
    nearLength = Self.farLength * Self.postings(sorted[0])
    runs = TermRuns(start: arena.allocate(runCount), count: runCount)
    words = arena.allocate(count)
    rest = arena.allocate(count + 1)
    rest.initialize(repeating: .infinity, count: count + 1)
    var first = 0
    for (number, lists) in sorted.enumerated() {
      _ = runs[first...].initialize(fromContentsOf: lists)
      var longest = 0
      for list in lists.indices
      where lists[list].cursor.documentFrequency > lists[longest].cursor.documentFrequency { longest = list }
      (words + number).initialize(to: Word(first: first, count: lists.count, longest: first + longest))
      first += lists.count
    }
    for list in runs.indices where Int(runs[list].cursor.documentFrequency) > nearLength {
      runs[list].lookAtAll()
    }
    self.constant = constant
    self.open = open
    self.output = output
    self.interruption = interruption
  }

  private static func postings(_ lists: TermRuns) -> Int {
    lists.reduce(0) { $0 + Int($1.cursor.documentFrequency) }
  }

  /// Shows the output every document of a range that may be a hit.
  func run(_ range: Range<DocID>) {
    run(range, areMatches: false) { advance(0, to: $0) }
  }

  /// Shows the output those documents of a set that lie in a range and may be hits.
  ///
  /// - Parameter areMatches: whether all of the set hold all words.
  func run(_ candidates: BitSet, areMatches: Bool, _ range: Range<DocID>) {
    run(range, areMatches: areMatches) { candidates.first(from: $0) }
  }

  /// - Parameter next: gives the first candidate that is not below a document.
  @inline(__always)
  private func run(_ range: Range<DocID>, areMatches: Bool, _ next: (DocID) -> DocID) {
    var document = next(range.lowerBound)
    while document < range.upperBound {
      let end = windowEnd(from: document, until: range.upperBound)
      guard mayScore(from: document, until: end) else {
        if interruption.tick(16) { return }
        document = next(end)
        continue
      }
      while document < end {
        if interruption.tick(runs.count) { return }
        guard output.allows(document) else {
          document = next(document + 1)
          continue
        }
        document = next(visit(document, areMatches: areMatches))
      }
    }
  }

  /// Takes a document if all words and the rest hold it and its score suffices; gives one behind it below which there is no other.
  @inline(__always)
  private func visit(_ document: DocID, areMatches: Bool) -> DocID {
    let threshold = output.threshold
    // Lowered by more than sums in another order than the score's can differ from it.
    let least = threshold - abs(threshold) * 1e-12
    var score = constant
    for word in 0..<count {
      if !areMatches {
        let held = advance(word, to: document)
        if held != document { return held }
      }
      add(word, to: &score) { list in
        if runs[list].cursor.document < document { runs[list].cursor.advance(to: document) }
        return runs[list].cursor.document == document ? Double(runs[list].gain) : 0
      }
      if score + rest[word + 1] < least { return document + 1 }
    }
    if score >= threshold { take(document, score) }
    return document + 1
  }

  /// The document itself if a list of the word holds it, else the first one behind it that one does.
  @inline(__always)
  private func advance(_ word: Int, to document: DocID) -> DocID {
    let longest = words[word].longest
    if runs[longest].cursor.document < document { runs[longest].cursor.advance(to: document) }
    var first = runs[longest].cursor.document
    if first == document || words[word].count == 1 { return first }
    for list in words[word].lists {
      if runs[list].cursor.document < document { runs[list].cursor.advance(to: document) }
      first = min(first, runs[list].cursor.document)
    }
    return first
  }

  /// Takes a document that all words hold if the rest holds it, too.
  private func take(_ document: DocID, _ score: Double) {
    for walk in open where walk.advance(to: document) != document || !walk.matches() { return }
    output.take(document, score)
  }

  /// The end of the window that starts at a document, at most `end`.
  private func windowEnd(from document: DocID, until end: DocID) -> DocID {
    var last = end - 1
    for list in words[0].lists { last = min(last, runs[list].lastOfBlock(at: document)) }
    return last + 1
  }

  /// Whether a document of a window may score enough; while everything is taken nothing is looked at.
  private func mayScore(from document: DocID, until end: DocID) -> Bool {
    if output.threshold <= 0 { return true }
    for list in runs.indices where Int(runs[list].cursor.documentFrequency) <= nearLength {
      runs[list].look(at: document, until: end)
    }
    rest[count] = 0
    for word in (0..<count).reversed() {
      rest[word] = rest[word + 1]
      add(word, to: &rest[word]) { Double(runs[$0].windowGain) }
    }
    return constant + rest[0] >= output.threshold * (1 - 1e-12)
  }

  /// Adds what a document scores by a word that gains so much by each of the word's lists.
  @inline(__always)
  private func add(_ word: Int, to score: inout Double, gaining gain: (_ list: Int) -> Double) {
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
}
