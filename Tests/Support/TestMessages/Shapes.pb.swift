// Generated from shapes.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// Every sort of proto3 `optional`.
public struct Optionals: Message {
  /// The field `number`.
  public var number: Int32?

  /// The field `text`.
  public var text: String?

  /// The field `data`.
  public var data: [UInt8]?

  /// The field `color`.
  public var color: Color?

  /// The field `truth`.
  public var truth: Bool?

  /// The field `ratio`.
  public var ratio: Double?

  /// The field `share`.
  public var share: Float?

  /// The field `long`.
  public var long: Int64?

  /// The field `count`.
  public var count: UInt32?

  /// The field `size`.
  public var size: UInt64?

  /// The field `inner`.
  @Boxed public var inner: Optionals? = nil

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.test.Optionals", in: .shapes,
    fields: [
      .optional(1, "number", .int32),
      .optional(2, "text", .string),
      .optional(3, "data", .bytes),
      .optional(4, "color", .enumeration(Color.self)),
      .optional(5, "truth", .bool),
      .optional(6, "ratio", .double),
      .optional(7, "share", .float),
      .optional(8, "long", .int64),
      .optional(9, "count", .uint32),
      .optional(10, "size", .uint64),
      .singular(11, "inner", .message(Optionals.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    number = r.has(0) ? r.int32(0) : nil
    text = try r.has(1) ? r.string(1) : nil
    data = r.has(2) ? r.bytes(2) : nil
    color = r.has(3) ? r.enumeration(3) : nil
    truth = r.has(4) ? r.bool(4) : nil
    ratio = r.has(5) ? r.double(5) : nil
    share = r.has(6) ? r.float(6) : nil
    long = r.has(7) ? r.int64(7) : nil
    count = r.has(8) ? r.uint32(8) : nil
    size = r.has(9) ? r.uint64(9) : nil
    inner = try r.message(10)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, number)
    w.string(1, text)
    w.bytes(2, data)
    w.enumeration(3, color)
    w.bool(4, truth)
    w.double(5, ratio)
    w.float(6, share)
    w.int64(7, long)
    w.uint32(8, count)
    w.uint64(9, size)
    w.message(10, inner)
    w.unknown(unknownFields)
  }
}

/// An enum without a common prefix, and with keywords.
public enum Color: OpenEnum {
  /// The value `NONE`.
  case none
  /// The value `SELF`.
  case self_
  /// The value `INIT`.
  case init_
  /// The value `DEFAULT`.
  case `default`
  /// The value `UNRECOGNIZED`.
  case unrecognized_
  /// The value `DESCRIPTOR`.
  case descriptor_
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .none }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .none
    case 1: self = .self_
    case 2: self = .init_
    case 3: self = .`default`
    case 4: self = .unrecognized_
    case 5: self = .descriptor_
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .none: 0
    case .self_: 1
    case .init_: 2
    case .`default`: 3
    case .unrecognized_: 4
    case .descriptor_: 5
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.test.Color", in: .shapes,
    values: [
      (0, "NONE"),
      (1, "SELF"),
      (2, "INIT"),
      (3, "DEFAULT"),
      (4, "UNRECOGNIZED"),
      (5, "DESCRIPTOR"),
    ])
}

/// Field names that are keywords or members of every message.
public struct Names: Message {
  /// The field `class`.
  public var `class`: String = ""

  /// The field `self`.
  public var self_: String = ""

  /// The field `init`.
  public var init_: String = ""

  /// The field `descriptor`.
  public var descriptor_: String = ""

  /// The field `unknown_fields`.
  public var unknownFields_: String = ""

  /// The field `hash_value`.
  public var hashValue_: String = ""

  /// The field `in`.
  public var `in`: String = ""

  /// The field `default`.
  public var `default`: String = ""

  /// The field `write`.
  public var write_: String = ""

  /// The field `some_name`.
  public var someName: String = ""

  /// The field `extension`.
  public var `extension`: String = ""

  /// The field `r`.
  public var r: String = ""

  /// The field `w`.
  public var w: String = ""

  /// The field `value`.
  public var value: String = ""

  /// At most one of the members of `switch`.
  public var `switch`: Switch?

  /// The field `json_named`.
  public var jsonNamed: String = ""

  /// The field `debug_description`.
  public var debugDescription_: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `switch`, of which one at most is set.
  public enum Switch: Sendable, Hashable {
    /// The field `func`.
    case `func`(String)
    /// The field `case`.
    case `case`(Int32)
    /// The field `nested`.
    indirect case nested(Names)

    /// The value of `func`, if that is the one that is set.
    public var `func`: String? {
      if case .`func`(let value) = self { value } else { nil }
    }

    /// The value of `case`, if that is the one that is set.
    public var `case`: Int32? {
      if case .`case`(let value) = self { value } else { nil }
    }

    /// The value of `nested`, if that is the one that is set.
    public var nested: Names? {
      if case .nested(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.test.Names", in: .shapes,
    fields: [
      .singular(1, "class", .string),
      .singular(2, "self", .string),
      .singular(3, "init", .string),
      .singular(4, "descriptor", .string),
      .singular(5, "unknown_fields", .string),
      .singular(6, "hash_value", .string),
      .singular(7, "in", .string),
      .singular(8, "default", .string),
      .singular(9, "write", .string),
      .singular(10, "some_name", .string),
      .singular(11, "extension", .string),
      .singular(12, "r", .string),
      .singular(13, "w", .string),
      .singular(14, "value", .string),
      .oneof("switch", 15, "func", .string),
      .oneof("switch", 16, "case", .int32),
      .oneof("switch", 17, "nested", .message(Names.self)),
      .singular(18, "json_named", .string, json: "@named"),
      .singular(19, "debug_description", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    `class` = try r.string(0)
    self_ = try r.string(1)
    init_ = try r.string(2)
    descriptor_ = try r.string(3)
    unknownFields_ = try r.string(4)
    hashValue_ = try r.string(5)
    `in` = try r.string(6)
    `default` = try r.string(7)
    write_ = try r.string(8)
    someName = try r.string(9)
    `extension` = try r.string(10)
    self.r = try r.string(11)
    self.w = try r.string(12)
    value = try r.string(13)
    switch r.member(14) {
    case 15: `switch` = .`func`(try r.string(14))
    case 16: `switch` = .`case`(r.int32(14))
    case 17: `switch` = .nested(try r.message(14) ?? Names())
    default: break
    }
    jsonNamed = try r.string(15)
    debugDescription_ = try r.string(16)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, `class`)
    w.string(1, self_)
    w.string(2, init_)
    w.string(3, descriptor_)
    w.string(4, unknownFields_)
    w.string(5, hashValue_)
    w.string(6, `in`)
    w.string(7, `default`)
    w.string(8, write_)
    w.string(9, someName)
    w.string(10, `extension`)
    w.string(11, self.r)
    w.string(12, self.w)
    w.string(13, value)
    switch `switch` {
    case .`func`(let value):
      w.select(14, 15)
      w.string(14, value)
    case .`case`(let value):
      w.select(14, 16)
      w.int32(14, value)
    case .nested(let value):
      w.select(14, 17)
      w.message(14, value)
    case nil: break
    }
    w.string(15, jsonNamed)
    w.string(16, debugDescription_)
    w.unknown(unknownFields)
  }
}

/// Types whose names are taken.
public struct MessageMessage: Message {
  /// The field `inner`.
  public var inner: MessageMessage.Timestamp?

  /// The field `outer`.
  public var outer: Protobuf.Timestamp?

  /// The field `type`.
  public var type: MessageMessage.TypeEnum = .unspecified

  /// A oneof that would hide the type of its member.
  public var timestamp: TimestampChoice?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `timestamp`, of which one at most is set.
  public enum TimestampChoice: Sendable, Hashable {
    /// The field `at`.
    case at(Protobuf.Timestamp)
    /// The field `text`.
    case text(String)

    /// The value of `at`, if that is the one that is set.
    public var at: Protobuf.Timestamp? {
      if case .at(let value) = self { value } else { nil }
    }

    /// The value of `text`, if that is the one that is set.
    public var text: String? {
      if case .text(let value) = self { value } else { nil }
    }
  }

  /// An enum of a forbidden name.
  public enum TypeEnum: OpenEnum {
    /// The value `TYPE_UNSPECIFIED`.
    case unspecified
    /// The value `TYPE_ONE`.
    case one
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .unspecified }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .one
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .one: 1
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "matiane.test.Message.Type", in: .shapes,
      values: [
        (0, "TYPE_UNSPECIFIED"),
        (1, "TYPE_ONE"),
      ])
  }

  /// A nested type that hides one from outside.
  public struct Timestamp: Message {
    /// The field `seconds`.
    public var seconds: Int32 = 0

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "matiane.test.Message.Timestamp", in: .shapes,
      fields: [
        .singular(1, "seconds", .int32)
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      seconds = r.int32(0)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.int32(0, seconds)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.test.Message", in: .shapes,
    fields: [
      .singular(1, "inner", .message(MessageMessage.Timestamp.self)),
      .singular(2, "outer", .message(Protobuf.Timestamp.self)),
      .singular(3, "type", .enumeration(MessageMessage.TypeEnum.self)),
      .oneof("timestamp", 4, "at", .message(Protobuf.Timestamp.self)),
      .oneof("timestamp", 5, "text", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    inner = try r.message(0)
    outer = try r.message(1)
    type = r.enumeration(2)
    switch r.member(3) {
    case 4: timestamp = .at(try r.message(3) ?? Protobuf.Timestamp())
    case 5: timestamp = .text(try r.string(3))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, inner)
    w.message(1, outer)
    w.enumeration(2, type)
    switch timestamp {
    case .at(let value):
      w.select(3, 4)
      w.message(3, value)
    case .text(let value):
      w.select(3, 5)
      w.string(3, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// A message that two others lead back to.
public struct Tree: Message {
  /// The field `left`.
  @Boxed public var left: Tree? = nil

  /// The field `right`.
  @Boxed public var right: Tree? = nil

  /// The field `branch`.
  @Boxed public var branch: Branch? = nil

  /// The field `named`.
  public var named: [String: Tree] = [:]

  /// The field `listed`.
  public var listed: [Tree] = []

  /// At most one of the members of `either`.
  public var either: Either?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `either`, of which one at most is set.
  public enum Either: Sendable, Hashable {
    /// The field `one`.
    indirect case one(Tree)
    /// The field `other`.
    indirect case other(Branch)

    /// The value of `one`, if that is the one that is set.
    public var one: Tree? {
      if case .one(let value) = self { value } else { nil }
    }

    /// The value of `other`, if that is the one that is set.
    public var other: Branch? {
      if case .other(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.test.Tree", in: .shapes,
    fields: [
      .singular(1, "left", .message(Tree.self)),
      .singular(2, "right", .message(Tree.self)),
      .singular(3, "branch", .message(Branch.self)),
      .map(4, "named", .string, to: .message(Tree.self)),
      .repeated(5, "listed", .message(Tree.self)),
      .oneof("either", 6, "one", .message(Tree.self)),
      .oneof("either", 7, "other", .message(Branch.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    left = try r.message(0)
    right = try r.message(1)
    branch = try r.message(2)
    named = try r.map(3) { entry throws(DecodingError) in
      (try entry.string(0), try entry.message(1) ?? Tree())
    }
    listed = try r.messages(4)
    switch r.member(5) {
    case 6: either = .one(try r.message(5) ?? Tree())
    case 7: either = .other(try r.message(5) ?? Branch())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, left)
    w.message(1, right)
    w.message(2, branch)
    w.map(3, named) {
      $0.string(0, $1)
      $0.message(1, $2)
    }
    w.messages(4, listed)
    switch either {
    case .one(let value):
      w.select(5, 6)
      w.message(5, value)
    case .other(let value):
      w.select(5, 7)
      w.message(5, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// One half of a cycle.
public struct Branch: Message {
  /// The field `tree`.
  @Boxed public var tree: Tree? = nil

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.test.Branch", in: .shapes,
    fields: [
      .singular(1, "tree", .message(Tree.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    tree = try r.message(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, tree)
    w.unknown(unknownFields)
  }
}

/// Numbers far apart.
public struct Sparse: Message {
  /// The field `first`.
  public var first: Int32 = 0

  /// The field `far`.
  public var far: Int32 = 0

  /// The field `last`.
  public var last: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.test.Sparse", in: .shapes,
    fields: [
      .singular(1, "first", .int32),
      .singular(100000, "far", .int32),
      .singular(536870911, "last", .int32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    first = r.int32(0)
    far = r.int32(1)
    last = r.int32(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, first)
    w.int32(1, far)
    w.int32(2, last)
    w.unknown(unknownFields)
  }
}

/// Names that Swift, the runtime or protoc's other plugins would trip over.
public struct HardNames: Message {
  /// At most one of the members of `choice`.
  public var choice: Choice?

  /// The field `__`.
  public var underscore: Int32 = 0

  /// The field `quoted`.
  public var quoted: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `choice`, of which one at most is set.
  public enum Choice: Sendable, Hashable {
    /// The field `none`.
    case none_(String)
    /// The field `some`.
    case some_(Int32)

    /// The value of `none`, if that is the one that is set.
    public var none_: String? {
      if case .none_(let value) = self { value } else { nil }
    }

    /// The value of `some`, if that is the one that is set.
    public var some_: Int32? {
      if case .some_(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.test.HardNames", in: .shapes,
    fields: [
      .oneof("choice", 1, "none", .string),
      .oneof("choice", 2, "some", .int32),
      .singular(3, "__", .int32),
      .singular(4, "quoted", .string, json: "a \"b\"\u{a}"),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: choice = .none_(try r.string(0))
    case 2: choice = .some_(r.int32(0))
    default: break
    }
    underscore = r.int32(1)
    quoted = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch choice {
    case .none_(let value):
      w.select(0, 1)
      w.string(0, value)
    case .some_(let value):
      w.select(0, 2)
      w.int32(0, value)
    case nil: break
    }
    w.int32(1, underscore)
    w.string(2, quoted)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `shapes.proto`.
  public static let shapes = FileDescriptor(
    "shapes.proto", package: "matiane.test",
    dependencies: [.googleProtobufTimestamp],
    messages: [
      "matiane.test.Optionals": Optionals.self,
      "matiane.test.Names": Names.self,
      "matiane.test.Message": MessageMessage.self,
      "matiane.test.Message.Timestamp": MessageMessage.Timestamp.self,
      "matiane.test.Tree": Tree.self,
      "matiane.test.Branch": Branch.self,
      "matiane.test.Sparse": Sparse.self,
      "matiane.test.HardNames": HardNames.self,
    ],
    encoded: """
      CgxzaGFwZXMucHJvdG8SDG1hdGlhbmUudGVzdBofZ29vZ2xlL3Byb3RvYnVmL3RpbWVzdGFtcC5wcm90byLHAwoJT3B0\
      aW9uYWxzEhsKBm51bWJlchgBIAEoBUgAUgZudW1iZXKIAQESFwoEdGV4dBgCIAEoCUgBUgR0ZXh0iAEBEhcKBGRhdGEY\
      AyABKAxIAlIEZGF0YYgBARIuCgVjb2xvchgEIAEoDjITLm1hdGlhbmUudGVzdC5Db2xvckgDUgVjb2xvcogBARIZCgV0\
      cnV0aBgFIAEoCEgEUgV0cnV0aIgBARIZCgVyYXRpbxgGIAEoAUgFUgVyYXRpb4gBARIZCgVzaGFyZRgHIAEoAkgGUgVz\
      aGFyZYgBARIXCgRsb25nGAggASgDSAdSBGxvbmeIAQESGQoFY291bnQYCSABKA1ICFIFY291bnSIAQESFwoEc2l6ZRgK\
      IAEoBEgJUgRzaXpliAEBEjIKBWlubmVyGAsgASgLMhcubWF0aWFuZS50ZXN0Lk9wdGlvbmFsc0gKUgVpbm5lcogBAUIJ\
      CgdfbnVtYmVyQgcKBV90ZXh0QgcKBV9kYXRhQggKBl9jb2xvckIICgZfdHJ1dGhCCAoGX3JhdGlvQggKBl9zaGFyZUIH\
      CgVfbG9uZ0IICgZfY291bnRCBwoFX3NpemVCCAoGX2lubmVyIoYECgVOYW1lcxIUCgVjbGFzcxgBIAEoCVIFY2xhc3MS\
      EgoEc2VsZhgCIAEoCVIEc2VsZhISCgRpbml0GAMgASgJUgRpbml0Eh4KCmRlc2NyaXB0b3IYBCABKAlSCmRlc2NyaXB0\
      b3ISJQoOdW5rbm93bl9maWVsZHMYBSABKAlSDXVua25vd25GaWVsZHMSHQoKaGFzaF92YWx1ZRgGIAEoCVIJaGFzaFZh\
      bHVlEg4KAmluGAcgASgJUgJpbhIYCgdkZWZhdWx0GAggASgJUgdkZWZhdWx0EhQKBXdyaXRlGAkgASgJUgV3cml0ZRIb\
      Cglzb21lX25hbWUYCiABKAlSCHNvbWVOYW1lEhwKCWV4dGVuc2lvbhgLIAEoCVIJZXh0ZW5zaW9uEgwKAXIYDCABKAlS\
      AXISDAoBdxgNIAEoCVIBdxIUCgV2YWx1ZRgOIAEoCVIFdmFsdWUSFAoEZnVuYxgPIAEoCUgAUgRmdW5jEhQKBGNhc2UY\
      ECABKAVIAFIEY2FzZRItCgZuZXN0ZWQYESABKAsyEy5tYXRpYW5lLnRlc3QuTmFtZXNIAFIGbmVzdGVkEhoKCmpzb25f\
      bmFtZWQYEiABKAlSBkBuYW1lZBIrChFkZWJ1Z19kZXNjcmlwdGlvbhgTIAEoCVIQZGVidWdEZXNjcmlwdGlvbkIICgZz\
      d2l0Y2gixgIKB01lc3NhZ2USNQoFaW5uZXIYASABKAsyHy5tYXRpYW5lLnRlc3QuTWVzc2FnZS5UaW1lc3RhbXBSBWlu\
      bmVyEjAKBW91dGVyGAIgASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFIFb3V0ZXISLgoEdHlwZRgDIAEoDjIa\
      Lm1hdGlhbmUudGVzdC5NZXNzYWdlLlR5cGVSBHR5cGUSLAoCYXQYBCABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0\
      YW1wSABSAmF0EhQKBHRleHQYBSABKAlIAFIEdGV4dBolCglUaW1lc3RhbXASGAoHc2Vjb25kcxgBIAEoBVIHc2Vjb25k\
      cyIqCgRUeXBlEhQKEFRZUEVfVU5TUEVDSUZJRUQQABIMCghUWVBFX09ORRABQgsKCXRpbWVzdGFtcCKVAwoEVHJlZRIm\
      CgRsZWZ0GAEgASgLMhIubWF0aWFuZS50ZXN0LlRyZWVSBGxlZnQSKAoFcmlnaHQYAiABKAsyEi5tYXRpYW5lLnRlc3Qu\
      VHJlZVIFcmlnaHQSLAoGYnJhbmNoGAMgASgLMhQubWF0aWFuZS50ZXN0LkJyYW5jaFIGYnJhbmNoEjMKBW5hbWVkGAQg\
      AygLMh0ubWF0aWFuZS50ZXN0LlRyZWUuTmFtZWRFbnRyeVIFbmFtZWQSKgoGbGlzdGVkGAUgAygLMhIubWF0aWFuZS50\
      ZXN0LlRyZWVSBmxpc3RlZBImCgNvbmUYBiABKAsyEi5tYXRpYW5lLnRlc3QuVHJlZUgAUgNvbmUSLAoFb3RoZXIYByAB\
      KAsyFC5tYXRpYW5lLnRlc3QuQnJhbmNoSABSBW90aGVyGkwKCk5hbWVkRW50cnkSEAoDa2V5GAEgASgJUgNrZXkSKAoF\
      dmFsdWUYAiABKAsyEi5tYXRpYW5lLnRlc3QuVHJlZVIFdmFsdWU6AjgBQggKBmVpdGhlciIwCgZCcmFuY2gSJgoEdHJl\
      ZRgBIAEoCzISLm1hdGlhbmUudGVzdC5UcmVlUgR0cmVlIkoKBlNwYXJzZRIUCgVmaXJzdBgBIAEoBVIFZmlyc3QSEgoD\
      ZmFyGKCNBiABKAVSA2ZhchIWCgRsYXN0GP////8BIAEoBVIEbGFzdCJnCglIYXJkTmFtZXMSFAoEbm9uZRgBIAEoCUgA\
      UgRub25lEhQKBHNvbWUYAiABKAVIAFIEc29tZRIMCgJfXxgDIAEoBVIAEhYKBnF1b3RlZBgEIAEoCVIGYSAiYiIKQggK\
      BmNob2ljZSpUCgVDb2xvchIICgROT05FEAASCAoEU0VMRhABEggKBElOSVQQAhILCgdERUZBVUxUEAMSEAoMVU5SRUNP\
      R05JWkVEEAQSDgoKREVTQ1JJUFRPUhAFYgZwcm90bzM=
      """)
}
