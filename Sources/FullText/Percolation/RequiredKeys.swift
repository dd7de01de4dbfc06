/// Something that a document has and a query may need.
enum DocumentKey: Hashable, Sendable {
  /// A stem, in whatever text field.
  case term([UInt8])
  /// A value of a keyword field.
  case keyword(KeywordFieldID, [UInt8])
}

/// Finds keys of which every document that a query matches has at least one.
///
/// May find more keys than needed, never fewer; so what has none of them need not be looked at.
struct RequiredKeys {
  let schema: Schema
  let languages: [Language]
  let analyzer: TextAnalyzer

  /// The keys of a query under a condition; nil when a document without any of them might match.
  func keys(_ query: Query, _ condition: Condition) -> Set<DocumentKey>? {
    best([keys(query), keys(condition)])
  }

  private func keys(_ query: Query) -> Set<DocumentKey>? {
    switch query {
    case .none: []
    case .all, .fuzzy, .near, .range, .not, .keywordPrefix: nil
    case .word(let text), .phrase(let text, _, _): anyWord(of: text)
    case .name(let text, let spellings): union(([text] + spellings).map(anyWord))
    case .compound(let text, let spellings): anyPart(of: text, spellings)
    case .prefix(let text): keysOfPrefix(text)
    case .keyword(let name, let value):
      schema.keywordField(named: name).map { [.keyword($0, Array(value.utf8))] }
    case .within(_, let inner), .boosted(let inner, _): keys(inner)
    case .and(let operands): best(operands.map(keys))
    case .or(let operands): union(telling(operands).map(keys))
    }
  }

  private func keys(_ condition: Condition) -> Set<DocumentKey>? {
    switch condition {
    case .none: []
    case .all, .keywordPrefix, .integer, .not: nil
    case .keyword(let field, let value): [.keyword(field, Array(value.utf8))]
    case .keywordAmong(let field, let values): Set(values.map { .keyword(field, Array($0.utf8)) })
    case .and(let operands): best(operands.map(keys))
    case .or(let operands): union(operands.map(keys))
    }
  }

  /// A text of several words is looked up as a phrase, which needs each of them: the longest is the rarest, as a rule.
  private func anyWord(of text: String) -> Set<DocumentKey> {
    let words = analyzer.queryWords(text, languages: languages)
    return best(words.map { Set($0.stems.map { .term($0) }) }) ?? []
  }

  /// One of the parts of a word with hyphens, as one of its spellings.
  private func anyPart(of text: String, _ spellings: [[String]]) -> Set<DocumentKey>? {
    let words = analyzer.queryWords(text, languages: languages)
    guard words.count == spellings.count else { return anyWord(of: text) }
    return best(
      zip(words, spellings).map { word, spellings in
        union([Set(word.stems.map { .term($0) })] + spellings.map(anyWord))
      })
  }

  private func keysOfPrefix(_ text: String) -> Set<DocumentKey>? {
    let words = analyzer.queryWords(text, languages: languages).dropLast()
    return best(words.map { Set($0.stems.map { .term($0) }) })
  }

  /// The keys that the fewest documents have, as far as lengths tell.
  private func best(_ candidates: [Set<DocumentKey>?]) -> Set<DocumentKey>? {
    candidates.compactMap { $0 }.max { weight($0) < weight($1) }
  }

  private func weight(_ keys: Set<DocumentKey>) -> Int {
    if keys.isEmpty { return .max }
    return keys.map { key in
      switch key {
      case .term(let stem): 2 * stem.count
      case .keyword: 1
      }
    }.min() ?? 0
  }

  private func union(_ operands: [Set<DocumentKey>?]) -> Set<DocumentKey>? {
    var union: Set<DocumentKey> = []
    for keys in operands {
      guard let keys else { return nil }
      union.formUnion(keys)
    }
    return union
  }

  /// As the compiler tells them apart.
  private func telling(_ operands: [Query]) -> [Query] {
    Query.apart(operands) { analyzer.queryWords($0, languages: languages) }.telling
  }
}
