import Protobuf

/// What the plugin would generate, written by hand: a message that contains itself, a oneof and a map.
struct Node: Message {
  enum Content: Sendable, Hashable {
    case text(String)
    case node(Leaf)
  }

  var name = ""
  var weight = 0.0
  var nickname: String?
  @Boxed var next: Node?
  var children: [Node] = []
  var labels: [String: Int32] = [:]
  var content: Content?
  var flags: [Bool] = []
  var unknownFields = UnknownFields()

  init() {}

  static let descriptor = MessageDescriptor(
    "test.Node", in: file,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "weight", .double),
      .optional(3, "nickname", .string),
      .singular(4, "next", .message(Node.self)),
      .repeated(5, "children", .message(Node.self)),
      .map(6, "labels", .string, to: .int32),
      .oneof("content", 7, "text", .string),
      .oneof("content", 8, "node", .message(Leaf.self)),
      .repeated(9, "flags", .bool),
    ])

  static let file = FileDescriptor(
    "test/node.proto", package: "test", dependencies: [],
    messages: ["test.Node": Node.self, "test.Leaf": Leaf.self],
    encoded: "")

  init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    weight = r.double(1)
    nickname = try r.has(2) ? r.string(2) : nil
    next = try r.message(3)
    children = try r.messages(4)
    labels = try r.map(5) { entry throws(DecodingError) in (try entry.string(0), entry.int32(1)) }
    switch r.member(6) {
    case 7: content = .text(try r.string(6))
    case 8: content = .node(try r.message(6) ?? Leaf())
    default: content = nil
    }
    flags = r.bools(7)
    unknownFields = r.unknownFields
  }

  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.double(1, weight)
    w.string(2, nickname)
    w.message(3, next)
    w.messages(4, children)
    w.map(5, labels) { entry, key, value in
      entry.string(0, key)
      entry.int32(1, value)
    }
    switch content {
    case .text(let value):
      w.select(6, 7)
      w.string(6, value)
    case .node(let value):
      w.select(6, 8)
      w.message(6, value)
    case nil: break
    }
    w.bools(7, flags)
    w.unknown(unknownFields)
  }
}

/// A message without any presence.
struct Leaf: Message {
  var number: Int64 = 0
  var unknownFields = UnknownFields()

  init() {}

  static let descriptor = MessageDescriptor(
    "test.Leaf", in: Node.file, fields: [.singular(1, "number", .sint64)])

  init(reading r: MessageReader) throws(DecodingError) {
    number = r.int64(0)
    unknownFields = r.unknownFields
  }

  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, number)
    w.unknown(unknownFields)
  }
}
