/// The encoding of `grpc-message`: printable ASCII as it is, the rest of the UTF-8 as `%XX`.
///
/// A space at either end is encoded as well: as it is, no field value may have it (RFC 9113 §8.2.1), and a peer that
/// keeps to that drops the field or the whole answer. Source: gRPC over HTTP2, "Percent-Encoded".
enum PercentEncoding {
  /// Appends the encoded form of `text`.
  ///
  /// - Complexity: O(n) in the bytes of `text`.
  static func encode(_ text: String, appendingTo output: inout [UInt8]) {
    let last = text.utf8.count - 1
    for (index, byte) in text.utf8.enumerated() {
      if isPlain(byte), byte != UInt8(ascii: " ") || (index > 0 && index < last) {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(hexDigits[Int(byte >> 4)])
        output.append(hexDigits[Int(byte & 15)])
      }
    }
  }

  /// The encoded form of `text`.
  ///
  /// - Complexity: O(n) in the bytes of `text`.
  static func encode(_ text: String) -> String {
    var output: [UInt8] = []
    encode(text, appendingTo: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The text behind an encoded value.
  ///
  /// Never fails: a `%` that no two hexadecimal digits follow stays, and bytes that are no UTF-8
  /// become U+FFFD, because a damaged message must not hide the status it explains.
  static func decode(_ value: UnsafeRawBufferPointer) -> String {
    guard value.contains(UInt8(ascii: "%")) else { return String(decoding: value, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(value.count)
    var index = 0
    while index < value.count {
      if value[index] == UInt8(ascii: "%"), index + 2 < value.count,
        let high = hexValue(value[index + 1]), let low = hexValue(value[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(value[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte <= 0x7e && byte != UInt8(ascii: "%")
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
