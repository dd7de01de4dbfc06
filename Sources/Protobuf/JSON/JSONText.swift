/// JSON under construction.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private let pretty: Bool
  /// The objects and arrays that are open.
  private(set) var depth = 0
  private var isFirst = true

  init(pretty: Bool) { self.pretty = pretty }

  /// Begins an object or array.
  mutating func open(_ bracket: Character) {
    bytes.append(bracket.asciiValue!)
    depth += 1
    isFirst = true
  }

  /// Ends it.
  mutating func close(_ bracket: Character) {
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(bracket.asciiValue!)
    isFirst = false
  }

  /// Separates an element or member from the one before.
  mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  /// Writes a member's name, separated from the member before.
  mutating func name(_ name: String) {
    separate()
    var name = name
    name.withUTF8 { string($0) }
    raw(pretty ? ": " : ":")
  }

  /// Writes text that needs no escaping.
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes a string of text that needs no escaping.
  mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    raw(text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes bytes as base64.
  mutating func base64(_ value: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    Base64.encode(UnsafeRawBufferPointer(value), to: &bytes, isPadded: true)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a string, which is UTF-8.
  mutating func string(_ value: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var clean = 0
    for index in value.indices {
      let byte = value[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      bytes.append(contentsOf: value[clean..<index])
      escape(byte)
      clean = index + 1
    }
    bytes.append(contentsOf: value[clean...])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case UInt8(ascii: "\n"): raw("\\n")
    case UInt8(ascii: "\r"): raw("\\r")
    case UInt8(ascii: "\t"): raw("\\t")
    default:
      let hex = String(byte, radix: 16)
      raw("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
    }
  }

  private mutating func breakLine() {
    guard pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}
