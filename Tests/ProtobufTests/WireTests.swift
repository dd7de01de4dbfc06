import Protobuf
import RandomTesting
import Testing
import TestMessages

/// What libprotobuf-c reads otherwise than the specification, or does not survive, each by name.
struct WireTests {
  typealias All = TestAllTypesProto3

  private func tag(_ number: UInt32, _ type: UInt32) -> [UInt8] { varint(UInt64(number << 3 | type)) }

  private func varint(_ value: UInt64) -> [UInt8] {
    var value = value
    var result: [UInt8] = []
    while value >= 0x80 {
      result.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    return result + [UInt8(value)]
  }

  private func field(_ number: UInt32, _ payload: [UInt8]) -> [UInt8] {
    tag(number, 2) + varint(UInt64(payload.count)) + payload
  }

  @Test func `A string keeps U+0000 and what follows`() throws {
    let message = try All(serialized: field(14, [0x61, 0, 0x62]))
    #expect(message.optionalString == "a\0b")
    #expect(message.serialized() == field(14, [0x61, 0, 0x62]))
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xEF, 0xBF, 0xBD, 0xFF],
  ])
  func `A string that is not UTF-8 is refused wherever it stands`(_ text: [UInt8]) {
    for bytes in [
      field(14, text), field(44, text), field(113, text), field(69, field(1, text)),
      field(69, field(2, text)),
    ] {
      let error = #expect(throws: DecodingError.self) { try All(serialized: bytes) }
      #expect(error?.code == .invalidUTF8)
    }
  }

  @Test func `U+FFFD itself is a valid string`() throws {
    #expect(try All(serialized: field(14, [0xEF, 0xBF, 0xBD])).optionalString == "\u{FFFD}")
  }

  @Test func `Occurrences of a sub-message are merged at every level`() throws {
    let first = field(18, [0x08, 1] + field(2, field(31, [1]) + field(14, [0x61])))
    let second = field(18, field(2, field(31, [2]) + [0x08, 5]))
    let message = try All(serialized: first + [0x08, 9] + second)
    #expect(message.optionalInt32 == 9)
    #expect(message.optionalNestedMessage?.a == 1)
    let inner = try #require(message.optionalNestedMessage?.corecursive)
    #expect(inner.repeatedInt32 == [1, 2])
    #expect(inner.optionalString == "a")
    #expect(inner.optionalInt32 == 5)
  }

  @Test func `The last member of a oneof wins and forgets the others`() throws {
    let nested = field(112, [0x08, 7])
    let number = tag(111, 0) + [3]
    #expect(try All(serialized: nested + number).oneofField == .oneofUint32(3))
    guard
      case .oneofNestedMessage(let merged) = try All(serialized: nested + field(112, field(2, []))).oneofField
    else {
      Issue.record("expected the sub-message")
      return
    }
    #expect(merged.a == 7 && merged.corecursive != nil)
    guard
      case .oneofNestedMessage(let fresh) = try All(serialized: nested + number + field(112, [])).oneofField
    else {
      Issue.record("expected the sub-message")
      return
    }
    #expect(fresh.a == 0)
    #expect(try All(serialized: field(113, [0x61]) + number + field(114, [1])).oneofField == .oneofBytes([1]))
  }

  @Test func `Repeated numbers are read packed and unpacked, in pieces`() throws {
    let bytes = field(31, [1, 2]) + tag(31, 0) + [3] + field(31, [4])
    #expect(try All(serialized: bytes).repeatedInt32 == [1, 2, 3, 4])
    #expect(try All(serialized: field(89, [1, 2])).unpackedInt32 == [1, 2])
    #expect(try All(serialized: tag(75, 0) + [5]).packedInt32 == [5])
  }

  @Test func `A bool is true for any varint but zero, packed as well`() throws {
    let long: [UInt8] = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]
    #expect(try All(serialized: tag(13, 0) + long).optionalBool)
    #expect(
      try All(serialized: field(43, long + [0, 0x80, 0x00, 2])).repeatedBool == [true, false, false, true])
  }

  @Test func `Minus zero is not the default and NaN is kept`() throws {
    var message = All()
    message.optionalFloat = -0.0
    message.optionalDouble = .nan
    let back = try All(serialized: message.serialized())
    #expect(back.optionalFloat.sign == .minus)
    #expect(back.optionalDouble.isNaN)
  }

  @Test func `Unknown fields of every sort come out as they came in`() throws {
    let unknown =
      tag(501, 0) + [0xAC, 0x02] + tag(502, 1) + [1, 2, 3, 4, 5, 6, 7, 8] + field(503, [9, 9])
      + tag(504, 3) + tag(1, 0) + [1] + tag(2, 3) + tag(2, 4) + tag(504, 4) + tag(505, 5) + [1, 2, 3, 4]
    let message = try All(serialized: [0x08, 1] + unknown)
    #expect(message.unknownFields.encoded == unknown)
    #expect(message.serialized() == [0x08, 1] + unknown)
    let many = (0..<100).flatMap { _ in tag(501, 0) + [1] }
    #expect(try All(serialized: many).serialized() == many)
    let inside = try All(serialized: field(18, unknown))
    #expect(inside.serialized() == field(18, unknown))
  }

  @Test func `The tag of an unknown field is written in as few bytes as it takes, whatever stands beside it`()
    throws
  {
    let unknown: [UInt8] = [0xBA, 0xBE, 0x00, 1, 7]
    let minimal: [UInt8] = [0xBA, 0x3E, 1, 7]
    #expect(try All(serialized: unknown).serialized() == minimal)
    // Two occurrences of a sub-message have to be joined before the library reads them.
    let joined = try All(serialized: field(18, []) + field(18, []) + unknown)
    #expect(joined.serialized() == field(18, []) + minimal)
  }

  @Test func `A field of another wire type is unknown`() throws {
    let bytes = field(1, [1]) + tag(14, 0) + [1]
    let message = try All(serialized: bytes)
    #expect(message.optionalInt32 == 0 && message.optionalString.isEmpty)
    #expect(message.unknownFields.encoded == bytes)
  }

  @Test(arguments: [
    [0x00], [0x07], [0x0C], [0x0B, 0x14], [0x80], [0x80, 0x80, 0x80, 0x80, 0x80, 0x01, 0x01],
    [0xF8, 0xFF, 0xFF, 0xFF, 0x1F, 0x01], [0x80, 0x00, 0x01], [0x08], [0x08, 0x80],
    [0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0x72, 5, 0x61], [0x72],
    [0x3D, 1, 2, 3],
    [0x41, 1, 2, 3, 4, 5, 6, 7], [0x72, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xFA, 0x01, 2, 0x01, 0x80],
    [0xAA, 0x02, 3, 1, 2, 3], [0x92, 0x01, 2, 0x08], [0x9B, 0x1F], [0x9C, 0x1F],
  ])
  func `Malformed bytes are refused`(_ bytes: [UInt8]) {
    let error = #expect(throws: DecodingError.self) { try All(serialized: bytes) }
    #expect(error?.code == .malformed)
  }

  @Test func `Ten thousand nested messages or groups are refused, not a crash`() {
    var messages: [UInt8] = []
    for _ in 0..<10_000 { messages = field(27, messages) }
    let groups = (0..<10_000).flatMap { _ in tag(501, 3) } + (0..<10_000).flatMap { _ in tag(501, 4) }
    for bytes in [messages, groups] {
      let error = #expect(throws: DecodingError.self) { try All(serialized: bytes) }
      #expect(error?.code == .tooDeep)
    }
  }

  @Test func `A small message that would unpack into gigabytes is refused`() {
    let bytes = (0..<1_000_000).flatMap { _ in field(48, field(2, [])) }
    let error = #expect(throws: DecodingError.self) { try All(serialized: bytes) }
    #expect(error?.code == .tooLarge)
  }

  @Test func `Map entries take defaults for what is missing, and the last of equal keys wins`() throws {
    let bytes =
      field(69, []) + field(56, [0x08, 1, 0x10, 2]) + field(56, [0x10, 3, 0x08, 1])
      + field(71, field(1, [0x6B]))
    let message = try All(serialized: bytes)
    #expect(message.mapStringString == ["": ""])
    #expect(message.mapInt32Int32 == [1: 3])
    #expect(message.mapStringNestedMessage == ["k": All.NestedMessage()])
  }

  @Test func `An enum keeps a number that it does not name`() throws {
    let message = try All(serialized: tag(21, 0) + [99])
    #expect(message.optionalNestedEnum == .unrecognized(99))
    #expect(message.serialized() == tag(21, 0) + [99])
  }

  @Test func `Optional fields tell their default from absence`() throws {
    var message = Optionals()
    #expect(message.serialized().isEmpty)
    message.number = 0
    message.text = ""
    message.data = []
    message.color = Color.none
    message.truth = false
    message.inner = Optionals()
    let back = try Optionals(serialized: message.serialized())
    #expect(back == message)
    #expect(back.ratio == nil)
  }

  @Test func `Verbatim bytes are spliced in unchanged`() throws {
    let stored = ForeignMessage.with { $0.c = 5 }.serialized()
    var message = All()
    message.optionalForeignMessage = ForeignMessage(verbatim: stored)
    message.repeatedForeignMessage = [ForeignMessage(verbatim: stored), ForeignMessage()]
    let back = try All(serialized: message.serialized())
    #expect(back.optionalForeignMessage?.c == 5)
    #expect(back.repeatedForeignMessage.map(\.c) == [5, 0])
  }

  @Test
  func `A verbatim message is its bytes for every way of encoding, and its fields for JSON and field masks`()
    throws
  {
    let stored = ForeignMessage.with { $0.c = 5 }.serialized() + field(99, [7])
    let message = ForeignMessage(verbatim: stored)
    #expect(message.serialized() == stored && message.serializedSize == stored.count)
    var appended: [UInt8] = [1]
    message.serialize(appendingTo: &appended)
    #expect(appended == [1] + stored)
    let room = UnsafeMutableRawPointer.allocate(byteCount: stored.count, alignment: 1)
    defer { room.deallocate() }
    #expect(message.serialize { _ in room } == stored.count)
    #expect(Array(UnsafeRawBufferPointer(start: room, count: stored.count)) == stored)
    #expect(try message.json() == #"{"c":5}"#)
    #expect(FieldMask.setFields(of: message) == ["c"])
    var outer = All()
    outer.mapStringForeignMessage = ["k": message]
    outer.repeatedForeignMessage = [message, ForeignMessage(verbatim: [])]
    #expect(
      try outer.json() == #"{"repeatedForeignMessage":[{"c":5},{}],"mapStringForeignMessage":{"k":{"c":5}}}"#)
    let mask = FieldMask(paths: ["repeated_foreign_message"])
    #expect(mask.filter(outer).repeatedForeignMessage.map(\.unknownFields.encoded) == [field(99, [7]), []])
    #expect(try All(serialized: outer.serialized()).mapStringForeignMessage["k"]?.c == 5)
  }

  @Test func `Damaged messages never crash, and what is read survives a round trip`() throws {
    let seed = UInt64(0x5EED_0001)
    var random = SeededGenerator(seed: seed)
    TypeRegistry.shared.register(.googleProtobufTestMessagesProto3)
    let vectors = try GoldenVectors.all.map { try BytesValue(json: "\"\($0.binary.joined())\"").value }
    for round in 0..<4_000 {
      var bytes = vectors[round % vectors.count]
      for _ in 0..<(1 + Int(random.next() % 4)) { random.damage(&bytes) }
      guard let message = try? All(serialized: bytes) else { continue }
      let encoded = message.serialized()
      let again = try All(serialized: encoded)
      #expect(again.serialized() == encoded, "seed \(seed), round \(round)")
      _ = try? message.json()
    }
  }
}

extension SeededGenerator {
  /// Changes, drops, inserts or repeats a few bytes.
  mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int(next() % UInt64(bytes.count))
    switch next() % 4 {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
    default: bytes.append(contentsOf: bytes[place..<min(bytes.count, place + 20)])
    }
  }
}
