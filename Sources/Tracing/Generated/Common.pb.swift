// Generated from opentelemetry/proto/common/v1/common.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A value of an attribute.
struct AnyValue: Message {
  /// The value.
  var value: Value?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The members of `value`, of which one at most is set.
  enum Value: Sendable, Hashable {
    /// A text.
    case stringValue(String)
    /// A truth value.
    case boolValue(Bool)
    /// A whole number.
    case intValue(Int64)
    /// A number.
    case doubleValue(Double)

    /// The value of `string_value`, if that is the one that is set.
    var stringValue: String? {
      if case .stringValue(let value) = self { value } else { nil }
    }

    /// The value of `bool_value`, if that is the one that is set.
    var boolValue: Bool? {
      if case .boolValue(let value) = self { value } else { nil }
    }

    /// The value of `int_value`, if that is the one that is set.
    var intValue: Int64? {
      if case .intValue(let value) = self { value } else { nil }
    }

    /// The value of `double_value`, if that is the one that is set.
    var doubleValue: Double? {
      if case .doubleValue(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.common.v1.AnyValue", in: .opentelemetryProtoCommonV1Common,
    fields: [
      .oneof("value", 1, "string_value", .string),
      .oneof("value", 2, "bool_value", .bool),
      .oneof("value", 3, "int_value", .int64),
      .oneof("value", 4, "double_value", .double),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: value = .stringValue(try r.string(0))
    case 2: value = .boolValue(r.bool(0))
    case 3: value = .intValue(r.int64(0))
    case 4: value = .doubleValue(r.double(0))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch value {
    case .stringValue(let value):
      w.select(0, 1)
      w.string(0, value)
    case .boolValue(let value):
      w.select(0, 2)
      w.bool(0, value)
    case .intValue(let value):
      w.select(0, 3)
      w.int64(0, value)
    case .doubleValue(let value):
      w.select(0, 4)
      w.double(0, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// An attribute.
struct KeyValue: Message {
  /// Its name.
  var key: String = ""

  /// Its value.
  var value: AnyValue?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.common.v1.KeyValue", in: .opentelemetryProtoCommonV1Common,
    fields: [
      .singular(1, "key", .string),
      .singular(2, "value", .message(AnyValue.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    key = try r.string(0)
    value = try r.message(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, key)
    w.message(1, value)
    w.unknown(unknownFields)
  }
}

/// The library that made spans.
struct InstrumentationScope: Message {
  /// Its name.
  var name: String = ""

  /// Its version.
  var version: String = ""

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.common.v1.InstrumentationScope", in: .opentelemetryProtoCommonV1Common,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "version", .string),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    version = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, version)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `opentelemetry/proto/common/v1/common.proto`.
  static let opentelemetryProtoCommonV1Common = FileDescriptor(
    "opentelemetry/proto/common/v1/common.proto", package: "opentelemetry.proto.common.v1",
    dependencies: [],
    messages: [
      "opentelemetry.proto.common.v1.AnyValue": AnyValue.self,
      "opentelemetry.proto.common.v1.KeyValue": KeyValue.self,
      "opentelemetry.proto.common.v1.InstrumentationScope": InstrumentationScope.self,
    ],
    encoded: """
      CipvcGVudGVsZW1ldHJ5L3Byb3RvL2NvbW1vbi92MS9jb21tb24ucHJvdG8SHW9wZW50ZWxlbWV0cnkucHJvdG8uY29t\
      bW9uLnYxIp0BCghBbnlWYWx1ZRIjCgxzdHJpbmdfdmFsdWUYASABKAlIAFILc3RyaW5nVmFsdWUSHwoKYm9vbF92YWx1\
      ZRgCIAEoCEgAUglib29sVmFsdWUSHQoJaW50X3ZhbHVlGAMgASgDSABSCGludFZhbHVlEiMKDGRvdWJsZV92YWx1ZRgE\
      IAEoAUgAUgtkb3VibGVWYWx1ZUIHCgV2YWx1ZSJbCghLZXlWYWx1ZRIQCgNrZXkYASABKAlSA2tleRI9CgV2YWx1ZRgC\
      IAEoCzInLm9wZW50ZWxlbWV0cnkucHJvdG8uY29tbW9uLnYxLkFueVZhbHVlUgV2YWx1ZSJEChRJbnN0cnVtZW50YXRp\
      b25TY29wZRISCgRuYW1lGAEgASgJUgRuYW1lEhgKB3ZlcnNpb24YAiABKAlSB3ZlcnNpb25iBnByb3RvMw==
      """)
}
