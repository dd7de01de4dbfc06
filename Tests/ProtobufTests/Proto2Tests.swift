import Protobuf
import Testing
import TestMessages

struct Proto2Tests {
  private func decoded(_ bytes: [UInt8]) throws -> Seasons { try Seasons(serialized: bytes) }

  @Test func `A number that a closed enum does not have is an unknown field`() throws {
    let singular = try decoded([0x08, 9])
    #expect(singular.one == nil)
    #expect(singular.unknownFields.encoded == [0x08, 9])
    let kept = try decoded([0x08, 2, 0x08, 9])
    #expect(kept.one == .summer)
    #expect(kept.serialized() == [0x08, 2, 0x08, 9])
  }

  @Test func `A repeated closed enum keeps what it knows, singly and packed`() throws {
    let singly = try decoded([0x10, 1, 0x10, 9, 0x10, 2])
    #expect(singly.many == [.spring, .summer])
    #expect(singly.unknownFields.encoded == [0x10, 9])
    let packed = try decoded([0x1A, 3, 1, 9, 2])
    #expect(packed.packed == [.spring, .summer])
    #expect(packed.unknownFields.encoded == [0x18, 9])
    #expect(try decoded([0x1A, 2, 1, 2]).unknownFields.isEmpty)
  }

  @Test func `A map entry whose closed enum lacks the number is an unknown field as a whole`() throws {
    let message = try decoded([0x22, 4, 0x08, 1, 0x10, 1, 0x22, 4, 0x08, 2, 0x10, 9])
    #expect(message.named == [1: .monday])
    #expect(message.unknownFields.encoded == [0x22, 4, 0x08, 2, 0x10, 9])
  }

  @Test func `A number that its closed enum lacks does not unset the oneof`() throws {
    let message = try decoded([0x32, 1, 0x61, 0x28, 9])
    #expect(message.choice == .text("a"))
    #expect(message.unknownFields.encoded == [0x28, 9])
    #expect(try decoded([0x32, 1, 0x61, 0x28, 2]).choice == .chosen(.summer))
  }

  @Test(
    arguments: [[0x08], [0x08, 0x80], [0x1A, 1, 0x80], [0x1A, 2, 9, 0x80], [0x1A, 2, 1]] as [[UInt8]])
  func `A closed enum that is cut short is malformed`(_ bytes: [UInt8]) {
    #expect(throws: DecodingError.self) { try decoded(bytes) }
  }

  @Test func `JSON reads and writes extensions of every shape under their full names`() throws {
    TypeRegistry.shared.register(.oldShapes)
    let text = """
      {"name":"n","[matiane.test.depths]":[1,-2],"[matiane.test.Extensible.Part.part]":{"weight":3},\
      "[matiane.test.labels]":["a","b"],"[matiane.test.season]":"WINTER"}
      """
    let message = try Extensible(json: text)
    #expect(message.name == "n")
    #expect(try message.json() == text)
    #expect(try Extensible(serialized: message.serialized()).json() == text)
    #expect(throws: JSONError.self) { try Extensible(json: #"{"[matiane.test.season]":9}"#) }
    #expect(throws: JSONError.self) { try Extensible(json: #"{"[matiane.test.unheard_of]":9}"#) }
    #expect(throws: JSONError.self) { try Seasons(json: #"{"[matiane.test.season]":"WINTER"}"#) }
  }

  @Test func `A damaged extension has no JSON`() throws {
    TypeRegistry.shared.register(.oldShapes)
    // `part`, whose contents end within a tag.
    let message = try Extensible(serialized: [0xAA, 0x06, 1, 0x80])
    #expect(throws: JSONError.self) { try message.json() }
    #expect(message.serialized() == [0xAA, 0x06, 1, 0x80])
  }

  @Test func `The registry lists the extensions of a message by their numbers`() {
    TypeRegistry.shared.register(.oldShapes)
    let found = TypeRegistry.shared.extensions(of: "matiane.test.Extensible")
    #expect(found.map(\.number) == [100, 101, 102, 103])
    #expect(found[1].name == "matiane.test.Extensible.Part.part")
  }
}
