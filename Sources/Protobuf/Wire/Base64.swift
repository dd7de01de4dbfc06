/// Base64 (RFC 4648 §4) as JSON, embedded descriptors and `-bin` metadata of gRPC use it: both alphabets are read, the standard
/// one is written.
public enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    values[Int(UInt8(ascii: "-"))] = 62
    values[Int(UInt8(ascii: "_"))] = 63
    return values
  }()

  /// The bytes, or nil when the text is not base64. White space is not skipped. Padding may be missing; where there is some, it
  /// is as much as the length asks for.
  ///
  /// - Complexity: O(*n*).
  public static func decode(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    var end = text.count
    while end > 0, text.count - end < 2, text[end - 1] == UInt8(ascii: "=") { end -= 1 }
    if end < text.count, text.count % 4 != 0 { return nil }
    guard end % 4 != 1 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(end * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for index in 0..<end {
      let value = values[Int(text[index])]
      guard value != 0xFF else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// Appends the text of some bytes.
  ///
  /// - Parameter isPadded: whether `=` make the text's length a multiple of four.
  /// - Complexity: O(*n*).
  public static func encode(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8], isPadded: Bool) {
    output.reserveCapacity(output.count + (bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let rest = min(3, bytes.count - index)
      var group = UInt32(bytes[index]) << 16
      if rest > 1 { group |= UInt32(bytes[index + 1]) << 8 }
      if rest > 2 { group |= UInt32(bytes[index + 2]) }
      for position in 0...rest { output.append(alphabet[Int(group >> UInt32(18 - 6 * position) & 63)]) }
      if isPadded { for _ in rest..<3 { output.append(UInt8(ascii: "=")) } }
      index += 3
    }
  }
}
