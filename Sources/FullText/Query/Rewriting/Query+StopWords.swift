extension Query {
  /// Tells alternatives that carry grammar only from the others; where there are no others, none does.
  ///
  /// Where most words are in capitals these say nothing.
  static func apart(
    _ operands: [Query], words: (String) -> [QueryWord]
  ) -> (telling: [Query], grammar: [Query]) {
    let areInCapitals = operands.compactMap(\.isInCapitals)
    let isShouted = areInCapitals.count { $0 } * 2 > areInCapitals.count
    let isGrammar = operands.map { $0.isStopWord(isShouted, words) }
    guard isGrammar.contains(true), isGrammar.contains(false) else { return (operands, []) }
    return (
      telling: zip(operands, isGrammar).filter { !$1 }.map(\.0),
      grammar: zip(operands, isGrammar).filter { $1 }.map(\.0.spelledRight)
    )
  }

  /// A word that may be misspelt, taken as it is.
  private var spelledRight: Query {
    if case .or(let readings) = self, readings.count == 2, readings[1].isNear { readings[0] } else { self }
  }

  private var isNear: Bool {
    switch self {
    case .near: true
    case .boosted(let inner, _): inner.isNear
    default: false
    }
  }

  private func isStopWord(_ isShouted: Bool, _ analyzed: (String) -> [QueryWord]) -> Bool {
    switch self {
    case .word(let text):
      let words = analyzed(isShouted ? text.lowercased() : text)
      return !words.isEmpty && words.allSatisfy(\.isStopWord)
    case .boosted(let inner, _), .within(_, let inner): return inner.isStopWord(isShouted, analyzed)
    default:
      if case .word(let text) = spelledRight { return Query.word(text).isStopWord(isShouted, analyzed) }
      return false
    }
  }

  /// Whether a word is in capitals; nil for what is no word.
  private var isInCapitals: Bool? {
    switch self {
    case .word(let text), .name(let text, _):
      // Most words show a small letter at once.
      !text.utf8.contains { $0 &- 0x61 < 26 }
        && text.unicodeScalars.allSatisfy { $0.properties.isUppercase || !$0.properties.isCased }
    case .boosted(let inner, _), .within(_, let inner): inner.isInCapitals
    case .or(let readings) where readings.last?.isNear == true: readings.first?.isInCapitals
    default: nil
    }
  }

  /// Whether it says which documents are meant, or are not, and scores nothing.
  var scoresNothing: Bool {
    if case .not = self { true } else { isCondition }
  }

  /// Whether it only says which documents are meant and scores nothing.
  var isCondition: Bool {
    switch self {
    case .keyword, .keywordPrefix, .range: true
    case .boosted(let inner, _), .within(_, let inner), .not(let inner): inner.isCondition
    case .and(let operands), .or(let operands): operands.allSatisfy(\.isCondition)
    default: false
    }
  }
}
