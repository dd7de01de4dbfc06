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

  private let query: HighlightQuery
  private let analyzer: TextAnalyzer
  /// For each word of the lexicon met so far the terms that it matches.
  private var known: [WordID: [Int]] = [:]
  private var generation: UInt32

  init(query: HighlightQuery, analyzer: TextAnalyzer) {
    self.query = query
    self.analyzer = analyzer
    generation = analyzer.lexicon.generation
  }

  /// The marks of a text, rising, and where its words end.
  mutating func marks(_ text: HighlightText) -> (marks: [Mark], words: [Range<Int>]) {
    analyzer.analyze(text.text, language: Language(tag: text.language))
    if generation != analyzer.lexicon.generation {
      known = [:]
      generation = analyzer.lexicon.generation
    }
    let tokens = analyzer.tokens
    var found: [Int: Mark] = [:]
    var places: [Int: [Int]] = [:]
    for (index, token) in tokens.enumerated() {
      for term in matches(token.word) where query.terms[term].fields.contains(text.field) {
        places[term, default: []].append(index)
      }
    }
    for term in query.words {
      for index in places[term] ?? [] {
        mark(index, tokens, source: term, query.terms[term].weight, &found)
      }
    }
    for (number, phrase) in query.phrases.enumerated() where phrase.fields.contains(text.field) {
      markPhrase(phrase, number, places, tokens, &found)
    }
    let sorted = found.sorted { $0.key < $1.key }.map(\.value)
    return (sorted, tokens.map { Int($0.start)..<Int($0.end) })
  }

  private func mark(
    _ index: Int, _ tokens: [Token], source: Int, _ weight: Double, _ found: inout [Int: Mark]
  ) {
    if let known = found[index], known.weight >= weight { return }
    let range = Int(tokens[index].start)..<Int(tokens[index].end)
    found[index] = Mark(range: range, source: source, weight: weight)
  }

  private func markPhrase(
    _ phrase: HighlightPhrase, _ number: Int, _ places: [Int: [Int]], _ tokens: [Token],
    _ found: inout [Int: Mark]
  ) {
    var match = PhraseMatch(
      offsets: phrase.offsets, slop: phrase.slop, hasRepeats: phrase.hasRepeats)
    let indices = phrase.terms.map { places[$0] ?? [] }
    for (slot, list) in indices.enumerated() {
      match.starts[slot] = list.map { tokens[$0].position - phrase.offsets[slot] }
    }
    let starts = match.starts
    // Windows rise, so each slot's place only moves on.
    var next = [Int](repeating: 0, count: indices.count)
    match.forEachWindow { low, high in
      for (slot, list) in indices.enumerated() {
        while starts[slot][next[slot]] < low { next[slot] += 1 }
        for place in next[slot]..<list.count {
          guard starts[slot][place] <= high else { break }
          mark(list[place], tokens, source: query.terms.count + number, phrase.weight, &found)
        }
      }
    }
  }

  private mutating func matches(_ word: WordID) -> [Int] {
    if let matches = known[word] { return matches }
    let stem = analyzer.lexicon.stem(word)
    let form = analyzer.lexicon.exact(word)
    let matches = query.terms.indices.filter { query.terms[$0].matches(stem: stem, form: form) }
    known[word] = matches
    return matches
  }
}
