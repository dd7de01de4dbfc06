import Testing

@testable import ArticleService

/// The vectors that its authors publish with SipHash-2-4: key 00 01 … 0f, messages 00 01 … of each length.
@Suite struct SipHashTests {
  private static let published: [Int: UInt64] = [
    0: 0x726f_db47_dd0e_0e31, 1: 0x74f8_39c5_93dc_67fd, 8: 0x93f5_f579_9a93_2462, 15: 0xa129_ca61_49be_45e5,
  ]

  private func begin() -> SipHash { SipHash(low: 0x0706_0504_0302_0100, high: 0x0f0e_0d0c_0b0a_0908) }

  @Test func `The published messages have the published signatures`() {
    for (length, signature) in Self.published {
      var hash = begin()
      hash.add((0..<length).map { UInt8($0) })
      #expect(hash.value() == signature, "\(length) bytes")
    }
  }

  @Test func `A message has one signature, however it is divided`() {
    let message = (0..<40).map { UInt8($0) }
    var whole = begin()
    whole.add(message)
    for place in message.indices {
      var parts = begin()
      parts.add(message[..<place])
      parts.add(message[place...])
      #expect(parts.value() == whole.value())
    }
  }
}
