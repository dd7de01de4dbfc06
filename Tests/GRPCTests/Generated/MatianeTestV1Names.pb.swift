// Generated from matiane/test/v1/names.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

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

extension FileDescriptor {
  /// The file `matiane/test/v1/names.proto`.
  static let matianeTestV1Names = FileDescriptor(
    "matiane/test/v1/names.proto", package: "matiane.test.v1",
    dependencies: [.googleProtobufWrappers],
    messages: [
      "matiane.test.v1.ServiceClient": ServiceClient.self,
      "matiane.test.v1.Int64Value": GRPCTests.Int64Value.self,
      "matiane.test.v1.class": classMessage.self,
    ],
    encoded: """
      ChttYXRpYW5lL3Rlc3QvdjEvbmFtZXMucHJvdG8SD21hdGlhbmUudGVzdC52MRoeZ29vZ2xlL3Byb3RvYnVmL3dyYXBw\
      ZXJzLnByb3RvIicKDVNlcnZpY2VDbGllbnQSFgoGbnVtYmVyGAEgASgFUgZudW1iZXIibgoKSW50NjRWYWx1ZRIxCgVr\
      bm93bhgBIAEoCzIbLmdvb2dsZS5wcm90b2J1Zi5JbnQ2NFZhbHVlUgVrbm93bhItCgNvd24YAiABKAsyGy5tYXRpYW5l\
      LnRlc3QudjEuSW50NjRWYWx1ZVIDb3duIkgKBWNsYXNzEiwKAmlzGAEgASgOMhwubWF0aWFuZS50ZXN0LnYxLmNsYXNz\
      LndoaWxlUgJpcyIRCgV3aGlsZRIICgRaRVJPEAAy9wEKC05hbWVTZXJ2aWNlEkkKB1NlcnZpY2USHi5tYXRpYW5lLnRl\
      c3QudjEuU2VydmljZUNsaWVudBoeLm1hdGlhbmUudGVzdC52MS5TZXJ2aWNlQ2xpZW50EksKB09wdGlvbnMSHi5tYXRp\
      YW5lLnRlc3QudjEuU2VydmljZUNsaWVudBoeLm1hdGlhbmUudGVzdC52MS5TZXJ2aWNlQ2xpZW50KAESUAoHSFRUUEdl\
      dBIeLm1hdGlhbmUudGVzdC52MS5TZXJ2aWNlQ2xpZW50Gh4ubWF0aWFuZS50ZXN0LnYxLlNlcnZpY2VDbGllbnQiA4gC\
      ATABYgZwcm90bzM=
      """)
}
