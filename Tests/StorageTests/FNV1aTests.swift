import Checksums
import Testing

@Suite struct FNV1aTests {
  @Test func `FNV-1a of its authors' examples, in 64 and in 32 bits`() {
    let examples: [(String, UInt64, UInt32)] = [
      ("", 0xcbf2_9ce4_8422_2325, 0x811c_9dc5), ("a", 0xaf63_dc4c_8601_ec8c, 0xe40c_292c),
      ("foobar", 0x8594_4171_f739_67e8, 0xbf9c_f968),
    ]
    for (text, wide, narrow) in examples {
      #expect(FNV1a.hash64(text.utf8) == wide)
      #expect(FNV1a.hash32(text.utf8) == narrow)
    }
  }
}
