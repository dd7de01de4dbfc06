import Protobuf
import RandomTesting
import Testing
import TestMessages

/// Encoding without measuring first: the bound that is promised for it, and what is written within it.
struct EncodingTests {
  typealias All = TestAllTypesProto3

  /// Encodes into memory of just the bound's size and returns the bytes.
  private func encode(_ message: some Message) -> (bytes: [UInt8], bound: Int, isExact: Bool) {
    var room = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    var (bound, isExact) = (0, false)
    let size = message.serializeUnmeasured { promised, exact in
      (bound, isExact) = (promised, exact)
      room = .allocate(byteCount: promised + 1, alignment: 1)
      return room.baseAddress!
    }
    defer { room.deallocate() }
    return (Array(room.prefix(size)), bound, isExact)
  }

  private func check(_ message: some Message, _ comment: Comment? = nil) {
    let encoded = encode(message)
    #expect(encoded.bytes == message.serialized(), comment)
    #expect(encoded.bytes.count <= encoded.bound, comment)
    if encoded.isExact { #expect(encoded.bytes.count == encoded.bound, comment) }
  }

  @Test func `No message exceeds the bound that is given before it is packed`() throws {
    let seed = UInt64(0x5EED_0003)
    var random = SeededGenerator(seed: seed)
    TypeRegistry.shared.register(.googleProtobufTestMessagesProto3)
    let vectors = try GoldenVectors.all.map { try BytesValue(json: "\"\($0.binary.joined())\"").value }
    for round in 0..<2_000 {
      var bytes = vectors[round % vectors.count]
      if round >= vectors.count { random.damage(&bytes) }
      guard let message = try? All(serialized: bytes) else { continue }
      check(message, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [1, 100, 3_000])
  func `Numbers that take the most bytes stay within the bound`(_ count: Int) {
    check(
      All.with {
        $0.optionalInt32 = -1
        $0.repeatedInt32 = Array(repeating: -1, count: count)
        $0.unpackedInt32 = Array(repeating: -1, count: count)
        $0.unpackedUint64 = Array(repeating: .max, count: count)
        $0.unpackedBool = Array(repeating: true, count: count)
        $0.repeatedNestedEnum = Array(repeating: .init(rawValue: -1), count: count)
        $0.repeatedForeignMessage = Array(repeating: .with { $0.c = -1 }, count: count)
        $0.mapInt32Int32 = Dictionary(uniqueKeysWithValues: (0..<count).map { (Int32(-1 - $0), -1) })
      })
  }

  @Test(arguments: [0, 1, 15, 16, 17, 200, 70_000])
  func `Strings and bytes of every length are written from where they are`(_ count: Int) {
    let text = String(repeating: "ქ", count: count / 3) + String(repeating: "x", count: count % 3)
    check(
      All.with {
        $0.optionalString = text
        $0.optionalBytes = Array(text.utf8)
        $0.repeatedString = [text, "", text]
        $0.repeatedBytes = [Array(text.utf8), []]
        $0.mapStringString = [text: text]
        $0.optionalNestedMessage = .with { $0.corecursive = .with { $0.optionalString = text } }
        $0.oneofField = .oneofString(text)
      })
  }

  @Test func `The size of a large message is exact before it is packed`() {
    let encoded = encode(All.with { $0.optionalString = String(repeating: "long", count: 50_000) })
    #expect(encoded.isExact && encoded.bound == encoded.bytes.count)
  }

  @Test func `A message made of bytes goes out as they are`() {
    let stored = ForeignMessage.with { $0.c = 5 }.serialized()
    let encoded = encode(ForeignMessage(verbatim: stored))
    #expect(encoded.bytes == stored && encoded.isExact && encoded.bound == stored.count)
    check(
      All.with { $0.repeatedForeignMessage = Array(repeating: ForeignMessage(verbatim: stored), count: 50) })
  }

  @Test(arguments: [
    [0xF0, 0x9F, 0x92], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x61, 0xFF], [0xF4, 0x90, 0x80, 0x80],
    [0xEF, 0xBF],
  ])
  func `A string that is not UTF-8 is refused even where its repair is as long`(_ bytes: [UInt8]) {
    // Field 14 is optional_string.
    let wire = [0x72, UInt8(bytes.count)] + bytes
    #expect { try All(serialized: wire) } throws: { ($0 as? DecodingError)?.code == .invalidUTF8 }
  }

  @Test func `The replacement character itself is no fault`() throws {
    let wire: [UInt8] = [0x72, 6, 0xEF, 0xBF, 0xBD, 0xEF, 0xBF, 0xBD]
    #expect(try All(serialized: wire).optionalString == "\u{FFFD}\u{FFFD}")
  }
}
