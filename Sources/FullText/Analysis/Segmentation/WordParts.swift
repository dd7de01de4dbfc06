/// The parts of a word that holds separators: what readers look for inside addresses, names and figures.
///
/// - `civil.ge`, `info@civil.ge`, `snake_case`: parts at dots, colons and underscores.
/// - `U.S.A`: single letters around dots stay one word, `usa` when normalised.
/// - `l'homme`, `dell'arte`: an elided word before a vowel is a part of its own; `o'brien`, `don't` are whole.
/// - `01.03.2022`, `192.168.0.1`, `1;2`: a date, address or list of figures falls apart; `1,234.5` is whole.
enum WordParts {
  /// Calls `emit` with each part of `text[range]`, in order.
  static func forEach(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, kind: TokenKind, emit: (Range<Int>) -> Void
  ) {
    let word = UnsafeBufferPointer(rebasing: text[range])
    let isWhole = kind == .number ? NumberForm.normalized(word) != nil : isAcronym(word)
    if isWhole { return emit(range) }
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let character = text.character(at: index)
      if separates(character.code, isNumber: kind == .number) {
        if hasBase(text, start..<index) { emitElided(text, start..<index, emit) }
        start = index + character.length
      }
      index += character.length
    }
    if hasBase(text, start..<index) { emitElided(text, start..<index, emit) }
  }

  /// Whether single letters alternate with dots.
  static func isAcronym(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var letters = 0
    while index < word.count {
      let character = word.character(at: index)
      guard character.code >= 0x41 else { return false }
      index += character.length
      letters += 1
      guard index < word.count else { break }
      guard word[index] == UInt8(ascii: ".") else { return false }
      index += 1
    }
    return letters > 1
  }

  /// Whether a code point is an apostrophe, straight or curly.
  static func isApostrophe(_ code: UInt32) -> Bool {
    code == 0x27 || code == 0x2019 || code == 0x2018 || code == 0x2BC || code == 0xFF07
  }

  /// Whether anything stands in a part that does not just attach to what is before it.
  private static func hasBase(_ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
    var index = part.lowerBound
    while index < part.upperBound {
      let character = text.character(at: index)
      let kind = WordBreakLookup.shared[character.code]
      if kind != .extend && kind != .joiner { return true }
      index += character.length
    }
    return false
  }

  private static func separates(_ code: UInt32, isNumber: Bool) -> Bool {
    switch code {
    case 0x2E, 0x3A, 0x5F, 0x2024, 0xFE52, 0xFF0E, 0xFE13, 0xFE55, 0xFF1A: true
    case 0x203F, 0x2040, 0x2054, 0xFE33, 0xFE34, 0xFE4D...0xFE4F, 0xFF3F: true
    case 0x30...0x39: false
    default: isNumber && (code < 0x80 || isApostrophe(code) || NumberForm.isSeparator(code))
    }
  }

  private static func emitElided(
    _ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, _ emit: (Range<Int>) -> Void
  ) {
    guard let mark = part.first(where: { isApostrophe(text.character(at: $0).code) }), mark > part.lowerBound
    else { return emit(part) }
    let rest = mark + text.character(at: mark).length
    guard rest < part.upperBound, startsWithVowel(text.character(at: rest).code),
      isElidable(text[part.lowerBound..<mark])
    else { return emit(part) }
    emit(part.lowerBound..<mark)
    emit(rest..<part.upperBound)
  }

  private static func isElidable(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard head.count <= 7 else { return false }
    let lower = String(decoding: head.map { $0 | 0x20 }, as: UTF8.self)
    return elided.contains(lower)
  }

  private static func startsWithVowel(_ code: UInt32) -> Bool {
    switch code {
    case 0xC0...0xC6, 0xC8...0xCF, 0xD2...0xD6, 0xD9...0xDC, 0xE0...0xE6, 0xE8...0xEF, 0xF2...0xF6,
      0xF9...0xFC, 0x153:
      true
    default: code < 0x80 && "aeiouhAEIOUH".utf8.contains(UInt8(code))
    }
  }

  /// French, Italian and Catalan words that drop their vowel.
  private static let elided: Set<String> = [
    "l", "d", "j", "n", "s", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "un", "gl",
    "all", "dell", "dall", "nell", "sull", "coll", "quell", "quest", "bell", "sant",
  ]
}
