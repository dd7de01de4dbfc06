/// The analysed words of queries: a search wants each several times, for its synonyms, for how other scripts spell it and to look
/// it up, and words come back from search to search.
///
/// Belongs to one searcher, so to one thread.
final class QueryWords {
  /// Bytes of the longest text that is kept.
  static let longestText = 64
  /// How many texts are kept of those asked for lately, and as many again of those asked for before.
  private static let capacity = 2048

  private let analyzer: TextAnalyzer
  private var languages: [Language] = []
  @exclusivity(unchecked) private var recent: [String: [QueryWord]] = [:]
  @exclusivity(unchecked) private var earlier: [String: [QueryWord]] = [:]

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
    if let words = recent[text] { return words }
    let words = earlier[text] ?? analyzer.queryWords(text, languages: languages)
    if recent.count == Self.capacity { (earlier, recent) = (recent, [:]) }
    recent[text] = words
    return words
  }
}
