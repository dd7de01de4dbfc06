/// The base64 of `-bin` metadata: written without padding, read with and without it.
///
/// Source: gRPC over HTTP2, "Custom-Metadata"; RFC 4648 §4.
enum Base64 {
  /// Appends the unpadded encoding of `bytes`.
  static func encode(_ bytes: UnsafeRawBufferPointer, appendingTo output: inout [UInt8]) {
    output.reserveCapacity(output.count + (bytes.count * 4 + 2) / 3)
    var index = 0
    while index < bytes.count {
      let available = min(3, bytes.count - index)
      var group = UInt32(bytes[index]) << 16
      if available > 1 { group |= UInt32(bytes[index + 1]) << 8 }
      if available > 2 { group |= UInt32(bytes[index + 2]) }
      for digit in 0...available {
        output.append(alphabet[Int(group >> UInt32(18 - 6 * digit)) & 63])
      }
      index += 3
    }
  }

  /// The bytes behind `text`, or `nil` where it is no base64.
  ///
  /// The standard and the URL-safe alphabet are both read; padding may be there or not, but only
  /// as much as the length asks for.
  static func decode(_ text: Slice<UnsafeRawBufferPointer>) -> [UInt8]? {
    var digits = text
    while digits.last == UInt8(ascii: "="), text.count - digits.count < 2 { digits.removeLast() }
    if digits.count != text.count && !text.count.isMultiple(of: 4) { return nil }
    guard digits.count % 4 != 1 else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(digits.count * 3 / 4)
    var group: UInt32 = 0
    var bits = 0
    for byte in digits {
      let value = values[Int(byte)]
      guard value < 64 else { return nil }
      group = group << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        output.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
      }
    }
    return output
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// For every byte its six bits, or 64.
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 64, count: 256)
    for (value, byte) in alphabet.enumerated() { table[Int(byte)] = UInt8(value) }
    table[Int(UInt8(ascii: "-"))] = 62
    table[Int(UInt8(ascii: "_"))] = 63
    return table
  }()
}
