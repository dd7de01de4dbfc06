/// A reading position in UTF-8 text, shared by the query and the filter reader.
struct TextCursor {
  let bytes: [UInt8]
  private(set) var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The byte at the position plus `distance`, or nil behind the end.
  func peek(_ distance: Int = 0) -> UInt8? {
    let index = offset + distance
    return index < bytes.count ? bytes[index] : nil
  }

  /// The scalar at a byte offset and its length in bytes; `bytes` is valid UTF-8 because it came from a String.
  func scalar(at index: Int) -> (value: Unicode.Scalar, length: Int)? {
    guard index < bytes.count else { return nil }
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in bytes[(index + 1)..<(index + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalar at the position.
  var scalar: Unicode.Scalar? { scalar(at: offset)?.value }

  mutating func advance(_ count: Int = 1) { offset = min(offset + count, bytes.count) }

  mutating func move(to newOffset: Int) { offset = newOffset }

  mutating func skipWhitespace() {
    while let (value, length) = scalar(at: offset), value.isBlank { offset += length }
  }

  /// Whether white space or the end of the text stands at `index`.
  func isBlank(at index: Int) -> Bool {
    guard let (value, _) = scalar(at: index) else { return true }
    return value.isBlank
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Moves past `byte` when it stands here.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  /// Whether a keyword stands at `start` as a whole word.
  func stands(_ keyword: StaticString, at start: Int) -> Bool {
    let end = start + keyword.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for index in 0..<keyword.utf8CodeUnitCount {
      guard bytes[start + index] == keyword.utf8Start[index] else { return false }
    }
    guard end < bytes.count else { return true }
    return isBlank(at: end) || bytes[end] == Ascii.open || bytes[end] == Ascii.close
  }

  /// What stands at `index`, worded for an error: a quoted run of up to 20 bytes, or "the end of the text".
  func found(at index: Int) -> String {
    guard index < bytes.count else { return "the end of the text" }
    var end = index
    while let (value, length) = scalar(at: end), end == index || !value.isBlank,
      end + length - index <= 20
    {
      end += length
    }
    return "'\(text(index..<max(end, index + 1)))'"
  }

  func error(at index: Int, expected: String) -> SyntaxError {
    SyntaxError(position: index, expected: expected, found: found(at: index))
  }

  func error(expected: String) -> SyntaxError { error(at: offset, expected: expected) }
}

extension Unicode.Scalar {
  /// Whether this is white space.
  var isBlank: Bool {
    guard isASCII else { return properties.isWhitespace }
    return self == " " || 0x09...0x0D ~= value
  }
}
