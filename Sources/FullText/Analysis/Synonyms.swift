/// Words that mean the same, asked for together; applied to queries only, so they change without re-indexing.
///
/// Written one set a line: `EU, European Union` finds each by the other, `PM => prime minister` only leads from left to
/// right; `#` starts a comment. Words are compared by their stems, so a set holds for every form. A plain value:
/// replace it whole.
public struct Synonyms: Sendable {
  /// Where words of a query have synonyms.
  public struct Match: Sendable, Hashable {
    /// Indices into the query's words.
    public let words: Range<Int>
    /// Texts that mean the same, each a word or several in a row.
    public let alternatives: [String]
  }

  private struct Entry: Sendable {
    let stems: [[UInt8]]
    let alternatives: [String]

    func holds(_ words: ArraySlice<QueryWord>) -> Bool {
      words.count >= stems.count && zip(words, stems).allSatisfy { $0.stems.contains($1) }
    }
  }

  /// Most words of one synonym.
  public static let maxWords = 8

  private var entries: [[UInt8]: [Entry]] = [:]

  /// No synonyms.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }

  /// Adds the sets of a text, understood in one language.
  ///
  /// - Throws: ``SynonymError`` naming the first line that is no set; nothing is added then.
  /// - Complexity: O(bytes), and the square of a set's size.
  public mutating func add(_ text: String, language: Language) throws(SynonymError) {
    let analyzer = TextAnalyzer()
    var added: [Entry] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.prefix { $0 != "#" }
      if content.allSatisfy(\.isWhitespace) { continue }
      guard let set = Self.entries(content, language, analyzer) else {
        throw SynonymError(line: number + 1, text: String(line))
      }
      added += set
    }
    for entry in added { entries[entry.stems[0], default: []].append(entry) }
  }

  /// The synonyms in a query, from left to right, the longest at each place, none overlapping.
  /// - Complexity: O(words) look-ups.
  public func matches(in words: [QueryWord]) -> [Match] {
    var matches: [Match] = []
    var start = 0
    while start < words.count {
      let found = matched(words[start...])
      if found.length > 0 {
        matches.append(Match(words: start..<start + found.length, alternatives: found.alternatives))
      }
      start += max(found.length, 1)
    }
    return matches
  }

  private func matched(_ words: ArraySlice<QueryWord>) -> (length: Int, alternatives: [String]) {
    var length = 0
    var alternatives: [String] = []
    for stem in words.first?.stems ?? [] {
      for entry in entries[stem] ?? [] where entry.stems.count >= length && entry.holds(words) {
        if entry.stems.count > length { alternatives = [] }
        length = entry.stems.count
        for text in entry.alternatives where !alternatives.contains(text) { alternatives.append(text) }
      }
    }
    return (length, alternatives)
  }

  /// The entries of a line; nil when it is no set.
  private static func entries(
    _ line: Substring, _ language: Language, _ analyzer: TextAnalyzer
  ) -> [Entry]? {
    let sides = line.split(separator: "=>", omittingEmptySubsequences: false).map(terms)
    guard sides.count <= 2, sides.allSatisfy({ !$0.isEmpty }), sides.count == 2 || sides[0].count > 1 else {
      return nil
    }
    var entries: [Entry] = []
    for term in sides[0] {
      analyzer.analyze(term, language: language)
      let stems = analyzer.tokens.map { analyzer.lexicon.stem($0.word) }
      guard !stems.isEmpty, stems.count <= maxWords else { return nil }
      let others = (sides.count == 2 ? sides[1] : sides[0]).filter { $0 != term }
      entries.append(Entry(stems: stems, alternatives: others))
    }
    return entries
  }

  private static func terms(_ side: Substring) -> [String] {
    side.split(separator: ",").map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty }
  }
}

/// A line that is no set of synonyms.
public struct SynonymError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line's number, from 1.
  public let line: Int
  /// The line.
  public let text: String

  /// What was expected and what was found.
  public var description: String {
    "line \(line): expected 'word, word' or 'word => word', found '\(text)'"
  }
}
