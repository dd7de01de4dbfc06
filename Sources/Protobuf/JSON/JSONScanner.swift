/// Reads JSON (RFC 8259) token by token; strict, and bounded in nesting.
///
/// The text must be valid UTF-8 and stay valid while the scanner is used.
struct JSONScanner {
  /// What a value begins with.
  enum Kind {
    case object, array, string, number, literalTrue, literalFalse, null
  }

  let text: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0
  private var depth = 0
  private let maxDepth: Int

  init(_ text: UnsafeBufferPointer<UInt8>, maxDepth: Int) {
    self.text = text
    self.maxDepth = maxDepth
  }

  func error(_ message: String) -> JSONError { JSONError(message, at: offset) }

  /// The error that something else comes next.
  func expected(_ what: String) -> JSONError {
    var ahead = self
    ahead.skipSpace()
    return ahead.error("expected \(what), found \(ahead.found)")
  }

  /// The kind of the value that comes next.
  mutating func peek() throws(JSONError) -> Kind {
    skipSpace()
    guard offset < text.count else { throw error("the text ends where a value is expected") }
    switch text[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"): return .literalTrue
    case UInt8(ascii: "f"): return .literalFalse
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw expected("a value")
    }
  }

  /// Reads an object: calls the body at each value, with the member's name.
  mutating func object(
    _ body: (inout JSONScanner, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter("{")
    if !take("}") {
      repeat {
        let name = try string()
        try expect(":")
        try body(&self, name)
      } while take(",")
      try expect("}")
    }
    depth -= 1
  }

  /// Reads an array: calls the body at each element.
  mutating func array(_ body: (inout JSONScanner) throws(JSONError) -> Void) throws(JSONError) {
    try enter("[")
    if !take("]") {
      repeat { try body(&self) } while take(",")
      try expect("]")
    }
    depth -= 1
  }

  /// Reads `true`, `false` or `null`.
  mutating func literal(_ word: StaticString) throws(JSONError) {
    skipSpace()
    let matches = word.withUTF8Buffer { word in
      offset + word.count <= text.count && text[offset..<offset + word.count].elementsEqual(word)
    }
    guard matches else { throw expected("\(word)") }
    offset += word.utf8CodeUnitCount
  }

  /// Moves past a value of any kind.
  mutating func skipValue() throws(JSONError) {
    switch try peek() {
    case .object: try object { scanner, _ throws(JSONError) in try scanner.skipValue() }
    case .array: try array { scanner throws(JSONError) in try scanner.skipValue() }
    case .string: _ = try stringBytes { _ in }
    case .number: _ = try number()
    case .literalTrue: try literal("true")
    case .literalFalse: try literal("false")
    case .null: try literal("null")
    }
  }

  /// - Throws: `JSONError` when anything but white space is left.
  mutating func finish() throws(JSONError) {
    skipSpace()
    if offset < text.count { throw expected("the end of the text") }
  }

  private mutating func enter(_ bracket: Unicode.Scalar) throws(JSONError) {
    try expect(bracket)
    depth += 1
    if depth > maxDepth { throw error("objects and arrays nest deeper than \(maxDepth) levels") }
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONError) {
    if !take(character) { throw expected("'\(character)'") }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard offset < text.count, UInt32(text[offset]) == character.value else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while offset < text.count {
      switch text[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  /// Reads a number and returns its text.
  mutating func number() throws(JSONError) -> Substring {
    skipSpace()
    let start = offset
    guard let end = JSONNumber.end(text, offset) else { throw expected("a number") }
    offset = end
    return Substring(decoding: text[start..<end], as: UTF8.self)
  }

  /// Reads a string.
  mutating func string() throws(JSONError) -> String {
    try stringBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads a string and hands its UTF-8, with escapes resolved, to a closure.
  mutating func stringBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) throws(JSONError) -> T {
    skipSpace()
    guard offset < text.count, text[offset] == UInt8(ascii: "\"") else { throw expected("a string") }
    offset += 1
    let start = offset
    while offset < text.count {
      let byte = text[offset]
      if byte == UInt8(ascii: "\"") {
        let result = body(UnsafeBufferPointer(rebasing: text[start..<offset]))
        offset += 1
        return result
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start).withUnsafeBufferPointer(body) }
      if byte < 0x20 { throw error("a control character in a string must be escaped") }
      offset += 1
    }
    throw error("the text ends within a string")
  }

  /// The rest of a string that holds escapes.
  private mutating func escapedString(from start: Int) throws(JSONError) -> [UInt8] {
    var result = Array(text[start..<offset])
    while offset < text.count {
      let byte = text[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return result
      case UInt8(ascii: "\\"): try escape(into: &result)
      case ..<0x20: throw error("a control character in a string must be escaped")
      default: result.append(byte)
      }
    }
    throw error("the text ends within a string")
  }

  private mutating func escape(into result: inout [UInt8]) throws(JSONError) {
    guard offset < text.count else { throw error("the text ends within a string") }
    let letter = text[offset]
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"): result.append(contentsOf: UTF8.encode(try unicodeEscape()) ?? .init())
    default: throw error("no such escape in a string")
    }
  }

  /// A scalar of one `\uXXXX`, or of two that form a surrogate pair.
  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let first = try hexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, offset + 1 < text.count, text[offset] == UInt8(ascii: "\\"),
      text[offset + 1] == UInt8(ascii: "u")
    else { throw error("half of a surrogate pair stands alone") }
    offset += 2
    let second = try hexDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error("half of a surrogate pair stands alone") }
    return scalar
  }

  private mutating func hexDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard offset < text.count, let digit = Character(Unicode.Scalar(text[offset])).hexDigitValue else {
        throw error("expected four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
