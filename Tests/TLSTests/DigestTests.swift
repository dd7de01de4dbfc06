import TLS
import Testing

@Suite struct DigestTests {
  /// Case 2 of RFC 4231 §4.3.
  @Test
  func
    `a message that is published with its authentication code has that code, and with another key another one`()
  {
    let published: [UInt8] = [
      0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e, 0x6a, 0x04, 0x24, 0x26, 0x08, 0x95, 0x75, 0xc7,
      0x5a, 0x00, 0x3f, 0x08, 0x9d, 0x27, 0x39, 0x83, 0x9d, 0xec, 0x58, 0xb9, 0x64, 0xec, 0x38, 0x43,
    ]
    #expect(code(of: "what do ya want for nothing?", key: "Jefe") == published)
    #expect(code(of: "what do ya want for nothing?", key: "jefe") != published)
  }

  private func code(of message: String, key: String) -> [UInt8] {
    Array(message.utf8).withUnsafeBytes { message in
      Array(key.utf8).withUnsafeBytes { AuthenticationCode.of(message, key: $0) }
    }
  }
}
