import Glibc

/// Reads one JSON document, nested no deeper than 64 values; lenient where that costs nothing.
struct JSONParser {
  private let bytes: UnsafeRawBufferPointer
  private var index = 0
  private var depth = 0
  private static let deepest = 64

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func document() -> JSONValue? {
    let result = value()
    skipSpace()
    return index == bytes.count ? result : nil
  }

  private mutating func value() -> JSONValue? {
    skipSpace()
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < Self.deepest else { return nil }
      depth += 1
      defer { depth -= 1 }
      return bytes[index] == UInt8(ascii: "{") ? object() : array()
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "t"): return literal("true", .bool(true))
    case UInt8(ascii: "f"): return literal("false", .bool(false))
    case UInt8(ascii: "n"): return literal("null", .null)
    default: return number()
    }
  }

  private mutating func object() -> JSONValue? {
    var members: [(key: String, value: JSONValue)] = []
    index += 1
    if take("}") { return .object(members) }
    members.reserveCapacity(8)
    repeat {
      skipSpace()
      guard let key = string(), take(":"), let value = value() else { return nil }
      members.append((key, value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array() -> JSONValue? {
    var elements: [JSONValue] = []
    index += 1
    if take("]") { return .array(elements) }
    repeat {
      guard let value = value() else { return nil }
      elements.append(value)
    } while take(",")
    return take("]") ? .array(elements) : nil
  }

  private mutating func string() -> String? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), let base = bytes.baseAddress else {
      return nil
    }
    index += 1
    var text: [UInt8] = []
    var end = -1
    while true {
      // A quote is looked for once; not for each escape before it.
      if end < index {
        guard let quote = memchr(base + index, 0x22, bytes.count - index) else { return nil }
        end = UnsafeRawPointer(quote) - base
      }
      if let escape = memchr(base + index, 0x5C, end - index) {
        let mark = UnsafeRawPointer(escape) - base
        text += bytes[index..<mark]
        index = mark
        guard self.escape(into: &text) else { return nil }
      } else {
        defer { index = end + 1 }
        let rest = bytes[index..<end]
        return text.isEmpty
          ? String(decoding: UnsafeRawBufferPointer(rebasing: rest), as: UTF8.self)
          : String(decoding: text + rest, as: UTF8.self)
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "u"): return unicodeEscape(into: &text)
    default: text.append(letter)
    }
    return true
  }

  private mutating func unicodeEscape(into text: inout [UInt8]) -> Bool {
    guard var code = hex() else { return false }
    let isPair = 0xD800...0xDBFF ~= code && index + 1 < bytes.count && bytes[index] == UInt8(ascii: "\\")
    if isPair {
      index += 2
      guard let low = hex(), 0xDC00...0xDFFF ~= low else { return false }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    text += Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
    return true
  }

  private mutating func hex() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    defer { index += 4 }
    return UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
  }

  private mutating func number() -> JSONValue? {
    let start = index
    while index < bytes.count, bytes[index] &- 0x30 < 10 || "+-.eE".utf8.contains(bytes[index]) { index += 1 }
    return Double(String(decoding: bytes[start..<index], as: UTF8.self)).map(JSONValue.number)
  }

  private mutating func literal(_ text: StaticString, _ value: JSONValue) -> JSONValue? {
    let end = index + text.utf8CodeUnitCount
    guard end <= bytes.count, memcmp(bytes.baseAddress! + index, text.utf8Start, text.utf8CodeUnitCount) == 0
    else { return nil }
    index = end
    return value
  }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: letter) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 32 { index += 1 }
  }
}
