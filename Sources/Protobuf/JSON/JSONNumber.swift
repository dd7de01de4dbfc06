/// Numbers as JSON spells them (RFC 8259 §6), and as the protobuf language allows them for its types.
enum JSONNumber {
  /// The end of the number that begins at an offset, or nil when there is none.
  static func end(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var offset = start
    if offset < text.count, text[offset] == UInt8(ascii: "-") { offset += 1 }
    let integer = digits(text, offset)
    guard integer > offset, integer - offset == 1 || text[offset] != UInt8(ascii: "0") else { return nil }
    offset = integer
    if offset < text.count, text[offset] == UInt8(ascii: ".") {
      let fraction = digits(text, offset + 1)
      guard fraction > offset + 1 else { return nil }
      offset = fraction
    }
    guard offset < text.count, text[offset] | 0x20 == UInt8(ascii: "e") else { return offset }
    offset += 1
    if offset < text.count, text[offset] == UInt8(ascii: "+") || text[offset] == UInt8(ascii: "-") {
      offset += 1
    }
    let exponent = digits(text, offset)
    return exponent > offset ? exponent : nil
  }

  private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[offset]) { offset += 1 }
    return offset
  }

  /// Whether the whole text is a number.
  static func isNumber(_ text: Substring) -> Bool {
    var text = text
    return text.withUTF8 { !$0.isEmpty && end($0, 0) == $0.count }
  }

  /// An integer, which may be spelled with a fraction of zeros or an exponent; nil when it is none or out of range.
  static func integer<T: FixedWidthInteger>(_ text: Substring) -> T? {
    guard isNumber(text) else { return nil }
    if let value = T(text) { return value }
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }) else {
      return text == "-0" ? 0 : nil
    }
    return Double(text).flatMap { T(exactly: $0) }
  }

  /// A floating-point number, which may be spelled as a string; nil when it is none or out of range.
  static func floating<T: BinaryFloatingPoint & LosslessStringConvertible>(_ text: Substring, quoted: Bool)
    -> T?
  {
    switch text {
    case "NaN" where quoted: return .nan
    case "Infinity" where quoted: return .infinity
    case "-Infinity" where quoted: return -.infinity
    default:
      guard isNumber(text), let value = T(String(text)), value.isFinite else { return nil }
      return value
    }
  }
}
