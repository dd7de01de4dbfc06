// Generated from google/protobuf/test_messages_proto2.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// Every type of field in every shape.
public struct TestAllTypesProto2: Message {
  /// The field `optional_int32`.
  public var optionalInt32: Int32?

  /// The field `optional_int64`.
  public var optionalInt64: Int64?

  /// The field `optional_uint32`.
  public var optionalUint32: UInt32?

  /// The field `optional_uint64`.
  public var optionalUint64: UInt64?

  /// The field `optional_sint32`.
  public var optionalSint32: Int32?

  /// The field `optional_sint64`.
  public var optionalSint64: Int64?

  /// The field `optional_fixed32`.
  public var optionalFixed32: UInt32?

  /// The field `optional_fixed64`.
  public var optionalFixed64: UInt64?

  /// The field `optional_sfixed32`.
  public var optionalSfixed32: Int32?

  /// The field `optional_sfixed64`.
  public var optionalSfixed64: Int64?

  /// The field `optional_float`.
  public var optionalFloat: Float?

  /// The field `optional_double`.
  public var optionalDouble: Double?

  /// The field `optional_bool`.
  public var optionalBool: Bool?

  /// The field `optional_string`.
  public var optionalString: String?

  /// The field `optional_bytes`.
  public var optionalBytes: [UInt8]?

  /// The field `optional_nested_message`.
  @Boxed public var optionalNestedMessage: TestAllTypesProto2.NestedMessage? = nil

  /// The field `optional_foreign_message`.
  public var optionalForeignMessage: ForeignMessageProto2?

  /// The field `optional_nested_enum`.
  public var optionalNestedEnum: TestAllTypesProto2.NestedEnum?

  /// The field `optional_foreign_enum`.
  public var optionalForeignEnum: ForeignEnumProto2?

  /// The field `optional_string_piece`.
  public var optionalStringPiece: String?

  /// The field `optional_cord`.
  public var optionalCord: String?

  /// The field `recursive_message`.
  @Boxed public var recursiveMessage: TestAllTypesProto2? = nil

  /// The field `repeated_int32`.
  public var repeatedInt32: [Int32] = []

  /// The field `repeated_int64`.
  public var repeatedInt64: [Int64] = []

  /// The field `repeated_uint32`.
  public var repeatedUint32: [UInt32] = []

  /// The field `repeated_uint64`.
  public var repeatedUint64: [UInt64] = []

  /// The field `repeated_sint32`.
  public var repeatedSint32: [Int32] = []

  /// The field `repeated_sint64`.
  public var repeatedSint64: [Int64] = []

  /// The field `repeated_fixed32`.
  public var repeatedFixed32: [UInt32] = []

  /// The field `repeated_fixed64`.
  public var repeatedFixed64: [UInt64] = []

  /// The field `repeated_sfixed32`.
  public var repeatedSfixed32: [Int32] = []

  /// The field `repeated_sfixed64`.
  public var repeatedSfixed64: [Int64] = []

  /// The field `repeated_float`.
  public var repeatedFloat: [Float] = []

  /// The field `repeated_double`.
  public var repeatedDouble: [Double] = []

  /// The field `repeated_bool`.
  public var repeatedBool: [Bool] = []

  /// The field `repeated_string`.
  public var repeatedString: [String] = []

  /// The field `repeated_bytes`.
  public var repeatedBytes: [[UInt8]] = []

  /// The field `repeated_nested_message`.
  public var repeatedNestedMessage: [TestAllTypesProto2.NestedMessage] = []

  /// The field `repeated_foreign_message`.
  public var repeatedForeignMessage: [ForeignMessageProto2] = []

  /// The field `repeated_nested_enum`.
  public var repeatedNestedEnum: [TestAllTypesProto2.NestedEnum] = []

  /// The field `repeated_foreign_enum`.
  public var repeatedForeignEnum: [ForeignEnumProto2] = []

  /// The field `repeated_string_piece`.
  public var repeatedStringPiece: [String] = []

  /// The field `repeated_cord`.
  public var repeatedCord: [String] = []

  /// The field `packed_int32`.
  public var packedInt32: [Int32] = []

  /// The field `packed_int64`.
  public var packedInt64: [Int64] = []

  /// The field `packed_uint32`.
  public var packedUint32: [UInt32] = []

  /// The field `packed_uint64`.
  public var packedUint64: [UInt64] = []

  /// The field `packed_sint32`.
  public var packedSint32: [Int32] = []

  /// The field `packed_sint64`.
  public var packedSint64: [Int64] = []

  /// The field `packed_fixed32`.
  public var packedFixed32: [UInt32] = []

  /// The field `packed_fixed64`.
  public var packedFixed64: [UInt64] = []

  /// The field `packed_sfixed32`.
  public var packedSfixed32: [Int32] = []

  /// The field `packed_sfixed64`.
  public var packedSfixed64: [Int64] = []

  /// The field `packed_float`.
  public var packedFloat: [Float] = []

  /// The field `packed_double`.
  public var packedDouble: [Double] = []

  /// The field `packed_bool`.
  public var packedBool: [Bool] = []

  /// The field `packed_nested_enum`.
  public var packedNestedEnum: [TestAllTypesProto2.NestedEnum] = []

  /// The field `unpacked_int32`.
  public var unpackedInt32: [Int32] = []

  /// The field `unpacked_int64`.
  public var unpackedInt64: [Int64] = []

  /// The field `unpacked_uint32`.
  public var unpackedUint32: [UInt32] = []

  /// The field `unpacked_uint64`.
  public var unpackedUint64: [UInt64] = []

  /// The field `unpacked_sint32`.
  public var unpackedSint32: [Int32] = []

  /// The field `unpacked_sint64`.
  public var unpackedSint64: [Int64] = []

  /// The field `unpacked_fixed32`.
  public var unpackedFixed32: [UInt32] = []

  /// The field `unpacked_fixed64`.
  public var unpackedFixed64: [UInt64] = []

  /// The field `unpacked_sfixed32`.
  public var unpackedSfixed32: [Int32] = []

  /// The field `unpacked_sfixed64`.
  public var unpackedSfixed64: [Int64] = []

  /// The field `unpacked_float`.
  public var unpackedFloat: [Float] = []

  /// The field `unpacked_double`.
  public var unpackedDouble: [Double] = []

  /// The field `unpacked_bool`.
  public var unpackedBool: [Bool] = []

  /// The field `unpacked_nested_enum`.
  public var unpackedNestedEnum: [TestAllTypesProto2.NestedEnum] = []

  /// The field `map_int32_int32`.
  public var mapInt32Int32: [Int32: Int32] = [:]

  /// The field `map_int64_int64`.
  public var mapInt64Int64: [Int64: Int64] = [:]

  /// The field `map_uint32_uint32`.
  public var mapUint32Uint32: [UInt32: UInt32] = [:]

  /// The field `map_uint64_uint64`.
  public var mapUint64Uint64: [UInt64: UInt64] = [:]

  /// The field `map_sint32_sint32`.
  public var mapSint32Sint32: [Int32: Int32] = [:]

  /// The field `map_sint64_sint64`.
  public var mapSint64Sint64: [Int64: Int64] = [:]

  /// The field `map_fixed32_fixed32`.
  public var mapFixed32Fixed32: [UInt32: UInt32] = [:]

  /// The field `map_fixed64_fixed64`.
  public var mapFixed64Fixed64: [UInt64: UInt64] = [:]

  /// The field `map_sfixed32_sfixed32`.
  public var mapSfixed32Sfixed32: [Int32: Int32] = [:]

  /// The field `map_sfixed64_sfixed64`.
  public var mapSfixed64Sfixed64: [Int64: Int64] = [:]

  /// The field `map_int32_float`.
  public var mapInt32Float: [Int32: Float] = [:]

  /// The field `map_int32_double`.
  public var mapInt32Double: [Int32: Double] = [:]

  /// The field `map_bool_bool`.
  public var mapBoolBool: [Bool: Bool] = [:]

  /// The field `map_string_string`.
  public var mapStringString: [String: String] = [:]

  /// The field `map_string_bytes`.
  public var mapStringBytes: [String: [UInt8]] = [:]

  /// The field `map_string_nested_message`.
  public var mapStringNestedMessage: [String: TestAllTypesProto2.NestedMessage] = [:]

  /// The field `map_string_foreign_message`.
  public var mapStringForeignMessage: [String: ForeignMessageProto2] = [:]

  /// The field `map_string_nested_enum`.
  public var mapStringNestedEnum: [String: TestAllTypesProto2.NestedEnum] = [:]

  /// The field `map_string_foreign_enum`.
  public var mapStringForeignEnum: [String: ForeignEnumProto2] = [:]

  /// At most one of the members of `oneof_field`.
  public var oneofField: OneofField?

  /// Names whose JSON form is not obvious.
  public var fieldname1: Int32?

  /// The field `field_name2`.
  public var fieldName2: Int32?

  /// The field `_field_name3`.
  public var fieldName3: Int32?

  /// The field `field__name4_`.
  public var fieldName4: Int32?

  /// The field `field0name5`.
  public var field0name5: Int32?

  /// The field `field_0_name6`.
  public var field0Name6: Int32?

  /// The field `fieldName7`.
  public var fieldName7: Int32?

  /// The field `FieldName8`.
  public var fieldName8: Int32?

  /// The field `field_Name9`.
  public var fieldName9: Int32?

  /// The field `Field_Name10`.
  public var fieldName10: Int32?

  /// The field `FIELD_NAME11`.
  public var fieldName11: Int32?

  /// The field `FIELD_name12`.
  public var fieldName12: Int32?

  /// The field `__field_name13`.
  public var fieldName13: Int32?

  /// The field `__Field_name14`.
  public var fieldName14: Int32?

  /// The field `field__name15`.
  public var fieldName15: Int32?

  /// The field `field__Name16`.
  public var fieldName16: Int32?

  /// The field `field_name17__`.
  public var fieldName17: Int32?

  /// The field `Field_name18__`.
  public var fieldName18: Int32?

  /// Defaults of their own.
  ///
  /// - Note: Where it is absent, `-123456789` counts.
  public var defaultInt32: Int32?

  /// The field `default_int64`.
  ///
  /// - Note: Where it is absent, `-9123456789123456789` counts.
  public var defaultInt64: Int64?

  /// The field `default_uint32`.
  ///
  /// - Note: Where it is absent, `2123456789` counts.
  public var defaultUint32: UInt32?

  /// The field `default_uint64`.
  ///
  /// - Note: Where it is absent, `10123456789123456789` counts.
  public var defaultUint64: UInt64?

  /// The field `default_sint32`.
  ///
  /// - Note: Where it is absent, `-123456789` counts.
  public var defaultSint32: Int32?

  /// The field `default_sint64`.
  ///
  /// - Note: Where it is absent, `-9123456789123456789` counts.
  public var defaultSint64: Int64?

  /// The field `default_fixed32`.
  ///
  /// - Note: Where it is absent, `2123456789` counts.
  public var defaultFixed32: UInt32?

  /// The field `default_fixed64`.
  ///
  /// - Note: Where it is absent, `10123456789123456789` counts.
  public var defaultFixed64: UInt64?

  /// The field `default_sfixed32`.
  ///
  /// - Note: Where it is absent, `-123456789` counts.
  public var defaultSfixed32: Int32?

  /// The field `default_sfixed64`.
  ///
  /// - Note: Where it is absent, `-9123456789123456789` counts.
  public var defaultSfixed64: Int64?

  /// The field `default_float`.
  ///
  /// - Note: Where it is absent, `9e+09` counts.
  public var defaultFloat: Float?

  /// The field `default_double`.
  ///
  /// - Note: Where it is absent, `7e+22` counts.
  public var defaultDouble: Double?

  /// The field `default_bool`.
  ///
  /// - Note: Where it is absent, `true` counts.
  public var defaultBool: Bool?

  /// The field `default_string`.
  ///
  /// - Note: Where it is absent, `"Rosebud"` counts.
  public var defaultString: String?

  /// The field `default_bytes`.
  ///
  /// - Note: Where it is absent, `joshua` counts.
  public var defaultBytes: [UInt8]?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `oneof_field`, of which one at most is set.
  public enum OneofField: Sendable, Hashable {
    /// The field `oneof_uint32`.
    case oneofUint32(UInt32)
    /// The field `oneof_nested_message`.
    indirect case oneofNestedMessage(TestAllTypesProto2.NestedMessage)
    /// The field `oneof_string`.
    case oneofString(String)
    /// The field `oneof_bytes`.
    case oneofBytes([UInt8])
    /// The field `oneof_bool`.
    case oneofBool(Bool)
    /// The field `oneof_uint64`.
    case oneofUint64(UInt64)
    /// The field `oneof_float`.
    case oneofFloat(Float)
    /// The field `oneof_double`.
    case oneofDouble(Double)
    /// The field `oneof_enum`.
    case oneofEnum(TestAllTypesProto2.NestedEnum)

    /// The value of `oneof_uint32`, if that is the one that is set.
    public var oneofUint32: UInt32? {
      if case .oneofUint32(let value) = self { value } else { nil }
    }

    /// The value of `oneof_nested_message`, if that is the one that is set.
    public var oneofNestedMessage: TestAllTypesProto2.NestedMessage? {
      if case .oneofNestedMessage(let value) = self { value } else { nil }
    }

    /// The value of `oneof_string`, if that is the one that is set.
    public var oneofString: String? {
      if case .oneofString(let value) = self { value } else { nil }
    }

    /// The value of `oneof_bytes`, if that is the one that is set.
    public var oneofBytes: [UInt8]? {
      if case .oneofBytes(let value) = self { value } else { nil }
    }

    /// The value of `oneof_bool`, if that is the one that is set.
    public var oneofBool: Bool? {
      if case .oneofBool(let value) = self { value } else { nil }
    }

    /// The value of `oneof_uint64`, if that is the one that is set.
    public var oneofUint64: UInt64? {
      if case .oneofUint64(let value) = self { value } else { nil }
    }

    /// The value of `oneof_float`, if that is the one that is set.
    public var oneofFloat: Float? {
      if case .oneofFloat(let value) = self { value } else { nil }
    }

    /// The value of `oneof_double`, if that is the one that is set.
    public var oneofDouble: Double? {
      if case .oneofDouble(let value) = self { value } else { nil }
    }

    /// The value of `oneof_enum`, if that is the one that is set.
    public var oneofEnum: TestAllTypesProto2.NestedEnum? {
      if case .oneofEnum(let value) = self { value } else { nil }
    }
  }

  /// An enum with a negative value.
  public enum NestedEnum: OpenEnum {
    /// The value `FOO`.
    case foo
    /// The value `BAR`.
    case bar
    /// The value `BAZ`.
    case baz
    /// The value `NEG`.
    case neg
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .foo }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .foo
      case 1: self = .bar
      case 2: self = .baz
      case -1: self = .neg
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .foo: 0
      case .bar: 1
      case .baz: 2
      case .neg: -1
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "protobuf_test_messages.proto2.TestAllTypesProto2.NestedEnum", in: .googleProtobufTestMessagesProto2,
      closed: true,
      values: [
        (0, "FOO"),
        (1, "BAR"),
        (2, "BAZ"),
        (-1, "NEG"),
      ])
  }

  /// A sub-message that leads back to the message.
  public struct NestedMessage: Message {
    /// The field `a`.
    public var a: Int32?

    /// The field `corecursive`.
    @Boxed public var corecursive: TestAllTypesProto2? = nil

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "protobuf_test_messages.proto2.TestAllTypesProto2.NestedMessage", in: .googleProtobufTestMessagesProto2,
      fields: [
        .optional(1, "a", .int32),
        .singular(2, "corecursive", .message(TestAllTypesProto2.self)),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      a = r.has(0) ? r.int32(0) : nil
      corecursive = try r.message(1)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.int32(0, a)
      w.message(1, corecursive)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "protobuf_test_messages.proto2.TestAllTypesProto2", in: .googleProtobufTestMessagesProto2,
    fields: [
      .optional(1, "optional_int32", .int32),
      .optional(2, "optional_int64", .int64),
      .optional(3, "optional_uint32", .uint32),
      .optional(4, "optional_uint64", .uint64),
      .optional(5, "optional_sint32", .sint32),
      .optional(6, "optional_sint64", .sint64),
      .optional(7, "optional_fixed32", .fixed32),
      .optional(8, "optional_fixed64", .fixed64),
      .optional(9, "optional_sfixed32", .sfixed32),
      .optional(10, "optional_sfixed64", .sfixed64),
      .optional(11, "optional_float", .float),
      .optional(12, "optional_double", .double),
      .optional(13, "optional_bool", .bool),
      .optional(14, "optional_string", .string),
      .optional(15, "optional_bytes", .bytes),
      .singular(18, "optional_nested_message", .message(TestAllTypesProto2.NestedMessage.self)),
      .singular(19, "optional_foreign_message", .message(ForeignMessageProto2.self)),
      .optional(21, "optional_nested_enum", .enumeration(TestAllTypesProto2.NestedEnum.self)),
      .optional(22, "optional_foreign_enum", .enumeration(ForeignEnumProto2.self)),
      .optional(24, "optional_string_piece", .string),
      .optional(25, "optional_cord", .string),
      .singular(27, "recursive_message", .message(TestAllTypesProto2.self)),
      .unpacked(31, "repeated_int32", .int32),
      .unpacked(32, "repeated_int64", .int64),
      .unpacked(33, "repeated_uint32", .uint32),
      .unpacked(34, "repeated_uint64", .uint64),
      .unpacked(35, "repeated_sint32", .sint32),
      .unpacked(36, "repeated_sint64", .sint64),
      .unpacked(37, "repeated_fixed32", .fixed32),
      .unpacked(38, "repeated_fixed64", .fixed64),
      .unpacked(39, "repeated_sfixed32", .sfixed32),
      .unpacked(40, "repeated_sfixed64", .sfixed64),
      .unpacked(41, "repeated_float", .float),
      .unpacked(42, "repeated_double", .double),
      .unpacked(43, "repeated_bool", .bool),
      .repeated(44, "repeated_string", .string),
      .repeated(45, "repeated_bytes", .bytes),
      .repeated(48, "repeated_nested_message", .message(TestAllTypesProto2.NestedMessage.self)),
      .repeated(49, "repeated_foreign_message", .message(ForeignMessageProto2.self)),
      .unpacked(51, "repeated_nested_enum", .enumeration(TestAllTypesProto2.NestedEnum.self)),
      .unpacked(52, "repeated_foreign_enum", .enumeration(ForeignEnumProto2.self)),
      .repeated(54, "repeated_string_piece", .string),
      .repeated(55, "repeated_cord", .string),
      .repeated(75, "packed_int32", .int32),
      .repeated(76, "packed_int64", .int64),
      .repeated(77, "packed_uint32", .uint32),
      .repeated(78, "packed_uint64", .uint64),
      .repeated(79, "packed_sint32", .sint32),
      .repeated(80, "packed_sint64", .sint64),
      .repeated(81, "packed_fixed32", .fixed32),
      .repeated(82, "packed_fixed64", .fixed64),
      .repeated(83, "packed_sfixed32", .sfixed32),
      .repeated(84, "packed_sfixed64", .sfixed64),
      .repeated(85, "packed_float", .float),
      .repeated(86, "packed_double", .double),
      .repeated(87, "packed_bool", .bool),
      .repeated(88, "packed_nested_enum", .enumeration(TestAllTypesProto2.NestedEnum.self)),
      .unpacked(89, "unpacked_int32", .int32),
      .unpacked(90, "unpacked_int64", .int64),
      .unpacked(91, "unpacked_uint32", .uint32),
      .unpacked(92, "unpacked_uint64", .uint64),
      .unpacked(93, "unpacked_sint32", .sint32),
      .unpacked(94, "unpacked_sint64", .sint64),
      .unpacked(95, "unpacked_fixed32", .fixed32),
      .unpacked(96, "unpacked_fixed64", .fixed64),
      .unpacked(97, "unpacked_sfixed32", .sfixed32),
      .unpacked(98, "unpacked_sfixed64", .sfixed64),
      .unpacked(99, "unpacked_float", .float),
      .unpacked(100, "unpacked_double", .double),
      .unpacked(101, "unpacked_bool", .bool),
      .unpacked(102, "unpacked_nested_enum", .enumeration(TestAllTypesProto2.NestedEnum.self)),
      .map(56, "map_int32_int32", .int32, to: .int32),
      .map(57, "map_int64_int64", .int64, to: .int64),
      .map(58, "map_uint32_uint32", .uint32, to: .uint32),
      .map(59, "map_uint64_uint64", .uint64, to: .uint64),
      .map(60, "map_sint32_sint32", .sint32, to: .sint32),
      .map(61, "map_sint64_sint64", .sint64, to: .sint64),
      .map(62, "map_fixed32_fixed32", .fixed32, to: .fixed32),
      .map(63, "map_fixed64_fixed64", .fixed64, to: .fixed64),
      .map(64, "map_sfixed32_sfixed32", .sfixed32, to: .sfixed32),
      .map(65, "map_sfixed64_sfixed64", .sfixed64, to: .sfixed64),
      .map(66, "map_int32_float", .int32, to: .float),
      .map(67, "map_int32_double", .int32, to: .double),
      .map(68, "map_bool_bool", .bool, to: .bool),
      .map(69, "map_string_string", .string, to: .string),
      .map(70, "map_string_bytes", .string, to: .bytes),
      .map(71, "map_string_nested_message", .string, to: .message(TestAllTypesProto2.NestedMessage.self)),
      .map(72, "map_string_foreign_message", .string, to: .message(ForeignMessageProto2.self)),
      .map(73, "map_string_nested_enum", .string, to: .enumeration(TestAllTypesProto2.NestedEnum.self)),
      .map(74, "map_string_foreign_enum", .string, to: .enumeration(ForeignEnumProto2.self)),
      .oneof("oneof_field", 111, "oneof_uint32", .uint32),
      .oneof("oneof_field", 112, "oneof_nested_message", .message(TestAllTypesProto2.NestedMessage.self)),
      .oneof("oneof_field", 113, "oneof_string", .string),
      .oneof("oneof_field", 114, "oneof_bytes", .bytes),
      .oneof("oneof_field", 115, "oneof_bool", .bool),
      .oneof("oneof_field", 116, "oneof_uint64", .uint64),
      .oneof("oneof_field", 117, "oneof_float", .float),
      .oneof("oneof_field", 118, "oneof_double", .double),
      .oneof("oneof_field", 119, "oneof_enum", .enumeration(TestAllTypesProto2.NestedEnum.self)),
      .optional(401, "fieldname1", .int32),
      .optional(402, "field_name2", .int32),
      .optional(403, "_field_name3", .int32),
      .optional(404, "field__name4_", .int32),
      .optional(405, "field0name5", .int32),
      .optional(406, "field_0_name6", .int32),
      .optional(407, "fieldName7", .int32),
      .optional(408, "FieldName8", .int32),
      .optional(409, "field_Name9", .int32),
      .optional(410, "Field_Name10", .int32),
      .optional(411, "FIELD_NAME11", .int32),
      .optional(412, "FIELD_name12", .int32),
      .optional(413, "__field_name13", .int32),
      .optional(414, "__Field_name14", .int32),
      .optional(415, "field__name15", .int32),
      .optional(416, "field__Name16", .int32),
      .optional(417, "field_name17__", .int32),
      .optional(418, "Field_name18__", .int32),
      .optional(241, "default_int32", .int32),
      .optional(242, "default_int64", .int64),
      .optional(243, "default_uint32", .uint32),
      .optional(244, "default_uint64", .uint64),
      .optional(245, "default_sint32", .sint32),
      .optional(246, "default_sint64", .sint64),
      .optional(247, "default_fixed32", .fixed32),
      .optional(248, "default_fixed64", .fixed64),
      .optional(249, "default_sfixed32", .sfixed32),
      .optional(250, "default_sfixed64", .sfixed64),
      .optional(251, "default_float", .float),
      .optional(252, "default_double", .double),
      .optional(253, "default_bool", .bool),
      .optional(254, "default_string", .string),
      .optional(255, "default_bytes", .bytes),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    optionalInt32 = r.has(0) ? r.int32(0) : nil
    optionalInt64 = r.has(1) ? r.int64(1) : nil
    optionalUint32 = r.has(2) ? r.uint32(2) : nil
    optionalUint64 = r.has(3) ? r.uint64(3) : nil
    optionalSint32 = r.has(4) ? r.int32(4) : nil
    optionalSint64 = r.has(5) ? r.int64(5) : nil
    optionalFixed32 = r.has(6) ? r.uint32(6) : nil
    optionalFixed64 = r.has(7) ? r.uint64(7) : nil
    optionalSfixed32 = r.has(8) ? r.int32(8) : nil
    optionalSfixed64 = r.has(9) ? r.int64(9) : nil
    optionalFloat = r.has(10) ? r.float(10) : nil
    optionalDouble = r.has(11) ? r.double(11) : nil
    optionalBool = r.has(12) ? r.bool(12) : nil
    optionalString = try r.has(13) ? r.string(13) : nil
    optionalBytes = r.has(14) ? r.bytes(14) : nil
    optionalNestedMessage = try r.message(15)
    optionalForeignMessage = try r.message(16)
    optionalNestedEnum = r.has(17) ? r.enumeration(17) : nil
    optionalForeignEnum = r.has(18) ? r.enumeration(18) : nil
    optionalStringPiece = try r.has(19) ? r.string(19) : nil
    optionalCord = try r.has(20) ? r.string(20) : nil
    recursiveMessage = try r.message(21)
    repeatedInt32 = r.int32s(22)
    repeatedInt64 = r.int64s(23)
    repeatedUint32 = r.uint32s(24)
    repeatedUint64 = r.uint64s(25)
    repeatedSint32 = r.int32s(26)
    repeatedSint64 = r.int64s(27)
    repeatedFixed32 = r.uint32s(28)
    repeatedFixed64 = r.uint64s(29)
    repeatedSfixed32 = r.int32s(30)
    repeatedSfixed64 = r.int64s(31)
    repeatedFloat = r.floats(32)
    repeatedDouble = r.doubles(33)
    repeatedBool = r.bools(34)
    repeatedString = try r.strings(35)
    repeatedBytes = r.byteArrays(36)
    repeatedNestedMessage = try r.messages(37)
    repeatedForeignMessage = try r.messages(38)
    repeatedNestedEnum = r.enumerations(39)
    repeatedForeignEnum = r.enumerations(40)
    repeatedStringPiece = try r.strings(41)
    repeatedCord = try r.strings(42)
    packedInt32 = r.int32s(43)
    packedInt64 = r.int64s(44)
    packedUint32 = r.uint32s(45)
    packedUint64 = r.uint64s(46)
    packedSint32 = r.int32s(47)
    packedSint64 = r.int64s(48)
    packedFixed32 = r.uint32s(49)
    packedFixed64 = r.uint64s(50)
    packedSfixed32 = r.int32s(51)
    packedSfixed64 = r.int64s(52)
    packedFloat = r.floats(53)
    packedDouble = r.doubles(54)
    packedBool = r.bools(55)
    packedNestedEnum = r.enumerations(56)
    unpackedInt32 = r.int32s(57)
    unpackedInt64 = r.int64s(58)
    unpackedUint32 = r.uint32s(59)
    unpackedUint64 = r.uint64s(60)
    unpackedSint32 = r.int32s(61)
    unpackedSint64 = r.int64s(62)
    unpackedFixed32 = r.uint32s(63)
    unpackedFixed64 = r.uint64s(64)
    unpackedSfixed32 = r.int32s(65)
    unpackedSfixed64 = r.int64s(66)
    unpackedFloat = r.floats(67)
    unpackedDouble = r.doubles(68)
    unpackedBool = r.bools(69)
    unpackedNestedEnum = r.enumerations(70)
    mapInt32Int32 = try r.map(71) { entry throws(DecodingError) in (entry.int32(0), entry.int32(1)) }
    mapInt64Int64 = try r.map(72) { entry throws(DecodingError) in (entry.int64(0), entry.int64(1)) }
    mapUint32Uint32 = try r.map(73) { entry throws(DecodingError) in (entry.uint32(0), entry.uint32(1)) }
    mapUint64Uint64 = try r.map(74) { entry throws(DecodingError) in (entry.uint64(0), entry.uint64(1)) }
    mapSint32Sint32 = try r.map(75) { entry throws(DecodingError) in (entry.int32(0), entry.int32(1)) }
    mapSint64Sint64 = try r.map(76) { entry throws(DecodingError) in (entry.int64(0), entry.int64(1)) }
    mapFixed32Fixed32 = try r.map(77) { entry throws(DecodingError) in (entry.uint32(0), entry.uint32(1)) }
    mapFixed64Fixed64 = try r.map(78) { entry throws(DecodingError) in (entry.uint64(0), entry.uint64(1)) }
    mapSfixed32Sfixed32 = try r.map(79) { entry throws(DecodingError) in (entry.int32(0), entry.int32(1)) }
    mapSfixed64Sfixed64 = try r.map(80) { entry throws(DecodingError) in (entry.int64(0), entry.int64(1)) }
    mapInt32Float = try r.map(81) { entry throws(DecodingError) in (entry.int32(0), entry.float(1)) }
    mapInt32Double = try r.map(82) { entry throws(DecodingError) in (entry.int32(0), entry.double(1)) }
    mapBoolBool = try r.map(83) { entry throws(DecodingError) in (entry.bool(0), entry.bool(1)) }
    mapStringString = try r.map(84) { entry throws(DecodingError) in
      (try entry.string(0), try entry.string(1))
    }
    mapStringBytes = try r.map(85) { entry throws(DecodingError) in (try entry.string(0), entry.bytes(1)) }
    mapStringNestedMessage = try r.map(86) { entry throws(DecodingError) in
      (try entry.string(0), try entry.message(1) ?? TestAllTypesProto2.NestedMessage())
    }
    mapStringForeignMessage = try r.map(87) { entry throws(DecodingError) in
      (try entry.string(0), try entry.message(1) ?? ForeignMessageProto2())
    }
    mapStringNestedEnum = try r.map(88) { entry throws(DecodingError) in
      (try entry.string(0), entry.enumeration(1))
    }
    mapStringForeignEnum = try r.map(89) { entry throws(DecodingError) in
      (try entry.string(0), entry.enumeration(1))
    }
    switch r.member(90) {
    case 111: oneofField = .oneofUint32(r.uint32(90))
    case 112: oneofField = .oneofNestedMessage(try r.message(90) ?? TestAllTypesProto2.NestedMessage())
    case 113: oneofField = .oneofString(try r.string(90))
    case 114: oneofField = .oneofBytes(r.bytes(90))
    case 115: oneofField = .oneofBool(r.bool(90))
    case 116: oneofField = .oneofUint64(r.uint64(90))
    case 117: oneofField = .oneofFloat(r.float(90))
    case 118: oneofField = .oneofDouble(r.double(90))
    case 119: oneofField = .oneofEnum(r.enumeration(90))
    default: break
    }
    fieldname1 = r.has(91) ? r.int32(91) : nil
    fieldName2 = r.has(92) ? r.int32(92) : nil
    fieldName3 = r.has(93) ? r.int32(93) : nil
    fieldName4 = r.has(94) ? r.int32(94) : nil
    field0name5 = r.has(95) ? r.int32(95) : nil
    field0Name6 = r.has(96) ? r.int32(96) : nil
    fieldName7 = r.has(97) ? r.int32(97) : nil
    fieldName8 = r.has(98) ? r.int32(98) : nil
    fieldName9 = r.has(99) ? r.int32(99) : nil
    fieldName10 = r.has(100) ? r.int32(100) : nil
    fieldName11 = r.has(101) ? r.int32(101) : nil
    fieldName12 = r.has(102) ? r.int32(102) : nil
    fieldName13 = r.has(103) ? r.int32(103) : nil
    fieldName14 = r.has(104) ? r.int32(104) : nil
    fieldName15 = r.has(105) ? r.int32(105) : nil
    fieldName16 = r.has(106) ? r.int32(106) : nil
    fieldName17 = r.has(107) ? r.int32(107) : nil
    fieldName18 = r.has(108) ? r.int32(108) : nil
    defaultInt32 = r.has(109) ? r.int32(109) : nil
    defaultInt64 = r.has(110) ? r.int64(110) : nil
    defaultUint32 = r.has(111) ? r.uint32(111) : nil
    defaultUint64 = r.has(112) ? r.uint64(112) : nil
    defaultSint32 = r.has(113) ? r.int32(113) : nil
    defaultSint64 = r.has(114) ? r.int64(114) : nil
    defaultFixed32 = r.has(115) ? r.uint32(115) : nil
    defaultFixed64 = r.has(116) ? r.uint64(116) : nil
    defaultSfixed32 = r.has(117) ? r.int32(117) : nil
    defaultSfixed64 = r.has(118) ? r.int64(118) : nil
    defaultFloat = r.has(119) ? r.float(119) : nil
    defaultDouble = r.has(120) ? r.double(120) : nil
    defaultBool = r.has(121) ? r.bool(121) : nil
    defaultString = try r.has(122) ? r.string(122) : nil
    defaultBytes = r.has(123) ? r.bytes(123) : nil
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, optionalInt32)
    w.int64(1, optionalInt64)
    w.uint32(2, optionalUint32)
    w.uint64(3, optionalUint64)
    w.int32(4, optionalSint32)
    w.int64(5, optionalSint64)
    w.uint32(6, optionalFixed32)
    w.uint64(7, optionalFixed64)
    w.int32(8, optionalSfixed32)
    w.int64(9, optionalSfixed64)
    w.float(10, optionalFloat)
    w.double(11, optionalDouble)
    w.bool(12, optionalBool)
    w.string(13, optionalString)
    w.bytes(14, optionalBytes)
    w.message(15, optionalNestedMessage)
    w.message(16, optionalForeignMessage)
    w.enumeration(17, optionalNestedEnum)
    w.enumeration(18, optionalForeignEnum)
    w.string(19, optionalStringPiece)
    w.string(20, optionalCord)
    w.message(21, recursiveMessage)
    w.int32s(22, repeatedInt32)
    w.int64s(23, repeatedInt64)
    w.uint32s(24, repeatedUint32)
    w.uint64s(25, repeatedUint64)
    w.int32s(26, repeatedSint32)
    w.int64s(27, repeatedSint64)
    w.uint32s(28, repeatedFixed32)
    w.uint64s(29, repeatedFixed64)
    w.int32s(30, repeatedSfixed32)
    w.int64s(31, repeatedSfixed64)
    w.floats(32, repeatedFloat)
    w.doubles(33, repeatedDouble)
    w.bools(34, repeatedBool)
    w.strings(35, repeatedString)
    w.byteArrays(36, repeatedBytes)
    w.messages(37, repeatedNestedMessage)
    w.messages(38, repeatedForeignMessage)
    w.enumerations(39, repeatedNestedEnum)
    w.enumerations(40, repeatedForeignEnum)
    w.strings(41, repeatedStringPiece)
    w.strings(42, repeatedCord)
    w.int32s(43, packedInt32)
    w.int64s(44, packedInt64)
    w.uint32s(45, packedUint32)
    w.uint64s(46, packedUint64)
    w.int32s(47, packedSint32)
    w.int64s(48, packedSint64)
    w.uint32s(49, packedFixed32)
    w.uint64s(50, packedFixed64)
    w.int32s(51, packedSfixed32)
    w.int64s(52, packedSfixed64)
    w.floats(53, packedFloat)
    w.doubles(54, packedDouble)
    w.bools(55, packedBool)
    w.enumerations(56, packedNestedEnum)
    w.int32s(57, unpackedInt32)
    w.int64s(58, unpackedInt64)
    w.uint32s(59, unpackedUint32)
    w.uint64s(60, unpackedUint64)
    w.int32s(61, unpackedSint32)
    w.int64s(62, unpackedSint64)
    w.uint32s(63, unpackedFixed32)
    w.uint64s(64, unpackedFixed64)
    w.int32s(65, unpackedSfixed32)
    w.int64s(66, unpackedSfixed64)
    w.floats(67, unpackedFloat)
    w.doubles(68, unpackedDouble)
    w.bools(69, unpackedBool)
    w.enumerations(70, unpackedNestedEnum)
    w.map(71, mapInt32Int32) {
      $0.int32(0, $1)
      $0.int32(1, $2)
    }
    w.map(72, mapInt64Int64) {
      $0.int64(0, $1)
      $0.int64(1, $2)
    }
    w.map(73, mapUint32Uint32) {
      $0.uint32(0, $1)
      $0.uint32(1, $2)
    }
    w.map(74, mapUint64Uint64) {
      $0.uint64(0, $1)
      $0.uint64(1, $2)
    }
    w.map(75, mapSint32Sint32) {
      $0.int32(0, $1)
      $0.int32(1, $2)
    }
    w.map(76, mapSint64Sint64) {
      $0.int64(0, $1)
      $0.int64(1, $2)
    }
    w.map(77, mapFixed32Fixed32) {
      $0.uint32(0, $1)
      $0.uint32(1, $2)
    }
    w.map(78, mapFixed64Fixed64) {
      $0.uint64(0, $1)
      $0.uint64(1, $2)
    }
    w.map(79, mapSfixed32Sfixed32) {
      $0.int32(0, $1)
      $0.int32(1, $2)
    }
    w.map(80, mapSfixed64Sfixed64) {
      $0.int64(0, $1)
      $0.int64(1, $2)
    }
    w.map(81, mapInt32Float) {
      $0.int32(0, $1)
      $0.float(1, $2)
    }
    w.map(82, mapInt32Double) {
      $0.int32(0, $1)
      $0.double(1, $2)
    }
    w.map(83, mapBoolBool) {
      $0.bool(0, $1)
      $0.bool(1, $2)
    }
    w.map(84, mapStringString) {
      $0.string(0, $1)
      $0.string(1, $2)
    }
    w.map(85, mapStringBytes) {
      $0.string(0, $1)
      $0.bytes(1, $2)
    }
    w.map(86, mapStringNestedMessage) {
      $0.string(0, $1)
      $0.message(1, $2)
    }
    w.map(87, mapStringForeignMessage) {
      $0.string(0, $1)
      $0.message(1, $2)
    }
    w.map(88, mapStringNestedEnum) {
      $0.string(0, $1)
      $0.enumeration(1, $2)
    }
    w.map(89, mapStringForeignEnum) {
      $0.string(0, $1)
      $0.enumeration(1, $2)
    }
    switch oneofField {
    case .oneofUint32(let value):
      w.select(90, 111)
      w.uint32(90, value)
    case .oneofNestedMessage(let value):
      w.select(90, 112)
      w.message(90, value)
    case .oneofString(let value):
      w.select(90, 113)
      w.string(90, value)
    case .oneofBytes(let value):
      w.select(90, 114)
      w.bytes(90, value)
    case .oneofBool(let value):
      w.select(90, 115)
      w.bool(90, value)
    case .oneofUint64(let value):
      w.select(90, 116)
      w.uint64(90, value)
    case .oneofFloat(let value):
      w.select(90, 117)
      w.float(90, value)
    case .oneofDouble(let value):
      w.select(90, 118)
      w.double(90, value)
    case .oneofEnum(let value):
      w.select(90, 119)
      w.enumeration(90, value)
    case nil: break
    }
    w.int32(91, fieldname1)
    w.int32(92, fieldName2)
    w.int32(93, fieldName3)
    w.int32(94, fieldName4)
    w.int32(95, field0name5)
    w.int32(96, field0Name6)
    w.int32(97, fieldName7)
    w.int32(98, fieldName8)
    w.int32(99, fieldName9)
    w.int32(100, fieldName10)
    w.int32(101, fieldName11)
    w.int32(102, fieldName12)
    w.int32(103, fieldName13)
    w.int32(104, fieldName14)
    w.int32(105, fieldName15)
    w.int32(106, fieldName16)
    w.int32(107, fieldName17)
    w.int32(108, fieldName18)
    w.int32(109, defaultInt32)
    w.int64(110, defaultInt64)
    w.uint32(111, defaultUint32)
    w.uint64(112, defaultUint64)
    w.int32(113, defaultSint32)
    w.int64(114, defaultSint64)
    w.uint32(115, defaultFixed32)
    w.uint64(116, defaultFixed64)
    w.int32(117, defaultSfixed32)
    w.int64(118, defaultSfixed64)
    w.float(119, defaultFloat)
    w.double(120, defaultDouble)
    w.bool(121, defaultBool)
    w.string(122, defaultString)
    w.bytes(123, defaultBytes)
    w.unknown(unknownFields)
  }
}

/// A sub-message from outside.
public struct ForeignMessageProto2: Message {
  /// The field `c`.
  public var c: Int32?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "protobuf_test_messages.proto2.ForeignMessageProto2", in: .googleProtobufTestMessagesProto2,
    fields: [
      .optional(1, "c", .int32)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    c = r.has(0) ? r.int32(0) : nil
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, c)
    w.unknown(unknownFields)
  }
}

/// An enum from outside.
public enum ForeignEnumProto2: OpenEnum {
  /// The value `FOREIGN_FOO`.
  case foreignFoo
  /// The value `FOREIGN_BAR`.
  case foreignBar
  /// The value `FOREIGN_BAZ`.
  case foreignBaz
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .foreignFoo }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .foreignFoo
    case 1: self = .foreignBar
    case 2: self = .foreignBaz
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .foreignFoo: 0
    case .foreignBar: 1
    case .foreignBaz: 2
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "protobuf_test_messages.proto2.ForeignEnumProto2", in: .googleProtobufTestMessagesProto2,
    closed: true,
    values: [
      (0, "FOREIGN_FOO"),
      (1, "FOREIGN_BAR"),
      (2, "FOREIGN_BAZ"),
    ])
}

/// A message without fields.
public struct NullHypothesisProto2: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "protobuf_test_messages.proto2.NullHypothesisProto2", in: .googleProtobufTestMessagesProto2,
    fields: [])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.unknown(unknownFields)
  }
}

/// A message that holds an enum only.
public struct EnumOnlyProto2: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// An enum whose name is that of a type of most languages.
  public enum BoolEnum: OpenEnum {
    /// The value `kFalse`.
    case kFalse
    /// The value `kTrue`.
    case kTrue
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .kFalse }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .kFalse
      case 1: self = .kTrue
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .kFalse: 0
      case .kTrue: 1
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "protobuf_test_messages.proto2.EnumOnlyProto2.Bool", in: .googleProtobufTestMessagesProto2,
      closed: true,
      values: [
        (0, "kFalse"),
        (1, "kTrue"),
      ])
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "protobuf_test_messages.proto2.EnumOnlyProto2", in: .googleProtobufTestMessagesProto2,
    fields: [])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `google/protobuf/test_messages_proto2.proto`.
  public static let googleProtobufTestMessagesProto2 = FileDescriptor(
    "google/protobuf/test_messages_proto2.proto", package: "protobuf_test_messages.proto2",
    dependencies: [],
    messages: [
      "protobuf_test_messages.proto2.TestAllTypesProto2": TestAllTypesProto2.self,
      "protobuf_test_messages.proto2.TestAllTypesProto2.NestedMessage": TestAllTypesProto2.NestedMessage.self,
      "protobuf_test_messages.proto2.ForeignMessageProto2": ForeignMessageProto2.self,
      "protobuf_test_messages.proto2.NullHypothesisProto2": NullHypothesisProto2.self,
      "protobuf_test_messages.proto2.EnumOnlyProto2": EnumOnlyProto2.self,
    ],
    extensions: { file in
      [
        ExtensionDescriptor(
          "protobuf_test_messages.proto2.extension_int32",
          of: "protobuf_test_messages.proto2.TestAllTypesProto2", in: file,
          .optional(120, "extension_int32", .int32))
      ]
    },
    encoded: """
      Cipnb29nbGUvcHJvdG9idWYvdGVzdF9tZXNzYWdlc19wcm90bzIucHJvdG8SHXByb3RvYnVmX3Rlc3RfbWVzc2FnZXMu\
      cHJvdG8yIvRLChJUZXN0QWxsVHlwZXNQcm90bzISJQoOb3B0aW9uYWxfaW50MzIYASABKAVSDW9wdGlvbmFsSW50MzIS\
      JQoOb3B0aW9uYWxfaW50NjQYAiABKANSDW9wdGlvbmFsSW50NjQSJwoPb3B0aW9uYWxfdWludDMyGAMgASgNUg5vcHRp\
      b25hbFVpbnQzMhInCg9vcHRpb25hbF91aW50NjQYBCABKARSDm9wdGlvbmFsVWludDY0EicKD29wdGlvbmFsX3NpbnQz\
      MhgFIAEoEVIOb3B0aW9uYWxTaW50MzISJwoPb3B0aW9uYWxfc2ludDY0GAYgASgSUg5vcHRpb25hbFNpbnQ2NBIpChBv\
      cHRpb25hbF9maXhlZDMyGAcgASgHUg9vcHRpb25hbEZpeGVkMzISKQoQb3B0aW9uYWxfZml4ZWQ2NBgIIAEoBlIPb3B0\
      aW9uYWxGaXhlZDY0EisKEW9wdGlvbmFsX3NmaXhlZDMyGAkgASgPUhBvcHRpb25hbFNmaXhlZDMyEisKEW9wdGlvbmFs\
      X3NmaXhlZDY0GAogASgQUhBvcHRpb25hbFNmaXhlZDY0EiUKDm9wdGlvbmFsX2Zsb2F0GAsgASgCUg1vcHRpb25hbEZs\
      b2F0EicKD29wdGlvbmFsX2RvdWJsZRgMIAEoAVIOb3B0aW9uYWxEb3VibGUSIwoNb3B0aW9uYWxfYm9vbBgNIAEoCFIM\
      b3B0aW9uYWxCb29sEicKD29wdGlvbmFsX3N0cmluZxgOIAEoCVIOb3B0aW9uYWxTdHJpbmcSJQoOb3B0aW9uYWxfYnl0\
      ZXMYDyABKAxSDW9wdGlvbmFsQnl0ZXMSdwoXb3B0aW9uYWxfbmVzdGVkX21lc3NhZ2UYEiABKAsyPy5wcm90b2J1Zl90\
      ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0QWxsVHlwZXNQcm90bzIuTmVzdGVkTWVzc2FnZVIVb3B0aW9uYWxOZXN0ZWRN\
      ZXNzYWdlEm0KGG9wdGlvbmFsX2ZvcmVpZ25fbWVzc2FnZRgTIAEoCzIzLnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJv\
      dG8yLkZvcmVpZ25NZXNzYWdlUHJvdG8yUhZvcHRpb25hbEZvcmVpZ25NZXNzYWdlEm4KFG9wdGlvbmFsX25lc3RlZF9l\
      bnVtGBUgASgOMjwucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzIuVGVzdEFsbFR5cGVzUHJvdG8yLk5lc3RlZEVu\
      dW1SEm9wdGlvbmFsTmVzdGVkRW51bRJkChVvcHRpb25hbF9mb3JlaWduX2VudW0YFiABKA4yMC5wcm90b2J1Zl90ZXN0\
      X21lc3NhZ2VzLnByb3RvMi5Gb3JlaWduRW51bVByb3RvMlITb3B0aW9uYWxGb3JlaWduRW51bRIyChVvcHRpb25hbF9z\
      dHJpbmdfcGllY2UYGCABKAlSE29wdGlvbmFsU3RyaW5nUGllY2USIwoNb3B0aW9uYWxfY29yZBgZIAEoCVIMb3B0aW9u\
      YWxDb3JkEl4KEXJlY3Vyc2l2ZV9tZXNzYWdlGBsgASgLMjEucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzIuVGVz\
      dEFsbFR5cGVzUHJvdG8yUhByZWN1cnNpdmVNZXNzYWdlEiUKDnJlcGVhdGVkX2ludDMyGB8gAygFUg1yZXBlYXRlZElu\
      dDMyEiUKDnJlcGVhdGVkX2ludDY0GCAgAygDUg1yZXBlYXRlZEludDY0EicKD3JlcGVhdGVkX3VpbnQzMhghIAMoDVIO\
      cmVwZWF0ZWRVaW50MzISJwoPcmVwZWF0ZWRfdWludDY0GCIgAygEUg5yZXBlYXRlZFVpbnQ2NBInCg9yZXBlYXRlZF9z\
      aW50MzIYIyADKBFSDnJlcGVhdGVkU2ludDMyEicKD3JlcGVhdGVkX3NpbnQ2NBgkIAMoElIOcmVwZWF0ZWRTaW50NjQS\
      KQoQcmVwZWF0ZWRfZml4ZWQzMhglIAMoB1IPcmVwZWF0ZWRGaXhlZDMyEikKEHJlcGVhdGVkX2ZpeGVkNjQYJiADKAZS\
      D3JlcGVhdGVkRml4ZWQ2NBIrChFyZXBlYXRlZF9zZml4ZWQzMhgnIAMoD1IQcmVwZWF0ZWRTZml4ZWQzMhIrChFyZXBl\
      YXRlZF9zZml4ZWQ2NBgoIAMoEFIQcmVwZWF0ZWRTZml4ZWQ2NBIlCg5yZXBlYXRlZF9mbG9hdBgpIAMoAlINcmVwZWF0\
      ZWRGbG9hdBInCg9yZXBlYXRlZF9kb3VibGUYKiADKAFSDnJlcGVhdGVkRG91YmxlEiMKDXJlcGVhdGVkX2Jvb2wYKyAD\
      KAhSDHJlcGVhdGVkQm9vbBInCg9yZXBlYXRlZF9zdHJpbmcYLCADKAlSDnJlcGVhdGVkU3RyaW5nEiUKDnJlcGVhdGVk\
      X2J5dGVzGC0gAygMUg1yZXBlYXRlZEJ5dGVzEncKF3JlcGVhdGVkX25lc3RlZF9tZXNzYWdlGDAgAygLMj8ucHJvdG9i\
      dWZfdGVzdF9tZXNzYWdlcy5wcm90bzIuVGVzdEFsbFR5cGVzUHJvdG8yLk5lc3RlZE1lc3NhZ2VSFXJlcGVhdGVkTmVz\
      dGVkTWVzc2FnZRJtChhyZXBlYXRlZF9mb3JlaWduX21lc3NhZ2UYMSADKAsyMy5wcm90b2J1Zl90ZXN0X21lc3NhZ2Vz\
      LnByb3RvMi5Gb3JlaWduTWVzc2FnZVByb3RvMlIWcmVwZWF0ZWRGb3JlaWduTWVzc2FnZRJuChRyZXBlYXRlZF9uZXN0\
      ZWRfZW51bRgzIAMoDjI8LnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8yLlRlc3RBbGxUeXBlc1Byb3RvMi5OZXN0\
      ZWRFbnVtUhJyZXBlYXRlZE5lc3RlZEVudW0SZAoVcmVwZWF0ZWRfZm9yZWlnbl9lbnVtGDQgAygOMjAucHJvdG9idWZf\
      dGVzdF9tZXNzYWdlcy5wcm90bzIuRm9yZWlnbkVudW1Qcm90bzJSE3JlcGVhdGVkRm9yZWlnbkVudW0SMgoVcmVwZWF0\
      ZWRfc3RyaW5nX3BpZWNlGDYgAygJUhNyZXBlYXRlZFN0cmluZ1BpZWNlEiMKDXJlcGVhdGVkX2NvcmQYNyADKAlSDHJl\
      cGVhdGVkQ29yZBIlCgxwYWNrZWRfaW50MzIYSyADKAVCAhABUgtwYWNrZWRJbnQzMhIlCgxwYWNrZWRfaW50NjQYTCAD\
      KANCAhABUgtwYWNrZWRJbnQ2NBInCg1wYWNrZWRfdWludDMyGE0gAygNQgIQAVIMcGFja2VkVWludDMyEicKDXBhY2tl\
      ZF91aW50NjQYTiADKARCAhABUgxwYWNrZWRVaW50NjQSJwoNcGFja2VkX3NpbnQzMhhPIAMoEUICEAFSDHBhY2tlZFNp\
      bnQzMhInCg1wYWNrZWRfc2ludDY0GFAgAygSQgIQAVIMcGFja2VkU2ludDY0EikKDnBhY2tlZF9maXhlZDMyGFEgAygH\
      QgIQAVINcGFja2VkRml4ZWQzMhIpCg5wYWNrZWRfZml4ZWQ2NBhSIAMoBkICEAFSDXBhY2tlZEZpeGVkNjQSKwoPcGFj\
      a2VkX3NmaXhlZDMyGFMgAygPQgIQAVIOcGFja2VkU2ZpeGVkMzISKwoPcGFja2VkX3NmaXhlZDY0GFQgAygQQgIQAVIO\
      cGFja2VkU2ZpeGVkNjQSJQoMcGFja2VkX2Zsb2F0GFUgAygCQgIQAVILcGFja2VkRmxvYXQSJwoNcGFja2VkX2RvdWJs\
      ZRhWIAMoAUICEAFSDHBhY2tlZERvdWJsZRIjCgtwYWNrZWRfYm9vbBhXIAMoCEICEAFSCnBhY2tlZEJvb2wSbgoScGFj\
      a2VkX25lc3RlZF9lbnVtGFggAygOMjwucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzIuVGVzdEFsbFR5cGVzUHJv\
      dG8yLk5lc3RlZEVudW1CAhABUhBwYWNrZWROZXN0ZWRFbnVtEikKDnVucGFja2VkX2ludDMyGFkgAygFQgIQAFINdW5w\
      YWNrZWRJbnQzMhIpCg51bnBhY2tlZF9pbnQ2NBhaIAMoA0ICEABSDXVucGFja2VkSW50NjQSKwoPdW5wYWNrZWRfdWlu\
      dDMyGFsgAygNQgIQAFIOdW5wYWNrZWRVaW50MzISKwoPdW5wYWNrZWRfdWludDY0GFwgAygEQgIQAFIOdW5wYWNrZWRV\
      aW50NjQSKwoPdW5wYWNrZWRfc2ludDMyGF0gAygRQgIQAFIOdW5wYWNrZWRTaW50MzISKwoPdW5wYWNrZWRfc2ludDY0\
      GF4gAygSQgIQAFIOdW5wYWNrZWRTaW50NjQSLQoQdW5wYWNrZWRfZml4ZWQzMhhfIAMoB0ICEABSD3VucGFja2VkRml4\
      ZWQzMhItChB1bnBhY2tlZF9maXhlZDY0GGAgAygGQgIQAFIPdW5wYWNrZWRGaXhlZDY0Ei8KEXVucGFja2VkX3NmaXhl\
      ZDMyGGEgAygPQgIQAFIQdW5wYWNrZWRTZml4ZWQzMhIvChF1bnBhY2tlZF9zZml4ZWQ2NBhiIAMoEEICEABSEHVucGFj\
      a2VkU2ZpeGVkNjQSKQoOdW5wYWNrZWRfZmxvYXQYYyADKAJCAhAAUg11bnBhY2tlZEZsb2F0EisKD3VucGFja2VkX2Rv\
      dWJsZRhkIAMoAUICEABSDnVucGFja2VkRG91YmxlEicKDXVucGFja2VkX2Jvb2wYZSADKAhCAhAAUgx1bnBhY2tlZEJv\
      b2wScgoUdW5wYWNrZWRfbmVzdGVkX2VudW0YZiADKA4yPC5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0\
      QWxsVHlwZXNQcm90bzIuTmVzdGVkRW51bUICEABSEnVucGFja2VkTmVzdGVkRW51bRJsCg9tYXBfaW50MzJfaW50MzIY\
      OCADKAsyRC5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0QWxsVHlwZXNQcm90bzIuTWFwSW50MzJJbnQz\
      MkVudHJ5Ug1tYXBJbnQzMkludDMyEmwKD21hcF9pbnQ2NF9pbnQ2NBg5IAMoCzJELnByb3RvYnVmX3Rlc3RfbWVzc2Fn\
      ZXMucHJvdG8yLlRlc3RBbGxUeXBlc1Byb3RvMi5NYXBJbnQ2NEludDY0RW50cnlSDW1hcEludDY0SW50NjQScgoRbWFw\
      X3VpbnQzMl91aW50MzIYOiADKAsyRi5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0QWxsVHlwZXNQcm90\
      bzIuTWFwVWludDMyVWludDMyRW50cnlSD21hcFVpbnQzMlVpbnQzMhJyChFtYXBfdWludDY0X3VpbnQ2NBg7IAMoCzJG\
      LnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8yLlRlc3RBbGxUeXBlc1Byb3RvMi5NYXBVaW50NjRVaW50NjRFbnRy\
      eVIPbWFwVWludDY0VWludDY0EnIKEW1hcF9zaW50MzJfc2ludDMyGDwgAygLMkYucHJvdG9idWZfdGVzdF9tZXNzYWdl\
      cy5wcm90bzIuVGVzdEFsbFR5cGVzUHJvdG8yLk1hcFNpbnQzMlNpbnQzMkVudHJ5Ug9tYXBTaW50MzJTaW50MzIScgoR\
      bWFwX3NpbnQ2NF9zaW50NjQYPSADKAsyRi5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0QWxsVHlwZXNQ\
      cm90bzIuTWFwU2ludDY0U2ludDY0RW50cnlSD21hcFNpbnQ2NFNpbnQ2NBJ4ChNtYXBfZml4ZWQzMl9maXhlZDMyGD4g\
      AygLMkgucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzIuVGVzdEFsbFR5cGVzUHJvdG8yLk1hcEZpeGVkMzJGaXhl\
      ZDMyRW50cnlSEW1hcEZpeGVkMzJGaXhlZDMyEngKE21hcF9maXhlZDY0X2ZpeGVkNjQYPyADKAsySC5wcm90b2J1Zl90\
      ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0QWxsVHlwZXNQcm90bzIuTWFwRml4ZWQ2NEZpeGVkNjRFbnRyeVIRbWFwRml4\
      ZWQ2NEZpeGVkNjQSfgoVbWFwX3NmaXhlZDMyX3NmaXhlZDMyGEAgAygLMkoucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5w\
      cm90bzIuVGVzdEFsbFR5cGVzUHJvdG8yLk1hcFNmaXhlZDMyU2ZpeGVkMzJFbnRyeVITbWFwU2ZpeGVkMzJTZml4ZWQz\
      MhJ+ChVtYXBfc2ZpeGVkNjRfc2ZpeGVkNjQYQSADKAsySi5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0\
      QWxsVHlwZXNQcm90bzIuTWFwU2ZpeGVkNjRTZml4ZWQ2NEVudHJ5UhNtYXBTZml4ZWQ2NFNmaXhlZDY0EmwKD21hcF9p\
      bnQzMl9mbG9hdBhCIAMoCzJELnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8yLlRlc3RBbGxUeXBlc1Byb3RvMi5N\
      YXBJbnQzMkZsb2F0RW50cnlSDW1hcEludDMyRmxvYXQSbwoQbWFwX2ludDMyX2RvdWJsZRhDIAMoCzJFLnByb3RvYnVm\
      X3Rlc3RfbWVzc2FnZXMucHJvdG8yLlRlc3RBbGxUeXBlc1Byb3RvMi5NYXBJbnQzMkRvdWJsZUVudHJ5Ug5tYXBJbnQz\
      MkRvdWJsZRJmCg1tYXBfYm9vbF9ib29sGEQgAygLMkIucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzIuVGVzdEFs\
      bFR5cGVzUHJvdG8yLk1hcEJvb2xCb29sRW50cnlSC21hcEJvb2xCb29sEnIKEW1hcF9zdHJpbmdfc3RyaW5nGEUgAygL\
      MkYucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzIuVGVzdEFsbFR5cGVzUHJvdG8yLk1hcFN0cmluZ1N0cmluZ0Vu\
      dHJ5Ug9tYXBTdHJpbmdTdHJpbmcSbwoQbWFwX3N0cmluZ19ieXRlcxhGIAMoCzJFLnByb3RvYnVmX3Rlc3RfbWVzc2Fn\
      ZXMucHJvdG8yLlRlc3RBbGxUeXBlc1Byb3RvMi5NYXBTdHJpbmdCeXRlc0VudHJ5Ug5tYXBTdHJpbmdCeXRlcxKIAQoZ\
      bWFwX3N0cmluZ19uZXN0ZWRfbWVzc2FnZRhHIAMoCzJNLnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8yLlRlc3RB\
      bGxUeXBlc1Byb3RvMi5NYXBTdHJpbmdOZXN0ZWRNZXNzYWdlRW50cnlSFm1hcFN0cmluZ05lc3RlZE1lc3NhZ2USiwEK\
      Gm1hcF9zdHJpbmdfZm9yZWlnbl9tZXNzYWdlGEggAygLMk4ucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzIuVGVz\
      dEFsbFR5cGVzUHJvdG8yLk1hcFN0cmluZ0ZvcmVpZ25NZXNzYWdlRW50cnlSF21hcFN0cmluZ0ZvcmVpZ25NZXNzYWdl\
      En8KFm1hcF9zdHJpbmdfbmVzdGVkX2VudW0YSSADKAsySi5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0\
      QWxsVHlwZXNQcm90bzIuTWFwU3RyaW5nTmVzdGVkRW51bUVudHJ5UhNtYXBTdHJpbmdOZXN0ZWRFbnVtEoIBChdtYXBf\
      c3RyaW5nX2ZvcmVpZ25fZW51bRhKIAMoCzJLLnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8yLlRlc3RBbGxUeXBl\
      c1Byb3RvMi5NYXBTdHJpbmdGb3JlaWduRW51bUVudHJ5UhRtYXBTdHJpbmdGb3JlaWduRW51bRIjCgxvbmVvZl91aW50\
      MzIYbyABKA1IAFILb25lb2ZVaW50MzIScwoUb25lb2ZfbmVzdGVkX21lc3NhZ2UYcCABKAsyPy5wcm90b2J1Zl90ZXN0\
      X21lc3NhZ2VzLnByb3RvMi5UZXN0QWxsVHlwZXNQcm90bzIuTmVzdGVkTWVzc2FnZUgAUhJvbmVvZk5lc3RlZE1lc3Nh\
      Z2USIwoMb25lb2Zfc3RyaW5nGHEgASgJSABSC29uZW9mU3RyaW5nEiEKC29uZW9mX2J5dGVzGHIgASgMSABSCm9uZW9m\
      Qnl0ZXMSHwoKb25lb2ZfYm9vbBhzIAEoCEgAUglvbmVvZkJvb2wSIwoMb25lb2ZfdWludDY0GHQgASgESABSC29uZW9m\
      VWludDY0EiEKC29uZW9mX2Zsb2F0GHUgASgCSABSCm9uZW9mRmxvYXQSIwoMb25lb2ZfZG91YmxlGHYgASgBSABSC29u\
      ZW9mRG91YmxlEl0KCm9uZW9mX2VudW0YdyABKA4yPC5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0QWxs\
      VHlwZXNQcm90bzIuTmVzdGVkRW51bUgAUglvbmVvZkVudW0SHwoKZmllbGRuYW1lMRiRAyABKAVSCmZpZWxkbmFtZTES\
      IAoLZmllbGRfbmFtZTIYkgMgASgFUgpmaWVsZE5hbWUyEiEKDF9maWVsZF9uYW1lMxiTAyABKAVSCkZpZWxkTmFtZTMS\
      IgoNZmllbGRfX25hbWU0XxiUAyABKAVSCmZpZWxkTmFtZTQSIQoLZmllbGQwbmFtZTUYlQMgASgFUgtmaWVsZDBuYW1l\
      NRIjCg1maWVsZF8wX25hbWU2GJYDIAEoBVILZmllbGQwTmFtZTYSHwoKZmllbGROYW1lNxiXAyABKAVSCmZpZWxkTmFt\
      ZTcSHwoKRmllbGROYW1lOBiYAyABKAVSCkZpZWxkTmFtZTgSIAoLZmllbGRfTmFtZTkYmQMgASgFUgpmaWVsZE5hbWU5\
      EiIKDEZpZWxkX05hbWUxMBiaAyABKAVSC0ZpZWxkTmFtZTEwEiIKDEZJRUxEX05BTUUxMRibAyABKAVSC0ZJRUxETkFN\
      RTExEiIKDEZJRUxEX25hbWUxMhicAyABKAVSC0ZJRUxETmFtZTEyEiQKDl9fZmllbGRfbmFtZTEzGJ0DIAEoBVILRmll\
      bGROYW1lMTMSJAoOX19GaWVsZF9uYW1lMTQYngMgASgFUgtGaWVsZE5hbWUxNBIjCg1maWVsZF9fbmFtZTE1GJ8DIAEo\
      BVILZmllbGROYW1lMTUSIwoNZmllbGRfX05hbWUxNhigAyABKAVSC2ZpZWxkTmFtZTE2EiQKDmZpZWxkX25hbWUxN19f\
      GKEDIAEoBVILZmllbGROYW1lMTcSJAoORmllbGRfbmFtZTE4X18YogMgASgFUgtGaWVsZE5hbWUxOBIwCg1kZWZhdWx0\
      X2ludDMyGPEBIAEoBToKLTEyMzQ1Njc4OVIMZGVmYXVsdEludDMyEjoKDWRlZmF1bHRfaW50NjQY8gEgASgDOhQtOTEy\
      MzQ1Njc4OTEyMzQ1Njc4OVIMZGVmYXVsdEludDY0EjIKDmRlZmF1bHRfdWludDMyGPMBIAEoDToKMjEyMzQ1Njc4OVIN\
      ZGVmYXVsdFVpbnQzMhI8Cg5kZWZhdWx0X3VpbnQ2NBj0ASABKAQ6FDEwMTIzNDU2Nzg5MTIzNDU2Nzg5Ug1kZWZhdWx0\
      VWludDY0EjIKDmRlZmF1bHRfc2ludDMyGPUBIAEoEToKLTEyMzQ1Njc4OVINZGVmYXVsdFNpbnQzMhI8Cg5kZWZhdWx0\
      X3NpbnQ2NBj2ASABKBI6FC05MTIzNDU2Nzg5MTIzNDU2Nzg5Ug1kZWZhdWx0U2ludDY0EjQKD2RlZmF1bHRfZml4ZWQz\
      Mhj3ASABKAc6CjIxMjM0NTY3ODlSDmRlZmF1bHRGaXhlZDMyEj4KD2RlZmF1bHRfZml4ZWQ2NBj4ASABKAY6FDEwMTIz\
      NDU2Nzg5MTIzNDU2Nzg5Ug5kZWZhdWx0Rml4ZWQ2NBI2ChBkZWZhdWx0X3NmaXhlZDMyGPkBIAEoDzoKLTEyMzQ1Njc4\
      OVIPZGVmYXVsdFNmaXhlZDMyEkAKEGRlZmF1bHRfc2ZpeGVkNjQY+gEgASgQOhQtOTEyMzQ1Njc4OTEyMzQ1Njc4OVIP\
      ZGVmYXVsdFNmaXhlZDY0EisKDWRlZmF1bHRfZmxvYXQY+wEgASgCOgU5ZSswOVIMZGVmYXVsdEZsb2F0Ei0KDmRlZmF1\
      bHRfZG91YmxlGPwBIAEoAToFN2UrMjJSDWRlZmF1bHREb3VibGUSKAoMZGVmYXVsdF9ib29sGP0BIAEoCDoEdHJ1ZVIL\
      ZGVmYXVsdEJvb2wSLwoOZGVmYXVsdF9zdHJpbmcY/gEgASgJOgdSb3NlYnVkUg1kZWZhdWx0U3RyaW5nEiwKDWRlZmF1\
      bHRfYnl0ZXMY/wEgASgMOgZqb3NodWFSDGRlZmF1bHRCeXRlcxpyCg1OZXN0ZWRNZXNzYWdlEgwKAWEYASABKAVSAWES\
      UwoLY29yZWN1cnNpdmUYAiABKAsyMS5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0QWxsVHlwZXNQcm90\
      bzJSC2NvcmVjdXJzaXZlGkAKEk1hcEludDMySW50MzJFbnRyeRIQCgNrZXkYASABKAVSA2tleRIUCgV2YWx1ZRgCIAEo\
      BVIFdmFsdWU6AjgBGkAKEk1hcEludDY0SW50NjRFbnRyeRIQCgNrZXkYASABKANSA2tleRIUCgV2YWx1ZRgCIAEoA1IF\
      dmFsdWU6AjgBGkIKFE1hcFVpbnQzMlVpbnQzMkVudHJ5EhAKA2tleRgBIAEoDVIDa2V5EhQKBXZhbHVlGAIgASgNUgV2\
      YWx1ZToCOAEaQgoUTWFwVWludDY0VWludDY0RW50cnkSEAoDa2V5GAEgASgEUgNrZXkSFAoFdmFsdWUYAiABKARSBXZh\
      bHVlOgI4ARpCChRNYXBTaW50MzJTaW50MzJFbnRyeRIQCgNrZXkYASABKBFSA2tleRIUCgV2YWx1ZRgCIAEoEVIFdmFs\
      dWU6AjgBGkIKFE1hcFNpbnQ2NFNpbnQ2NEVudHJ5EhAKA2tleRgBIAEoElIDa2V5EhQKBXZhbHVlGAIgASgSUgV2YWx1\
      ZToCOAEaRAoWTWFwRml4ZWQzMkZpeGVkMzJFbnRyeRIQCgNrZXkYASABKAdSA2tleRIUCgV2YWx1ZRgCIAEoB1IFdmFs\
      dWU6AjgBGkQKFk1hcEZpeGVkNjRGaXhlZDY0RW50cnkSEAoDa2V5GAEgASgGUgNrZXkSFAoFdmFsdWUYAiABKAZSBXZh\
      bHVlOgI4ARpGChhNYXBTZml4ZWQzMlNmaXhlZDMyRW50cnkSEAoDa2V5GAEgASgPUgNrZXkSFAoFdmFsdWUYAiABKA9S\
      BXZhbHVlOgI4ARpGChhNYXBTZml4ZWQ2NFNmaXhlZDY0RW50cnkSEAoDa2V5GAEgASgQUgNrZXkSFAoFdmFsdWUYAiAB\
      KBBSBXZhbHVlOgI4ARpAChJNYXBJbnQzMkZsb2F0RW50cnkSEAoDa2V5GAEgASgFUgNrZXkSFAoFdmFsdWUYAiABKAJS\
      BXZhbHVlOgI4ARpBChNNYXBJbnQzMkRvdWJsZUVudHJ5EhAKA2tleRgBIAEoBVIDa2V5EhQKBXZhbHVlGAIgASgBUgV2\
      YWx1ZToCOAEaPgoQTWFwQm9vbEJvb2xFbnRyeRIQCgNrZXkYASABKAhSA2tleRIUCgV2YWx1ZRgCIAEoCFIFdmFsdWU6\
      AjgBGkIKFE1hcFN0cmluZ1N0cmluZ0VudHJ5EhAKA2tleRgBIAEoCVIDa2V5EhQKBXZhbHVlGAIgASgJUgV2YWx1ZToC\
      OAEaQQoTTWFwU3RyaW5nQnl0ZXNFbnRyeRIQCgNrZXkYASABKAlSA2tleRIUCgV2YWx1ZRgCIAEoDFIFdmFsdWU6AjgB\
      GooBChtNYXBTdHJpbmdOZXN0ZWRNZXNzYWdlRW50cnkSEAoDa2V5GAEgASgJUgNrZXkSVQoFdmFsdWUYAiABKAsyPy5w\
      cm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0QWxsVHlwZXNQcm90bzIuTmVzdGVkTWVzc2FnZVIFdmFsdWU6\
      AjgBGn8KHE1hcFN0cmluZ0ZvcmVpZ25NZXNzYWdlRW50cnkSEAoDa2V5GAEgASgJUgNrZXkSSQoFdmFsdWUYAiABKAsy\
      My5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMi5Gb3JlaWduTWVzc2FnZVByb3RvMlIFdmFsdWU6AjgBGoQBChhN\
      YXBTdHJpbmdOZXN0ZWRFbnVtRW50cnkSEAoDa2V5GAEgASgJUgNrZXkSUgoFdmFsdWUYAiABKA4yPC5wcm90b2J1Zl90\
      ZXN0X21lc3NhZ2VzLnByb3RvMi5UZXN0QWxsVHlwZXNQcm90bzIuTmVzdGVkRW51bVIFdmFsdWU6AjgBGnkKGU1hcFN0\
      cmluZ0ZvcmVpZ25FbnVtRW50cnkSEAoDa2V5GAEgASgJUgNrZXkSRgoFdmFsdWUYAiABKA4yMC5wcm90b2J1Zl90ZXN0\
      X21lc3NhZ2VzLnByb3RvMi5Gb3JlaWduRW51bVByb3RvMlIFdmFsdWU6AjgBIjkKCk5lc3RlZEVudW0SBwoDRk9PEAAS\
      BwoDQkFSEAESBwoDQkFaEAISEAoDTkVHEP///////////wEqBQh4EMkBQg0KC29uZW9mX2ZpZWxkSgYI6AcQkE4iJAoU\
      Rm9yZWlnbk1lc3NhZ2VQcm90bzISDAoBYxgBIAEoBVIBYyIWChROdWxsSHlwb3RoZXNpc1Byb3RvMiIvCg5FbnVtT25s\
      eVByb3RvMiIdCgRCb29sEgoKBmtGYWxzZRAAEgkKBWtUcnVlEAEqRgoRRm9yZWlnbkVudW1Qcm90bzISDwoLRk9SRUlH\
      Tl9GT08QABIPCgtGT1JFSUdOX0JBUhABEg8KC0ZPUkVJR05fQkFaEAI6WgoPZXh0ZW5zaW9uX2ludDMyEjEucHJvdG9i\
      dWZfdGVzdF9tZXNzYWdlcy5wcm90bzIuVGVzdEFsbFR5cGVzUHJvdG8yGHggASgFUg5leHRlbnNpb25JbnQzMg==
      """)
}
