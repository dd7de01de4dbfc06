// Generated from google/protobuf/struct.proto by protoc-gen-matiane-swift; not to be edited.

/// `Struct` represents a structured data value, consisting of fields
/// which map to dynamically typed values. In some languages, `Struct`
/// might be supported by a native representation. For example, in
/// scripting languages like JS a struct is represented as an
/// object. The details of that representation are described together
/// with the proto support for the language.
///
/// The JSON representation for `Struct` is JSON object.
public struct Struct: Message {
  /// Unordered map of dynamically typed values.
  public var fields: [String: Value] = [:]

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.Struct", in: .googleProtobufStruct,
    fields: [
      .map(1, "fields", .string, to: .message(Value.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    fields = try r.map(0) { entry throws(DecodingError) in
      (try entry.string(0), try entry.message(1) ?? Value())
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.map(0, fields) {
      $0.string(0, $1)
      $0.message(1, $2)
    }
    w.unknown(unknownFields)
  }
}

/// `Value` represents a dynamically typed value which can be either
/// null, a number, a string, a boolean, a recursive struct value, or a
/// list of values. A producer of value is expected to set one of these
/// variants. Absence of any variant indicates an error.
///
/// The JSON representation for `Value` is JSON value.
public struct Value: Message {
  /// The kind of value.
  public var kind: Kind?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `kind`, of which one at most is set.
  public enum Kind: Sendable, Hashable {
    /// Represents a null value.
    case nullValue(NullValue)
    /// Represents a double value.
    case numberValue(Double)
    /// Represents a string value.
    case stringValue(String)
    /// Represents a boolean value.
    case boolValue(Bool)
    /// Represents a structured value.
    case structValue(Struct)
    /// Represents a repeated `Value`.
    case listValue(ListValue)

    /// The value of `null_value`, if that is the one that is set.
    public var nullValue: NullValue? {
      if case .nullValue(let value) = self { value } else { nil }
    }

    /// The value of `number_value`, if that is the one that is set.
    public var numberValue: Double? {
      if case .numberValue(let value) = self { value } else { nil }
    }

    /// The value of `string_value`, if that is the one that is set.
    public var stringValue: String? {
      if case .stringValue(let value) = self { value } else { nil }
    }

    /// The value of `bool_value`, if that is the one that is set.
    public var boolValue: Bool? {
      if case .boolValue(let value) = self { value } else { nil }
    }

    /// The value of `struct_value`, if that is the one that is set.
    public var structValue: Struct? {
      if case .structValue(let value) = self { value } else { nil }
    }

    /// The value of `list_value`, if that is the one that is set.
    public var listValue: ListValue? {
      if case .listValue(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.Value", in: .googleProtobufStruct,
    fields: [
      .oneof("kind", 1, "null_value", .enumeration(NullValue.self)),
      .oneof("kind", 2, "number_value", .double),
      .oneof("kind", 3, "string_value", .string),
      .oneof("kind", 4, "bool_value", .bool),
      .oneof("kind", 5, "struct_value", .message(Struct.self)),
      .oneof("kind", 6, "list_value", .message(ListValue.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: kind = .nullValue(r.enumeration(0))
    case 2: kind = .numberValue(r.double(0))
    case 3: kind = .stringValue(try r.string(0))
    case 4: kind = .boolValue(r.bool(0))
    case 5: kind = .structValue(try r.message(0) ?? Struct())
    case 6: kind = .listValue(try r.message(0) ?? ListValue())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch kind {
    case .nullValue(let value):
      w.select(0, 1)
      w.enumeration(0, value)
    case .numberValue(let value):
      w.select(0, 2)
      w.double(0, value)
    case .stringValue(let value):
      w.select(0, 3)
      w.string(0, value)
    case .boolValue(let value):
      w.select(0, 4)
      w.bool(0, value)
    case .structValue(let value):
      w.select(0, 5)
      w.message(0, value)
    case .listValue(let value):
      w.select(0, 6)
      w.message(0, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// `NullValue` is a singleton enumeration to represent the null value for the
/// `Value` type union.
///
///  The JSON representation for `NullValue` is JSON `null`.
public enum NullValue: OpenEnum {
  /// Null value.
  case nullValue
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .nullValue }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .nullValue
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .nullValue: 0
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "google.protobuf.NullValue", in: .googleProtobufStruct,
    values: [
      (0, "NULL_VALUE")
    ])
}

/// `ListValue` is a wrapper around a repeated field of values.
///
/// The JSON representation for `ListValue` is JSON array.
public struct ListValue: Message {
  /// Repeated field of dynamically typed values.
  public var values: [Value] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.ListValue", in: .googleProtobufStruct,
    fields: [
      .repeated(1, "values", .message(Value.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    values = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, values)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `google/protobuf/struct.proto`.
  public static let googleProtobufStruct = FileDescriptor(
    "google/protobuf/struct.proto", package: "google.protobuf",
    dependencies: [],
    messages: [
      "google.protobuf.Struct": Struct.self,
      "google.protobuf.Value": Value.self,
      "google.protobuf.ListValue": ListValue.self,
    ],
    encoded: """
      Chxnb29nbGUvcHJvdG9idWYvc3RydWN0LnByb3RvEg9nb29nbGUucHJvdG9idWYimAEKBlN0cnVjdBI7CgZmaWVsZHMY\
      ASADKAsyIy5nb29nbGUucHJvdG9idWYuU3RydWN0LkZpZWxkc0VudHJ5UgZmaWVsZHMaUQoLRmllbGRzRW50cnkSEAoD\
      a2V5GAEgASgJUgNrZXkSLAoFdmFsdWUYAiABKAsyFi5nb29nbGUucHJvdG9idWYuVmFsdWVSBXZhbHVlOgI4ASKyAgoF\
      VmFsdWUSOwoKbnVsbF92YWx1ZRgBIAEoDjIaLmdvb2dsZS5wcm90b2J1Zi5OdWxsVmFsdWVIAFIJbnVsbFZhbHVlEiMK\
      DG51bWJlcl92YWx1ZRgCIAEoAUgAUgtudW1iZXJWYWx1ZRIjCgxzdHJpbmdfdmFsdWUYAyABKAlIAFILc3RyaW5nVmFs\
      dWUSHwoKYm9vbF92YWx1ZRgEIAEoCEgAUglib29sVmFsdWUSPAoMc3RydWN0X3ZhbHVlGAUgASgLMhcuZ29vZ2xlLnBy\
      b3RvYnVmLlN0cnVjdEgAUgtzdHJ1Y3RWYWx1ZRI7CgpsaXN0X3ZhbHVlGAYgASgLMhouZ29vZ2xlLnByb3RvYnVmLkxp\
      c3RWYWx1ZUgAUglsaXN0VmFsdWVCBgoEa2luZCI7CglMaXN0VmFsdWUSLgoGdmFsdWVzGAEgAygLMhYuZ29vZ2xlLnBy\
      b3RvYnVmLlZhbHVlUgZ2YWx1ZXMqGwoJTnVsbFZhbHVlEg4KCk5VTExfVkFMVUUQAEJ/ChNjb20uZ29vZ2xlLnByb3Rv\
      YnVmQgtTdHJ1Y3RQcm90b1ABWi9nb29nbGUuZ29sYW5nLm9yZy9wcm90b2J1Zi90eXBlcy9rbm93bi9zdHJ1Y3RwYvgB\
      AaICA0dQQqoCHkdvb2dsZS5Qcm90b2J1Zi5XZWxsS25vd25UeXBlc2IGcHJvdG8z
      """)
}
