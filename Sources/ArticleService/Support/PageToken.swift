import GRPC
import Protobuf

/// Opaque page tokens: where a page ended, at which revision, and for which request.
///
/// A token is bound to its request and signed with a key that this process made at its start, so that nobody can make
/// one up or carry it to another query. It does not outlive the process, and neither do the revisions it pins.
struct PageTokens: Sendable {
  /// Bytes in front of the token's content: its signature.
  private static let signatureBytes = 8

  /// The token of the page that begins behind `position`.
  func token(_ position: PagePosition, for request: some Message) -> String {
    let content = position.serialized()
    let signature = sign(content, request)
    let bytes = withUnsafeBytes(of: signature.littleEndian, Array.init) + content
    return Hex.encode(bytes)
  }

  /// Where the page of a token begins; nil for an empty token, the first page.
  ///
  /// - Throws: INVALID_ARGUMENT (PAGE_TOKEN_MISMATCH) for a token that this process did not make for this request.
  func position(_ token: String, for request: some Message) throws(RPCError) -> PagePosition? {
    if token.isEmpty { return nil }
    guard token.utf8.count <= 4096, let bytes = Hex.decode(token), bytes.count > Self.signatureBytes,
      let position = try? PagePosition(serialized: Array(bytes[Self.signatureBytes...]))
    else { throw mismatch() }
    let expected = withUnsafeBytes(
      of: sign(Array(bytes[Self.signatureBytes...]), request).littleEndian, Array.init)
    guard expected == Array(bytes[..<Self.signatureBytes]) else { throw mismatch() }
    return position
  }

  /// Swift's `Hasher` is SipHash under a random key of the process: what a short-lived signature needs.
  private func sign(_ content: [UInt8], _ request: some Message) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(ObjectIdentifier(type(of: request)))
    hasher.combine(request)
    content.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private func mismatch() -> RPCError {
    .invalid(
      "page_token",
      "expected the next_page_token of this very request since the server started, found another",
      reason: .pageTokenMismatch)
  }
}

/// Bytes as hexadecimal digits.
enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two lower-case digits a byte.
  static func encode(_ bytes: [UInt8]) -> String {
    let digits = digits
    return String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
      for (index, byte) in bytes.enumerated() {
        text[2 * index] = digits[Int(byte >> 4)]
        text[2 * index + 1] = digits[Int(byte & 15)]
      }
      return 2 * bytes.count
    }
  }

  /// The bytes of an even number of digits; nil for anything else.
  static func decode(_ text: String) -> [UInt8]? {
    guard text.utf8.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text.utf8 {
      guard let value = value(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
