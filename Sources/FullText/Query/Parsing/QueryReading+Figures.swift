extension QueryReading {
  /// Words side by side, of which those that are one figure (`20 000`, `100 km`) may be so as well, or are nothing else.
  mutating func figures(_ words: [Query]) -> [Query] {
    var read: [Query] = []
    var rest = words[...]
    while let word = rest.first {
      let texts = rest.prefix(Self.mostGroups).prefix { $0.wordText != nil }.compactMap(\.wordText)
      let length = FigureSpelling.length(texts)
      guard length > 1, clauses < parser.limits.maxClauses else {
        read.append(word)
        rest = rest.dropFirst()
        continue
      }
      let parts = rest.prefix(length)
      let figure = texts.prefix(length)
      if FigureSpelling.isUnit(figure[1]) {
        read += beside(.word(figure.joined()), parts)
      } else {
        let joined = Query.word(figure.joined(separator: " "))
        read += FigureSpelling.isSurely(figure) ? [joined] : beside(joined, parts)
      }
      rest = rest.dropFirst(length)
    }
    return read
  }

  /// What may be meant instead of some words.
  private mutating func beside(_ joined: Query, _ parts: ArraySlice<Query>) -> [Query] {
    clauses += 1
    return parser.matching == .all ? [.or([.and(Array(parts)), joined])] : Array(parts) + [joined]
  }

  /// So many groups of three digits are more than any figure has.
  private static let mostGroups = 5
}

extension Query {
  /// The text of a word; nil for all others.
  fileprivate var wordText: String? {
    if case .word(let text) = self { text } else { nil }
  }
}
