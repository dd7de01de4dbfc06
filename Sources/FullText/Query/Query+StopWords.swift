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
      grammar: zip(operands, isGrammar).filter { $1 }.map(\.0)
    )
  }

  private func isStopWord(_ isShouted: Bool, _ analyzed: (String) -> [QueryWord]) -> Bool {
    switch self {
    case .word(let text):
      let words = analyzed(isShouted ? text.lowercased() : text)
      return !words.isEmpty && words.allSatisfy(\.isStopWord)
    case .boosted(let inner, _), .within(_, let inner): return inner.isStopWord(isShouted, analyzed)
    default: return false
    }
  }

  /// Whether a word is in capitals; nil for what is no word.
  private var isInCapitals: Bool? {
    switch self {
    case .word(let text), .name(let text, _):
      text.unicodeScalars.allSatisfy { $0.properties.isUppercase || !$0.properties.isCased }
    case .boosted(let inner, _), .within(_, let inner): inner.isInCapitals
    default: nil
    }
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
