/// Characters that HTML has names or numbers for.
enum HTMLEntities {
  /// The longest name that is looked up, in bytes.
  private static let maxNameBytes = 10

  /// A text with its entities decoded once; what is no entity stays as it is.
  ///
  /// - Parameter isAttribute: whether it is an attribute's value, in which a name without semicolon is none where more follows,
  ///   as in an address (`?page=2&copy=1`).
  static func decoded(_ text: ArraySlice<UInt8>, isAttribute: Bool = false) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "&"), let (scalar, end) = entity(text[index...], isAttribute) {
        decoded += Array(String(scalar).utf8)
        index = end
      } else {
        decoded.append(text[index])
        index += 1
      }
    }
    return decoded
  }

  /// The character of the entity that the text begins with, and where it ends.
  private static func entity(_ text: ArraySlice<UInt8>, _ isAttribute: Bool) -> (Unicode.Scalar, Int)? {
    let start = text.startIndex + 1
    guard start < text.endIndex else { return nil }
    if text[start] == UInt8(ascii: "#") { return number(text, at: start + 1) }
    var end = start
    while end < text.endIndex, end - start <= maxNameBytes, isAlphanumeric(text[end]) { end += 1 }
    var name = String(decoding: text[start..<end], as: UTF8.self)
    if end < text.endIndex, text[end] == UInt8(ascii: ";"), let scalar = scalar(of: name) {
      return (scalar, end + 1)
    }
    if isAttribute, end < text.endIndex, text[end] == UInt8(ascii: "=") { return nil }
    // What follows a name without semicolon may be letters, too: caf&eacutes.
    while !isAttribute, name.count > 2, !withoutSemicolon.contains(name) {
      name.removeLast()
      end -= 1
    }
    return withoutSemicolon.contains(name) ? scalar(of: name).map { ($0, end) } : nil
  }

  private static func scalar(of name: String) -> Unicode.Scalar? { names[name].flatMap(Unicode.Scalar.init) }

  private static func number(_ text: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
    guard start < text.endIndex else { return nil }
    let isHex = text[start] | 0x20 == UInt8(ascii: "x")
    let first = isHex ? start + 1 : start
    var end = first
    var number: UInt32 = 0
    while end < text.endIndex, let digit = Character(Unicode.Scalar(text[end])).hexDigitValue,
      isHex || digit < 10
    {
      number = min(number * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
      end += 1
    }
    guard end > first else { return nil }
    if end < text.endIndex, text[end] == UInt8(ascii: ";") { end += 1 }
    return (scalar(number), end)
  }

  /// The character of a number: 0x80 to 0x9F are those of Windows-1252, as browsers have it; what is none is U+FFFD.
  private static func scalar(_ number: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(number) { return windows1252[Int(number - 0x80)] }
    let isControl = number < 0x20 && number != 0x09 && number != 0x0A && number != 0x0D
    return isControl ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}"
  }

  private static let windows1252 = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }
}
