// Generated from matiane/test/v1/names.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// `Shade`, by a name that no message of the file hides.
typealias MatianeTestV1NamesShade = Shade

/// `Standing`, by a name that no message of the file hides.
typealias MatianeTestV1NamesStanding = Standing

/// `small`, by a name that no message of the file hides.
typealias MatianeTestV1Namessmall = small

/// A message that is named like a type of the GRPC module.
struct ServiceClient: Message {
  /// The field `number`.
  var number: Int32 = 0

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.ServiceClient", in: .matianeTestV1Names,
    fields: [
      .singular(1, "number", .int32)
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    number = r.int32(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, number)
    w.unknown(unknownFields)
  }
}

/// A message that is named like one of the Protobuf module, and has a field of that.
struct Int64Value: Message {
  /// The field `known`.
  var known: Protobuf.Int64Value?

  /// The field `own`.
  @Boxed var own: GRPCTests.Int64Value? = nil

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.Int64Value", in: .matianeTestV1Names,
    fields: [
      .singular(1, "known", .message(Protobuf.Int64Value.self)),
      .singular(2, "own", .message(GRPCTests.Int64Value.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    known = try r.message(0)
    own = try r.message(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, known)
    w.message(1, own)
    w.unknown(unknownFields)
  }
}

/// A message named like a keyword.
struct classMessage: Message {
  /// The field `is`.
  var `is`: classMessage.whileEnum = .zero

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// So is this.
  enum whileEnum: OpenEnum {
    /// The value `ZERO`.
    case zero
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    init() { self = .zero }

    /// The value of a number.
    init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .zero
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    var rawValue: Int32 {
      switch self {
      case .zero: 0
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    static let descriptor = EnumDescriptor(
      "matiane.test.v1.class.while", in: .matianeTestV1Names,
      values: [
        (0, "ZERO")
      ])
  }

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.class", in: .matianeTestV1Names,
    fields: [
      .singular(1, "is", .enumeration(classMessage.whileEnum.self))
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    `is` = r.enumeration(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, `is`)
    w.unknown(unknownFields)
  }
}

/// A message and an enum whose names another message hides within itself.
struct Standing: Message {
  /// The field `of`.
  var of: String = ""

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.Standing", in: .matianeTestV1Names,
    fields: [
      .singular(1, "of", .string)
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    of = try r.string(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, of)
    w.unknown(unknownFields)
  }
}

/// The enum `matiane.test.v1.Shade`.
enum Shade: OpenEnum {
  /// The value `SHADE_UNSPECIFIED`.
  case unspecified
  /// The value `SHADE_DARK`.
  case dark
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  init() { self = .unspecified }

  /// The value of a number.
  init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .dark
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .dark: 1
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  static let descriptor = EnumDescriptor(
    "matiane.test.v1.Shade", in: .matianeTestV1Names,
    values: [
      (0, "SHADE_UNSPECIFIED"),
      (1, "SHADE_DARK"),
    ])
}

/// The message that hides them, and has fields of both kinds.
struct Enclosing: Message {
  /// The field `own`.
  var own: Enclosing.Standing?

  /// The field `outer`.
  var outer: MatianeTestV1NamesStanding?

  /// The field `shade`.
  var shade: MatianeTestV1NamesShade = .unspecified

  /// The field `named`.
  var named: [String: MatianeTestV1NamesStanding] = [:]

  /// At most one of the members of `choice`.
  var choice: Choice?

  /// The field `shades`.
  var shades: [MatianeTestV1NamesShade] = []

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The members of `choice`, of which one at most is set.
  enum Choice: Sendable, Hashable {
    /// The field `chosen`.
    case chosen(MatianeTestV1NamesStanding)
    /// The field `shaded`.
    case shaded(Enclosing.Shade)

    /// The value of `chosen`, if that is the one that is set.
    var chosen: MatianeTestV1NamesStanding? {
      if case .chosen(let value) = self { value } else { nil }
    }

    /// The value of `shaded`, if that is the one that is set.
    var shaded: Enclosing.Shade? {
      if case .shaded(let value) = self { value } else { nil }
    }
  }

  /// The enum `matiane.test.v1.Enclosing.Shade`.
  enum Shade: OpenEnum {
    /// The value `SHADE_NONE`.
    case none
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    init() { self = .none }

    /// The value of a number.
    init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .none
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    var rawValue: Int32 {
      switch self {
      case .none: 0
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    static let descriptor = EnumDescriptor(
      "matiane.test.v1.Enclosing.Shade", in: .matianeTestV1Names,
      values: [
        (0, "SHADE_NONE")
      ])
  }

  /// The message `matiane.test.v1.Enclosing.Standing`.
  struct Standing: Message {
    /// The field `code`.
    var code: Int32 = 0

    /// The field `inner`.
    var inner: MatianeTestV1NamesStanding?

    /// Fields that this version of the message does not know.
    var unknownFields = UnknownFields()

    /// The message with every field at its default.
    init() {}

    /// The message's name and fields.
    static let descriptor = MessageDescriptor(
      "matiane.test.v1.Enclosing.Standing", in: .matianeTestV1Names,
      fields: [
        .singular(1, "code", .int32),
        .singular(2, "inner", .message(MatianeTestV1NamesStanding.self)),
      ])

    /// Reads an unpacked message.
    init(reading r: MessageReader) throws(DecodingError) {
      code = r.int32(0)
      inner = try r.message(1)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.int32(0, code)
      w.message(1, inner)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.Enclosing", in: .matianeTestV1Names,
    fields: [
      .singular(1, "own", .message(Enclosing.Standing.self)),
      .singular(2, "outer", .message(MatianeTestV1NamesStanding.self)),
      .singular(3, "shade", .enumeration(MatianeTestV1NamesShade.self)),
      .map(4, "named", .string, to: .message(MatianeTestV1NamesStanding.self)),
      .oneof("choice", 5, "chosen", .message(MatianeTestV1NamesStanding.self)),
      .oneof("choice", 7, "shaded", .enumeration(Enclosing.Shade.self)),
      .repeated(6, "shades", .enumeration(MatianeTestV1NamesShade.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    own = try r.message(0)
    outer = try r.message(1)
    shade = r.enumeration(2)
    named = try r.map(3) { entry throws(DecodingError) in
      (try entry.string(0), try entry.message(1) ?? MatianeTestV1NamesStanding())
    }
    switch r.member(4) {
    case 5: choice = .chosen(try r.message(4) ?? MatianeTestV1NamesStanding())
    case 7: choice = .shaded(r.enumeration(4))
    default: break
    }
    shades = r.enumerations(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, own)
    w.message(1, outer)
    w.enumeration(2, shade)
    w.map(3, named) {
      $0.string(0, $1)
      $0.message(1, $2)
    }
    switch choice {
    case .chosen(let value):
      w.select(4, 5)
      w.message(4, value)
    case .shaded(let value):
      w.select(4, 7)
      w.enumeration(4, value)
    case nil: break
    }
    w.enumerations(5, shades)
    w.unknown(unknownFields)
  }
}

/// A message in small letters, and a field that is named like it.
struct small: Message {
  /// The field `size`.
  var size: Int32 = 0

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.small", in: .matianeTestV1Names,
    fields: [
      .singular(1, "size", .int32)
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    size = r.int32(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, size)
    w.unknown(unknownFields)
  }
}

/// The message `matiane.test.v1.Smaller`.
struct Smaller: Message {
  /// The field `small`.
  var small: MatianeTestV1Namessmall?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.Smaller", in: .matianeTestV1Names,
    fields: [
      .singular(1, "small", .message(MatianeTestV1Namessmall.self))
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    small = try r.message(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, small)
    w.unknown(unknownFields)
  }
}

/// A message that cannot keep its name, and one that has what it would get.
struct ResultMessage_: Message {
  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.Result", in: .matianeTestV1Names,
    fields: [])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.unknown(unknownFields)
  }
}

/// The message `matiane.test.v1.ResultMessage`.
struct ResultMessage: Message {
  /// The field `result`.
  var result: ResultMessage_?

  /// Oneofs whose types are named alike.
  var what: What?

  /// At most one of the members of `WHAT`.
  var what_1: What_?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The members of `what`, of which one at most is set.
  enum What: Sendable, Hashable {
    /// The field `number`.
    case number(Int32)

    /// The value of `number`, if that is the one that is set.
    var number: Int32? {
      if case .number(let value) = self { value } else { nil }
    }
  }

  /// The members of `WHAT`, of which one at most is set.
  enum What_: Sendable, Hashable {
    /// The field `text`.
    case text(String)

    /// The value of `text`, if that is the one that is set.
    var text: String? {
      if case .text(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.ResultMessage", in: .matianeTestV1Names,
    fields: [
      .singular(1, "result", .message(ResultMessage_.self)),
      .oneof("what", 2, "number", .int32),
      .oneof("WHAT", 3, "text", .string),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    result = try r.message(0)
    switch r.member(1) {
    case 2: what = .number(r.int32(1))
    default: break
    }
    switch r.member(2) {
    case 3: what_1 = .text(try r.string(2))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, result)
    switch what {
    case .number(let value):
      w.select(1, 2)
      w.int32(1, value)
    case nil: break
    }
    switch what_1 {
    case .text(let value):
      w.select(2, 3)
      w.string(2, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/test/v1/names.proto`.
  static let matianeTestV1Names = FileDescriptor(
    "matiane/test/v1/names.proto", package: "matiane.test.v1",
    dependencies: [.googleProtobufWrappers],
    messages: [
      "matiane.test.v1.ServiceClient": ServiceClient.self,
      "matiane.test.v1.Int64Value": GRPCTests.Int64Value.self,
      "matiane.test.v1.class": classMessage.self,
      "matiane.test.v1.Standing": Standing.self,
      "matiane.test.v1.Enclosing": Enclosing.self,
      "matiane.test.v1.Enclosing.Standing": Enclosing.Standing.self,
      "matiane.test.v1.small": small.self,
      "matiane.test.v1.Smaller": Smaller.self,
      "matiane.test.v1.Result": ResultMessage_.self,
      "matiane.test.v1.ResultMessage": ResultMessage.self,
    ],
    encoded: """
      ChttYXRpYW5lL3Rlc3QvdjEvbmFtZXMucHJvdG8SD21hdGlhbmUudGVzdC52MRoeZ29vZ2xlL3Byb3RvYnVmL3dyYXBw\
      ZXJzLnByb3RvIicKDVNlcnZpY2VDbGllbnQSFgoGbnVtYmVyGAEgASgFUgZudW1iZXIibgoKSW50NjRWYWx1ZRIxCgVr\
      bm93bhgBIAEoCzIbLmdvb2dsZS5wcm90b2J1Zi5JbnQ2NFZhbHVlUgVrbm93bhItCgNvd24YAiABKAsyGy5tYXRpYW5l\
      LnRlc3QudjEuSW50NjRWYWx1ZVIDb3duIkgKBWNsYXNzEiwKAmlzGAEgASgOMhwubWF0aWFuZS50ZXN0LnYxLmNsYXNz\
      LndoaWxlUgJpcyIRCgV3aGlsZRIICgRaRVJPEAAiGgoIU3RhbmRpbmcSDgoCb2YYASABKAlSAm9mIsgECglFbmNsb3Np\
      bmcSNQoDb3duGAEgASgLMiMubWF0aWFuZS50ZXN0LnYxLkVuY2xvc2luZy5TdGFuZGluZ1IDb3duEi8KBW91dGVyGAIg\
      ASgLMhkubWF0aWFuZS50ZXN0LnYxLlN0YW5kaW5nUgVvdXRlchIsCgVzaGFkZRgDIAEoDjIWLm1hdGlhbmUudGVzdC52\
      MS5TaGFkZVIFc2hhZGUSOwoFbmFtZWQYBCADKAsyJS5tYXRpYW5lLnRlc3QudjEuRW5jbG9zaW5nLk5hbWVkRW50cnlS\
      BW5hbWVkEjMKBmNob3NlbhgFIAEoCzIZLm1hdGlhbmUudGVzdC52MS5TdGFuZGluZ0gAUgZjaG9zZW4SOgoGc2hhZGVk\
      GAcgASgOMiAubWF0aWFuZS50ZXN0LnYxLkVuY2xvc2luZy5TaGFkZUgAUgZzaGFkZWQSLgoGc2hhZGVzGAYgAygOMhYu\
      bWF0aWFuZS50ZXN0LnYxLlNoYWRlUgZzaGFkZXMaTwoIU3RhbmRpbmcSEgoEY29kZRgBIAEoBVIEY29kZRIvCgVpbm5l\
      chgCIAEoCzIZLm1hdGlhbmUudGVzdC52MS5TdGFuZGluZ1IFaW5uZXIaUwoKTmFtZWRFbnRyeRIQCgNrZXkYASABKAlS\
      A2tleRIvCgV2YWx1ZRgCIAEoCzIZLm1hdGlhbmUudGVzdC52MS5TdGFuZGluZ1IFdmFsdWU6AjgBIhcKBVNoYWRlEg4K\
      ClNIQURFX05PTkUQAEIICgZjaG9pY2UiGwoFc21hbGwSEgoEc2l6ZRgBIAEoBVIEc2l6ZSI3CgdTbWFsbGVyEiwKBXNt\
      YWxsGAEgASgLMhYubWF0aWFuZS50ZXN0LnYxLnNtYWxsUgVzbWFsbCIICgZSZXN1bHQigAEKDVJlc3VsdE1lc3NhZ2US\
      LwoGcmVzdWx0GAEgASgLMhcubWF0aWFuZS50ZXN0LnYxLlJlc3VsdFIGcmVzdWx0EhgKBm51bWJlchgCIAEoBUgAUgZu\
      dW1iZXISFAoEdGV4dBgDIAEoCUgBUgR0ZXh0QgYKBHdoYXRCBgoEV0hBVCouCgVTaGFkZRIVChFTSEFERV9VTlNQRUNJ\
      RklFRBAAEg4KClNIQURFX0RBUksQATL3AQoLTmFtZVNlcnZpY2USSQoHU2VydmljZRIeLm1hdGlhbmUudGVzdC52MS5T\
      ZXJ2aWNlQ2xpZW50Gh4ubWF0aWFuZS50ZXN0LnYxLlNlcnZpY2VDbGllbnQSSwoHT3B0aW9ucxIeLm1hdGlhbmUudGVz\
      dC52MS5TZXJ2aWNlQ2xpZW50Gh4ubWF0aWFuZS50ZXN0LnYxLlNlcnZpY2VDbGllbnQoARJQCgdIVFRQR2V0Eh4ubWF0\
      aWFuZS50ZXN0LnYxLlNlcnZpY2VDbGllbnQaHi5tYXRpYW5lLnRlc3QudjEuU2VydmljZUNsaWVudCIDiAIBMAEyRgoH\
      U2VydmljZRI7CgNHZXQSGS5tYXRpYW5lLnRlc3QudjEuU3RhbmRpbmcaGS5tYXRpYW5lLnRlc3QudjEuU3RhbmRpbmdi\
      BnByb3RvMw==
      """)
}
