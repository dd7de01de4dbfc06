/// The analysed words of queries: a search wants each several times, for its synonyms, for how other scripts spell it and to look
/// it up, and words come back from search to search.
///
/// Belongs to one searcher, so to one thread.
final class QueryWords {
  /// Bytes of the longest text that is kept: a phrase of some words, of three bytes a letter, too.
  static let longestText = 192
  /// How many texts are kept of those asked for lately, and as many again of those asked for before.
  private static let capacity = 2048

  private let analyzer: TextAnalyzer
  private var languages: [Language] = []
  @exclusivity(unchecked) private var recent: [Spelling: [QueryWord]] = [:]
  @exclusivity(unchecked) private var earlier: [Spelling: [QueryWord]] = [:]

  /// A text by its bytes: strings are normalised to be hashed and compared, letter by letter outside ASCII.
  private struct Spelling: Hashable {
    let text: String

    static func == (a: Spelling, b: Spelling) -> Bool {
      var (a, b) = (a.text, b.text)
      return a.withUTF8 { a in b.withUTF8 { compare(UnsafeRawBufferPointer(a), UnsafeRawBufferPointer($0)) == 0 } }
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  init(_ analyzer: TextAnalyzer) { self.analyzer = analyzer }

  /// The words of a piece of query text; see ``TextAnalyzer/queryWords(_:languages:)``.
  func of(_ text: String, languages: [Language]) -> [QueryWord] {
    guard text.utf8.count <= Self.longestText else {
      return analyzer.queryWords(text, languages: languages)
    }
    if languages != self.languages {
      self.languages = languages
      (recent, earlier) = ([:], [:])
    }
    let spelling = Spelling(text: text)
    if let words = recent[spelling] { return words }
    let words = earlier[spelling] ?? analyzer.queryWords(text, languages: languages)
    if recent.count == Self.capacity { (earlier, recent) = (recent, [:]) }
    recent[spelling] = words
    return words
  }
}
