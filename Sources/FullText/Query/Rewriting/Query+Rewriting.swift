extension Query {
  /// The query with every word or name that stands by itself replaced; words of phrases, prefixes and fuzzy words stay.
  /// - Parameter replace: gets such a part of the query and its text.
  public func replacingWords(_ replace: (Query, String) -> Query) -> Query {
    switch self {
    case .word(let text), .name(let text, _), .compound(let text, _): replace(self, text)
    case .within(let fields, let inner): .within(fields: fields, inner.replacingWords(replace))
    case .boosted(let inner, let factor): .boosted(inner.replacingWords(replace), factor)
    case .not(let inner): .not(inner.replacingWords(replace))
    case .and(let operands): .and(operands.map { $0.replacingWords(replace) })
    case .or(let operands): .or(operands.map { $0.replacingWords(replace) })
    default: self
    }
  }

  /// The query that finds names and words with a hyphen, or with a number behind letters, however these are joined: `G-7` and `G7`,
  /// `MH-17` and `MH17`, `e-mail` as `email`; and figures however they are grouped.
  public func joiningWords() -> Query {
    replacingWords { word, text in
      guard case .word = word else { return word }
      let figures = FigureSpelling.others(of: text)
      if !figures.isEmpty { return .or([word] + figures) }
      if let joined = HyphenatedWord.joined(text) { return .or([word, .word(joined)]) }
      guard let apart = HyphenatedWord.apart(text) else { return word }
      return .or([word, .phrase(apart, slop: 0, exact: false)])
    }
  }

  /// The query that also finds words one edit away from those of four letters and more, each at half the weight that it has as
  /// a misspelt word; of these only the best counts in a document.
  public func forgivingTypos() -> Query {
    replacingWords { word, text in
      text.unicodeScalars.count < Corrections.minCharacters || text.contains(" ")
        ? word : .or([word, .boosted(.near(text), 0.5)])
    }
  }

  /// How many bytes of UTF-8 its words take, all of which have to be analysed and looked up; O(parts).
  public var wordBytes: Int {
    switch self {
    case .word(let text), .phrase(let text, _, _), .prefix(let text), .fuzzy(let text, _), .near(let text, _):
      text.utf8.count
    case .name(let text, let spellings): spellings.reduce(text.utf8.count) { $0 + $1.utf8.count }
    case .compound(let text, let spellings):
      spellings.joined().reduce(text.utf8.count) { $0 + $1.utf8.count }
    case .within(_, let inner), .boosted(let inner, _), .not(let inner): inner.wordBytes
    case .and(let operands), .or(let operands): operands.reduce(0) { $0 + $1.wordBytes }
    case .all, .none, .keyword, .keywordPrefix, .range: 0
    }
  }
}
