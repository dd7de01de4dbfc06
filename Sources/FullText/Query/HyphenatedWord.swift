/// Words that hyphens join: `two-dimensional`, `премьер-министр`, `NATO-ს`.
enum HyphenatedWord {
  /// The words that are joined; nil when a text is no such word. What holds figures is one thing (`F-16`, `COVID-19`), as is
  /// what is joined otherwise (`civil.ge`).
  static func parts(of text: String) -> [String]? {
    guard text.unicodeScalars.contains(where: isHyphen) else { return nil }
    let parts = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isHyphen)
    guard 2...maxParts ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isLetter) }) else {
      return nil
    }
    return parts.map { String($0) }
  }

  /// A chain of more words is hardly a word.
  private static let maxParts = 8

  private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "\u{2010}", "\u{2011}": true
    default: false
    }
  }

  /// Letters with their marks, and the apostrophes among them.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "\u{2019}", "\u{02BC}": true
    default: scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
  }
}
