// Generated from google/protobuf/descriptor.proto by protoc-gen-matiane-swift; not to be edited.

/// The protocol compiler can output a FileDescriptorSet containing the .proto
/// files it parses.
public struct FileDescriptorSet: Message {
  /// The field `file`.
  public var file: [FileDescriptorProto] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.FileDescriptorSet", in: .googleProtobufDescriptor,
    fields: [
      .repeated(1, "file", .message(FileDescriptorProto.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    file = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, file)
    w.unknown(unknownFields)
  }
}

/// Describes a complete .proto file.
public struct FileDescriptorProto: Message {
  /// file name, relative to root of source tree
  public var name: String?

  /// e.g. "foo", "foo.bar", etc.
  public var package: String?

  /// Names of files imported by this file.
  public var dependency: [String] = []

  /// Indexes of the public imported files in the dependency list above.
  public var publicDependency: [Int32] = []

  /// Indexes of the weak imported files in the dependency list.
  /// For Google-internal migration only. Do not use.
  public var weakDependency: [Int32] = []

  /// All top-level definitions in this file.
  public var messageType: [DescriptorProto] = []

  /// The field `enum_type`.
  public var enumType: [EnumDescriptorProto] = []

  /// The field `service`.
  public var service: [ServiceDescriptorProto] = []

  /// The field `extension`.
  public var `extension`: [FieldDescriptorProto] = []

  /// The field `options`.
  public var options: FileOptions?

  /// This field contains optional information about the original source code.
  /// You may safely remove this entire field without harming runtime
  /// functionality of the descriptors -- the information is needed only by
  /// development tools.
  public var sourceCodeInfo: SourceCodeInfo?

  /// The syntax of the proto file.
  /// The supported values are "proto2" and "proto3".
  public var syntax: String?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.FileDescriptorProto", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "name", .string),
      .optional(2, "package", .string),
      .repeated(3, "dependency", .string),
      .unpacked(10, "public_dependency", .int32),
      .unpacked(11, "weak_dependency", .int32),
      .repeated(4, "message_type", .message(DescriptorProto.self)),
      .repeated(5, "enum_type", .message(EnumDescriptorProto.self)),
      .repeated(6, "service", .message(ServiceDescriptorProto.self)),
      .repeated(7, "extension", .message(FieldDescriptorProto.self)),
      .singular(8, "options", .message(FileOptions.self)),
      .singular(9, "source_code_info", .message(SourceCodeInfo.self)),
      .optional(12, "syntax", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.has(0) ? r.string(0) : nil
    package = try r.has(1) ? r.string(1) : nil
    dependency = try r.strings(2)
    publicDependency = r.int32s(3)
    weakDependency = r.int32s(4)
    messageType = try r.messages(5)
    enumType = try r.messages(6)
    service = try r.messages(7)
    `extension` = try r.messages(8)
    options = try r.message(9)
    sourceCodeInfo = try r.message(10)
    syntax = try r.has(11) ? r.string(11) : nil
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, package)
    w.strings(2, dependency)
    w.int32s(3, publicDependency)
    w.int32s(4, weakDependency)
    w.messages(5, messageType)
    w.messages(6, enumType)
    w.messages(7, service)
    w.messages(8, `extension`)
    w.message(9, options)
    w.message(10, sourceCodeInfo)
    w.string(11, syntax)
    w.unknown(unknownFields)
  }
}

/// Describes a message type.
public struct DescriptorProto: Message {
  /// The field `name`.
  public var name: String?

  /// The field `field`.
  public var field: [FieldDescriptorProto] = []

  /// The field `extension`.
  public var `extension`: [FieldDescriptorProto] = []

  /// The field `nested_type`.
  public var nestedType: [DescriptorProto] = []

  /// The field `enum_type`.
  public var enumType: [EnumDescriptorProto] = []

  /// The field `extension_range`.
  public var extensionRange: [DescriptorProto.ExtensionRange] = []

  /// The field `oneof_decl`.
  public var oneofDecl: [OneofDescriptorProto] = []

  /// The field `options`.
  public var options: MessageOptions?

  /// The field `reserved_range`.
  public var reservedRange: [DescriptorProto.ReservedRange] = []

  /// Reserved field names, which may not be used by fields in the same message.
  /// A given name may only be reserved once.
  public var reservedName: [String] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message `google.protobuf.DescriptorProto.ExtensionRange`.
  public struct ExtensionRange: Message {
    /// Inclusive.
    public var start: Int32?

    /// Exclusive.
    public var end: Int32?

    /// The field `options`.
    public var options: ExtensionRangeOptions?

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "google.protobuf.DescriptorProto.ExtensionRange", in: .googleProtobufDescriptor,
      fields: [
        .optional(1, "start", .int32),
        .optional(2, "end", .int32),
        .singular(3, "options", .message(ExtensionRangeOptions.self)),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      start = r.has(0) ? r.int32(0) : nil
      end = r.has(1) ? r.int32(1) : nil
      options = try r.message(2)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.int32(0, start)
      w.int32(1, end)
      w.message(2, options)
      w.unknown(unknownFields)
    }
  }

  /// Range of reserved tag numbers. Reserved tag numbers may not be used by
  /// fields or extension ranges in the same message. Reserved ranges may
  /// not overlap.
  public struct ReservedRange: Message {
    /// Inclusive.
    public var start: Int32?

    /// Exclusive.
    public var end: Int32?

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "google.protobuf.DescriptorProto.ReservedRange", in: .googleProtobufDescriptor,
      fields: [
        .optional(1, "start", .int32),
        .optional(2, "end", .int32),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      start = r.has(0) ? r.int32(0) : nil
      end = r.has(1) ? r.int32(1) : nil
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.int32(0, start)
      w.int32(1, end)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.DescriptorProto", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "name", .string),
      .repeated(2, "field", .message(FieldDescriptorProto.self)),
      .repeated(6, "extension", .message(FieldDescriptorProto.self)),
      .repeated(3, "nested_type", .message(DescriptorProto.self)),
      .repeated(4, "enum_type", .message(EnumDescriptorProto.self)),
      .repeated(5, "extension_range", .message(DescriptorProto.ExtensionRange.self)),
      .repeated(8, "oneof_decl", .message(OneofDescriptorProto.self)),
      .singular(7, "options", .message(MessageOptions.self)),
      .repeated(9, "reserved_range", .message(DescriptorProto.ReservedRange.self)),
      .repeated(10, "reserved_name", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.has(0) ? r.string(0) : nil
    field = try r.messages(1)
    `extension` = try r.messages(2)
    nestedType = try r.messages(3)
    enumType = try r.messages(4)
    extensionRange = try r.messages(5)
    oneofDecl = try r.messages(6)
    options = try r.message(7)
    reservedRange = try r.messages(8)
    reservedName = try r.strings(9)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.messages(1, field)
    w.messages(2, `extension`)
    w.messages(3, nestedType)
    w.messages(4, enumType)
    w.messages(5, extensionRange)
    w.messages(6, oneofDecl)
    w.message(7, options)
    w.messages(8, reservedRange)
    w.strings(9, reservedName)
    w.unknown(unknownFields)
  }
}

/// The message `google.protobuf.ExtensionRangeOptions`.
public struct ExtensionRangeOptions: Message {
  /// The parser stores options it doesn't recognize here. See above.
  public var uninterpretedOption: [UninterpretedOption] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.ExtensionRangeOptions", in: .googleProtobufDescriptor,
    fields: [
      .repeated(999, "uninterpreted_option", .message(UninterpretedOption.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    uninterpretedOption = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, uninterpretedOption)
    w.unknown(unknownFields)
  }
}

/// Describes a field within a message.
public struct FieldDescriptorProto: Message {
  /// The field `name`.
  public var name: String?

  /// The field `number`.
  public var number: Int32?

  /// The field `label`.
  public var label: FieldDescriptorProto.Label?

  /// If type_name is set, this need not be set.  If both this and type_name
  /// are set, this must be one of TYPE_ENUM, TYPE_MESSAGE or TYPE_GROUP.
  public var type: FieldDescriptorProto.TypeEnum?

  /// For message and enum types, this is the name of the type.  If the name
  /// starts with a '.', it is fully-qualified.  Otherwise, C++-like scoping
  /// rules are used to find the type (i.e. first the nested types within this
  /// message are searched, then within the parent, on up to the root
  /// namespace).
  public var typeName: String?

  /// For extensions, this is the name of the type being extended.  It is
  /// resolved in the same manner as type_name.
  public var extendee: String?

  /// For numeric types, contains the original text representation of the value.
  /// For booleans, "true" or "false".
  /// For strings, contains the default text contents (not escaped in any way).
  /// For bytes, contains the C escaped value.  All bytes >= 128 are escaped.
  public var defaultValue: String?

  /// If set, gives the index of a oneof in the containing type's oneof_decl
  /// list.  This field is a member of that oneof.
  public var oneofIndex: Int32?

  /// JSON name of this field. The value is set by protocol compiler. If the
  /// user has set a "json_name" option on this field, that option's value
  /// will be used. Otherwise, it's deduced from the field's name by converting
  /// it to camelCase.
  public var jsonName: String?

  /// The field `options`.
  public var options: FieldOptions?

  /// If true, this is a proto3 "optional". When a proto3 field is optional, it
  /// tracks presence regardless of field type.
  ///
  /// When proto3_optional is true, this field must be belong to a oneof to
  /// signal to old proto3 clients that presence is tracked for this field. This
  /// oneof is known as a "synthetic" oneof, and this field must be its sole
  /// member (each proto3 optional field gets its own synthetic oneof). Synthetic
  /// oneofs exist in the descriptor only, and do not generate any API. Synthetic
  /// oneofs must be ordered after all "real" oneofs.
  ///
  /// For message fields, proto3_optional doesn't create any semantic change,
  /// since non-repeated message fields always track presence. However it still
  /// indicates the semantic detail of whether the user wrote "optional" or not.
  /// This can be useful for round-tripping the .proto file. For consistency we
  /// give message fields a synthetic oneof also, even though it is not required
  /// to track presence. This is especially important because the parser can't
  /// tell if a field is a message or an enum, so it must always create a
  /// synthetic oneof.
  ///
  /// Proto2 optional fields do not set this flag, because they already indicate
  /// optional with `LABEL_OPTIONAL`.
  public var proto3Optional: Bool?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The enum `google.protobuf.FieldDescriptorProto.Type`.
  public enum TypeEnum: OpenEnum {
    /// 0 is reserved for errors.
    /// Order is weird for historical reasons.
    case double
    /// The value `TYPE_FLOAT`.
    case float
    /// Not ZigZag encoded.  Negative numbers take 10 bytes.  Use TYPE_SINT64 if
    /// negative values are likely.
    case int64
    /// The value `TYPE_UINT64`.
    case uint64
    /// Not ZigZag encoded.  Negative numbers take 10 bytes.  Use TYPE_SINT32 if
    /// negative values are likely.
    case int32
    /// The value `TYPE_FIXED64`.
    case fixed64
    /// The value `TYPE_FIXED32`.
    case fixed32
    /// The value `TYPE_BOOL`.
    case bool
    /// The value `TYPE_STRING`.
    case string
    /// Tag-delimited aggregate.
    /// Group type is deprecated and not supported in proto3. However, Proto3
    /// implementations should still be able to parse the group wire format and
    /// treat group fields as unknown fields.
    case group
    /// Length-delimited aggregate.
    case message
    /// New in version 2.
    case bytes
    /// The value `TYPE_UINT32`.
    case uint32
    /// The value `TYPE_ENUM`.
    case `enum`
    /// The value `TYPE_SFIXED32`.
    case sfixed32
    /// The value `TYPE_SFIXED64`.
    case sfixed64
    /// Uses ZigZag encoding.
    case sint32
    /// Uses ZigZag encoding.
    case sint64
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .double }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 1: self = .double
      case 2: self = .float
      case 3: self = .int64
      case 4: self = .uint64
      case 5: self = .int32
      case 6: self = .fixed64
      case 7: self = .fixed32
      case 8: self = .bool
      case 9: self = .string
      case 10: self = .group
      case 11: self = .message
      case 12: self = .bytes
      case 13: self = .uint32
      case 14: self = .`enum`
      case 15: self = .sfixed32
      case 16: self = .sfixed64
      case 17: self = .sint32
      case 18: self = .sint64
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .double: 1
      case .float: 2
      case .int64: 3
      case .uint64: 4
      case .int32: 5
      case .fixed64: 6
      case .fixed32: 7
      case .bool: 8
      case .string: 9
      case .group: 10
      case .message: 11
      case .bytes: 12
      case .uint32: 13
      case .`enum`: 14
      case .sfixed32: 15
      case .sfixed64: 16
      case .sint32: 17
      case .sint64: 18
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "google.protobuf.FieldDescriptorProto.Type", in: .googleProtobufDescriptor,
      closed: true,
      values: [
        (1, "TYPE_DOUBLE"),
        (2, "TYPE_FLOAT"),
        (3, "TYPE_INT64"),
        (4, "TYPE_UINT64"),
        (5, "TYPE_INT32"),
        (6, "TYPE_FIXED64"),
        (7, "TYPE_FIXED32"),
        (8, "TYPE_BOOL"),
        (9, "TYPE_STRING"),
        (10, "TYPE_GROUP"),
        (11, "TYPE_MESSAGE"),
        (12, "TYPE_BYTES"),
        (13, "TYPE_UINT32"),
        (14, "TYPE_ENUM"),
        (15, "TYPE_SFIXED32"),
        (16, "TYPE_SFIXED64"),
        (17, "TYPE_SINT32"),
        (18, "TYPE_SINT64"),
      ])
  }

  /// The enum `google.protobuf.FieldDescriptorProto.Label`.
  public enum Label: OpenEnum {
    /// 0 is reserved for errors
    case optional
    /// The value `LABEL_REQUIRED`.
    case required
    /// The value `LABEL_REPEATED`.
    case repeated
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .optional }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 1: self = .optional
      case 2: self = .required
      case 3: self = .repeated
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .optional: 1
      case .required: 2
      case .repeated: 3
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "google.protobuf.FieldDescriptorProto.Label", in: .googleProtobufDescriptor,
      closed: true,
      values: [
        (1, "LABEL_OPTIONAL"),
        (2, "LABEL_REQUIRED"),
        (3, "LABEL_REPEATED"),
      ])
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.FieldDescriptorProto", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "name", .string),
      .optional(3, "number", .int32),
      .optional(4, "label", .enumeration(FieldDescriptorProto.Label.self)),
      .optional(5, "type", .enumeration(FieldDescriptorProto.TypeEnum.self)),
      .optional(6, "type_name", .string),
      .optional(2, "extendee", .string),
      .optional(7, "default_value", .string),
      .optional(9, "oneof_index", .int32),
      .optional(10, "json_name", .string),
      .singular(8, "options", .message(FieldOptions.self)),
      .optional(17, "proto3_optional", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.has(0) ? r.string(0) : nil
    number = r.has(1) ? r.int32(1) : nil
    label = r.has(2) ? r.enumeration(2) : nil
    type = r.has(3) ? r.enumeration(3) : nil
    typeName = try r.has(4) ? r.string(4) : nil
    extendee = try r.has(5) ? r.string(5) : nil
    defaultValue = try r.has(6) ? r.string(6) : nil
    oneofIndex = r.has(7) ? r.int32(7) : nil
    jsonName = try r.has(8) ? r.string(8) : nil
    options = try r.message(9)
    proto3Optional = r.has(10) ? r.bool(10) : nil
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.int32(1, number)
    w.enumeration(2, label)
    w.enumeration(3, type)
    w.string(4, typeName)
    w.string(5, extendee)
    w.string(6, defaultValue)
    w.int32(7, oneofIndex)
    w.string(8, jsonName)
    w.message(9, options)
    w.bool(10, proto3Optional)
    w.unknown(unknownFields)
  }
}

/// Describes a oneof.
public struct OneofDescriptorProto: Message {
  /// The field `name`.
  public var name: String?

  /// The field `options`.
  public var options: OneofOptions?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.OneofDescriptorProto", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "name", .string),
      .singular(2, "options", .message(OneofOptions.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.has(0) ? r.string(0) : nil
    options = try r.message(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.message(1, options)
    w.unknown(unknownFields)
  }
}

/// Describes an enum type.
public struct EnumDescriptorProto: Message {
  /// The field `name`.
  public var name: String?

  /// The field `value`.
  public var value: [EnumValueDescriptorProto] = []

  /// The field `options`.
  public var options: EnumOptions?

  /// Range of reserved numeric values. Reserved numeric values may not be used
  /// by enum values in the same enum declaration. Reserved ranges may not
  /// overlap.
  public var reservedRange: [EnumDescriptorProto.EnumReservedRange] = []

  /// Reserved enum value names, which may not be reused. A given name may only
  /// be reserved once.
  public var reservedName: [String] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// Range of reserved numeric values. Reserved values may not be used by
  /// entries in the same enum. Reserved ranges may not overlap.
  ///
  /// Note that this is distinct from DescriptorProto.ReservedRange in that it
  /// is inclusive such that it can appropriately represent the entire int32
  /// domain.
  public struct EnumReservedRange: Message {
    /// Inclusive.
    public var start: Int32?

    /// Inclusive.
    public var end: Int32?

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "google.protobuf.EnumDescriptorProto.EnumReservedRange", in: .googleProtobufDescriptor,
      fields: [
        .optional(1, "start", .int32),
        .optional(2, "end", .int32),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      start = r.has(0) ? r.int32(0) : nil
      end = r.has(1) ? r.int32(1) : nil
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.int32(0, start)
      w.int32(1, end)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.EnumDescriptorProto", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "name", .string),
      .repeated(2, "value", .message(EnumValueDescriptorProto.self)),
      .singular(3, "options", .message(EnumOptions.self)),
      .repeated(4, "reserved_range", .message(EnumDescriptorProto.EnumReservedRange.self)),
      .repeated(5, "reserved_name", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.has(0) ? r.string(0) : nil
    value = try r.messages(1)
    options = try r.message(2)
    reservedRange = try r.messages(3)
    reservedName = try r.strings(4)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.messages(1, value)
    w.message(2, options)
    w.messages(3, reservedRange)
    w.strings(4, reservedName)
    w.unknown(unknownFields)
  }
}

/// Describes a value within an enum.
public struct EnumValueDescriptorProto: Message {
  /// The field `name`.
  public var name: String?

  /// The field `number`.
  public var number: Int32?

  /// The field `options`.
  public var options: EnumValueOptions?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.EnumValueDescriptorProto", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "name", .string),
      .optional(2, "number", .int32),
      .singular(3, "options", .message(EnumValueOptions.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.has(0) ? r.string(0) : nil
    number = r.has(1) ? r.int32(1) : nil
    options = try r.message(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.int32(1, number)
    w.message(2, options)
    w.unknown(unknownFields)
  }
}

/// Describes a service.
public struct ServiceDescriptorProto: Message {
  /// The field `name`.
  public var name: String?

  /// The field `method`.
  public var method: [MethodDescriptorProto] = []

  /// The field `options`.
  public var options: ServiceOptions?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.ServiceDescriptorProto", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "name", .string),
      .repeated(2, "method", .message(MethodDescriptorProto.self)),
      .singular(3, "options", .message(ServiceOptions.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.has(0) ? r.string(0) : nil
    method = try r.messages(1)
    options = try r.message(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.messages(1, method)
    w.message(2, options)
    w.unknown(unknownFields)
  }
}

/// Describes a method of a service.
public struct MethodDescriptorProto: Message {
  /// The field `name`.
  public var name: String?

  /// Input and output type names.  These are resolved in the same way as
  /// FieldDescriptorProto.type_name, but must refer to a message type.
  public var inputType: String?

  /// The field `output_type`.
  public var outputType: String?

  /// The field `options`.
  public var options: MethodOptions?

  /// Identifies if client streams multiple client messages
  ///
  /// - Note: Where it is absent, `false` counts.
  public var clientStreaming: Bool?

  /// Identifies if server streams multiple server messages
  ///
  /// - Note: Where it is absent, `false` counts.
  public var serverStreaming: Bool?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.MethodDescriptorProto", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "name", .string),
      .optional(2, "input_type", .string),
      .optional(3, "output_type", .string),
      .singular(4, "options", .message(MethodOptions.self)),
      .optional(5, "client_streaming", .bool),
      .optional(6, "server_streaming", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.has(0) ? r.string(0) : nil
    inputType = try r.has(1) ? r.string(1) : nil
    outputType = try r.has(2) ? r.string(2) : nil
    options = try r.message(3)
    clientStreaming = r.has(4) ? r.bool(4) : nil
    serverStreaming = r.has(5) ? r.bool(5) : nil
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, inputType)
    w.string(2, outputType)
    w.message(3, options)
    w.bool(4, clientStreaming)
    w.bool(5, serverStreaming)
    w.unknown(unknownFields)
  }
}

/// The message `google.protobuf.FileOptions`.
public struct FileOptions: Message {
  /// Sets the Java package where classes generated from this .proto will be
  /// placed.  By default, the proto package is used, but this is often
  /// inappropriate because proto packages do not normally start with backwards
  /// domain names.
  public var javaPackage: String?

  /// Controls the name of the wrapper Java class generated for the .proto file.
  /// That class will always contain the .proto file's getDescriptor() method as
  /// well as any top-level extensions defined in the .proto file.
  /// If java_multiple_files is disabled, then all the other classes from the
  /// .proto file will be nested inside the single wrapper outer class.
  public var javaOuterClassname: String?

  /// If enabled, then the Java code generator will generate a separate .java
  /// file for each top-level message, enum, and service defined in the .proto
  /// file.  Thus, these types will *not* be nested inside the wrapper class
  /// named by java_outer_classname.  However, the wrapper class will still be
  /// generated to contain the file's getDescriptor() method as well as any
  /// top-level extensions defined in the file.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var javaMultipleFiles: Bool?

  /// This option does nothing.
  ///
  /// - Note: Deprecated in the `.proto` file.
  public var javaGenerateEqualsAndHash: Bool?

  /// If set true, then the Java2 code generator will generate code that
  /// throws an exception whenever an attempt is made to assign a non-UTF-8
  /// byte sequence to a string field.
  /// Message reflection will do the same.
  /// However, an extension field still accepts non-UTF-8 byte sequences.
  /// This option has no effect on when used with the lite runtime.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var javaStringCheckUtf8: Bool?

  /// The field `optimize_for`.
  ///
  /// - Note: Where it is absent, `SPEED` counts.
  public var optimizeFor: FileOptions.OptimizeMode?

  /// Sets the Go package where structs generated from this .proto will be
  /// placed. If omitted, the Go package will be derived from the following:
  ///   - The basename of the package import path, if provided.
  ///   - Otherwise, the package statement in the .proto file, if present.
  ///   - Otherwise, the basename of the .proto file, without extension.
  public var goPackage: String?

  /// Should generic services be generated in each language?  "Generic" services
  /// are not specific to any particular RPC system.  They are generated by the
  /// main code generators in each language (without additional plugins).
  /// Generic services were the only kind of service generation supported by
  /// early versions of google.protobuf.
  ///
  /// Generic services are now considered deprecated in favor of using plugins
  /// that generate code specific to your particular RPC system.  Therefore,
  /// these default to false.  Old code which depends on generic services should
  /// explicitly set them to true.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var ccGenericServices: Bool?

  /// The field `java_generic_services`.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var javaGenericServices: Bool?

  /// The field `py_generic_services`.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var pyGenericServices: Bool?

  /// The field `php_generic_services`.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var phpGenericServices: Bool?

  /// Is this file deprecated?
  /// Depending on the target platform, this can emit Deprecated annotations
  /// for everything in the file, or it will be completely ignored; in the very
  /// least, this is a formalization for deprecating files.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var deprecated: Bool?

  /// Enables the use of arenas for the proto messages in this file. This applies
  /// only to generated classes for C++.
  ///
  /// - Note: Where it is absent, `true` counts.
  public var ccEnableArenas: Bool?

  /// Sets the objective c class prefix which is prepended to all objective c
  /// generated classes from this .proto. There is no default.
  public var objcClassPrefix: String?

  /// Namespace for generated classes; defaults to the package.
  public var csharpNamespace: String?

  /// By default Swift generators will take the proto package and CamelCase it
  /// replacing '.' with underscore and use that to prefix the types/symbols
  /// defined. When this options is provided, they will use this value instead
  /// to prefix the types/symbols defined.
  public var swiftPrefix: String?

  /// Sets the php class prefix which is prepended to all php generated classes
  /// from this .proto. Default is empty.
  public var phpClassPrefix: String?

  /// Use this option to change the namespace of php generated classes. Default
  /// is empty. When this option is empty, the package name will be used for
  /// determining the namespace.
  public var phpNamespace: String?

  /// Use this option to change the namespace of php generated metadata classes.
  /// Default is empty. When this option is empty, the proto file name will be
  /// used for determining the namespace.
  public var phpMetadataNamespace: String?

  /// Use this option to change the package of ruby generated classes. Default
  /// is empty. When this option is not set, the package name will be used for
  /// determining the ruby package.
  public var rubyPackage: String?

  /// The parser stores options it doesn't recognize here.
  /// See the documentation for the "Options" section above.
  public var uninterpretedOption: [UninterpretedOption] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// Generated classes can be optimized for speed or code size.
  public enum OptimizeMode: OpenEnum {
    /// Generate complete code for parsing, serialization,
    case speed
    /// etc.
    case codeSize
    /// Generate code using MessageLite and the lite runtime.
    case liteRuntime
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .speed }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 1: self = .speed
      case 2: self = .codeSize
      case 3: self = .liteRuntime
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .speed: 1
      case .codeSize: 2
      case .liteRuntime: 3
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "google.protobuf.FileOptions.OptimizeMode", in: .googleProtobufDescriptor,
      closed: true,
      values: [
        (1, "SPEED"),
        (2, "CODE_SIZE"),
        (3, "LITE_RUNTIME"),
      ])
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.FileOptions", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "java_package", .string),
      .optional(8, "java_outer_classname", .string),
      .optional(10, "java_multiple_files", .bool),
      .optional(20, "java_generate_equals_and_hash", .bool),
      .optional(27, "java_string_check_utf8", .bool),
      .optional(9, "optimize_for", .enumeration(FileOptions.OptimizeMode.self)),
      .optional(11, "go_package", .string),
      .optional(16, "cc_generic_services", .bool),
      .optional(17, "java_generic_services", .bool),
      .optional(18, "py_generic_services", .bool),
      .optional(42, "php_generic_services", .bool),
      .optional(23, "deprecated", .bool),
      .optional(31, "cc_enable_arenas", .bool),
      .optional(36, "objc_class_prefix", .string),
      .optional(37, "csharp_namespace", .string),
      .optional(39, "swift_prefix", .string),
      .optional(40, "php_class_prefix", .string),
      .optional(41, "php_namespace", .string),
      .optional(44, "php_metadata_namespace", .string),
      .optional(45, "ruby_package", .string),
      .repeated(999, "uninterpreted_option", .message(UninterpretedOption.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    javaPackage = try r.has(0) ? r.string(0) : nil
    javaOuterClassname = try r.has(1) ? r.string(1) : nil
    javaMultipleFiles = r.has(2) ? r.bool(2) : nil
    javaGenerateEqualsAndHash = r.has(3) ? r.bool(3) : nil
    javaStringCheckUtf8 = r.has(4) ? r.bool(4) : nil
    optimizeFor = r.has(5) ? r.enumeration(5) : nil
    goPackage = try r.has(6) ? r.string(6) : nil
    ccGenericServices = r.has(7) ? r.bool(7) : nil
    javaGenericServices = r.has(8) ? r.bool(8) : nil
    pyGenericServices = r.has(9) ? r.bool(9) : nil
    phpGenericServices = r.has(10) ? r.bool(10) : nil
    deprecated = r.has(11) ? r.bool(11) : nil
    ccEnableArenas = r.has(12) ? r.bool(12) : nil
    objcClassPrefix = try r.has(13) ? r.string(13) : nil
    csharpNamespace = try r.has(14) ? r.string(14) : nil
    swiftPrefix = try r.has(15) ? r.string(15) : nil
    phpClassPrefix = try r.has(16) ? r.string(16) : nil
    phpNamespace = try r.has(17) ? r.string(17) : nil
    phpMetadataNamespace = try r.has(18) ? r.string(18) : nil
    rubyPackage = try r.has(19) ? r.string(19) : nil
    uninterpretedOption = try r.messages(20)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, javaPackage)
    w.string(1, javaOuterClassname)
    w.bool(2, javaMultipleFiles)
    w.bool(3, javaGenerateEqualsAndHash)
    w.bool(4, javaStringCheckUtf8)
    w.enumeration(5, optimizeFor)
    w.string(6, goPackage)
    w.bool(7, ccGenericServices)
    w.bool(8, javaGenericServices)
    w.bool(9, pyGenericServices)
    w.bool(10, phpGenericServices)
    w.bool(11, deprecated)
    w.bool(12, ccEnableArenas)
    w.string(13, objcClassPrefix)
    w.string(14, csharpNamespace)
    w.string(15, swiftPrefix)
    w.string(16, phpClassPrefix)
    w.string(17, phpNamespace)
    w.string(18, phpMetadataNamespace)
    w.string(19, rubyPackage)
    w.messages(20, uninterpretedOption)
    w.unknown(unknownFields)
  }
}

/// The message `google.protobuf.MessageOptions`.
public struct MessageOptions: Message {
  /// Set true to use the old proto1 MessageSet wire format for extensions.
  /// This is provided for backwards-compatibility with the MessageSet wire
  /// format.  You should not use this for any other reason:  It's less
  /// efficient, has fewer features, and is more complicated.
  ///
  /// The message must be defined exactly as follows:
  ///   message Foo {
  ///     option message_set_wire_format = true;
  ///     extensions 4 to max;
  ///   }
  /// Note that the message cannot have any defined fields; MessageSets only
  /// have extensions.
  ///
  /// All extensions of your type must be singular messages; e.g. they cannot
  /// be int32s, enums, or repeated messages.
  ///
  /// Because this is an option, the above two restrictions are not enforced by
  /// the protocol compiler.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var messageSetWireFormat: Bool?

  /// Disables the generation of the standard "descriptor()" accessor, which can
  /// conflict with a field of the same name.  This is meant to make migration
  /// from proto1 easier; new code should avoid fields named "descriptor".
  ///
  /// - Note: Where it is absent, `false` counts.
  public var noStandardDescriptorAccessor: Bool?

  /// Is this message deprecated?
  /// Depending on the target platform, this can emit Deprecated annotations
  /// for the message, or it will be completely ignored; in the very least,
  /// this is a formalization for deprecating messages.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var deprecated: Bool?

  /// Whether the message is an automatically generated map entry type for the
  /// maps field.
  ///
  /// For maps fields:
  ///     map<KeyType, ValueType> map_field = 1;
  /// The parsed descriptor looks like:
  ///     message MapFieldEntry {
  ///         option map_entry = true;
  ///         optional KeyType key = 1;
  ///         optional ValueType value = 2;
  ///     }
  ///     repeated MapFieldEntry map_field = 1;
  ///
  /// Implementations may choose not to generate the map_entry=true message, but
  /// use a native map in the target language to hold the keys and values.
  /// The reflection APIs in such implementations still need to work as
  /// if the field is a repeated message field.
  ///
  /// NOTE: Do not set the option in .proto files. Always use the maps syntax
  /// instead. The option should only be implicitly set by the proto compiler
  /// parser.
  public var mapEntry: Bool?

  /// The parser stores options it doesn't recognize here. See above.
  public var uninterpretedOption: [UninterpretedOption] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.MessageOptions", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "message_set_wire_format", .bool),
      .optional(2, "no_standard_descriptor_accessor", .bool),
      .optional(3, "deprecated", .bool),
      .optional(7, "map_entry", .bool),
      .repeated(999, "uninterpreted_option", .message(UninterpretedOption.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    messageSetWireFormat = r.has(0) ? r.bool(0) : nil
    noStandardDescriptorAccessor = r.has(1) ? r.bool(1) : nil
    deprecated = r.has(2) ? r.bool(2) : nil
    mapEntry = r.has(3) ? r.bool(3) : nil
    uninterpretedOption = try r.messages(4)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, messageSetWireFormat)
    w.bool(1, noStandardDescriptorAccessor)
    w.bool(2, deprecated)
    w.bool(3, mapEntry)
    w.messages(4, uninterpretedOption)
    w.unknown(unknownFields)
  }
}

/// The message `google.protobuf.FieldOptions`.
public struct FieldOptions: Message {
  /// The ctype option instructs the C++ code generator to use a different
  /// representation of the field than it normally would.  See the specific
  /// options below.  This option is not yet implemented in the open source
  /// release -- sorry, we'll try to include it in a future version!
  ///
  /// - Note: Where it is absent, `STRING` counts.
  public var ctype: FieldOptions.CType?

  /// The packed option can be enabled for repeated primitive fields to enable
  /// a more efficient representation on the wire. Rather than repeatedly
  /// writing the tag and type for each element, the entire array is encoded as
  /// a single length-delimited blob. In proto3, only explicit setting it to
  /// false will avoid using packed encoding.
  public var packed: Bool?

  /// The jstype option determines the JavaScript type used for values of the
  /// field.  The option is permitted only for 64 bit integral and fixed types
  /// (int64, uint64, sint64, fixed64, sfixed64).  A field with jstype JS_STRING
  /// is represented as JavaScript string, which avoids loss of precision that
  /// can happen when a large value is converted to a floating point JavaScript.
  /// Specifying JS_NUMBER for the jstype causes the generated JavaScript code to
  /// use the JavaScript "number" type.  The behavior of the default option
  /// JS_NORMAL is implementation dependent.
  ///
  /// This option is an enum to permit additional types to be added, e.g.
  /// goog.math.Integer.
  ///
  /// - Note: Where it is absent, `JS_NORMAL` counts.
  public var jstype: FieldOptions.JSType?

  /// Should this field be parsed lazily?  Lazy applies only to message-type
  /// fields.  It means that when the outer message is initially parsed, the
  /// inner message's contents will not be parsed but instead stored in encoded
  /// form.  The inner message will actually be parsed when it is first accessed.
  ///
  /// This is only a hint.  Implementations are free to choose whether to use
  /// eager or lazy parsing regardless of the value of this option.  However,
  /// setting this option true suggests that the protocol author believes that
  /// using lazy parsing on this field is worth the additional bookkeeping
  /// overhead typically needed to implement it.
  ///
  /// This option does not affect the public interface of any generated code;
  /// all method signatures remain the same.  Furthermore, thread-safety of the
  /// interface is not affected by this option; const methods remain safe to
  /// call from multiple threads concurrently, while non-const methods continue
  /// to require exclusive access.
  ///
  ///
  /// Note that implementations may choose not to check required fields within
  /// a lazy sub-message.  That is, calling IsInitialized() on the outer message
  /// may return true even if the inner message has missing required fields.
  /// This is necessary because otherwise the inner message would have to be
  /// parsed in order to perform the check, defeating the purpose of lazy
  /// parsing.  An implementation which chooses not to check required fields
  /// must be consistent about it.  That is, for any particular sub-message, the
  /// implementation must either *always* check its required fields, or *never*
  /// check its required fields, regardless of whether or not the message has
  /// been parsed.
  ///
  /// As of 2021, lazy does no correctness checks on the byte stream during
  /// parsing.  This may lead to crashes if and when an invalid byte stream is
  /// finally parsed upon access.
  ///
  /// TODO(b/211906113):  Enable validation on lazy fields.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var lazy: Bool?

  /// unverified_lazy does no correctness checks on the byte stream. This should
  /// only be used where lazy with verification is prohibitive for performance
  /// reasons.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var unverifiedLazy: Bool?

  /// Is this field deprecated?
  /// Depending on the target platform, this can emit Deprecated annotations
  /// for accessors, or it will be completely ignored; in the very least, this
  /// is a formalization for deprecating fields.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var deprecated: Bool?

  /// For Google-internal migration only. Do not use.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var weak: Bool?

  /// The parser stores options it doesn't recognize here. See above.
  public var uninterpretedOption: [UninterpretedOption] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The enum `google.protobuf.FieldOptions.CType`.
  public enum CType: OpenEnum {
    /// Default mode.
    case string
    /// The value `CORD`.
    case cord
    /// The value `STRING_PIECE`.
    case stringPiece
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .string }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .string
      case 1: self = .cord
      case 2: self = .stringPiece
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .string: 0
      case .cord: 1
      case .stringPiece: 2
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "google.protobuf.FieldOptions.CType", in: .googleProtobufDescriptor,
      closed: true,
      values: [
        (0, "STRING"),
        (1, "CORD"),
        (2, "STRING_PIECE"),
      ])
  }

  /// The enum `google.protobuf.FieldOptions.JSType`.
  public enum JSType: OpenEnum {
    /// Use the default type.
    case jsNormal
    /// Use JavaScript strings.
    case jsString
    /// Use JavaScript numbers.
    case jsNumber
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .jsNormal }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .jsNormal
      case 1: self = .jsString
      case 2: self = .jsNumber
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .jsNormal: 0
      case .jsString: 1
      case .jsNumber: 2
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "google.protobuf.FieldOptions.JSType", in: .googleProtobufDescriptor,
      closed: true,
      values: [
        (0, "JS_NORMAL"),
        (1, "JS_STRING"),
        (2, "JS_NUMBER"),
      ])
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.FieldOptions", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "ctype", .enumeration(FieldOptions.CType.self)),
      .optional(2, "packed", .bool),
      .optional(6, "jstype", .enumeration(FieldOptions.JSType.self)),
      .optional(5, "lazy", .bool),
      .optional(15, "unverified_lazy", .bool),
      .optional(3, "deprecated", .bool),
      .optional(10, "weak", .bool),
      .repeated(999, "uninterpreted_option", .message(UninterpretedOption.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    ctype = r.has(0) ? r.enumeration(0) : nil
    packed = r.has(1) ? r.bool(1) : nil
    jstype = r.has(2) ? r.enumeration(2) : nil
    lazy = r.has(3) ? r.bool(3) : nil
    unverifiedLazy = r.has(4) ? r.bool(4) : nil
    deprecated = r.has(5) ? r.bool(5) : nil
    weak = r.has(6) ? r.bool(6) : nil
    uninterpretedOption = try r.messages(7)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, ctype)
    w.bool(1, packed)
    w.enumeration(2, jstype)
    w.bool(3, lazy)
    w.bool(4, unverifiedLazy)
    w.bool(5, deprecated)
    w.bool(6, weak)
    w.messages(7, uninterpretedOption)
    w.unknown(unknownFields)
  }
}

/// The message `google.protobuf.OneofOptions`.
public struct OneofOptions: Message {
  /// The parser stores options it doesn't recognize here. See above.
  public var uninterpretedOption: [UninterpretedOption] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.OneofOptions", in: .googleProtobufDescriptor,
    fields: [
      .repeated(999, "uninterpreted_option", .message(UninterpretedOption.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    uninterpretedOption = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, uninterpretedOption)
    w.unknown(unknownFields)
  }
}

/// The message `google.protobuf.EnumOptions`.
public struct EnumOptions: Message {
  /// Set this option to true to allow mapping different tag names to the same
  /// value.
  public var allowAlias: Bool?

  /// Is this enum deprecated?
  /// Depending on the target platform, this can emit Deprecated annotations
  /// for the enum, or it will be completely ignored; in the very least, this
  /// is a formalization for deprecating enums.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var deprecated: Bool?

  /// The parser stores options it doesn't recognize here. See above.
  public var uninterpretedOption: [UninterpretedOption] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.EnumOptions", in: .googleProtobufDescriptor,
    fields: [
      .optional(2, "allow_alias", .bool),
      .optional(3, "deprecated", .bool),
      .repeated(999, "uninterpreted_option", .message(UninterpretedOption.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    allowAlias = r.has(0) ? r.bool(0) : nil
    deprecated = r.has(1) ? r.bool(1) : nil
    uninterpretedOption = try r.messages(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, allowAlias)
    w.bool(1, deprecated)
    w.messages(2, uninterpretedOption)
    w.unknown(unknownFields)
  }
}

/// The message `google.protobuf.EnumValueOptions`.
public struct EnumValueOptions: Message {
  /// Is this enum value deprecated?
  /// Depending on the target platform, this can emit Deprecated annotations
  /// for the enum value, or it will be completely ignored; in the very least,
  /// this is a formalization for deprecating enum values.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var deprecated: Bool?

  /// The parser stores options it doesn't recognize here. See above.
  public var uninterpretedOption: [UninterpretedOption] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.EnumValueOptions", in: .googleProtobufDescriptor,
    fields: [
      .optional(1, "deprecated", .bool),
      .repeated(999, "uninterpreted_option", .message(UninterpretedOption.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    deprecated = r.has(0) ? r.bool(0) : nil
    uninterpretedOption = try r.messages(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, deprecated)
    w.messages(1, uninterpretedOption)
    w.unknown(unknownFields)
  }
}

/// The message `google.protobuf.ServiceOptions`.
public struct ServiceOptions: Message {
  /// Is this service deprecated?
  /// Depending on the target platform, this can emit Deprecated annotations
  /// for the service, or it will be completely ignored; in the very least,
  /// this is a formalization for deprecating services.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var deprecated: Bool?

  /// The parser stores options it doesn't recognize here. See above.
  public var uninterpretedOption: [UninterpretedOption] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.ServiceOptions", in: .googleProtobufDescriptor,
    fields: [
      .optional(33, "deprecated", .bool),
      .repeated(999, "uninterpreted_option", .message(UninterpretedOption.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    deprecated = r.has(0) ? r.bool(0) : nil
    uninterpretedOption = try r.messages(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, deprecated)
    w.messages(1, uninterpretedOption)
    w.unknown(unknownFields)
  }
}

/// The message `google.protobuf.MethodOptions`.
public struct MethodOptions: Message {
  /// Is this method deprecated?
  /// Depending on the target platform, this can emit Deprecated annotations
  /// for the method, or it will be completely ignored; in the very least,
  /// this is a formalization for deprecating methods.
  ///
  /// - Note: Where it is absent, `false` counts.
  public var deprecated: Bool?

  /// The field `idempotency_level`.
  ///
  /// - Note: Where it is absent, `IDEMPOTENCY_UNKNOWN` counts.
  public var idempotencyLevel: MethodOptions.IdempotencyLevel?

  /// The parser stores options it doesn't recognize here. See above.
  public var uninterpretedOption: [UninterpretedOption] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// Is this method side-effect-free (or safe in HTTP parlance), or idempotent,
  /// or neither? HTTP based RPC implementation may choose GET verb for safe
  /// methods, and PUT verb for idempotent methods instead of the default POST.
  public enum IdempotencyLevel: OpenEnum {
    /// The value `IDEMPOTENCY_UNKNOWN`.
    case idempotencyUnknown
    /// implies idempotent
    case noSideEffects
    /// idempotent, but may have side effects
    case idempotent
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .idempotencyUnknown }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .idempotencyUnknown
      case 1: self = .noSideEffects
      case 2: self = .idempotent
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .idempotencyUnknown: 0
      case .noSideEffects: 1
      case .idempotent: 2
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "google.protobuf.MethodOptions.IdempotencyLevel", in: .googleProtobufDescriptor,
      closed: true,
      values: [
        (0, "IDEMPOTENCY_UNKNOWN"),
        (1, "NO_SIDE_EFFECTS"),
        (2, "IDEMPOTENT"),
      ])
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.MethodOptions", in: .googleProtobufDescriptor,
    fields: [
      .optional(33, "deprecated", .bool),
      .optional(34, "idempotency_level", .enumeration(MethodOptions.IdempotencyLevel.self)),
      .repeated(999, "uninterpreted_option", .message(UninterpretedOption.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    deprecated = r.has(0) ? r.bool(0) : nil
    idempotencyLevel = r.has(1) ? r.enumeration(1) : nil
    uninterpretedOption = try r.messages(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, deprecated)
    w.enumeration(1, idempotencyLevel)
    w.messages(2, uninterpretedOption)
    w.unknown(unknownFields)
  }
}

/// A message representing a option the parser does not recognize. This only
/// appears in options protos created by the compiler::Parser class.
/// DescriptorPool resolves these when building Descriptor objects. Therefore,
/// options protos in descriptor objects (e.g. returned by Descriptor::options(),
/// or produced by Descriptor::CopyTo()) will never have UninterpretedOptions
/// in them.
public struct UninterpretedOption: Message {
  /// The field `name`.
  public var name: [UninterpretedOption.NamePart] = []

  /// The value of the uninterpreted option, in whatever type the tokenizer
  /// identified it as during parsing. Exactly one of these should be set.
  public var identifierValue: String?

  /// The field `positive_int_value`.
  public var positiveIntValue: UInt64?

  /// The field `negative_int_value`.
  public var negativeIntValue: Int64?

  /// The field `double_value`.
  public var doubleValue: Double?

  /// The field `string_value`.
  public var stringValue: [UInt8]?

  /// The field `aggregate_value`.
  public var aggregateValue: String?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The name of the uninterpreted option.  Each string represents a segment in
  /// a dot-separated name.  is_extension is true iff a segment represents an
  /// extension (denoted with parentheses in options specs in .proto files).
  /// E.g.,{ ["foo", false], ["bar.baz", true], ["moo", false] } represents
  /// "foo.(bar.baz).moo".
  public struct NamePart: Message {
    /// The field `name_part`.
    public var namePart: String?

    /// The field `is_extension`.
    public var isExtension: Bool?

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "google.protobuf.UninterpretedOption.NamePart", in: .googleProtobufDescriptor,
      fields: [
        .optional(1, "name_part", .string),
        .optional(2, "is_extension", .bool),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      namePart = try r.has(0) ? r.string(0) : nil
      isExtension = r.has(1) ? r.bool(1) : nil
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.string(0, namePart)
      w.bool(1, isExtension)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.UninterpretedOption", in: .googleProtobufDescriptor,
    fields: [
      .repeated(2, "name", .message(UninterpretedOption.NamePart.self)),
      .optional(3, "identifier_value", .string),
      .optional(4, "positive_int_value", .uint64),
      .optional(5, "negative_int_value", .int64),
      .optional(6, "double_value", .double),
      .optional(7, "string_value", .bytes),
      .optional(8, "aggregate_value", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.messages(0)
    identifierValue = try r.has(1) ? r.string(1) : nil
    positiveIntValue = r.has(2) ? r.uint64(2) : nil
    negativeIntValue = r.has(3) ? r.int64(3) : nil
    doubleValue = r.has(4) ? r.double(4) : nil
    stringValue = r.has(5) ? r.bytes(5) : nil
    aggregateValue = try r.has(6) ? r.string(6) : nil
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, name)
    w.string(1, identifierValue)
    w.uint64(2, positiveIntValue)
    w.int64(3, negativeIntValue)
    w.double(4, doubleValue)
    w.bytes(5, stringValue)
    w.string(6, aggregateValue)
    w.unknown(unknownFields)
  }
}

/// Encapsulates information about the original source file from which a
/// FileDescriptorProto was generated.
public struct SourceCodeInfo: Message {
  /// A Location identifies a piece of source code in a .proto file which
  /// corresponds to a particular definition.  This information is intended
  /// to be useful to IDEs, code indexers, documentation generators, and similar
  /// tools.
  ///
  /// For example, say we have a file like:
  ///   message Foo {
  ///     optional string foo = 1;
  ///   }
  /// Let's look at just the field definition:
  ///   optional string foo = 1;
  ///   ^       ^^     ^^  ^  ^^^
  ///   a       bc     de  f  ghi
  /// We have the following locations:
  ///   span   path               represents
  ///   [a,i)  [ 4, 0, 2, 0 ]     The whole field definition.
  ///   [a,b)  [ 4, 0, 2, 0, 4 ]  The label (optional).
  ///   [c,d)  [ 4, 0, 2, 0, 5 ]  The type (string).
  ///   [e,f)  [ 4, 0, 2, 0, 1 ]  The name (foo).
  ///   [g,h)  [ 4, 0, 2, 0, 3 ]  The number (1).
  ///
  /// Notes:
  /// - A location may refer to a repeated field itself (i.e. not to any
  ///   particular index within it).  This is used whenever a set of elements are
  ///   logically enclosed in a single code segment.  For example, an entire
  ///   extend block (possibly containing multiple extension definitions) will
  ///   have an outer location whose path refers to the "extensions" repeated
  ///   field without an index.
  /// - Multiple locations may have the same path.  This happens when a single
  ///   logical declaration is spread out across multiple places.  The most
  ///   obvious example is the "extend" block again -- there may be multiple
  ///   extend blocks in the same scope, each of which will have the same path.
  /// - A location's span is not always a subset of its parent's span.  For
  ///   example, the "extendee" of an extension declaration appears at the
  ///   beginning of the "extend" block and is shared by all extensions within
  ///   the block.
  /// - Just because a location's span is a subset of some other location's span
  ///   does not mean that it is a descendant.  For example, a "group" defines
  ///   both a type and a field in a single declaration.  Thus, the locations
  ///   corresponding to the type and field and their components will overlap.
  /// - Code which tries to interpret locations should probably be designed to
  ///   ignore those that it doesn't understand, as more types of locations could
  ///   be recorded in the future.
  public var location: [SourceCodeInfo.Location] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message `google.protobuf.SourceCodeInfo.Location`.
  public struct Location: Message {
    /// Identifies which part of the FileDescriptorProto was defined at this
    /// location.
    ///
    /// Each element is a field number or an index.  They form a path from
    /// the root FileDescriptorProto to the place where the definition occurs.
    /// For example, this path:
    ///   [ 4, 3, 2, 7, 1 ]
    /// refers to:
    ///   file.message_type(3)  // 4, 3
    ///       .field(7)         // 2, 7
    ///       .name()           // 1
    /// This is because FileDescriptorProto.message_type has field number 4:
    ///   repeated DescriptorProto message_type = 4;
    /// and DescriptorProto.field has field number 2:
    ///   repeated FieldDescriptorProto field = 2;
    /// and FieldDescriptorProto.name has field number 1:
    ///   optional string name = 1;
    ///
    /// Thus, the above path gives the location of a field name.  If we removed
    /// the last element:
    ///   [ 4, 3, 2, 7 ]
    /// this path refers to the whole field declaration (from the beginning
    /// of the label to the terminating semicolon).
    public var path: [Int32] = []

    /// Always has exactly three or four elements: start line, start column,
    /// end line (optional, otherwise assumed same as start line), end column.
    /// These are packed into a single field for efficiency.  Note that line
    /// and column numbers are zero-based -- typically you will want to add
    /// 1 to each before displaying to a user.
    public var span: [Int32] = []

    /// If this SourceCodeInfo represents a complete declaration, these are any
    /// comments appearing before and after the declaration which appear to be
    /// attached to the declaration.
    ///
    /// A series of line comments appearing on consecutive lines, with no other
    /// tokens appearing on those lines, will be treated as a single comment.
    ///
    /// leading_detached_comments will keep paragraphs of comments that appear
    /// before (but not connected to) the current element. Each paragraph,
    /// separated by empty lines, will be one comment element in the repeated
    /// field.
    ///
    /// Only the comment content is provided; comment markers (e.g. //) are
    /// stripped out.  For block comments, leading whitespace and an asterisk
    /// will be stripped from the beginning of each line other than the first.
    /// Newlines are included in the output.
    ///
    /// Examples:
    ///
    ///   optional int32 foo = 1;  // Comment attached to foo.
    ///   // Comment attached to bar.
    ///   optional int32 bar = 2;
    ///
    ///   optional string baz = 3;
    ///   // Comment attached to baz.
    ///   // Another line attached to baz.
    ///
    ///   // Comment attached to moo.
    ///   //
    ///   // Another line attached to moo.
    ///   optional double moo = 4;
    ///
    ///   // Detached comment for corge. This is not leading or trailing comments
    ///   // to moo or corge because there are blank lines separating it from
    ///   // both.
    ///
    ///   // Detached comment for corge paragraph 2.
    ///
    ///   optional string corge = 5;
    ///   /* Block comment attached
    ///    * to corge.  Leading asterisks
    ///    * will be removed. */
    ///   /* Block comment attached to
    ///    * grault. */
    ///   optional int32 grault = 6;
    ///
    ///   // ignored detached comments.
    public var leadingComments: String?

    /// The field `trailing_comments`.
    public var trailingComments: String?

    /// The field `leading_detached_comments`.
    public var leadingDetachedComments: [String] = []

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "google.protobuf.SourceCodeInfo.Location", in: .googleProtobufDescriptor,
      fields: [
        .repeated(1, "path", .int32),
        .repeated(2, "span", .int32),
        .optional(3, "leading_comments", .string),
        .optional(4, "trailing_comments", .string),
        .repeated(6, "leading_detached_comments", .string),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      path = r.int32s(0)
      span = r.int32s(1)
      leadingComments = try r.has(2) ? r.string(2) : nil
      trailingComments = try r.has(3) ? r.string(3) : nil
      leadingDetachedComments = try r.strings(4)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.int32s(0, path)
      w.int32s(1, span)
      w.string(2, leadingComments)
      w.string(3, trailingComments)
      w.strings(4, leadingDetachedComments)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.SourceCodeInfo", in: .googleProtobufDescriptor,
    fields: [
      .repeated(1, "location", .message(SourceCodeInfo.Location.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    location = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, location)
    w.unknown(unknownFields)
  }
}

/// Describes the relationship between generated code and its original source
/// file. A GeneratedCodeInfo message is associated with only one generated
/// source file, but may contain references to different source .proto files.
public struct GeneratedCodeInfo: Message {
  /// An Annotation connects some span of text in generated code to an element
  /// of its generating .proto file.
  public var annotation: [GeneratedCodeInfo.Annotation] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message `google.protobuf.GeneratedCodeInfo.Annotation`.
  public struct Annotation: Message {
    /// Identifies the element in the original source .proto file. This field
    /// is formatted the same as SourceCodeInfo.Location.path.
    public var path: [Int32] = []

    /// Identifies the filesystem path to the original source .proto.
    public var sourceFile: String?

    /// Identifies the starting offset in bytes in the generated code
    /// that relates to the identified object.
    public var begin: Int32?

    /// Identifies the ending offset in bytes in the generated code that
    /// relates to the identified offset. The end offset should be one past
    /// the last relevant byte (so the length of the text = end - begin).
    public var end: Int32?

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "google.protobuf.GeneratedCodeInfo.Annotation", in: .googleProtobufDescriptor,
      fields: [
        .repeated(1, "path", .int32),
        .optional(2, "source_file", .string),
        .optional(3, "begin", .int32),
        .optional(4, "end", .int32),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      path = r.int32s(0)
      sourceFile = try r.has(1) ? r.string(1) : nil
      begin = r.has(2) ? r.int32(2) : nil
      end = r.has(3) ? r.int32(3) : nil
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.int32s(0, path)
      w.string(1, sourceFile)
      w.int32(2, begin)
      w.int32(3, end)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.protobuf.GeneratedCodeInfo", in: .googleProtobufDescriptor,
    fields: [
      .repeated(1, "annotation", .message(GeneratedCodeInfo.Annotation.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    annotation = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, annotation)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `google/protobuf/descriptor.proto`.
  public static let googleProtobufDescriptor = FileDescriptor(
    "google/protobuf/descriptor.proto", package: "google.protobuf",
    dependencies: [],
    messages: [
      "google.protobuf.FileDescriptorSet": FileDescriptorSet.self,
      "google.protobuf.FileDescriptorProto": FileDescriptorProto.self,
      "google.protobuf.DescriptorProto": DescriptorProto.self,
      "google.protobuf.DescriptorProto.ExtensionRange": DescriptorProto.ExtensionRange.self,
      "google.protobuf.DescriptorProto.ReservedRange": DescriptorProto.ReservedRange.self,
      "google.protobuf.ExtensionRangeOptions": ExtensionRangeOptions.self,
      "google.protobuf.FieldDescriptorProto": FieldDescriptorProto.self,
      "google.protobuf.OneofDescriptorProto": OneofDescriptorProto.self,
      "google.protobuf.EnumDescriptorProto": EnumDescriptorProto.self,
      "google.protobuf.EnumDescriptorProto.EnumReservedRange": EnumDescriptorProto.EnumReservedRange.self,
      "google.protobuf.EnumValueDescriptorProto": EnumValueDescriptorProto.self,
      "google.protobuf.ServiceDescriptorProto": ServiceDescriptorProto.self,
      "google.protobuf.MethodDescriptorProto": MethodDescriptorProto.self,
      "google.protobuf.FileOptions": FileOptions.self,
      "google.protobuf.MessageOptions": MessageOptions.self,
      "google.protobuf.FieldOptions": FieldOptions.self,
      "google.protobuf.OneofOptions": OneofOptions.self,
      "google.protobuf.EnumOptions": EnumOptions.self,
      "google.protobuf.EnumValueOptions": EnumValueOptions.self,
      "google.protobuf.ServiceOptions": ServiceOptions.self,
      "google.protobuf.MethodOptions": MethodOptions.self,
      "google.protobuf.UninterpretedOption": UninterpretedOption.self,
      "google.protobuf.UninterpretedOption.NamePart": UninterpretedOption.NamePart.self,
      "google.protobuf.SourceCodeInfo": SourceCodeInfo.self,
      "google.protobuf.SourceCodeInfo.Location": SourceCodeInfo.Location.self,
      "google.protobuf.GeneratedCodeInfo": GeneratedCodeInfo.self,
      "google.protobuf.GeneratedCodeInfo.Annotation": GeneratedCodeInfo.Annotation.self,
    ],
    encoded: """
      CiBnb29nbGUvcHJvdG9idWYvZGVzY3JpcHRvci5wcm90bxIPZ29vZ2xlLnByb3RvYnVmIk0KEUZpbGVEZXNjcmlwdG9y\
      U2V0EjgKBGZpbGUYASADKAsyJC5nb29nbGUucHJvdG9idWYuRmlsZURlc2NyaXB0b3JQcm90b1IEZmlsZSLkBAoTRmls\
      ZURlc2NyaXB0b3JQcm90bxISCgRuYW1lGAEgASgJUgRuYW1lEhgKB3BhY2thZ2UYAiABKAlSB3BhY2thZ2USHgoKZGVw\
      ZW5kZW5jeRgDIAMoCVIKZGVwZW5kZW5jeRIrChFwdWJsaWNfZGVwZW5kZW5jeRgKIAMoBVIQcHVibGljRGVwZW5kZW5j\
      eRInCg93ZWFrX2RlcGVuZGVuY3kYCyADKAVSDndlYWtEZXBlbmRlbmN5EkMKDG1lc3NhZ2VfdHlwZRgEIAMoCzIgLmdv\
      b2dsZS5wcm90b2J1Zi5EZXNjcmlwdG9yUHJvdG9SC21lc3NhZ2VUeXBlEkEKCWVudW1fdHlwZRgFIAMoCzIkLmdvb2ds\
      ZS5wcm90b2J1Zi5FbnVtRGVzY3JpcHRvclByb3RvUghlbnVtVHlwZRJBCgdzZXJ2aWNlGAYgAygLMicuZ29vZ2xlLnBy\
      b3RvYnVmLlNlcnZpY2VEZXNjcmlwdG9yUHJvdG9SB3NlcnZpY2USQwoJZXh0ZW5zaW9uGAcgAygLMiUuZ29vZ2xlLnBy\
      b3RvYnVmLkZpZWxkRGVzY3JpcHRvclByb3RvUglleHRlbnNpb24SNgoHb3B0aW9ucxgIIAEoCzIcLmdvb2dsZS5wcm90\
      b2J1Zi5GaWxlT3B0aW9uc1IHb3B0aW9ucxJJChBzb3VyY2VfY29kZV9pbmZvGAkgASgLMh8uZ29vZ2xlLnByb3RvYnVm\
      LlNvdXJjZUNvZGVJbmZvUg5zb3VyY2VDb2RlSW5mbxIWCgZzeW50YXgYDCABKAlSBnN5bnRheCK5BgoPRGVzY3JpcHRv\
      clByb3RvEhIKBG5hbWUYASABKAlSBG5hbWUSOwoFZmllbGQYAiADKAsyJS5nb29nbGUucHJvdG9idWYuRmllbGREZXNj\
      cmlwdG9yUHJvdG9SBWZpZWxkEkMKCWV4dGVuc2lvbhgGIAMoCzIlLmdvb2dsZS5wcm90b2J1Zi5GaWVsZERlc2NyaXB0\
      b3JQcm90b1IJZXh0ZW5zaW9uEkEKC25lc3RlZF90eXBlGAMgAygLMiAuZ29vZ2xlLnByb3RvYnVmLkRlc2NyaXB0b3JQ\
      cm90b1IKbmVzdGVkVHlwZRJBCgllbnVtX3R5cGUYBCADKAsyJC5nb29nbGUucHJvdG9idWYuRW51bURlc2NyaXB0b3JQ\
      cm90b1IIZW51bVR5cGUSWAoPZXh0ZW5zaW9uX3JhbmdlGAUgAygLMi8uZ29vZ2xlLnByb3RvYnVmLkRlc2NyaXB0b3JQ\
      cm90by5FeHRlbnNpb25SYW5nZVIOZXh0ZW5zaW9uUmFuZ2USRAoKb25lb2ZfZGVjbBgIIAMoCzIlLmdvb2dsZS5wcm90\
      b2J1Zi5PbmVvZkRlc2NyaXB0b3JQcm90b1IJb25lb2ZEZWNsEjkKB29wdGlvbnMYByABKAsyHy5nb29nbGUucHJvdG9i\
      dWYuTWVzc2FnZU9wdGlvbnNSB29wdGlvbnMSVQoOcmVzZXJ2ZWRfcmFuZ2UYCSADKAsyLi5nb29nbGUucHJvdG9idWYu\
      RGVzY3JpcHRvclByb3RvLlJlc2VydmVkUmFuZ2VSDXJlc2VydmVkUmFuZ2USIwoNcmVzZXJ2ZWRfbmFtZRgKIAMoCVIM\
      cmVzZXJ2ZWROYW1lGnoKDkV4dGVuc2lvblJhbmdlEhQKBXN0YXJ0GAEgASgFUgVzdGFydBIQCgNlbmQYAiABKAVSA2Vu\
      ZBJACgdvcHRpb25zGAMgASgLMiYuZ29vZ2xlLnByb3RvYnVmLkV4dGVuc2lvblJhbmdlT3B0aW9uc1IHb3B0aW9ucxo3\
      Cg1SZXNlcnZlZFJhbmdlEhQKBXN0YXJ0GAEgASgFUgVzdGFydBIQCgNlbmQYAiABKAVSA2VuZCJ8ChVFeHRlbnNpb25S\
      YW5nZU9wdGlvbnMSWAoUdW5pbnRlcnByZXRlZF9vcHRpb24Y5wcgAygLMiQuZ29vZ2xlLnByb3RvYnVmLlVuaW50ZXJw\
      cmV0ZWRPcHRpb25SE3VuaW50ZXJwcmV0ZWRPcHRpb24qCQjoBxCAgICAAiLBBgoURmllbGREZXNjcmlwdG9yUHJvdG8S\
      EgoEbmFtZRgBIAEoCVIEbmFtZRIWCgZudW1iZXIYAyABKAVSBm51bWJlchJBCgVsYWJlbBgEIAEoDjIrLmdvb2dsZS5w\
      cm90b2J1Zi5GaWVsZERlc2NyaXB0b3JQcm90by5MYWJlbFIFbGFiZWwSPgoEdHlwZRgFIAEoDjIqLmdvb2dsZS5wcm90\
      b2J1Zi5GaWVsZERlc2NyaXB0b3JQcm90by5UeXBlUgR0eXBlEhsKCXR5cGVfbmFtZRgGIAEoCVIIdHlwZU5hbWUSGgoI\
      ZXh0ZW5kZWUYAiABKAlSCGV4dGVuZGVlEiMKDWRlZmF1bHRfdmFsdWUYByABKAlSDGRlZmF1bHRWYWx1ZRIfCgtvbmVv\
      Zl9pbmRleBgJIAEoBVIKb25lb2ZJbmRleBIbCglqc29uX25hbWUYCiABKAlSCGpzb25OYW1lEjcKB29wdGlvbnMYCCAB\
      KAsyHS5nb29nbGUucHJvdG9idWYuRmllbGRPcHRpb25zUgdvcHRpb25zEicKD3Byb3RvM19vcHRpb25hbBgRIAEoCFIO\
      cHJvdG8zT3B0aW9uYWwitgIKBFR5cGUSDwoLVFlQRV9ET1VCTEUQARIOCgpUWVBFX0ZMT0FUEAISDgoKVFlQRV9JTlQ2\
      NBADEg8KC1RZUEVfVUlOVDY0EAQSDgoKVFlQRV9JTlQzMhAFEhAKDFRZUEVfRklYRUQ2NBAGEhAKDFRZUEVfRklYRUQz\
      MhAHEg0KCVRZUEVfQk9PTBAIEg8KC1RZUEVfU1RSSU5HEAkSDgoKVFlQRV9HUk9VUBAKEhAKDFRZUEVfTUVTU0FHRRAL\
      Eg4KClRZUEVfQllURVMQDBIPCgtUWVBFX1VJTlQzMhANEg0KCVRZUEVfRU5VTRAOEhEKDVRZUEVfU0ZJWEVEMzIQDxIR\
      Cg1UWVBFX1NGSVhFRDY0EBASDwoLVFlQRV9TSU5UMzIQERIPCgtUWVBFX1NJTlQ2NBASIkMKBUxhYmVsEhIKDkxBQkVM\
      X09QVElPTkFMEAESEgoOTEFCRUxfUkVRVUlSRUQQAhISCg5MQUJFTF9SRVBFQVRFRBADImMKFE9uZW9mRGVzY3JpcHRv\
      clByb3RvEhIKBG5hbWUYASABKAlSBG5hbWUSNwoHb3B0aW9ucxgCIAEoCzIdLmdvb2dsZS5wcm90b2J1Zi5PbmVvZk9w\
      dGlvbnNSB29wdGlvbnMi4wIKE0VudW1EZXNjcmlwdG9yUHJvdG8SEgoEbmFtZRgBIAEoCVIEbmFtZRI/CgV2YWx1ZRgC\
      IAMoCzIpLmdvb2dsZS5wcm90b2J1Zi5FbnVtVmFsdWVEZXNjcmlwdG9yUHJvdG9SBXZhbHVlEjYKB29wdGlvbnMYAyAB\
      KAsyHC5nb29nbGUucHJvdG9idWYuRW51bU9wdGlvbnNSB29wdGlvbnMSXQoOcmVzZXJ2ZWRfcmFuZ2UYBCADKAsyNi5n\
      b29nbGUucHJvdG9idWYuRW51bURlc2NyaXB0b3JQcm90by5FbnVtUmVzZXJ2ZWRSYW5nZVINcmVzZXJ2ZWRSYW5nZRIj\
      Cg1yZXNlcnZlZF9uYW1lGAUgAygJUgxyZXNlcnZlZE5hbWUaOwoRRW51bVJlc2VydmVkUmFuZ2USFAoFc3RhcnQYASAB\
      KAVSBXN0YXJ0EhAKA2VuZBgCIAEoBVIDZW5kIoMBChhFbnVtVmFsdWVEZXNjcmlwdG9yUHJvdG8SEgoEbmFtZRgBIAEo\
      CVIEbmFtZRIWCgZudW1iZXIYAiABKAVSBm51bWJlchI7CgdvcHRpb25zGAMgASgLMiEuZ29vZ2xlLnByb3RvYnVmLkVu\
      dW1WYWx1ZU9wdGlvbnNSB29wdGlvbnMipwEKFlNlcnZpY2VEZXNjcmlwdG9yUHJvdG8SEgoEbmFtZRgBIAEoCVIEbmFt\
      ZRI+CgZtZXRob2QYAiADKAsyJi5nb29nbGUucHJvdG9idWYuTWV0aG9kRGVzY3JpcHRvclByb3RvUgZtZXRob2QSOQoH\
      b3B0aW9ucxgDIAEoCzIfLmdvb2dsZS5wcm90b2J1Zi5TZXJ2aWNlT3B0aW9uc1IHb3B0aW9ucyKJAgoVTWV0aG9kRGVz\
      Y3JpcHRvclByb3RvEhIKBG5hbWUYASABKAlSBG5hbWUSHQoKaW5wdXRfdHlwZRgCIAEoCVIJaW5wdXRUeXBlEh8KC291\
      dHB1dF90eXBlGAMgASgJUgpvdXRwdXRUeXBlEjgKB29wdGlvbnMYBCABKAsyHi5nb29nbGUucHJvdG9idWYuTWV0aG9k\
      T3B0aW9uc1IHb3B0aW9ucxIwChBjbGllbnRfc3RyZWFtaW5nGAUgASgIOgVmYWxzZVIPY2xpZW50U3RyZWFtaW5nEjAK\
      EHNlcnZlcl9zdHJlYW1pbmcYBiABKAg6BWZhbHNlUg9zZXJ2ZXJTdHJlYW1pbmcikQkKC0ZpbGVPcHRpb25zEiEKDGph\
      dmFfcGFja2FnZRgBIAEoCVILamF2YVBhY2thZ2USMAoUamF2YV9vdXRlcl9jbGFzc25hbWUYCCABKAlSEmphdmFPdXRl\
      ckNsYXNzbmFtZRI1ChNqYXZhX211bHRpcGxlX2ZpbGVzGAogASgIOgVmYWxzZVIRamF2YU11bHRpcGxlRmlsZXMSRAod\
      amF2YV9nZW5lcmF0ZV9lcXVhbHNfYW5kX2hhc2gYFCABKAhCAhgBUhlqYXZhR2VuZXJhdGVFcXVhbHNBbmRIYXNoEjoK\
      FmphdmFfc3RyaW5nX2NoZWNrX3V0ZjgYGyABKAg6BWZhbHNlUhNqYXZhU3RyaW5nQ2hlY2tVdGY4ElMKDG9wdGltaXpl\
      X2ZvchgJIAEoDjIpLmdvb2dsZS5wcm90b2J1Zi5GaWxlT3B0aW9ucy5PcHRpbWl6ZU1vZGU6BVNQRUVEUgtvcHRpbWl6\
      ZUZvchIdCgpnb19wYWNrYWdlGAsgASgJUglnb1BhY2thZ2USNQoTY2NfZ2VuZXJpY19zZXJ2aWNlcxgQIAEoCDoFZmFs\
      c2VSEWNjR2VuZXJpY1NlcnZpY2VzEjkKFWphdmFfZ2VuZXJpY19zZXJ2aWNlcxgRIAEoCDoFZmFsc2VSE2phdmFHZW5l\
      cmljU2VydmljZXMSNQoTcHlfZ2VuZXJpY19zZXJ2aWNlcxgSIAEoCDoFZmFsc2VSEXB5R2VuZXJpY1NlcnZpY2VzEjcK\
      FHBocF9nZW5lcmljX3NlcnZpY2VzGCogASgIOgVmYWxzZVIScGhwR2VuZXJpY1NlcnZpY2VzEiUKCmRlcHJlY2F0ZWQY\
      FyABKAg6BWZhbHNlUgpkZXByZWNhdGVkEi4KEGNjX2VuYWJsZV9hcmVuYXMYHyABKAg6BHRydWVSDmNjRW5hYmxlQXJl\
      bmFzEioKEW9iamNfY2xhc3NfcHJlZml4GCQgASgJUg9vYmpjQ2xhc3NQcmVmaXgSKQoQY3NoYXJwX25hbWVzcGFjZRgl\
      IAEoCVIPY3NoYXJwTmFtZXNwYWNlEiEKDHN3aWZ0X3ByZWZpeBgnIAEoCVILc3dpZnRQcmVmaXgSKAoQcGhwX2NsYXNz\
      X3ByZWZpeBgoIAEoCVIOcGhwQ2xhc3NQcmVmaXgSIwoNcGhwX25hbWVzcGFjZRgpIAEoCVIMcGhwTmFtZXNwYWNlEjQK\
      FnBocF9tZXRhZGF0YV9uYW1lc3BhY2UYLCABKAlSFHBocE1ldGFkYXRhTmFtZXNwYWNlEiEKDHJ1YnlfcGFja2FnZRgt\
      IAEoCVILcnVieVBhY2thZ2USWAoUdW5pbnRlcnByZXRlZF9vcHRpb24Y5wcgAygLMiQuZ29vZ2xlLnByb3RvYnVmLlVu\
      aW50ZXJwcmV0ZWRPcHRpb25SE3VuaW50ZXJwcmV0ZWRPcHRpb24iOgoMT3B0aW1pemVNb2RlEgkKBVNQRUVEEAESDQoJ\
      Q09ERV9TSVpFEAISEAoMTElURV9SVU5USU1FEAMqCQjoBxCAgICAAkoECCYQJyLjAgoOTWVzc2FnZU9wdGlvbnMSPAoX\
      bWVzc2FnZV9zZXRfd2lyZV9mb3JtYXQYASABKAg6BWZhbHNlUhRtZXNzYWdlU2V0V2lyZUZvcm1hdBJMCh9ub19zdGFu\
      ZGFyZF9kZXNjcmlwdG9yX2FjY2Vzc29yGAIgASgIOgVmYWxzZVIcbm9TdGFuZGFyZERlc2NyaXB0b3JBY2Nlc3NvchIl\
      CgpkZXByZWNhdGVkGAMgASgIOgVmYWxzZVIKZGVwcmVjYXRlZBIbCgltYXBfZW50cnkYByABKAhSCG1hcEVudHJ5ElgK\
      FHVuaW50ZXJwcmV0ZWRfb3B0aW9uGOcHIAMoCzIkLmdvb2dsZS5wcm90b2J1Zi5VbmludGVycHJldGVkT3B0aW9uUhN1\
      bmludGVycHJldGVkT3B0aW9uKgkI6AcQgICAgAJKBAgEEAVKBAgFEAZKBAgGEAdKBAgIEAlKBAgJEAoikgQKDEZpZWxk\
      T3B0aW9ucxJBCgVjdHlwZRgBIAEoDjIjLmdvb2dsZS5wcm90b2J1Zi5GaWVsZE9wdGlvbnMuQ1R5cGU6BlNUUklOR1IF\
      Y3R5cGUSFgoGcGFja2VkGAIgASgIUgZwYWNrZWQSRwoGanN0eXBlGAYgASgOMiQuZ29vZ2xlLnByb3RvYnVmLkZpZWxk\
      T3B0aW9ucy5KU1R5cGU6CUpTX05PUk1BTFIGanN0eXBlEhkKBGxhenkYBSABKAg6BWZhbHNlUgRsYXp5Ei4KD3VudmVy\
      aWZpZWRfbGF6eRgPIAEoCDoFZmFsc2VSDnVudmVyaWZpZWRMYXp5EiUKCmRlcHJlY2F0ZWQYAyABKAg6BWZhbHNlUgpk\
      ZXByZWNhdGVkEhkKBHdlYWsYCiABKAg6BWZhbHNlUgR3ZWFrElgKFHVuaW50ZXJwcmV0ZWRfb3B0aW9uGOcHIAMoCzIk\
      Lmdvb2dsZS5wcm90b2J1Zi5VbmludGVycHJldGVkT3B0aW9uUhN1bmludGVycHJldGVkT3B0aW9uIi8KBUNUeXBlEgoK\
      BlNUUklORxAAEggKBENPUkQQARIQCgxTVFJJTkdfUElFQ0UQAiI1CgZKU1R5cGUSDQoJSlNfTk9STUFMEAASDQoJSlNf\
      U1RSSU5HEAESDQoJSlNfTlVNQkVSEAIqCQjoBxCAgICAAkoECAQQBSJzCgxPbmVvZk9wdGlvbnMSWAoUdW5pbnRlcnBy\
      ZXRlZF9vcHRpb24Y5wcgAygLMiQuZ29vZ2xlLnByb3RvYnVmLlVuaW50ZXJwcmV0ZWRPcHRpb25SE3VuaW50ZXJwcmV0\
      ZWRPcHRpb24qCQjoBxCAgICAAiLAAQoLRW51bU9wdGlvbnMSHwoLYWxsb3dfYWxpYXMYAiABKAhSCmFsbG93QWxpYXMS\
      JQoKZGVwcmVjYXRlZBgDIAEoCDoFZmFsc2VSCmRlcHJlY2F0ZWQSWAoUdW5pbnRlcnByZXRlZF9vcHRpb24Y5wcgAygL\
      MiQuZ29vZ2xlLnByb3RvYnVmLlVuaW50ZXJwcmV0ZWRPcHRpb25SE3VuaW50ZXJwcmV0ZWRPcHRpb24qCQjoBxCAgICA\
      AkoECAUQBiKeAQoQRW51bVZhbHVlT3B0aW9ucxIlCgpkZXByZWNhdGVkGAEgASgIOgVmYWxzZVIKZGVwcmVjYXRlZBJY\
      ChR1bmludGVycHJldGVkX29wdGlvbhjnByADKAsyJC5nb29nbGUucHJvdG9idWYuVW5pbnRlcnByZXRlZE9wdGlvblIT\
      dW5pbnRlcnByZXRlZE9wdGlvbioJCOgHEICAgIACIpwBCg5TZXJ2aWNlT3B0aW9ucxIlCgpkZXByZWNhdGVkGCEgASgI\
      OgVmYWxzZVIKZGVwcmVjYXRlZBJYChR1bmludGVycHJldGVkX29wdGlvbhjnByADKAsyJC5nb29nbGUucHJvdG9idWYu\
      VW5pbnRlcnByZXRlZE9wdGlvblITdW5pbnRlcnByZXRlZE9wdGlvbioJCOgHEICAgIACIuACCg1NZXRob2RPcHRpb25z\
      EiUKCmRlcHJlY2F0ZWQYISABKAg6BWZhbHNlUgpkZXByZWNhdGVkEnEKEWlkZW1wb3RlbmN5X2xldmVsGCIgASgOMi8u\
      Z29vZ2xlLnByb3RvYnVmLk1ldGhvZE9wdGlvbnMuSWRlbXBvdGVuY3lMZXZlbDoTSURFTVBPVEVOQ1lfVU5LTk9XTlIQ\
      aWRlbXBvdGVuY3lMZXZlbBJYChR1bmludGVycHJldGVkX29wdGlvbhjnByADKAsyJC5nb29nbGUucHJvdG9idWYuVW5p\
      bnRlcnByZXRlZE9wdGlvblITdW5pbnRlcnByZXRlZE9wdGlvbiJQChBJZGVtcG90ZW5jeUxldmVsEhcKE0lERU1QT1RF\
      TkNZX1VOS05PV04QABITCg9OT19TSURFX0VGRkVDVFMQARIOCgpJREVNUE9URU5UEAIqCQjoBxCAgICAAiKaAwoTVW5p\
      bnRlcnByZXRlZE9wdGlvbhJBCgRuYW1lGAIgAygLMi0uZ29vZ2xlLnByb3RvYnVmLlVuaW50ZXJwcmV0ZWRPcHRpb24u\
      TmFtZVBhcnRSBG5hbWUSKQoQaWRlbnRpZmllcl92YWx1ZRgDIAEoCVIPaWRlbnRpZmllclZhbHVlEiwKEnBvc2l0aXZl\
      X2ludF92YWx1ZRgEIAEoBFIQcG9zaXRpdmVJbnRWYWx1ZRIsChJuZWdhdGl2ZV9pbnRfdmFsdWUYBSABKANSEG5lZ2F0\
      aXZlSW50VmFsdWUSIQoMZG91YmxlX3ZhbHVlGAYgASgBUgtkb3VibGVWYWx1ZRIhCgxzdHJpbmdfdmFsdWUYByABKAxS\
      C3N0cmluZ1ZhbHVlEicKD2FnZ3JlZ2F0ZV92YWx1ZRgIIAEoCVIOYWdncmVnYXRlVmFsdWUaSgoITmFtZVBhcnQSGwoJ\
      bmFtZV9wYXJ0GAEgAigJUghuYW1lUGFydBIhCgxpc19leHRlbnNpb24YAiACKAhSC2lzRXh0ZW5zaW9uIqcCCg5Tb3Vy\
      Y2VDb2RlSW5mbxJECghsb2NhdGlvbhgBIAMoCzIoLmdvb2dsZS5wcm90b2J1Zi5Tb3VyY2VDb2RlSW5mby5Mb2NhdGlv\
      blIIbG9jYXRpb24azgEKCExvY2F0aW9uEhYKBHBhdGgYASADKAVCAhABUgRwYXRoEhYKBHNwYW4YAiADKAVCAhABUgRz\
      cGFuEikKEGxlYWRpbmdfY29tbWVudHMYAyABKAlSD2xlYWRpbmdDb21tZW50cxIrChF0cmFpbGluZ19jb21tZW50cxgE\
      IAEoCVIQdHJhaWxpbmdDb21tZW50cxI6ChlsZWFkaW5nX2RldGFjaGVkX2NvbW1lbnRzGAYgAygJUhdsZWFkaW5nRGV0\
      YWNoZWRDb21tZW50cyLRAQoRR2VuZXJhdGVkQ29kZUluZm8STQoKYW5ub3RhdGlvbhgBIAMoCzItLmdvb2dsZS5wcm90\
      b2J1Zi5HZW5lcmF0ZWRDb2RlSW5mby5Bbm5vdGF0aW9uUgphbm5vdGF0aW9uGm0KCkFubm90YXRpb24SFgoEcGF0aBgB\
      IAMoBUICEAFSBHBhdGgSHwoLc291cmNlX2ZpbGUYAiABKAlSCnNvdXJjZUZpbGUSFAoFYmVnaW4YAyABKAVSBWJlZ2lu\
      EhAKA2VuZBgEIAEoBVIDZW5kQn4KE2NvbS5nb29nbGUucHJvdG9idWZCEERlc2NyaXB0b3JQcm90b3NIAVotZ29vZ2xl\
      LmdvbGFuZy5vcmcvcHJvdG9idWYvdHlwZXMvZGVzY3JpcHRvcnBi+AEBogIDR1BCqgIaR29vZ2xlLlByb3RvYnVmLlJl\
      ZmxlY3Rpb24=
      """)
}
