extension Query {
  /// The query with every word that stands by itself replaced; words of phrases, prefixes and fuzzy words stay.
  public func replacingWords(_ replace: (String) -> Query) -> Query {
    switch self {
    case .word(let text): replace(text)
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
    replacingWords { text in
      text.unicodeScalars.count < Corrections.minCharacters
        ? .word(text) : .or([.word(text), .boosted(.fuzzy(text, edits: 1), 0.5)])
    }
  }
}
