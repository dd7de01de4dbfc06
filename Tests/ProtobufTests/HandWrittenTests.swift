import Protobuf
import Testing

struct HandWrittenTests {
  private func roundTrip<M: Message>(_ message: M) throws -> M { try M(serialized: message.serialized()) }

  @Test func `A message with every shape of field survives a round trip`() throws {
    var node = Node()
    node.name = "a\0b"
    node.weight = -0.0
    node.nickname = ""
    node.labels = ["b": 2, "a": -1]
    node.content = .node(Leaf(verbatim: [0x08, 0x03]))
    node.flags = [true, false, true]
    var child = Node()
    child.content = .text("")
    node.next = child
    node.children = [child, Node()]
    let bytes = node.serialized()
    let back = try Node(serialized: bytes)
    #expect(back.serialized() == bytes)
    #expect(back.name == "a\0b")
    #expect(back.weight.sign == .minus)
    #expect(back.nickname == "")
    #expect(back.labels == node.labels)
    #expect(back.next == child)
    #expect(back.children == node.children)
    #expect(back.flags == node.flags)
    guard case .node(let leaf) = back.content else { throw DecodingFailure() }
    #expect(leaf.number == -2)
  }

  @Test func `Bytes are as the specification has them`() {
    var node = Node()
    node.name = "hi"
    node.labels = ["k": 0]
    #expect(node.serialized() == [0x0A, 2, 0x68, 0x69, 0x32, 5, 0x0A, 1, 0x6B, 0x10, 0])
    #expect(Node().serialized() == [])
  }

  @Test func `A sub-message that occurs twice is merged`() throws {
    let node = try Node(serialized: [0x22, 3, 0x0A, 1, 0x61, 0x22, 3, 0x1A, 1, 0x62])
    #expect(node.next?.name == "a")
    #expect(node.next?.nickname == "b")
  }

  @Test func `Unknown groups and mistyped fields are kept as they came`() throws {
    let unknown: [UInt8] = [0x08, 5, 0x9B, 1, 0x08, 1, 0x9C, 1, 0xA0, 1, 7]
    let node = try Node(serialized: unknown + [0x1A, 1, 0x62])
    #expect(node.nickname == "b")
    #expect(node.unknownFields.encoded == unknown)
    #expect(node.serialized() == [0x1A, 1, 0x62] + unknown)
  }

  @Test func `Nesting of 100 is read and of 101 refused`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      var node = Node()
      for _ in 0..<depth {
        var outer = Node()
        outer.next = node
        node = outer
      }
      return node.serialized()
    }
    _ = try Node(serialized: nested(100))
    #expect(throws: DecodingError.self) { try Node(serialized: nested(101)) }
  }

  @Test func `Invalid UTF-8 is refused by the field's name`() throws {
    let error = try #require(throws: DecodingError.self) { try Node(serialized: [0x1A, 1, 0xFF]) }
    #expect(error.message == "test.Node.nickname is not valid UTF-8")
    #expect(error.code == .invalidUTF8)
  }

  private struct DecodingFailure: Error {}
}
