// Generated from google/protobuf/test_messages_proto3.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// Every type of field in every shape.
public struct TestAllTypesProto3: Message {
  /// The field `optional_int32`.
  public var optionalInt32: Int32 = 0

  /// The field `optional_int64`.
  public var optionalInt64: Int64 = 0

  /// The field `optional_uint32`.
  public var optionalUint32: UInt32 = 0

  /// The field `optional_uint64`.
  public var optionalUint64: UInt64 = 0

  /// The field `optional_sint32`.
  public var optionalSint32: Int32 = 0

  /// The field `optional_sint64`.
  public var optionalSint64: Int64 = 0

  /// The field `optional_fixed32`.
  public var optionalFixed32: UInt32 = 0

  /// The field `optional_fixed64`.
  public var optionalFixed64: UInt64 = 0

  /// The field `optional_sfixed32`.
  public var optionalSfixed32: Int32 = 0

  /// The field `optional_sfixed64`.
  public var optionalSfixed64: Int64 = 0

  /// The field `optional_float`.
  public var optionalFloat: Float = 0

  /// The field `optional_double`.
  public var optionalDouble: Double = 0

  /// The field `optional_bool`.
  public var optionalBool: Bool = false

  /// The field `optional_string`.
  public var optionalString: String = ""

  /// The field `optional_bytes`.
  public var optionalBytes: [UInt8] = []

  /// The field `optional_nested_message`.
  @Boxed public var optionalNestedMessage: TestAllTypesProto3.NestedMessage? = nil

  /// The field `optional_foreign_message`.
  public var optionalForeignMessage: ForeignMessage?

  /// The field `optional_nested_enum`.
  public var optionalNestedEnum: TestAllTypesProto3.NestedEnum = .foo

  /// The field `optional_foreign_enum`.
  public var optionalForeignEnum: ForeignEnum = .foreignFoo

  /// The field `optional_aliased_enum`.
  public var optionalAliasedEnum: TestAllTypesProto3.AliasedEnum = .aliasFoo

  /// The field `optional_string_piece`.
  public var optionalStringPiece: String = ""

  /// The field `optional_cord`.
  public var optionalCord: String = ""

  /// The field `recursive_message`.
  @Boxed public var recursiveMessage: TestAllTypesProto3? = nil

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
  public var repeatedNestedMessage: [TestAllTypesProto3.NestedMessage] = []

  /// The field `repeated_foreign_message`.
  public var repeatedForeignMessage: [ForeignMessage] = []

  /// The field `repeated_nested_enum`.
  public var repeatedNestedEnum: [TestAllTypesProto3.NestedEnum] = []

  /// The field `repeated_foreign_enum`.
  public var repeatedForeignEnum: [ForeignEnum] = []

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
  public var packedNestedEnum: [TestAllTypesProto3.NestedEnum] = []

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
  public var unpackedNestedEnum: [TestAllTypesProto3.NestedEnum] = []

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
  public var mapStringNestedMessage: [String: TestAllTypesProto3.NestedMessage] = [:]

  /// The field `map_string_foreign_message`.
  public var mapStringForeignMessage: [String: ForeignMessage] = [:]

  /// The field `map_string_nested_enum`.
  public var mapStringNestedEnum: [String: TestAllTypesProto3.NestedEnum] = [:]

  /// The field `map_string_foreign_enum`.
  public var mapStringForeignEnum: [String: ForeignEnum] = [:]

  /// At most one of the members of `oneof_field`.
  public var oneofField: OneofField?

  /// The field `optional_bool_wrapper`.
  public var optionalBoolWrapper: BoolValue?

  /// The field `optional_int32_wrapper`.
  public var optionalInt32Wrapper: Int32Value?

  /// The field `optional_int64_wrapper`.
  public var optionalInt64Wrapper: Int64Value?

  /// The field `optional_uint32_wrapper`.
  public var optionalUint32Wrapper: UInt32Value?

  /// The field `optional_uint64_wrapper`.
  public var optionalUint64Wrapper: UInt64Value?

  /// The field `optional_float_wrapper`.
  public var optionalFloatWrapper: FloatValue?

  /// The field `optional_double_wrapper`.
  public var optionalDoubleWrapper: DoubleValue?

  /// The field `optional_string_wrapper`.
  public var optionalStringWrapper: StringValue?

  /// The field `optional_bytes_wrapper`.
  public var optionalBytesWrapper: BytesValue?

  /// The field `repeated_bool_wrapper`.
  public var repeatedBoolWrapper: [BoolValue] = []

  /// The field `repeated_int32_wrapper`.
  public var repeatedInt32Wrapper: [Int32Value] = []

  /// The field `repeated_int64_wrapper`.
  public var repeatedInt64Wrapper: [Int64Value] = []

  /// The field `repeated_uint32_wrapper`.
  public var repeatedUint32Wrapper: [UInt32Value] = []

  /// The field `repeated_uint64_wrapper`.
  public var repeatedUint64Wrapper: [UInt64Value] = []

  /// The field `repeated_float_wrapper`.
  public var repeatedFloatWrapper: [FloatValue] = []

  /// The field `repeated_double_wrapper`.
  public var repeatedDoubleWrapper: [DoubleValue] = []

  /// The field `repeated_string_wrapper`.
  public var repeatedStringWrapper: [StringValue] = []

  /// The field `repeated_bytes_wrapper`.
  public var repeatedBytesWrapper: [BytesValue] = []

  /// The field `optional_duration`.
  public var optionalDuration: DurationMessage?

  /// The field `optional_timestamp`.
  public var optionalTimestamp: Timestamp?

  /// The field `optional_field_mask`.
  public var optionalFieldMask: FieldMask?

  /// The field `optional_struct`.
  public var optionalStruct: Struct?

  /// The field `optional_any`.
  public var optionalAny: AnyMessage?

  /// The field `optional_value`.
  public var optionalValue: Value?

  /// The field `optional_null_value`.
  public var optionalNullValue: NullValue = .nullValue

  /// The field `repeated_duration`.
  public var repeatedDuration: [DurationMessage] = []

  /// The field `repeated_timestamp`.
  public var repeatedTimestamp: [Timestamp] = []

  /// The field `repeated_fieldmask`.
  public var repeatedFieldmask: [FieldMask] = []

  /// The field `repeated_struct`.
  public var repeatedStruct: [Struct] = []

  /// The field `repeated_any`.
  public var repeatedAny: [AnyMessage] = []

  /// The field `repeated_value`.
  public var repeatedValue: [Value] = []

  /// The field `repeated_list_value`.
  public var repeatedListValue: [ListValue] = []

  /// Names whose JSON form is not obvious.
  public var fieldname1: Int32 = 0

  /// The field `field_name2`.
  public var fieldName2: Int32 = 0

  /// The field `_field_name3`.
  public var fieldName3: Int32 = 0

  /// The field `field__name4_`.
  public var fieldName4: Int32 = 0

  /// The field `field0name5`.
  public var field0name5: Int32 = 0

  /// The field `field_0_name6`.
  public var field0Name6: Int32 = 0

  /// The field `fieldName7`.
  public var fieldName7: Int32 = 0

  /// The field `FieldName8`.
  public var fieldName8: Int32 = 0

  /// The field `field_Name9`.
  public var fieldName9: Int32 = 0

  /// The field `Field_Name10`.
  public var fieldName10: Int32 = 0

  /// The field `FIELD_NAME11`.
  public var fieldName11: Int32 = 0

  /// The field `FIELD_name12`.
  public var fieldName12: Int32 = 0

  /// The field `__field_name13`.
  public var fieldName13: Int32 = 0

  /// The field `__Field_name14`.
  public var fieldName14: Int32 = 0

  /// The field `field__name15`.
  public var fieldName15: Int32 = 0

  /// The field `field__Name16`.
  public var fieldName16: Int32 = 0

  /// The field `field_name17__`.
  public var fieldName17: Int32 = 0

  /// The field `Field_name18__`.
  public var fieldName18: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `oneof_field`, of which one at most is set.
  public enum OneofField: Sendable, Hashable {
    /// The field `oneof_uint32`.
    case oneofUint32(UInt32)
    /// The field `oneof_nested_message`.
    indirect case oneofNestedMessage(TestAllTypesProto3.NestedMessage)
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
    case oneofEnum(TestAllTypesProto3.NestedEnum)
    /// The field `oneof_null_value`.
    case oneofNullValue(NullValue)

    /// The value of `oneof_uint32`, if that is the one that is set.
    public var oneofUint32: UInt32? {
      if case .oneofUint32(let value) = self { value } else { nil }
    }

    /// The value of `oneof_nested_message`, if that is the one that is set.
    public var oneofNestedMessage: TestAllTypesProto3.NestedMessage? {
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
    public var oneofEnum: TestAllTypesProto3.NestedEnum? {
      if case .oneofEnum(let value) = self { value } else { nil }
    }

    /// The value of `oneof_null_value`, if that is the one that is set.
    public var oneofNullValue: NullValue? {
      if case .oneofNullValue(let value) = self { value } else { nil }
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
      "protobuf_test_messages.proto3.TestAllTypesProto3.NestedEnum", in: .googleProtobufTestMessagesProto3,
      values: [
        (0, "FOO"),
        (1, "BAR"),
        (2, "BAZ"),
        (-1, "NEG"),
      ])
  }

  /// An enum with several names for a number.
  public enum AliasedEnum: OpenEnum {
    /// The value `ALIAS_FOO`.
    case aliasFoo
    /// The value `ALIAS_BAR`.
    case aliasBar
    /// The value `ALIAS_BAZ`.
    case aliasBaz
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The value `MOO`.
    public static let moo = AliasedEnum.aliasBaz

    /// The value `moo`.
    public static let moo_2 = AliasedEnum.aliasBaz

    /// The value `bAz`.
    public static let bAz = AliasedEnum.aliasBaz

    /// The default.
    public init() { self = .aliasFoo }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .aliasFoo
      case 1: self = .aliasBar
      case 2: self = .aliasBaz
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .aliasFoo: 0
      case .aliasBar: 1
      case .aliasBaz: 2
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "protobuf_test_messages.proto3.TestAllTypesProto3.AliasedEnum", in: .googleProtobufTestMessagesProto3,
      values: [
        (0, "ALIAS_FOO"),
        (1, "ALIAS_BAR"),
        (2, "ALIAS_BAZ"),
        (2, "MOO"),
        (2, "moo"),
        (2, "bAz"),
      ])
  }

  /// A sub-message that leads back to the message.
  public struct NestedMessage: Message {
    /// The field `a`.
    public var a: Int32 = 0

    /// The field `corecursive`.
    @Boxed public var corecursive: TestAllTypesProto3? = nil

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "protobuf_test_messages.proto3.TestAllTypesProto3.NestedMessage", in: .googleProtobufTestMessagesProto3,
      fields: [
        .singular(1, "a", .int32),
        .singular(2, "corecursive", .message(TestAllTypesProto3.self)),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      a = r.int32(0)
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
    "protobuf_test_messages.proto3.TestAllTypesProto3", in: .googleProtobufTestMessagesProto3,
    fields: [
      .singular(1, "optional_int32", .int32),
      .singular(2, "optional_int64", .int64),
      .singular(3, "optional_uint32", .uint32),
      .singular(4, "optional_uint64", .uint64),
      .singular(5, "optional_sint32", .sint32),
      .singular(6, "optional_sint64", .sint64),
      .singular(7, "optional_fixed32", .fixed32),
      .singular(8, "optional_fixed64", .fixed64),
      .singular(9, "optional_sfixed32", .sfixed32),
      .singular(10, "optional_sfixed64", .sfixed64),
      .singular(11, "optional_float", .float),
      .singular(12, "optional_double", .double),
      .singular(13, "optional_bool", .bool),
      .singular(14, "optional_string", .string),
      .singular(15, "optional_bytes", .bytes),
      .singular(18, "optional_nested_message", .message(TestAllTypesProto3.NestedMessage.self)),
      .singular(19, "optional_foreign_message", .message(ForeignMessage.self)),
      .singular(21, "optional_nested_enum", .enumeration(TestAllTypesProto3.NestedEnum.self)),
      .singular(22, "optional_foreign_enum", .enumeration(ForeignEnum.self)),
      .singular(23, "optional_aliased_enum", .enumeration(TestAllTypesProto3.AliasedEnum.self)),
      .singular(24, "optional_string_piece", .string),
      .singular(25, "optional_cord", .string),
      .singular(27, "recursive_message", .message(TestAllTypesProto3.self)),
      .repeated(31, "repeated_int32", .int32),
      .repeated(32, "repeated_int64", .int64),
      .repeated(33, "repeated_uint32", .uint32),
      .repeated(34, "repeated_uint64", .uint64),
      .repeated(35, "repeated_sint32", .sint32),
      .repeated(36, "repeated_sint64", .sint64),
      .repeated(37, "repeated_fixed32", .fixed32),
      .repeated(38, "repeated_fixed64", .fixed64),
      .repeated(39, "repeated_sfixed32", .sfixed32),
      .repeated(40, "repeated_sfixed64", .sfixed64),
      .repeated(41, "repeated_float", .float),
      .repeated(42, "repeated_double", .double),
      .repeated(43, "repeated_bool", .bool),
      .repeated(44, "repeated_string", .string),
      .repeated(45, "repeated_bytes", .bytes),
      .repeated(48, "repeated_nested_message", .message(TestAllTypesProto3.NestedMessage.self)),
      .repeated(49, "repeated_foreign_message", .message(ForeignMessage.self)),
      .repeated(51, "repeated_nested_enum", .enumeration(TestAllTypesProto3.NestedEnum.self)),
      .repeated(52, "repeated_foreign_enum", .enumeration(ForeignEnum.self)),
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
      .repeated(88, "packed_nested_enum", .enumeration(TestAllTypesProto3.NestedEnum.self)),
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
      .unpacked(102, "unpacked_nested_enum", .enumeration(TestAllTypesProto3.NestedEnum.self)),
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
      .map(71, "map_string_nested_message", .string, to: .message(TestAllTypesProto3.NestedMessage.self)),
      .map(72, "map_string_foreign_message", .string, to: .message(ForeignMessage.self)),
      .map(73, "map_string_nested_enum", .string, to: .enumeration(TestAllTypesProto3.NestedEnum.self)),
      .map(74, "map_string_foreign_enum", .string, to: .enumeration(ForeignEnum.self)),
      .oneof("oneof_field", 111, "oneof_uint32", .uint32),
      .oneof("oneof_field", 112, "oneof_nested_message", .message(TestAllTypesProto3.NestedMessage.self)),
      .oneof("oneof_field", 113, "oneof_string", .string),
      .oneof("oneof_field", 114, "oneof_bytes", .bytes),
      .oneof("oneof_field", 115, "oneof_bool", .bool),
      .oneof("oneof_field", 116, "oneof_uint64", .uint64),
      .oneof("oneof_field", 117, "oneof_float", .float),
      .oneof("oneof_field", 118, "oneof_double", .double),
      .oneof("oneof_field", 119, "oneof_enum", .enumeration(TestAllTypesProto3.NestedEnum.self)),
      .oneof("oneof_field", 120, "oneof_null_value", .enumeration(NullValue.self)),
      .singular(201, "optional_bool_wrapper", .message(BoolValue.self)),
      .singular(202, "optional_int32_wrapper", .message(Int32Value.self)),
      .singular(203, "optional_int64_wrapper", .message(Int64Value.self)),
      .singular(204, "optional_uint32_wrapper", .message(UInt32Value.self)),
      .singular(205, "optional_uint64_wrapper", .message(UInt64Value.self)),
      .singular(206, "optional_float_wrapper", .message(FloatValue.self)),
      .singular(207, "optional_double_wrapper", .message(DoubleValue.self)),
      .singular(208, "optional_string_wrapper", .message(StringValue.self)),
      .singular(209, "optional_bytes_wrapper", .message(BytesValue.self)),
      .repeated(211, "repeated_bool_wrapper", .message(BoolValue.self)),
      .repeated(212, "repeated_int32_wrapper", .message(Int32Value.self)),
      .repeated(213, "repeated_int64_wrapper", .message(Int64Value.self)),
      .repeated(214, "repeated_uint32_wrapper", .message(UInt32Value.self)),
      .repeated(215, "repeated_uint64_wrapper", .message(UInt64Value.self)),
      .repeated(216, "repeated_float_wrapper", .message(FloatValue.self)),
      .repeated(217, "repeated_double_wrapper", .message(DoubleValue.self)),
      .repeated(218, "repeated_string_wrapper", .message(StringValue.self)),
      .repeated(219, "repeated_bytes_wrapper", .message(BytesValue.self)),
      .singular(301, "optional_duration", .message(DurationMessage.self)),
      .singular(302, "optional_timestamp", .message(Timestamp.self)),
      .singular(303, "optional_field_mask", .message(FieldMask.self)),
      .singular(304, "optional_struct", .message(Struct.self)),
      .singular(305, "optional_any", .message(AnyMessage.self)),
      .singular(306, "optional_value", .message(Value.self)),
      .singular(307, "optional_null_value", .enumeration(NullValue.self)),
      .repeated(311, "repeated_duration", .message(DurationMessage.self)),
      .repeated(312, "repeated_timestamp", .message(Timestamp.self)),
      .repeated(313, "repeated_fieldmask", .message(FieldMask.self)),
      .repeated(324, "repeated_struct", .message(Struct.self)),
      .repeated(315, "repeated_any", .message(AnyMessage.self)),
      .repeated(316, "repeated_value", .message(Value.self)),
      .repeated(317, "repeated_list_value", .message(ListValue.self)),
      .singular(401, "fieldname1", .int32),
      .singular(402, "field_name2", .int32),
      .singular(403, "_field_name3", .int32),
      .singular(404, "field__name4_", .int32),
      .singular(405, "field0name5", .int32),
      .singular(406, "field_0_name6", .int32),
      .singular(407, "fieldName7", .int32),
      .singular(408, "FieldName8", .int32),
      .singular(409, "field_Name9", .int32),
      .singular(410, "Field_Name10", .int32),
      .singular(411, "FIELD_NAME11", .int32),
      .singular(412, "FIELD_name12", .int32),
      .singular(413, "__field_name13", .int32),
      .singular(414, "__Field_name14", .int32),
      .singular(415, "field__name15", .int32),
      .singular(416, "field__Name16", .int32),
      .singular(417, "field_name17__", .int32),
      .singular(418, "Field_name18__", .int32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    optionalInt32 = r.int32(0)
    optionalInt64 = r.int64(1)
    optionalUint32 = r.uint32(2)
    optionalUint64 = r.uint64(3)
    optionalSint32 = r.int32(4)
    optionalSint64 = r.int64(5)
    optionalFixed32 = r.uint32(6)
    optionalFixed64 = r.uint64(7)
    optionalSfixed32 = r.int32(8)
    optionalSfixed64 = r.int64(9)
    optionalFloat = r.float(10)
    optionalDouble = r.double(11)
    optionalBool = r.bool(12)
    optionalString = try r.string(13)
    optionalBytes = r.bytes(14)
    optionalNestedMessage = try r.message(15)
    optionalForeignMessage = try r.message(16)
    optionalNestedEnum = r.enumeration(17)
    optionalForeignEnum = r.enumeration(18)
    optionalAliasedEnum = r.enumeration(19)
    optionalStringPiece = try r.string(20)
    optionalCord = try r.string(21)
    recursiveMessage = try r.message(22)
    repeatedInt32 = r.int32s(23)
    repeatedInt64 = r.int64s(24)
    repeatedUint32 = r.uint32s(25)
    repeatedUint64 = r.uint64s(26)
    repeatedSint32 = r.int32s(27)
    repeatedSint64 = r.int64s(28)
    repeatedFixed32 = r.uint32s(29)
    repeatedFixed64 = r.uint64s(30)
    repeatedSfixed32 = r.int32s(31)
    repeatedSfixed64 = r.int64s(32)
    repeatedFloat = r.floats(33)
    repeatedDouble = r.doubles(34)
    repeatedBool = r.bools(35)
    repeatedString = try r.strings(36)
    repeatedBytes = r.byteArrays(37)
    repeatedNestedMessage = try r.messages(38)
    repeatedForeignMessage = try r.messages(39)
    repeatedNestedEnum = r.enumerations(40)
    repeatedForeignEnum = r.enumerations(41)
    repeatedStringPiece = try r.strings(42)
    repeatedCord = try r.strings(43)
    packedInt32 = r.int32s(44)
    packedInt64 = r.int64s(45)
    packedUint32 = r.uint32s(46)
    packedUint64 = r.uint64s(47)
    packedSint32 = r.int32s(48)
    packedSint64 = r.int64s(49)
    packedFixed32 = r.uint32s(50)
    packedFixed64 = r.uint64s(51)
    packedSfixed32 = r.int32s(52)
    packedSfixed64 = r.int64s(53)
    packedFloat = r.floats(54)
    packedDouble = r.doubles(55)
    packedBool = r.bools(56)
    packedNestedEnum = r.enumerations(57)
    unpackedInt32 = r.int32s(58)
    unpackedInt64 = r.int64s(59)
    unpackedUint32 = r.uint32s(60)
    unpackedUint64 = r.uint64s(61)
    unpackedSint32 = r.int32s(62)
    unpackedSint64 = r.int64s(63)
    unpackedFixed32 = r.uint32s(64)
    unpackedFixed64 = r.uint64s(65)
    unpackedSfixed32 = r.int32s(66)
    unpackedSfixed64 = r.int64s(67)
    unpackedFloat = r.floats(68)
    unpackedDouble = r.doubles(69)
    unpackedBool = r.bools(70)
    unpackedNestedEnum = r.enumerations(71)
    mapInt32Int32 = try r.map(72) { entry throws(DecodingError) in (entry.int32(0), entry.int32(1)) }
    mapInt64Int64 = try r.map(73) { entry throws(DecodingError) in (entry.int64(0), entry.int64(1)) }
    mapUint32Uint32 = try r.map(74) { entry throws(DecodingError) in (entry.uint32(0), entry.uint32(1)) }
    mapUint64Uint64 = try r.map(75) { entry throws(DecodingError) in (entry.uint64(0), entry.uint64(1)) }
    mapSint32Sint32 = try r.map(76) { entry throws(DecodingError) in (entry.int32(0), entry.int32(1)) }
    mapSint64Sint64 = try r.map(77) { entry throws(DecodingError) in (entry.int64(0), entry.int64(1)) }
    mapFixed32Fixed32 = try r.map(78) { entry throws(DecodingError) in (entry.uint32(0), entry.uint32(1)) }
    mapFixed64Fixed64 = try r.map(79) { entry throws(DecodingError) in (entry.uint64(0), entry.uint64(1)) }
    mapSfixed32Sfixed32 = try r.map(80) { entry throws(DecodingError) in (entry.int32(0), entry.int32(1)) }
    mapSfixed64Sfixed64 = try r.map(81) { entry throws(DecodingError) in (entry.int64(0), entry.int64(1)) }
    mapInt32Float = try r.map(82) { entry throws(DecodingError) in (entry.int32(0), entry.float(1)) }
    mapInt32Double = try r.map(83) { entry throws(DecodingError) in (entry.int32(0), entry.double(1)) }
    mapBoolBool = try r.map(84) { entry throws(DecodingError) in (entry.bool(0), entry.bool(1)) }
    mapStringString = try r.map(85) { entry throws(DecodingError) in
      (try entry.string(0), try entry.string(1))
    }
    mapStringBytes = try r.map(86) { entry throws(DecodingError) in (try entry.string(0), entry.bytes(1)) }
    mapStringNestedMessage = try r.map(87) { entry throws(DecodingError) in
      (try entry.string(0), try entry.message(1) ?? TestAllTypesProto3.NestedMessage())
    }
    mapStringForeignMessage = try r.map(88) { entry throws(DecodingError) in
      (try entry.string(0), try entry.message(1) ?? ForeignMessage())
    }
    mapStringNestedEnum = try r.map(89) { entry throws(DecodingError) in
      (try entry.string(0), entry.enumeration(1))
    }
    mapStringForeignEnum = try r.map(90) { entry throws(DecodingError) in
      (try entry.string(0), entry.enumeration(1))
    }
    switch r.member(91) {
    case 111: oneofField = .oneofUint32(r.uint32(91))
    case 112: oneofField = .oneofNestedMessage(try r.message(91) ?? TestAllTypesProto3.NestedMessage())
    case 113: oneofField = .oneofString(try r.string(91))
    case 114: oneofField = .oneofBytes(r.bytes(91))
    case 115: oneofField = .oneofBool(r.bool(91))
    case 116: oneofField = .oneofUint64(r.uint64(91))
    case 117: oneofField = .oneofFloat(r.float(91))
    case 118: oneofField = .oneofDouble(r.double(91))
    case 119: oneofField = .oneofEnum(r.enumeration(91))
    case 120: oneofField = .oneofNullValue(r.enumeration(91))
    default: break
    }
    optionalBoolWrapper = try r.message(92)
    optionalInt32Wrapper = try r.message(93)
    optionalInt64Wrapper = try r.message(94)
    optionalUint32Wrapper = try r.message(95)
    optionalUint64Wrapper = try r.message(96)
    optionalFloatWrapper = try r.message(97)
    optionalDoubleWrapper = try r.message(98)
    optionalStringWrapper = try r.message(99)
    optionalBytesWrapper = try r.message(100)
    repeatedBoolWrapper = try r.messages(101)
    repeatedInt32Wrapper = try r.messages(102)
    repeatedInt64Wrapper = try r.messages(103)
    repeatedUint32Wrapper = try r.messages(104)
    repeatedUint64Wrapper = try r.messages(105)
    repeatedFloatWrapper = try r.messages(106)
    repeatedDoubleWrapper = try r.messages(107)
    repeatedStringWrapper = try r.messages(108)
    repeatedBytesWrapper = try r.messages(109)
    optionalDuration = try r.message(110)
    optionalTimestamp = try r.message(111)
    optionalFieldMask = try r.message(112)
    optionalStruct = try r.message(113)
    optionalAny = try r.message(114)
    optionalValue = try r.message(115)
    optionalNullValue = r.enumeration(116)
    repeatedDuration = try r.messages(117)
    repeatedTimestamp = try r.messages(118)
    repeatedFieldmask = try r.messages(119)
    repeatedStruct = try r.messages(120)
    repeatedAny = try r.messages(121)
    repeatedValue = try r.messages(122)
    repeatedListValue = try r.messages(123)
    fieldname1 = r.int32(124)
    fieldName2 = r.int32(125)
    fieldName3 = r.int32(126)
    fieldName4 = r.int32(127)
    field0name5 = r.int32(128)
    field0Name6 = r.int32(129)
    fieldName7 = r.int32(130)
    fieldName8 = r.int32(131)
    fieldName9 = r.int32(132)
    fieldName10 = r.int32(133)
    fieldName11 = r.int32(134)
    fieldName12 = r.int32(135)
    fieldName13 = r.int32(136)
    fieldName14 = r.int32(137)
    fieldName15 = r.int32(138)
    fieldName16 = r.int32(139)
    fieldName17 = r.int32(140)
    fieldName18 = r.int32(141)
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
    w.enumeration(19, optionalAliasedEnum)
    w.string(20, optionalStringPiece)
    w.string(21, optionalCord)
    w.message(22, recursiveMessage)
    w.int32s(23, repeatedInt32)
    w.int64s(24, repeatedInt64)
    w.uint32s(25, repeatedUint32)
    w.uint64s(26, repeatedUint64)
    w.int32s(27, repeatedSint32)
    w.int64s(28, repeatedSint64)
    w.uint32s(29, repeatedFixed32)
    w.uint64s(30, repeatedFixed64)
    w.int32s(31, repeatedSfixed32)
    w.int64s(32, repeatedSfixed64)
    w.floats(33, repeatedFloat)
    w.doubles(34, repeatedDouble)
    w.bools(35, repeatedBool)
    w.strings(36, repeatedString)
    w.byteArrays(37, repeatedBytes)
    w.messages(38, repeatedNestedMessage)
    w.messages(39, repeatedForeignMessage)
    w.enumerations(40, repeatedNestedEnum)
    w.enumerations(41, repeatedForeignEnum)
    w.strings(42, repeatedStringPiece)
    w.strings(43, repeatedCord)
    w.int32s(44, packedInt32)
    w.int64s(45, packedInt64)
    w.uint32s(46, packedUint32)
    w.uint64s(47, packedUint64)
    w.int32s(48, packedSint32)
    w.int64s(49, packedSint64)
    w.uint32s(50, packedFixed32)
    w.uint64s(51, packedFixed64)
    w.int32s(52, packedSfixed32)
    w.int64s(53, packedSfixed64)
    w.floats(54, packedFloat)
    w.doubles(55, packedDouble)
    w.bools(56, packedBool)
    w.enumerations(57, packedNestedEnum)
    w.int32s(58, unpackedInt32)
    w.int64s(59, unpackedInt64)
    w.uint32s(60, unpackedUint32)
    w.uint64s(61, unpackedUint64)
    w.int32s(62, unpackedSint32)
    w.int64s(63, unpackedSint64)
    w.uint32s(64, unpackedFixed32)
    w.uint64s(65, unpackedFixed64)
    w.int32s(66, unpackedSfixed32)
    w.int64s(67, unpackedSfixed64)
    w.floats(68, unpackedFloat)
    w.doubles(69, unpackedDouble)
    w.bools(70, unpackedBool)
    w.enumerations(71, unpackedNestedEnum)
    w.map(72, mapInt32Int32) {
      $0.int32(0, $1)
      $0.int32(1, $2)
    }
    w.map(73, mapInt64Int64) {
      $0.int64(0, $1)
      $0.int64(1, $2)
    }
    w.map(74, mapUint32Uint32) {
      $0.uint32(0, $1)
      $0.uint32(1, $2)
    }
    w.map(75, mapUint64Uint64) {
      $0.uint64(0, $1)
      $0.uint64(1, $2)
    }
    w.map(76, mapSint32Sint32) {
      $0.int32(0, $1)
      $0.int32(1, $2)
    }
    w.map(77, mapSint64Sint64) {
      $0.int64(0, $1)
      $0.int64(1, $2)
    }
    w.map(78, mapFixed32Fixed32) {
      $0.uint32(0, $1)
      $0.uint32(1, $2)
    }
    w.map(79, mapFixed64Fixed64) {
      $0.uint64(0, $1)
      $0.uint64(1, $2)
    }
    w.map(80, mapSfixed32Sfixed32) {
      $0.int32(0, $1)
      $0.int32(1, $2)
    }
    w.map(81, mapSfixed64Sfixed64) {
      $0.int64(0, $1)
      $0.int64(1, $2)
    }
    w.map(82, mapInt32Float) {
      $0.int32(0, $1)
      $0.float(1, $2)
    }
    w.map(83, mapInt32Double) {
      $0.int32(0, $1)
      $0.double(1, $2)
    }
    w.map(84, mapBoolBool) {
      $0.bool(0, $1)
      $0.bool(1, $2)
    }
    w.map(85, mapStringString) {
      $0.string(0, $1)
      $0.string(1, $2)
    }
    w.map(86, mapStringBytes) {
      $0.string(0, $1)
      $0.bytes(1, $2)
    }
    w.map(87, mapStringNestedMessage) {
      $0.string(0, $1)
      $0.message(1, $2)
    }
    w.map(88, mapStringForeignMessage) {
      $0.string(0, $1)
      $0.message(1, $2)
    }
    w.map(89, mapStringNestedEnum) {
      $0.string(0, $1)
      $0.enumeration(1, $2)
    }
    w.map(90, mapStringForeignEnum) {
      $0.string(0, $1)
      $0.enumeration(1, $2)
    }
    switch oneofField {
    case .oneofUint32(let value):
      w.select(91, 111)
      w.uint32(91, value)
    case .oneofNestedMessage(let value):
      w.select(91, 112)
      w.message(91, value)
    case .oneofString(let value):
      w.select(91, 113)
      w.string(91, value)
    case .oneofBytes(let value):
      w.select(91, 114)
      w.bytes(91, value)
    case .oneofBool(let value):
      w.select(91, 115)
      w.bool(91, value)
    case .oneofUint64(let value):
      w.select(91, 116)
      w.uint64(91, value)
    case .oneofFloat(let value):
      w.select(91, 117)
      w.float(91, value)
    case .oneofDouble(let value):
      w.select(91, 118)
      w.double(91, value)
    case .oneofEnum(let value):
      w.select(91, 119)
      w.enumeration(91, value)
    case .oneofNullValue(let value):
      w.select(91, 120)
      w.enumeration(91, value)
    case nil: break
    }
    w.message(92, optionalBoolWrapper)
    w.message(93, optionalInt32Wrapper)
    w.message(94, optionalInt64Wrapper)
    w.message(95, optionalUint32Wrapper)
    w.message(96, optionalUint64Wrapper)
    w.message(97, optionalFloatWrapper)
    w.message(98, optionalDoubleWrapper)
    w.message(99, optionalStringWrapper)
    w.message(100, optionalBytesWrapper)
    w.messages(101, repeatedBoolWrapper)
    w.messages(102, repeatedInt32Wrapper)
    w.messages(103, repeatedInt64Wrapper)
    w.messages(104, repeatedUint32Wrapper)
    w.messages(105, repeatedUint64Wrapper)
    w.messages(106, repeatedFloatWrapper)
    w.messages(107, repeatedDoubleWrapper)
    w.messages(108, repeatedStringWrapper)
    w.messages(109, repeatedBytesWrapper)
    w.message(110, optionalDuration)
    w.message(111, optionalTimestamp)
    w.message(112, optionalFieldMask)
    w.message(113, optionalStruct)
    w.message(114, optionalAny)
    w.message(115, optionalValue)
    w.enumeration(116, optionalNullValue)
    w.messages(117, repeatedDuration)
    w.messages(118, repeatedTimestamp)
    w.messages(119, repeatedFieldmask)
    w.messages(120, repeatedStruct)
    w.messages(121, repeatedAny)
    w.messages(122, repeatedValue)
    w.messages(123, repeatedListValue)
    w.int32(124, fieldname1)
    w.int32(125, fieldName2)
    w.int32(126, fieldName3)
    w.int32(127, fieldName4)
    w.int32(128, field0name5)
    w.int32(129, field0Name6)
    w.int32(130, fieldName7)
    w.int32(131, fieldName8)
    w.int32(132, fieldName9)
    w.int32(133, fieldName10)
    w.int32(134, fieldName11)
    w.int32(135, fieldName12)
    w.int32(136, fieldName13)
    w.int32(137, fieldName14)
    w.int32(138, fieldName15)
    w.int32(139, fieldName16)
    w.int32(140, fieldName17)
    w.int32(141, fieldName18)
    w.unknown(unknownFields)
  }
}

/// A sub-message from outside.
public struct ForeignMessage: Message {
  /// The field `c`.
  public var c: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "protobuf_test_messages.proto3.ForeignMessage", in: .googleProtobufTestMessagesProto3,
    fields: [
      .singular(1, "c", .int32)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    c = r.int32(0)
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
public enum ForeignEnum: OpenEnum {
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
    "protobuf_test_messages.proto3.ForeignEnum", in: .googleProtobufTestMessagesProto3,
    values: [
      (0, "FOREIGN_FOO"),
      (1, "FOREIGN_BAR"),
      (2, "FOREIGN_BAZ"),
    ])
}

/// A message without fields.
public struct NullHypothesisProto3: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "protobuf_test_messages.proto3.NullHypothesisProto3", in: .googleProtobufTestMessagesProto3,
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
public struct EnumOnlyProto3: Message {
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
      "protobuf_test_messages.proto3.EnumOnlyProto3.Bool", in: .googleProtobufTestMessagesProto3,
      values: [
        (0, "kFalse"),
        (1, "kTrue"),
      ])
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "protobuf_test_messages.proto3.EnumOnlyProto3", in: .googleProtobufTestMessagesProto3,
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
  /// The file `google/protobuf/test_messages_proto3.proto`.
  public static let googleProtobufTestMessagesProto3 = FileDescriptor(
    "google/protobuf/test_messages_proto3.proto", package: "protobuf_test_messages.proto3",
    dependencies: [
      .googleProtobufAny, .googleProtobufDuration, .googleProtobufFieldMask, .googleProtobufStruct,
      .googleProtobufTimestamp, .googleProtobufWrappers,
    ],
    messages: [
      "protobuf_test_messages.proto3.TestAllTypesProto3": TestAllTypesProto3.self,
      "protobuf_test_messages.proto3.TestAllTypesProto3.NestedMessage": TestAllTypesProto3.NestedMessage.self,
      "protobuf_test_messages.proto3.ForeignMessage": ForeignMessage.self,
      "protobuf_test_messages.proto3.NullHypothesisProto3": NullHypothesisProto3.self,
      "protobuf_test_messages.proto3.EnumOnlyProto3": EnumOnlyProto3.self,
    ],
    encoded: """
      Cipnb29nbGUvcHJvdG9idWYvdGVzdF9tZXNzYWdlc19wcm90bzMucHJvdG8SHXByb3RvYnVmX3Rlc3RfbWVzc2FnZXMu\
      cHJvdG8zGhlnb29nbGUvcHJvdG9idWYvYW55LnByb3RvGh5nb29nbGUvcHJvdG9idWYvZHVyYXRpb24ucHJvdG8aIGdv\
      b2dsZS9wcm90b2J1Zi9maWVsZF9tYXNrLnByb3RvGhxnb29nbGUvcHJvdG9idWYvc3RydWN0LnByb3RvGh9nb29nbGUv\
      cHJvdG9idWYvdGltZXN0YW1wLnByb3RvGh5nb29nbGUvcHJvdG9idWYvd3JhcHBlcnMucHJvdG8iiVsKElRlc3RBbGxU\
      eXBlc1Byb3RvMxIlCg5vcHRpb25hbF9pbnQzMhgBIAEoBVINb3B0aW9uYWxJbnQzMhIlCg5vcHRpb25hbF9pbnQ2NBgC\
      IAEoA1INb3B0aW9uYWxJbnQ2NBInCg9vcHRpb25hbF91aW50MzIYAyABKA1SDm9wdGlvbmFsVWludDMyEicKD29wdGlv\
      bmFsX3VpbnQ2NBgEIAEoBFIOb3B0aW9uYWxVaW50NjQSJwoPb3B0aW9uYWxfc2ludDMyGAUgASgRUg5vcHRpb25hbFNp\
      bnQzMhInCg9vcHRpb25hbF9zaW50NjQYBiABKBJSDm9wdGlvbmFsU2ludDY0EikKEG9wdGlvbmFsX2ZpeGVkMzIYByAB\
      KAdSD29wdGlvbmFsRml4ZWQzMhIpChBvcHRpb25hbF9maXhlZDY0GAggASgGUg9vcHRpb25hbEZpeGVkNjQSKwoRb3B0\
      aW9uYWxfc2ZpeGVkMzIYCSABKA9SEG9wdGlvbmFsU2ZpeGVkMzISKwoRb3B0aW9uYWxfc2ZpeGVkNjQYCiABKBBSEG9w\
      dGlvbmFsU2ZpeGVkNjQSJQoOb3B0aW9uYWxfZmxvYXQYCyABKAJSDW9wdGlvbmFsRmxvYXQSJwoPb3B0aW9uYWxfZG91\
      YmxlGAwgASgBUg5vcHRpb25hbERvdWJsZRIjCg1vcHRpb25hbF9ib29sGA0gASgIUgxvcHRpb25hbEJvb2wSJwoPb3B0\
      aW9uYWxfc3RyaW5nGA4gASgJUg5vcHRpb25hbFN0cmluZxIlCg5vcHRpb25hbF9ieXRlcxgPIAEoDFINb3B0aW9uYWxC\
      eXRlcxJ3ChdvcHRpb25hbF9uZXN0ZWRfbWVzc2FnZRgSIAEoCzI/LnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8z\
      LlRlc3RBbGxUeXBlc1Byb3RvMy5OZXN0ZWRNZXNzYWdlUhVvcHRpb25hbE5lc3RlZE1lc3NhZ2USZwoYb3B0aW9uYWxf\
      Zm9yZWlnbl9tZXNzYWdlGBMgASgLMi0ucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzMuRm9yZWlnbk1lc3NhZ2VS\
      Fm9wdGlvbmFsRm9yZWlnbk1lc3NhZ2USbgoUb3B0aW9uYWxfbmVzdGVkX2VudW0YFSABKA4yPC5wcm90b2J1Zl90ZXN0\
      X21lc3NhZ2VzLnByb3RvMy5UZXN0QWxsVHlwZXNQcm90bzMuTmVzdGVkRW51bVISb3B0aW9uYWxOZXN0ZWRFbnVtEl4K\
      FW9wdGlvbmFsX2ZvcmVpZ25fZW51bRgWIAEoDjIqLnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8zLkZvcmVpZ25F\
      bnVtUhNvcHRpb25hbEZvcmVpZ25FbnVtEnEKFW9wdGlvbmFsX2FsaWFzZWRfZW51bRgXIAEoDjI9LnByb3RvYnVmX3Rl\
      c3RfbWVzc2FnZXMucHJvdG8zLlRlc3RBbGxUeXBlc1Byb3RvMy5BbGlhc2VkRW51bVITb3B0aW9uYWxBbGlhc2VkRW51\
      bRIyChVvcHRpb25hbF9zdHJpbmdfcGllY2UYGCABKAlSE29wdGlvbmFsU3RyaW5nUGllY2USIwoNb3B0aW9uYWxfY29y\
      ZBgZIAEoCVIMb3B0aW9uYWxDb3JkEl4KEXJlY3Vyc2l2ZV9tZXNzYWdlGBsgASgLMjEucHJvdG9idWZfdGVzdF9tZXNz\
      YWdlcy5wcm90bzMuVGVzdEFsbFR5cGVzUHJvdG8zUhByZWN1cnNpdmVNZXNzYWdlEiUKDnJlcGVhdGVkX2ludDMyGB8g\
      AygFUg1yZXBlYXRlZEludDMyEiUKDnJlcGVhdGVkX2ludDY0GCAgAygDUg1yZXBlYXRlZEludDY0EicKD3JlcGVhdGVk\
      X3VpbnQzMhghIAMoDVIOcmVwZWF0ZWRVaW50MzISJwoPcmVwZWF0ZWRfdWludDY0GCIgAygEUg5yZXBlYXRlZFVpbnQ2\
      NBInCg9yZXBlYXRlZF9zaW50MzIYIyADKBFSDnJlcGVhdGVkU2ludDMyEicKD3JlcGVhdGVkX3NpbnQ2NBgkIAMoElIO\
      cmVwZWF0ZWRTaW50NjQSKQoQcmVwZWF0ZWRfZml4ZWQzMhglIAMoB1IPcmVwZWF0ZWRGaXhlZDMyEikKEHJlcGVhdGVk\
      X2ZpeGVkNjQYJiADKAZSD3JlcGVhdGVkRml4ZWQ2NBIrChFyZXBlYXRlZF9zZml4ZWQzMhgnIAMoD1IQcmVwZWF0ZWRT\
      Zml4ZWQzMhIrChFyZXBlYXRlZF9zZml4ZWQ2NBgoIAMoEFIQcmVwZWF0ZWRTZml4ZWQ2NBIlCg5yZXBlYXRlZF9mbG9h\
      dBgpIAMoAlINcmVwZWF0ZWRGbG9hdBInCg9yZXBlYXRlZF9kb3VibGUYKiADKAFSDnJlcGVhdGVkRG91YmxlEiMKDXJl\
      cGVhdGVkX2Jvb2wYKyADKAhSDHJlcGVhdGVkQm9vbBInCg9yZXBlYXRlZF9zdHJpbmcYLCADKAlSDnJlcGVhdGVkU3Ry\
      aW5nEiUKDnJlcGVhdGVkX2J5dGVzGC0gAygMUg1yZXBlYXRlZEJ5dGVzEncKF3JlcGVhdGVkX25lc3RlZF9tZXNzYWdl\
      GDAgAygLMj8ucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzMuVGVzdEFsbFR5cGVzUHJvdG8zLk5lc3RlZE1lc3Nh\
      Z2VSFXJlcGVhdGVkTmVzdGVkTWVzc2FnZRJnChhyZXBlYXRlZF9mb3JlaWduX21lc3NhZ2UYMSADKAsyLS5wcm90b2J1\
      Zl90ZXN0X21lc3NhZ2VzLnByb3RvMy5Gb3JlaWduTWVzc2FnZVIWcmVwZWF0ZWRGb3JlaWduTWVzc2FnZRJuChRyZXBl\
      YXRlZF9uZXN0ZWRfZW51bRgzIAMoDjI8LnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8zLlRlc3RBbGxUeXBlc1By\
      b3RvMy5OZXN0ZWRFbnVtUhJyZXBlYXRlZE5lc3RlZEVudW0SXgoVcmVwZWF0ZWRfZm9yZWlnbl9lbnVtGDQgAygOMiou\
      cHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzMuRm9yZWlnbkVudW1SE3JlcGVhdGVkRm9yZWlnbkVudW0SMgoVcmVw\
      ZWF0ZWRfc3RyaW5nX3BpZWNlGDYgAygJUhNyZXBlYXRlZFN0cmluZ1BpZWNlEiMKDXJlcGVhdGVkX2NvcmQYNyADKAlS\
      DHJlcGVhdGVkQ29yZBIlCgxwYWNrZWRfaW50MzIYSyADKAVCAhABUgtwYWNrZWRJbnQzMhIlCgxwYWNrZWRfaW50NjQY\
      TCADKANCAhABUgtwYWNrZWRJbnQ2NBInCg1wYWNrZWRfdWludDMyGE0gAygNQgIQAVIMcGFja2VkVWludDMyEicKDXBh\
      Y2tlZF91aW50NjQYTiADKARCAhABUgxwYWNrZWRVaW50NjQSJwoNcGFja2VkX3NpbnQzMhhPIAMoEUICEAFSDHBhY2tl\
      ZFNpbnQzMhInCg1wYWNrZWRfc2ludDY0GFAgAygSQgIQAVIMcGFja2VkU2ludDY0EikKDnBhY2tlZF9maXhlZDMyGFEg\
      AygHQgIQAVINcGFja2VkRml4ZWQzMhIpCg5wYWNrZWRfZml4ZWQ2NBhSIAMoBkICEAFSDXBhY2tlZEZpeGVkNjQSKwoP\
      cGFja2VkX3NmaXhlZDMyGFMgAygPQgIQAVIOcGFja2VkU2ZpeGVkMzISKwoPcGFja2VkX3NmaXhlZDY0GFQgAygQQgIQ\
      AVIOcGFja2VkU2ZpeGVkNjQSJQoMcGFja2VkX2Zsb2F0GFUgAygCQgIQAVILcGFja2VkRmxvYXQSJwoNcGFja2VkX2Rv\
      dWJsZRhWIAMoAUICEAFSDHBhY2tlZERvdWJsZRIjCgtwYWNrZWRfYm9vbBhXIAMoCEICEAFSCnBhY2tlZEJvb2wSbgoS\
      cGFja2VkX25lc3RlZF9lbnVtGFggAygOMjwucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzMuVGVzdEFsbFR5cGVz\
      UHJvdG8zLk5lc3RlZEVudW1CAhABUhBwYWNrZWROZXN0ZWRFbnVtEikKDnVucGFja2VkX2ludDMyGFkgAygFQgIQAFIN\
      dW5wYWNrZWRJbnQzMhIpCg51bnBhY2tlZF9pbnQ2NBhaIAMoA0ICEABSDXVucGFja2VkSW50NjQSKwoPdW5wYWNrZWRf\
      dWludDMyGFsgAygNQgIQAFIOdW5wYWNrZWRVaW50MzISKwoPdW5wYWNrZWRfdWludDY0GFwgAygEQgIQAFIOdW5wYWNr\
      ZWRVaW50NjQSKwoPdW5wYWNrZWRfc2ludDMyGF0gAygRQgIQAFIOdW5wYWNrZWRTaW50MzISKwoPdW5wYWNrZWRfc2lu\
      dDY0GF4gAygSQgIQAFIOdW5wYWNrZWRTaW50NjQSLQoQdW5wYWNrZWRfZml4ZWQzMhhfIAMoB0ICEABSD3VucGFja2Vk\
      Rml4ZWQzMhItChB1bnBhY2tlZF9maXhlZDY0GGAgAygGQgIQAFIPdW5wYWNrZWRGaXhlZDY0Ei8KEXVucGFja2VkX3Nm\
      aXhlZDMyGGEgAygPQgIQAFIQdW5wYWNrZWRTZml4ZWQzMhIvChF1bnBhY2tlZF9zZml4ZWQ2NBhiIAMoEEICEABSEHVu\
      cGFja2VkU2ZpeGVkNjQSKQoOdW5wYWNrZWRfZmxvYXQYYyADKAJCAhAAUg11bnBhY2tlZEZsb2F0EisKD3VucGFja2Vk\
      X2RvdWJsZRhkIAMoAUICEABSDnVucGFja2VkRG91YmxlEicKDXVucGFja2VkX2Jvb2wYZSADKAhCAhAAUgx1bnBhY2tl\
      ZEJvb2wScgoUdW5wYWNrZWRfbmVzdGVkX2VudW0YZiADKA4yPC5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMy5U\
      ZXN0QWxsVHlwZXNQcm90bzMuTmVzdGVkRW51bUICEABSEnVucGFja2VkTmVzdGVkRW51bRJsCg9tYXBfaW50MzJfaW50\
      MzIYOCADKAsyRC5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMy5UZXN0QWxsVHlwZXNQcm90bzMuTWFwSW50MzJJ\
      bnQzMkVudHJ5Ug1tYXBJbnQzMkludDMyEmwKD21hcF9pbnQ2NF9pbnQ2NBg5IAMoCzJELnByb3RvYnVmX3Rlc3RfbWVz\
      c2FnZXMucHJvdG8zLlRlc3RBbGxUeXBlc1Byb3RvMy5NYXBJbnQ2NEludDY0RW50cnlSDW1hcEludDY0SW50NjQScgoR\
      bWFwX3VpbnQzMl91aW50MzIYOiADKAsyRi5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMy5UZXN0QWxsVHlwZXNQ\
      cm90bzMuTWFwVWludDMyVWludDMyRW50cnlSD21hcFVpbnQzMlVpbnQzMhJyChFtYXBfdWludDY0X3VpbnQ2NBg7IAMo\
      CzJGLnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8zLlRlc3RBbGxUeXBlc1Byb3RvMy5NYXBVaW50NjRVaW50NjRF\
      bnRyeVIPbWFwVWludDY0VWludDY0EnIKEW1hcF9zaW50MzJfc2ludDMyGDwgAygLMkYucHJvdG9idWZfdGVzdF9tZXNz\
      YWdlcy5wcm90bzMuVGVzdEFsbFR5cGVzUHJvdG8zLk1hcFNpbnQzMlNpbnQzMkVudHJ5Ug9tYXBTaW50MzJTaW50MzIS\
      cgoRbWFwX3NpbnQ2NF9zaW50NjQYPSADKAsyRi5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMy5UZXN0QWxsVHlw\
      ZXNQcm90bzMuTWFwU2ludDY0U2ludDY0RW50cnlSD21hcFNpbnQ2NFNpbnQ2NBJ4ChNtYXBfZml4ZWQzMl9maXhlZDMy\
      GD4gAygLMkgucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzMuVGVzdEFsbFR5cGVzUHJvdG8zLk1hcEZpeGVkMzJG\
      aXhlZDMyRW50cnlSEW1hcEZpeGVkMzJGaXhlZDMyEngKE21hcF9maXhlZDY0X2ZpeGVkNjQYPyADKAsySC5wcm90b2J1\
      Zl90ZXN0X21lc3NhZ2VzLnByb3RvMy5UZXN0QWxsVHlwZXNQcm90bzMuTWFwRml4ZWQ2NEZpeGVkNjRFbnRyeVIRbWFw\
      Rml4ZWQ2NEZpeGVkNjQSfgoVbWFwX3NmaXhlZDMyX3NmaXhlZDMyGEAgAygLMkoucHJvdG9idWZfdGVzdF9tZXNzYWdl\
      cy5wcm90bzMuVGVzdEFsbFR5cGVzUHJvdG8zLk1hcFNmaXhlZDMyU2ZpeGVkMzJFbnRyeVITbWFwU2ZpeGVkMzJTZml4\
      ZWQzMhJ+ChVtYXBfc2ZpeGVkNjRfc2ZpeGVkNjQYQSADKAsySi5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMy5U\
      ZXN0QWxsVHlwZXNQcm90bzMuTWFwU2ZpeGVkNjRTZml4ZWQ2NEVudHJ5UhNtYXBTZml4ZWQ2NFNmaXhlZDY0EmwKD21h\
      cF9pbnQzMl9mbG9hdBhCIAMoCzJELnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8zLlRlc3RBbGxUeXBlc1Byb3Rv\
      My5NYXBJbnQzMkZsb2F0RW50cnlSDW1hcEludDMyRmxvYXQSbwoQbWFwX2ludDMyX2RvdWJsZRhDIAMoCzJFLnByb3Rv\
      YnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8zLlRlc3RBbGxUeXBlc1Byb3RvMy5NYXBJbnQzMkRvdWJsZUVudHJ5Ug5tYXBJ\
      bnQzMkRvdWJsZRJmCg1tYXBfYm9vbF9ib29sGEQgAygLMkIucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzMuVGVz\
      dEFsbFR5cGVzUHJvdG8zLk1hcEJvb2xCb29sRW50cnlSC21hcEJvb2xCb29sEnIKEW1hcF9zdHJpbmdfc3RyaW5nGEUg\
      AygLMkYucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzMuVGVzdEFsbFR5cGVzUHJvdG8zLk1hcFN0cmluZ1N0cmlu\
      Z0VudHJ5Ug9tYXBTdHJpbmdTdHJpbmcSbwoQbWFwX3N0cmluZ19ieXRlcxhGIAMoCzJFLnByb3RvYnVmX3Rlc3RfbWVz\
      c2FnZXMucHJvdG8zLlRlc3RBbGxUeXBlc1Byb3RvMy5NYXBTdHJpbmdCeXRlc0VudHJ5Ug5tYXBTdHJpbmdCeXRlcxKI\
      AQoZbWFwX3N0cmluZ19uZXN0ZWRfbWVzc2FnZRhHIAMoCzJNLnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8zLlRl\
      c3RBbGxUeXBlc1Byb3RvMy5NYXBTdHJpbmdOZXN0ZWRNZXNzYWdlRW50cnlSFm1hcFN0cmluZ05lc3RlZE1lc3NhZ2US\
      iwEKGm1hcF9zdHJpbmdfZm9yZWlnbl9tZXNzYWdlGEggAygLMk4ucHJvdG9idWZfdGVzdF9tZXNzYWdlcy5wcm90bzMu\
      VGVzdEFsbFR5cGVzUHJvdG8zLk1hcFN0cmluZ0ZvcmVpZ25NZXNzYWdlRW50cnlSF21hcFN0cmluZ0ZvcmVpZ25NZXNz\
      YWdlEn8KFm1hcF9zdHJpbmdfbmVzdGVkX2VudW0YSSADKAsySi5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMy5U\
      ZXN0QWxsVHlwZXNQcm90bzMuTWFwU3RyaW5nTmVzdGVkRW51bUVudHJ5UhNtYXBTdHJpbmdOZXN0ZWRFbnVtEoIBChdt\
      YXBfc3RyaW5nX2ZvcmVpZ25fZW51bRhKIAMoCzJLLnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8zLlRlc3RBbGxU\
      eXBlc1Byb3RvMy5NYXBTdHJpbmdGb3JlaWduRW51bUVudHJ5UhRtYXBTdHJpbmdGb3JlaWduRW51bRIjCgxvbmVvZl91\
      aW50MzIYbyABKA1IAFILb25lb2ZVaW50MzIScwoUb25lb2ZfbmVzdGVkX21lc3NhZ2UYcCABKAsyPy5wcm90b2J1Zl90\
      ZXN0X21lc3NhZ2VzLnByb3RvMy5UZXN0QWxsVHlwZXNQcm90bzMuTmVzdGVkTWVzc2FnZUgAUhJvbmVvZk5lc3RlZE1l\
      c3NhZ2USIwoMb25lb2Zfc3RyaW5nGHEgASgJSABSC29uZW9mU3RyaW5nEiEKC29uZW9mX2J5dGVzGHIgASgMSABSCm9u\
      ZW9mQnl0ZXMSHwoKb25lb2ZfYm9vbBhzIAEoCEgAUglvbmVvZkJvb2wSIwoMb25lb2ZfdWludDY0GHQgASgESABSC29u\
      ZW9mVWludDY0EiEKC29uZW9mX2Zsb2F0GHUgASgCSABSCm9uZW9mRmxvYXQSIwoMb25lb2ZfZG91YmxlGHYgASgBSABS\
      C29uZW9mRG91YmxlEl0KCm9uZW9mX2VudW0YdyABKA4yPC5wcm90b2J1Zl90ZXN0X21lc3NhZ2VzLnByb3RvMy5UZXN0\
      QWxsVHlwZXNQcm90bzMuTmVzdGVkRW51bUgAUglvbmVvZkVudW0SRgoQb25lb2ZfbnVsbF92YWx1ZRh4IAEoDjIaLmdv\
      b2dsZS5wcm90b2J1Zi5OdWxsVmFsdWVIAFIOb25lb2ZOdWxsVmFsdWUSTwoVb3B0aW9uYWxfYm9vbF93cmFwcGVyGMkB\
      IAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5Cb29sVmFsdWVSE29wdGlvbmFsQm9vbFdyYXBwZXISUgoWb3B0aW9uYWxfaW50\
      MzJfd3JhcHBlchjKASABKAsyGy5nb29nbGUucHJvdG9idWYuSW50MzJWYWx1ZVIUb3B0aW9uYWxJbnQzMldyYXBwZXIS\
      UgoWb3B0aW9uYWxfaW50NjRfd3JhcHBlchjLASABKAsyGy5nb29nbGUucHJvdG9idWYuSW50NjRWYWx1ZVIUb3B0aW9u\
      YWxJbnQ2NFdyYXBwZXISVQoXb3B0aW9uYWxfdWludDMyX3dyYXBwZXIYzAEgASgLMhwuZ29vZ2xlLnByb3RvYnVmLlVJ\
      bnQzMlZhbHVlUhVvcHRpb25hbFVpbnQzMldyYXBwZXISVQoXb3B0aW9uYWxfdWludDY0X3dyYXBwZXIYzQEgASgLMhwu\
      Z29vZ2xlLnByb3RvYnVmLlVJbnQ2NFZhbHVlUhVvcHRpb25hbFVpbnQ2NFdyYXBwZXISUgoWb3B0aW9uYWxfZmxvYXRf\
      d3JhcHBlchjOASABKAsyGy5nb29nbGUucHJvdG9idWYuRmxvYXRWYWx1ZVIUb3B0aW9uYWxGbG9hdFdyYXBwZXISVQoX\
      b3B0aW9uYWxfZG91YmxlX3dyYXBwZXIYzwEgASgLMhwuZ29vZ2xlLnByb3RvYnVmLkRvdWJsZVZhbHVlUhVvcHRpb25h\
      bERvdWJsZVdyYXBwZXISVQoXb3B0aW9uYWxfc3RyaW5nX3dyYXBwZXIY0AEgASgLMhwuZ29vZ2xlLnByb3RvYnVmLlN0\
      cmluZ1ZhbHVlUhVvcHRpb25hbFN0cmluZ1dyYXBwZXISUgoWb3B0aW9uYWxfYnl0ZXNfd3JhcHBlchjRASABKAsyGy5n\
      b29nbGUucHJvdG9idWYuQnl0ZXNWYWx1ZVIUb3B0aW9uYWxCeXRlc1dyYXBwZXISTwoVcmVwZWF0ZWRfYm9vbF93cmFw\
      cGVyGNMBIAMoCzIaLmdvb2dsZS5wcm90b2J1Zi5Cb29sVmFsdWVSE3JlcGVhdGVkQm9vbFdyYXBwZXISUgoWcmVwZWF0\
      ZWRfaW50MzJfd3JhcHBlchjUASADKAsyGy5nb29nbGUucHJvdG9idWYuSW50MzJWYWx1ZVIUcmVwZWF0ZWRJbnQzMldy\
      YXBwZXISUgoWcmVwZWF0ZWRfaW50NjRfd3JhcHBlchjVASADKAsyGy5nb29nbGUucHJvdG9idWYuSW50NjRWYWx1ZVIU\
      cmVwZWF0ZWRJbnQ2NFdyYXBwZXISVQoXcmVwZWF0ZWRfdWludDMyX3dyYXBwZXIY1gEgAygLMhwuZ29vZ2xlLnByb3Rv\
      YnVmLlVJbnQzMlZhbHVlUhVyZXBlYXRlZFVpbnQzMldyYXBwZXISVQoXcmVwZWF0ZWRfdWludDY0X3dyYXBwZXIY1wEg\
      AygLMhwuZ29vZ2xlLnByb3RvYnVmLlVJbnQ2NFZhbHVlUhVyZXBlYXRlZFVpbnQ2NFdyYXBwZXISUgoWcmVwZWF0ZWRf\
      ZmxvYXRfd3JhcHBlchjYASADKAsyGy5nb29nbGUucHJvdG9idWYuRmxvYXRWYWx1ZVIUcmVwZWF0ZWRGbG9hdFdyYXBw\
      ZXISVQoXcmVwZWF0ZWRfZG91YmxlX3dyYXBwZXIY2QEgAygLMhwuZ29vZ2xlLnByb3RvYnVmLkRvdWJsZVZhbHVlUhVy\
      ZXBlYXRlZERvdWJsZVdyYXBwZXISVQoXcmVwZWF0ZWRfc3RyaW5nX3dyYXBwZXIY2gEgAygLMhwuZ29vZ2xlLnByb3Rv\
      YnVmLlN0cmluZ1ZhbHVlUhVyZXBlYXRlZFN0cmluZ1dyYXBwZXISUgoWcmVwZWF0ZWRfYnl0ZXNfd3JhcHBlchjbASAD\
      KAsyGy5nb29nbGUucHJvdG9idWYuQnl0ZXNWYWx1ZVIUcmVwZWF0ZWRCeXRlc1dyYXBwZXISRwoRb3B0aW9uYWxfZHVy\
      YXRpb24YrQIgASgLMhkuZ29vZ2xlLnByb3RvYnVmLkR1cmF0aW9uUhBvcHRpb25hbER1cmF0aW9uEkoKEm9wdGlvbmFs\
      X3RpbWVzdGFtcBiuAiABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wUhFvcHRpb25hbFRpbWVzdGFtcBJLChNv\
      cHRpb25hbF9maWVsZF9tYXNrGK8CIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5GaWVsZE1hc2tSEW9wdGlvbmFsRmllbGRN\
      YXNrEkEKD29wdGlvbmFsX3N0cnVjdBiwAiABKAsyFy5nb29nbGUucHJvdG9idWYuU3RydWN0Ug5vcHRpb25hbFN0cnVj\
      dBI4CgxvcHRpb25hbF9hbnkYsQIgASgLMhQuZ29vZ2xlLnByb3RvYnVmLkFueVILb3B0aW9uYWxBbnkSPgoOb3B0aW9u\
      YWxfdmFsdWUYsgIgASgLMhYuZ29vZ2xlLnByb3RvYnVmLlZhbHVlUg1vcHRpb25hbFZhbHVlEksKE29wdGlvbmFsX251\
      bGxfdmFsdWUYswIgASgOMhouZ29vZ2xlLnByb3RvYnVmLk51bGxWYWx1ZVIRb3B0aW9uYWxOdWxsVmFsdWUSRwoRcmVw\
      ZWF0ZWRfZHVyYXRpb24YtwIgAygLMhkuZ29vZ2xlLnByb3RvYnVmLkR1cmF0aW9uUhByZXBlYXRlZER1cmF0aW9uEkoK\
      EnJlcGVhdGVkX3RpbWVzdGFtcBi4AiADKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wUhFyZXBlYXRlZFRpbWVz\
      dGFtcBJKChJyZXBlYXRlZF9maWVsZG1hc2sYuQIgAygLMhouZ29vZ2xlLnByb3RvYnVmLkZpZWxkTWFza1IRcmVwZWF0\
      ZWRGaWVsZG1hc2sSQQoPcmVwZWF0ZWRfc3RydWN0GMQCIAMoCzIXLmdvb2dsZS5wcm90b2J1Zi5TdHJ1Y3RSDnJlcGVh\
      dGVkU3RydWN0EjgKDHJlcGVhdGVkX2FueRi7AiADKAsyFC5nb29nbGUucHJvdG9idWYuQW55UgtyZXBlYXRlZEFueRI+\
      Cg5yZXBlYXRlZF92YWx1ZRi8AiADKAsyFi5nb29nbGUucHJvdG9idWYuVmFsdWVSDXJlcGVhdGVkVmFsdWUSSwoTcmVw\
      ZWF0ZWRfbGlzdF92YWx1ZRi9AiADKAsyGi5nb29nbGUucHJvdG9idWYuTGlzdFZhbHVlUhFyZXBlYXRlZExpc3RWYWx1\
      ZRIfCgpmaWVsZG5hbWUxGJEDIAEoBVIKZmllbGRuYW1lMRIgCgtmaWVsZF9uYW1lMhiSAyABKAVSCmZpZWxkTmFtZTIS\
      IQoMX2ZpZWxkX25hbWUzGJMDIAEoBVIKRmllbGROYW1lMxIiCg1maWVsZF9fbmFtZTRfGJQDIAEoBVIKZmllbGROYW1l\
      NBIhCgtmaWVsZDBuYW1lNRiVAyABKAVSC2ZpZWxkMG5hbWU1EiMKDWZpZWxkXzBfbmFtZTYYlgMgASgFUgtmaWVsZDBO\
      YW1lNhIfCgpmaWVsZE5hbWU3GJcDIAEoBVIKZmllbGROYW1lNxIfCgpGaWVsZE5hbWU4GJgDIAEoBVIKRmllbGROYW1l\
      OBIgCgtmaWVsZF9OYW1lORiZAyABKAVSCmZpZWxkTmFtZTkSIgoMRmllbGRfTmFtZTEwGJoDIAEoBVILRmllbGROYW1l\
      MTASIgoMRklFTERfTkFNRTExGJsDIAEoBVILRklFTEROQU1FMTESIgoMRklFTERfbmFtZTEyGJwDIAEoBVILRklFTERO\
      YW1lMTISJAoOX19maWVsZF9uYW1lMTMYnQMgASgFUgtGaWVsZE5hbWUxMxIkCg5fX0ZpZWxkX25hbWUxNBieAyABKAVS\
      C0ZpZWxkTmFtZTE0EiMKDWZpZWxkX19uYW1lMTUYnwMgASgFUgtmaWVsZE5hbWUxNRIjCg1maWVsZF9fTmFtZTE2GKAD\
      IAEoBVILZmllbGROYW1lMTYSJAoOZmllbGRfbmFtZTE3X18YoQMgASgFUgtmaWVsZE5hbWUxNxIkCg5GaWVsZF9uYW1l\
      MThfXxiiAyABKAVSC0ZpZWxkTmFtZTE4GnIKDU5lc3RlZE1lc3NhZ2USDAoBYRgBIAEoBVIBYRJTCgtjb3JlY3Vyc2l2\
      ZRgCIAEoCzIxLnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8zLlRlc3RBbGxUeXBlc1Byb3RvM1ILY29yZWN1cnNp\
      dmUaQAoSTWFwSW50MzJJbnQzMkVudHJ5EhAKA2tleRgBIAEoBVIDa2V5EhQKBXZhbHVlGAIgASgFUgV2YWx1ZToCOAEa\
      QAoSTWFwSW50NjRJbnQ2NEVudHJ5EhAKA2tleRgBIAEoA1IDa2V5EhQKBXZhbHVlGAIgASgDUgV2YWx1ZToCOAEaQgoU\
      TWFwVWludDMyVWludDMyRW50cnkSEAoDa2V5GAEgASgNUgNrZXkSFAoFdmFsdWUYAiABKA1SBXZhbHVlOgI4ARpCChRN\
      YXBVaW50NjRVaW50NjRFbnRyeRIQCgNrZXkYASABKARSA2tleRIUCgV2YWx1ZRgCIAEoBFIFdmFsdWU6AjgBGkIKFE1h\
      cFNpbnQzMlNpbnQzMkVudHJ5EhAKA2tleRgBIAEoEVIDa2V5EhQKBXZhbHVlGAIgASgRUgV2YWx1ZToCOAEaQgoUTWFw\
      U2ludDY0U2ludDY0RW50cnkSEAoDa2V5GAEgASgSUgNrZXkSFAoFdmFsdWUYAiABKBJSBXZhbHVlOgI4ARpEChZNYXBG\
      aXhlZDMyRml4ZWQzMkVudHJ5EhAKA2tleRgBIAEoB1IDa2V5EhQKBXZhbHVlGAIgASgHUgV2YWx1ZToCOAEaRAoWTWFw\
      Rml4ZWQ2NEZpeGVkNjRFbnRyeRIQCgNrZXkYASABKAZSA2tleRIUCgV2YWx1ZRgCIAEoBlIFdmFsdWU6AjgBGkYKGE1h\
      cFNmaXhlZDMyU2ZpeGVkMzJFbnRyeRIQCgNrZXkYASABKA9SA2tleRIUCgV2YWx1ZRgCIAEoD1IFdmFsdWU6AjgBGkYK\
      GE1hcFNmaXhlZDY0U2ZpeGVkNjRFbnRyeRIQCgNrZXkYASABKBBSA2tleRIUCgV2YWx1ZRgCIAEoEFIFdmFsdWU6AjgB\
      GkAKEk1hcEludDMyRmxvYXRFbnRyeRIQCgNrZXkYASABKAVSA2tleRIUCgV2YWx1ZRgCIAEoAlIFdmFsdWU6AjgBGkEK\
      E01hcEludDMyRG91YmxlRW50cnkSEAoDa2V5GAEgASgFUgNrZXkSFAoFdmFsdWUYAiABKAFSBXZhbHVlOgI4ARo+ChBN\
      YXBCb29sQm9vbEVudHJ5EhAKA2tleRgBIAEoCFIDa2V5EhQKBXZhbHVlGAIgASgIUgV2YWx1ZToCOAEaQgoUTWFwU3Ry\
      aW5nU3RyaW5nRW50cnkSEAoDa2V5GAEgASgJUgNrZXkSFAoFdmFsdWUYAiABKAlSBXZhbHVlOgI4ARpBChNNYXBTdHJp\
      bmdCeXRlc0VudHJ5EhAKA2tleRgBIAEoCVIDa2V5EhQKBXZhbHVlGAIgASgMUgV2YWx1ZToCOAEaigEKG01hcFN0cmlu\
      Z05lc3RlZE1lc3NhZ2VFbnRyeRIQCgNrZXkYASABKAlSA2tleRJVCgV2YWx1ZRgCIAEoCzI/LnByb3RvYnVmX3Rlc3Rf\
      bWVzc2FnZXMucHJvdG8zLlRlc3RBbGxUeXBlc1Byb3RvMy5OZXN0ZWRNZXNzYWdlUgV2YWx1ZToCOAEaeQocTWFwU3Ry\
      aW5nRm9yZWlnbk1lc3NhZ2VFbnRyeRIQCgNrZXkYASABKAlSA2tleRJDCgV2YWx1ZRgCIAEoCzItLnByb3RvYnVmX3Rl\
      c3RfbWVzc2FnZXMucHJvdG8zLkZvcmVpZ25NZXNzYWdlUgV2YWx1ZToCOAEahAEKGE1hcFN0cmluZ05lc3RlZEVudW1F\
      bnRyeRIQCgNrZXkYASABKAlSA2tleRJSCgV2YWx1ZRgCIAEoDjI8LnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8z\
      LlRlc3RBbGxUeXBlc1Byb3RvMy5OZXN0ZWRFbnVtUgV2YWx1ZToCOAEacwoZTWFwU3RyaW5nRm9yZWlnbkVudW1FbnRy\
      eRIQCgNrZXkYASABKAlSA2tleRJACgV2YWx1ZRgCIAEoDjIqLnByb3RvYnVmX3Rlc3RfbWVzc2FnZXMucHJvdG8zLkZv\
      cmVpZ25FbnVtUgV2YWx1ZToCOAEiOQoKTmVzdGVkRW51bRIHCgNGT08QABIHCgNCQVIQARIHCgNCQVoQAhIQCgNORUcQ\
      ////////////ASJZCgtBbGlhc2VkRW51bRINCglBTElBU19GT08QABINCglBTElBU19CQVIQARINCglBTElBU19CQVoQ\
      AhIHCgNNT08QAhIHCgNtb28QAhIHCgNiQXoQAhoCEAFCDQoLb25lb2ZfZmllbGRKBgj1AxD/AyIeCg5Gb3JlaWduTWVz\
      c2FnZRIMCgFjGAEgASgFUgFjIhYKFE51bGxIeXBvdGhlc2lzUHJvdG8zIi8KDkVudW1Pbmx5UHJvdG8zIh0KBEJvb2wS\
      CgoGa0ZhbHNlEAASCQoFa1RydWUQASpACgtGb3JlaWduRW51bRIPCgtGT1JFSUdOX0ZPTxAAEg8KC0ZPUkVJR05fQkFS\
      EAESDwoLRk9SRUlHTl9CQVoQAmIGcHJvdG8z
      """)
}
