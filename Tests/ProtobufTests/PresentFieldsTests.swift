import Protobuf
import RandomTesting
import Testing
import TestMessages

/// Messages of a type with all sorts of fields set: more sets than are remembered, and met by many threads first.
struct PresentFieldsTests {
  /// Sets one field; of the last three at most one stays set.
  private static let names: [@Sendable (inout Names) -> Void] = [
    { $0.class = "ა" }, { $0.self_ = "2" }, { $0.init_ = String(repeating: "x", count: 200) },
    { $0.in = "7" },
    { $0.default = "8" }, { $0.write_ = "9" }, { $0.someName = "10" }, { $0.r = "12" }, { $0.w = "13" },
    { $0.value = "14" },
    { $0.jsonNamed = "18" },
  ]
  private static let members: [@Sendable (inout Names) -> Void] = [
    { _ in }, { $0.switch = .func("") }, { $0.switch = .case(0) }, { $0.switch = .nested(Names()) },
    { $0.switch = .nested(.with { $0.switch = .func("deep") }) },
  ]

  /// The fields of one message after those of another, by their numbers.
  private func merged(_ parts: [[UInt8]]) throws -> [UInt8] {
    var fields: [(number: UInt32, bytes: ArraySlice<UInt8>)] = []
    for part in parts {
      try part.withUnsafeBytes { bytes in
        var encoded = EncodedFields(bytes)
        var start = 0
        while let field = try encoded.next() {
          fields.append((field.number, part[start..<encoded.offset]))
          start = encoded.offset
        }
      }
    }
    return fields.sorted { $0.number < $1.number }.flatMap(\.bytes)
  }

  private func check(_ random: inout SeededGenerator) throws {
    let chosen =
      Self.names.filter { _ in Bool.random(using: &random) } + [Self.members.randomElement(using: &random)!]
    let whole = Names.with { message in for set in chosen { set(&message) } }
    let expected = try merged(chosen.map { Names.with($0).serialized() })
    #expect(whole.serialized() == expected)
    #expect(try Names(serialized: expected) == whole)
    // Sub-messages of the same type, with sets of their own.
    let nested = Names.with { $0.switch = .nested(whole) }
    #expect(try Names(serialized: nested.serialized()) == nested)
  }

  @Test func `Of every set of fields just those are encoded, by their numbers`() throws {
    let seed = UInt64(0x5EED_0025)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 { try check(&random) }
  }

  @Test func `Sets that many threads meet first are encoded right by each`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          var random = SeededGenerator(seed: UInt64(task % 2))
          for _ in 0..<200 { try check(&random) }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `A field with presence is encoded when it is zero, one without is not`() throws {
    let zeros = Optionals.with {
      $0.number = 0
      $0.text = ""
      $0.data = []
      $0.color = Color.none
      $0.truth = false
      $0.ratio = 0
      $0.share = 0
      $0.inner = Optionals()
    }
    #expect(
      zeros.serialized() == [
        0x08, 0, 0x12, 0, 0x1A, 0, 0x20, 0, 0x28, 0, 0x31, 0, 0, 0, 0, 0, 0, 0, 0, 0x3D, 0, 0, 0, 0, 0x5A, 0,
      ])
    #expect(Sparse.with { $0.far = 0 }.serialized() == [])
    #expect(Names.with { $0.switch = .case(0) }.serialized() == [0x80, 0x01, 0])
    #expect(DoubleValue.with { $0.value = -0.0 }.serialized() == [0x09, 0, 0, 0, 0, 0, 0, 0, 0x80])
  }

  @Test func `What a struct held before does not show through`() throws {
    // The arena's memory is used again: a long string where the next message has an empty one.
    for _ in 0..<3 {
      _ = Names.with { $0.switch = .func(String(repeating: "old", count: 100)) }.serialized()
      #expect(Names.with { $0.switch = .func("") }.serialized() == [0x7A, 0])
      _ = Tree.with { $0.either = .one(.with { $0.left = Tree() }) }.serialized()
      #expect(Tree.with { $0.either = .other(Branch()) }.serialized() == [0x3A, 0])
    }
  }
}
