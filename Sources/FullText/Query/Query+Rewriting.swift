extension Query {
  /// The query with every word or name that stands by itself replaced; words of phrases, prefixes and fuzzy words stay.
  /// - Parameter replace: gets such a part of the query and its text.
  public func replacingWords(_ replace: (Query, String) -> Query) -> Query {
    switch self {
    case .word(let text), .name(let text, _): replace(self, text)
    case .within(let fields, let inner): .within(fields: fields, inner.replacingWords(replace))
    case .boosted(let inner, let factor): .boosted(inner.replacingWords(replace), factor)
    case .not(let inner): .not(inner.replacingWords(replace))
    case .and(let operands): .and(operands.map { $0.replacingWords(replace) })
    case .or(let operands): .or(operands.map { $0.replacingWords(replace) })
    default: self
    }
  }

  /// The query that also finds words one edit away from those of four letters and more, at half their weight.
  public func forgivingTypos() -> Query {
    replacingWords { word, text in
      text.unicodeScalars.count < Corrections.minCharacters
        ? word : .or([word, .boosted(.fuzzy(text, edits: 1), 0.5)])
    }
  }
}
