import CUtf8proc
import Glibc

/// A text with the signs spelled out that stand for letters or digits, as a reader would type them: `1/2` for ½, `km2` for ㎢ and
/// km², `No 5` for №5; and where each byte of it stands in the text itself.
///
/// Compatibility decompositions of letters and digits (ﬁ, Ａ, Ⅳ) change no boundaries of words and are left to `Normalizer`.
struct SpelledText {
  private(set) var bytes: [UInt8] = []
  /// What was spelled out, rising: the range in `bytes`, and that of the sign in the text.
  private var signs: [(spelled: Range<Int>, written: Range<Int>)] = []

  /// Spells out a text; O(bytes).
  init(_ text: UnsafeBufferPointer<UInt8>, classes: WordBreakLookup) {
    bytes.reserveCapacity(text.count + text.count / 8)
    var plain = 0
    var index = 0
    while index < text.count {
      let character = text.character(at: index)
      let end = index + character.length
      if classes[character.code] == .compatible {
        bytes += text[plain..<index]
        let start = bytes.count
        append(character.code, written: index..<end, of: text)
        signs.append((start..<bytes.count, index..<end))
        plain = end
      }
      index = end
    }
    bytes += text[plain...]
  }

  /// Moves tokens of the spelled text, by rising offset, to where they stand in the text: one that lies in a sign takes all of it.
  func place(_ tokens: UnsafeMutableBufferPointer<Token>) {
    var next = 0
    var shift = 0
    for index in tokens.indices {
      let token = tokens[index]
      let start = Int(token.start)
      let end = Int(token.end)
      func pass(_ offset: Int) {
        while next < signs.count, signs[next].spelled.upperBound <= offset {
          shift = signs[next].written.upperBound - signs[next].spelled.upperBound
          next += 1
        }
      }
      pass(start)
      let isFromSign = next < signs.count && signs[next].spelled.lowerBound <= start
      let from = isFromSign ? signs[next].written.lowerBound : start + shift
      // The next token may lie in the sign in which this one ends.
      pass(end - 1)
      let isToSign = next < signs.count && signs[next].spelled.lowerBound < end
      let to = isToSign ? signs[next].written.upperBound : end + shift
      tokens[index] = Token(
        word: token.word, position: token.position, start: Int32(truncatingIfNeeded: from),
        end: Int32(truncatingIfNeeded: to), kind: token.kind)
    }
  }

  private mutating func append(_ code: UInt32, written: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
    let joins = Self.isPower(code) ? Self.endsShortWord(text, written.lowerBound) : Self.isUnit(code)
    let follower = written.upperBound < text.count ? text[written.upperBound] : 0
    if !joins { bytes.append(Self.blank) }
    if joins || !Self.isPower(code) { bytes += Self.spelling(UnsafeBufferPointer(rebasing: text[written])) }
    if !joins || !Self.isLetterOrDigit(follower) { bytes.append(Self.blank) }
  }

  /// A digit written high is one of the word behind a unit or a single letter (km², x³, CO²), else a mark of a note or an exponent.
  private static func isPower(_ code: UInt32) -> Bool {
    code == 0xB2 || code == 0xB3 || code == 0xB9 || (0x2070...0x2079).contains(code)
  }

  /// Units in the width of an ideograph, which follow their figure as letters would; not the hours and days among them.
  private static func isUnit(_ code: UInt32) -> Bool {
    switch code {
    case 0x33C2, 0x33C7, 0x33D8: false
    case 0x32CC...0x32CF, 0x3371...0x337A, 0x3380...0x33DF: true
    default: false
    }
  }

  /// Whether one or two letters, and no more, stand before a byte.
  private static func endsShortWord(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    var index = end
    var letters = 0
    while index > 0 {
      index -= 1
      while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
      guard WordBreakLookup.shared[text.character(at: index).code].isLetter else { break }
      letters += 1
      if letters > 2 { return false }
    }
    return letters > 0
  }

  private static func spelling(_ sign: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let options = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_COMPAT.rawValue
    var result: UnsafeMutablePointer<UInt8>?
    let length = utf8proc_map(sign.baseAddress, sign.count, &result, utf8proc_option_t(options))
    defer { free(result) }
    guard length >= 0, let result else { return [] }
    return Array(UnsafeBufferPointer(start: result, count: length))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static let blank = UInt8(ascii: " ")
}
