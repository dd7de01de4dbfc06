/// Marks the words of a query in texts and picks the pieces that show most of it.
///
/// Analyses the texts as the index did, so a mark stands wherever a document was found by. Belongs to one call.
struct Highlighter {
  /// One marked word.
  struct Mark {
    let range: Range<Int>
    /// A number for the word or phrase of the query that it was found by.
    let source: Int
    let weight: Double
  }

  /// A text with its marks.
  struct Marked {
    /// The number of the text among those given.
    let text: Int
    let length: Int
    /// Where its words are.
    let words: [Range<Int>]
    /// By the number of the word.
    fileprivate var found: [Int: Mark] = [:]

    /// Rising.
    var marks: [Mark] { found.sorted { $0.key < $1.key }.map(\.value) }

    fileprivate mutating func mark(_ word: Int, source: Int, _ weight: Double) {
      if let known = found[word], known.weight >= weight { return }
      found[word] = Mark(range: words[word], source: source, weight: weight)
    }
  }

  /// Where the words of a phrase stand in the texts of one field.
  private struct PhrasePlaces {
    /// For each word of the phrase the starts that its occurrences stand for, rising.
    var starts: [[Int32]]
    /// And which they are: places in `marked`, numbers of words.
    var places: [[(text: Int, word: Int)]]

    init(_ words: Int) {
      starts = Array(repeating: [], count: words)
      places = Array(repeating: [], count: words)
    }
  }

  private let query: HighlightQuery
  private let analyzer: TextAnalyzer
  private let interruption: Interruption
  /// For each word of the lexicon met so far the terms that it matches.
  private var known: [WordID: [Int]] = [:]
  private var generation: UInt32
  private var marked: [Marked] = []
  /// For each field the position behind the text before, counted as the index did.
  private var nextPositions: [TextFieldID: Int32] = [:]
  /// Of each phrase that reaches from one text into the next, by field.
  private var reaching: [[TextFieldID: PhrasePlaces]]
  private var count = 0

  init(query: HighlightQuery, analyzer: TextAnalyzer, interruption: Interruption) {
    self.query = query
    self.interruption = interruption
    self.analyzer = analyzer
    generation = analyzer.lexicon.generation
    reaching = Array(repeating: [:], count: query.phrases.count)
  }

  /// Takes the next text; those of one field come in the order in which they were indexed. Of no use once interrupted.
  mutating func add(_ text: HighlightText) {
    analyzer.analyze(text.text, language: Language(tag: text.language))
    if generation != analyzer.lexicon.generation {
      known = [:]
      generation = analyzer.lexicon.generation
    }
    let tokens = analyzer.tokens
    defer { count += 1 }
    guard let last = tokens.last else { return }
    let base = nextPositions[text.field].map { $0 + Int32(Limits.positionGap) } ?? 0
    nextPositions[text.field] = base + last.position + 1
    var places: [Int: [Int]] = [:]
    for (index, token) in tokens.enumerated() {
      for term in matches(token.word) where query.terms[term].fields.contains(text.field) {
        places[term, default: []].append(index)
      }
    }
    if places.isEmpty { return }
    var marks = Marked(
      text: count, length: text.text.utf8.count, words: tokens.map { Int($0.start)..<Int($0.end) })
    for term in query.words {
      for index in places[term] ?? [] { marks.mark(index, source: term, query.terms[term].weight) }
    }
    marked.append(marks)
    for (number, phrase) in query.phrases.enumerated() where phrase.fields.contains(text.field) {
      let isReaching = phrase.slop >= Int32(Limits.positionGap)
      var found = PhrasePlaces(phrase.terms.count)
      if isReaching, let before = reaching[number][text.field] { found = before }
      for (slot, term) in phrase.terms.enumerated() {
        for index in places[term] ?? [] {
          found.starts[slot].append(base + tokens[index].position - phrase.offsets[slot])
          found.places[slot].append((marked.count - 1, index))
        }
      }
      if isReaching { reaching[number][text.field] = found } else { mark(phrase, number, found) }
    }
  }

  /// The texts that have marks, in order.
  mutating func finish() -> [Marked] {
    for (number, fields) in reaching.enumerated() {
      for places in fields.values { mark(query.phrases[number], number, places) }
    }
    return marked.filter { !$0.found.isEmpty }
  }

  private mutating func mark(_ phrase: HighlightPhrase, _ number: Int, _ found: PhrasePlaces) {
    var match = PhraseMatch(
      offsets: phrase.offsets, slop: phrase.slop, hasRepeats: phrase.hasRepeats,
      interruption: interruption)
    match.starts = found.starts
    // Windows rise, so each slot's place only moves on: what windows share is marked once.
    var next = [Int](repeating: 0, count: found.starts.count)
    match.forEachWindow { low, high in
      for (slot, starts) in found.starts.enumerated() {
        while next[slot] < starts.count, starts[next[slot]] < low { next[slot] += 1 }
        while next[slot] < starts.count, starts[next[slot]] <= high {
          let (text, word) = found.places[slot][next[slot]]
          marked[text].mark(word, source: query.terms.count + number, phrase.weight)
          next[slot] += 1
        }
      }
    }
  }

  private mutating func matches(_ word: WordID) -> [Int] {
    if let matches = known[word] { return matches }
    if interruption.tick(query.terms.count) { return [] }
    let stem = analyzer.lexicon.stem(word)
    let form = analyzer.lexicon.exact(word)
    let matches = query.terms.indices.filter { query.terms[$0].matches(stem: stem, form: form) }
    known[word] = matches
    return matches
  }
}
