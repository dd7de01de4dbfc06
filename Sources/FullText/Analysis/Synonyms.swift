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

  /// A term of a set, found by its stems, and the terms that it leads to, itself perhaps among them: those of a set are shared by
  /// its entries.
  private struct Entry: Sendable {
    let stems: [[UInt8]]
    let term: String
    let terms: [String]
  }

  /// Where the stems of one or several words in a row lead; the first node is for none.
  private struct Node: Sendable {
    var next: [[UInt8]: Int] = [:]
    var entries: [Entry] = []
    var termCount = 0
  }

  /// Most words of one synonym.
  public static let maxWords = 8
  /// Most synonyms that a query has; what is behind them in the order in which they were added is left out.
  public static let maxAlternatives = 1024

  private var nodes = [Node()]

  /// How many terms one word of a query may have to be looked up with at the most.
  public private(set) var mostTerms = 0

  /// No synonyms.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { nodes.count == 1 }

  /// Adds the sets of a text, understood in one language.
  ///
  /// - Throws: ``SynonymError`` naming the first line that is no set; nothing is added then.
  /// - Complexity: O(bytes).
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
    for entry in added { insert(entry) }
  }

  private mutating func insert(_ entry: Entry) {
    var place = 0
    for stem in entry.stems {
      if let next = nodes[place].next[stem] {
        place = next
      } else {
        nodes[place].next[stem] = nodes.count
        place = nodes.count
        nodes.append(Node())
      }
    }
    nodes[place].entries.append(entry)
    nodes[place].termCount += entry.terms.count
    mostTerms = max(mostTerms, nodes[place].termCount)
  }

  /// The synonyms in a query, from left to right, the longest at each place, none overlapping, at most `limit` in all.
  ///
  /// - Complexity: O(words) look-ups; each place's synonyms are read once, and no more of them than a multiple of the limit.
  public func matches(in words: [QueryWord], limit: Int = maxAlternatives) -> [Match] {
    var matches: [Match] = []
    var known: [[Int]: [String]] = [:]
    var left = limit
    var start = 0
    while start < words.count, left > 0 {
      let (length, found) = longest(words[start...])
      if length > 0 {
        let all = known[found] ?? alternatives(of: found, limit: limit)
        known[found] = all
        let alternatives = Array(all.prefix(left))
        left -= alternatives.count
        matches.append(Match(words: start..<start + length, alternatives: alternatives))
      }
      start += max(length, 1)
    }
    return matches
  }

  /// How many words in front are the longest terms of sets, and where those stand.
  private func longest(_ words: ArraySlice<QueryWord>) -> (length: Int, found: [Int]) {
    var longest = (length: 0, found: [Int]())
    var reached = [0]
    for (number, word) in words.prefix(Self.maxWords).enumerated() {
      reached = reached.flatMap { place in word.stems.compactMap { nodes[place].next[$0] } }
      if reached.isEmpty { break }
      let found = reached.filter { !nodes[$0].entries.isEmpty }
      if !found.isEmpty { longest = (number + 1, found) }
    }
    return longest
  }

  /// The first `limit` terms that entries lead to, each once.
  private func alternatives(of found: [Int], limit: Int) -> [String] {
    var alternatives: [String] = []
    var seen: Set<String> = []
    // Many sets may repeat the same terms.
    var unread = Self.termsReadPerTerm * limit
    for entry in found.lazy.flatMap({ nodes[$0].entries }) {
      for term in entry.terms where term != entry.term {
        unread -= 1
        if unread < 0 || alternatives.count == limit { return alternatives }
        if seen.insert(term).inserted { alternatives.append(term) }
      }
    }
    return alternatives
  }

  private static let termsReadPerTerm = 16

  /// The entries of a line; nil when it is no set.
  private static func entries(
    _ line: Substring, _ language: Language, _ analyzer: TextAnalyzer
  ) -> [Entry]? {
    let sides = line.split(separator: "=>", omittingEmptySubsequences: false).map(terms)
    guard sides.count <= 2, sides.allSatisfy({ !$0.isEmpty }), sides.count == 2 || sides[0].count > 1 else {
      return nil
    }
    var entries: [Entry] = []
    let found = uniqued(sides[sides.count - 1])
    for term in uniqued(sides[0]) {
      analyzer.analyze(term, language: language)
      let stems = analyzer.tokens.map { analyzer.lexicon.stem($0.word) }
      guard !stems.isEmpty, stems.count <= maxWords else { return nil }
      entries.append(Entry(stems: stems, term: term, terms: found))
    }
    return entries
  }

  private static func terms(_ side: Substring) -> [String] {
    side.split(separator: ",").map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty }
  }

  private static func uniqued(_ terms: [String]) -> [String] {
    var seen: Set<String> = []
    return terms.filter { seen.insert($0).inserted }
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
