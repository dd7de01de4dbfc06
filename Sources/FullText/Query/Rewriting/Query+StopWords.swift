extension Query {
  /// Tells alternatives that carry grammar only from the others; where there are no others, none does.
  ///
  /// Where most words are in capitals these say nothing. Spellings of one word are no alternatives.
  static func apart(
    _ operands: [Query], words: (String) -> [QueryWord]
  ) -> (telling: [Query], grammar: [Query]) {
    guard Query.or(operands).spelledWord == nil else { return (operands, []) }
    let areInCapitals = operands.compactMap(\.isInCapitals)
    let isShouted = areInCapitals.count { $0 } * 2 > areInCapitals.count
    let isGrammar = operands.map { $0.isStopWord(isShouted, words) }
    guard isGrammar.contains(true), isGrammar.contains(false) else { return (operands, []) }
    return (
      telling: zip(operands, isGrammar).filter { !$1 }.map(\.0),
      grammar: zip(operands, isGrammar).filter { $1 }.map(\.0.spelledRight)
    )
  }

  /// The word of these spellings of one word, taken as it is.
  private var spelledRight: Query { spelledWord.map { .word($0) } ?? self }

  /// The word that `joiningWords` or `forgivingTypos` has given another spelling, or several; nil for everything else.
  private var spelledWord: String? {
    guard case .or(let spellings) = self, spellings.count == 2 else { return nil }
    guard let word = spellings[0].word ?? spellings[0].spelledWord else { return nil }
    if spellings[1].isNear { return word }
    guard let joined = spellings[1].word else { return nil }
    return HyphenatedWord.joined(word) == joined ? word : nil
  }

  private var word: String? {
    switch self {
    case .word(let text), .name(let text, _): text
    default: nil
    }
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
      return spelledWord.map { Query.word($0).isStopWord(isShouted, analyzed) } ?? false
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
    default: spelledWord.flatMap { Query.word($0).isInCapitals }
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
