/// Cuts text into words by the default rules of UAX #29, leaving out what is between words.
///
/// Rules are cited by their number there. Four refinements for search: every letter of a script that writes
/// no spaces is a word (UAX #29 wants a dictionary), an emoji sequence is one word, a connector alone
/// (`___`) is none, and digits written low are digits (CO₂).
struct WordSegmenter {
  /// A word of the text.
  struct Segment {
    var start: Int
    var end: Int
    var kind: TokenKind
    /// Whether a separator stands inside, so that the word may fall into parts.
    var hasSeparator: Bool
  }

  /// Whether the text holds a sign that stands for letters or digits, before which the words ended: see `SpelledText`.
  private(set) var meetsSign = false
  private let text: UnsafeBufferPointer<UInt8>
  private let classes: WordBreakLookup
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>, classes: WordBreakLookup) {
    self.text = text
    self.classes = classes
  }

  /// The next word; nil at the end of the text, and at a sign that stands for letters or digits.
  @inline(__always)
  mutating func next() -> Segment? {
    while index < text.count {
      if let word = plainWord() { return word }
      guard index < text.count else { return nil }
      let character = text.character(at: index)
      let kind = classes[character.code]
      let start = index
      index += character.length
      guard kind.startsToken else { continue }
      switch kind {
      case .ideograph:
        skipExtenders()
        return Segment(start: start, end: index, kind: .ideograph, hasSeparator: false)
      case .pictograph:
        skipPictographs()
        return Segment(start: start, end: index, kind: .emoji, hasSeparator: false)
      case .regional:
        guard skipRegional() else { continue }
        return Segment(start: start, end: index, kind: .emoji, hasSeparator: false)
      case .compatible:
        meetsSign = true
        return nil
      default:
        if let word = word(from: start, first: kind) { return word }
      }
    }
    return nil
  }

  /// Skips ASCII between words, then takes a word of ASCII letters that clearly ends where they end.
  ///
  /// Most of English goes this way; whatever needs the rules is left to them, from its first character on.
  @inline(__always)
  private mutating func plainWord() -> Segment? {
    while index < text.count, Self.separates(text[index]) { index += 1 }
    let end = endOfLetters(from: index)
    guard end > index, endsPlainly(at: end) else { return nil }
    defer { index = end }
    return Segment(start: index, end: end, kind: .word, hasSeparator: false)
  }

  /// The first byte from `start` on that is no ASCII letter; eight bytes are judged at a time.
  @inline(__always)
  private func endOfLetters(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var end = start
    while end + 8 <= raw.count {
      let bytes = raw.loadUnaligned(fromByteOffset: end, as: UInt64.self).littleEndian
      let lower = bytes & 0x7F7F_7F7F_7F7F_7F7F | 0x2020_2020_2020_2020
      let fromA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
      let behindZ = lower &+ 0x0505_0505_0505_0505
      let others = ~(fromA & ~behindZ & ~bytes) & 0x8080_8080_8080_8080
      if others != 0 { return end + others.trailingZeroBitCount / 8 }
      end += 8
    }
    while end < text.count, Self.isLetter(text[end]) { end += 1 }
    return end
  }

  /// Whether a word of letters ends before a byte, whatever the rules say.
  @inline(__always)
  private func endsPlainly(at end: Int) -> Bool {
    guard end < text.count else { return true }
    let byte = text[end]
    if Self.separates(byte) { return true }
    let mayJoinLetters = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ":")
    let isOnlyBetweenDigits = byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
    return isOnlyBetweenDigits || mayJoinLetters && (end + 1 == text.count || Self.separates(text[end + 1]))
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether a byte is ASCII that neither belongs to a word nor can stand inside one.
  @inline(__always)
  private static func separates(_ byte: UInt8) -> Bool {
    let bits: UInt64 = byte < 64 ? separatorsBelow64 : separatorsFrom64
    return byte < 128 && bits >> UInt64(byte & 63) & 1 == 1
  }

  private static let separatorsBelow64: UInt64 = 0xF000_AF7B_FFFF_FFFF
  private static let separatorsFrom64: UInt64 = 0xF800_0001_7800_0001

  /// The word that starts with a letter, digit, katakana or connector: rules WB4 to WB13b.
  @inline(__always)
  private mutating func word(from start: Int, first: WordBreakClass) -> Segment? {
    var last = first
    var hasLetter = first.isLetter || first == .katakana
    var hasDigit = first == .numeric
    var hasSeparator = first == .connector
    while index < text.count {
      if last == .letter {
        skipLetters()
        if endsPlainly(at: index) { break }
      }
      let character = text.character(at: index)
      let next = classes[character.code]
      switch next {
      case .extend, .joiner: break
      case .letter, .hebrew:
        guard last != .katakana else { return finish() }
        last = next
        hasLetter = true
      case .numeric:
        guard last != .katakana else { return finish() }
        last = next
        hasDigit = true
      case .katakana:
        guard last == .katakana || last == .connector else { return finish() }
        last = next
        hasLetter = true
      case .connector:
        last = next
        hasSeparator = true
      case .midLetter, .midNumber, .midNumberLetter, .singleQuote, .doubleQuote:
        guard crosses(next, after: last, at: index + character.length) else {
          if last == .hebrew && next == .singleQuote { skipWithExtenders(character.length) }
          return finish()
        }
        hasSeparator = true
      default: return finish()
      }
      index += character.length
    }
    return finish()

    func finish() -> Segment? {
      guard hasLetter || hasDigit else { return nil }
      return Segment(
        start: start, end: index, kind: hasLetter ? .word : .number, hasSeparator: hasSeparator)
    }
  }

  /// Skips letters of ASCII, Cyrillic and Georgian, told by their bytes alone.
  @inline(__always)
  private mutating func skipLetters() {
    skipCyrillic()
    while index < text.count {
      let byte = text[index]
      if Self.isLetter(byte) {
        index += 1
      } else if byte & 0xFE == 0xD0, index + 1 < text.count, text[index + 1] & 0xC0 == 0x80 {
        index += 2
      } else if byte == 0xE1, index + 2 < text.count, text[index + 1] == 0x83, text[index + 2] &- 0x90 < 0x2B
      {
        index += 3
      } else {
        return
      }
    }
  }

  /// Skips four letters of Cyrillic at a time, which take two bytes each.
  @inline(__always)
  private mutating func skipCyrillic() {
    let raw = UnsafeRawBufferPointer(text)
    while index + 8 <= raw.count {
      let letters = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      guard letters & 0xC0FE_C0FE_C0FE_C0FE == 0x80D0_80D0_80D0_80D0 else { return }
      index += 8
    }
  }

  /// Whether a word goes on behind a separator: WB6 and WB7, WB7b and WB7c, WB11 and WB12.
  private func crosses(_ separator: WordBreakClass, after last: WordBreakClass, at index: Int) -> Bool {
    let follower = base(at: index)
    switch separator {
    case .midLetter: return last.isLetter && follower.isLetter
    case .midNumber: return last == .numeric && follower == .numeric
    case .doubleQuote: return last == .hebrew && follower == .hebrew
    default: return last.isLetter && follower.isLetter || last == .numeric && follower == .numeric
    }
  }

  /// The class of the next character that does not attach to the one before (WB4).
  private func base(at start: Int) -> WordBreakClass {
    var index = start
    while index < text.count {
      let character = text.character(at: index)
      let kind = classes[character.code]
      if kind != .extend && kind != .joiner { return kind }
      index += character.length
    }
    return .other
  }

  /// WB7a: a quote after a Hebrew letter belongs to the word even at its end.
  private mutating func skipWithExtenders(_ length: Int) {
    index += length
    skipExtenders()
  }

  private mutating func skipExtenders() {
    while index < text.count {
      let character = text.character(at: index)
      let kind = classes[character.code]
      guard kind == .extend || kind == .joiner else { return }
      index += character.length
    }
  }

  /// WB3c and WB4: modifiers attach, a joiner binds the next pictograph.
  private mutating func skipPictographs() {
    var last = WordBreakClass.pictograph
    while index < text.count {
      let character = text.character(at: index)
      let kind = classes[character.code]
      guard kind == .extend || kind == .joiner || kind == .pictograph && last == .joiner else { return }
      last = kind
      index += character.length
    }
  }

  /// WB15 and WB16: two regional indicators are a flag; one alone is no word.
  private mutating func skipRegional() -> Bool {
    skipExtenders()
    guard index < text.count else { return false }
    let character = text.character(at: index)
    guard classes[character.code] == .regional else { return false }
    index += character.length
    skipExtenders()
    return true
  }
}
