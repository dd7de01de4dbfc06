/// Words that hyphens join: `two-dimensional`, `премьер-министр`, `NATO-ს`; and how else they are written.
enum HyphenatedWord {
  /// Two words written as one: `email` for `e-mail`, `G7` for `G-7`; nil for what is no two words, or two figures.
  static func joined(_ text: String) -> String? {
    guard text.unicodeScalars.contains(where: isHyphen) else { return nil }
    let parts = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isHyphen)
    guard parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty && ($0.allSatisfy(isLetter) || $0.allSatisfy(isDigit)) }),
      parts.contains(where: { $0.allSatisfy(isLetter) })
    else { return nil }
    return String(parts[0]) + String(parts[1])
  }

  /// The letters and the number of a name such as `G7`, `MH17` or `covid19`, or the letter e before what is electronic, as two
  /// words; nil for everything else.
  static func apart(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    if let first = scalars.first, first == "e" || first == "E",
      electronic.contains(text.dropFirst().lowercased())
    {
      return "\(first) \(text.dropFirst())"
    }
    guard let place = scalars.firstIndex(where: isDigit), place > scalars.startIndex,
      scalars[..<place].allSatisfy(\.properties.isAlphabetic), scalars[place...].allSatisfy(isDigit)
    else { return nil }
    return String(scalars[..<place]) + " " + String(scalars[place...])
  }

  /// What an e before it makes electronic, with a hyphen or without.
  private static let electronic: Set<String> = [
    "mail", "mails", "mailed", "mailing", "book", "books", "commerce", "government", "learning", "sport",
    "sports", "cigarette",
    "cigarettes", "reader", "readers", "bike", "bikes", "scooter", "scooters", "voting",
  ]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

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
