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
  ///
  /// No digit is lost: an integer of 64 bits is more exact than a `Double`.
  static func integer<T: FixedWidthInteger>(_ text: Substring) -> T? {
    guard isNumber(text) else { return nil }
    return T(text) ?? Decimal(text).integer()
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

/// A number as JSON spells it, taken apart: its digits without zeros at either end, and where the point stands.
private struct Decimal {
  private var isNegative = false
  private var digits = ""
  /// The number of digits before the point; more than there are when zeros follow them.
  private var point = 0

  init(_ number: Substring) {
    let parts = number.split(whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts[0].drop(while: { $0 == "-" })
    isNegative = mantissa.startIndex != number.startIndex
    let integer = mantissa.prefix { $0 != "." }
    let all = integer + mantissa.dropFirst(integer.count + 1)
    let significant = all.drop { $0 == "0" }
    point = integer.count - (all.count - significant.count)
    digits = String(significant)
    while digits.last == "0" { digits.removeLast() }
    if parts.count > 1 { shift(parts[1]) }
  }

  private mutating func shift(_ exponent: Substring) {
    // Beyond this no number of digits that a text can have makes up for it.
    let most = Int.max / 2
    let places = Int(exponent) ?? (exponent.first == "-" ? -most : most)
    point += max(-most, min(most, places))
  }

  /// The value, or nil when it is no integer or out of range.
  func integer<T: FixedWidthInteger>() -> T? {
    if digits.isEmpty { return 0 }
    guard point >= digits.utf8.count, point <= 20 else { return nil }
    let zeros = String(repeating: "0", count: point - digits.utf8.count)
    return T((isNegative ? "-" : "") + digits + zeros)
  }
}
