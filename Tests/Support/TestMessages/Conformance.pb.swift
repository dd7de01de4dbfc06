// Generated from conformance/conformance.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A form in which a message is asked for.
public enum WireFormat: OpenEnum {
  /// The value `UNSPECIFIED`.
  case unspecified
  /// The value `PROTOBUF`.
  case protobuf
  /// The value `JSON`.
  case json
  /// The value `JSPB`.
  case jspb
  /// The value `TEXT_FORMAT`.
  case textFormat
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .protobuf
    case 2: self = .json
    case 3: self = .jspb
    case 4: self = .textFormat
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .protobuf: 1
    case .json: 2
    case .jspb: 3
    case .textFormat: 4
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "conformance.WireFormat", in: .conformanceConformance,
    values: [
      (0, "UNSPECIFIED"),
      (1, "PROTOBUF"),
      (2, "JSON"),
      (3, "JSPB"),
      (4, "TEXT_FORMAT"),
    ])
}

/// What a case is about.
public enum TestCategory: OpenEnum {
  /// The value `UNSPECIFIED_TEST`.
  case unspecifiedTest
  /// The value `BINARY_TEST`.
  case binaryTest
  /// The value `JSON_TEST`.
  case jsonTest
  /// JSON whose unknown fields are to be passed over.
  case jsonIgnoreUnknownParsingTest
  /// The value `JSPB_TEST`.
  case jspbTest
  /// The value `TEXT_FORMAT_TEST`.
  case textFormatTest
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecifiedTest }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecifiedTest
    case 1: self = .binaryTest
    case 2: self = .jsonTest
    case 3: self = .jsonIgnoreUnknownParsingTest
    case 4: self = .jspbTest
    case 5: self = .textFormatTest
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecifiedTest: 0
    case .binaryTest: 1
    case .jsonTest: 2
    case .jsonIgnoreUnknownParsingTest: 3
    case .jspbTest: 4
    case .textFormatTest: 5
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "conformance.TestCategory", in: .conformanceConformance,
    values: [
      (0, "UNSPECIFIED_TEST"),
      (1, "BINARY_TEST"),
      (2, "JSON_TEST"),
      (3, "JSON_IGNORE_UNKNOWN_PARSING_TEST"),
      (4, "JSPB_TEST"),
      (5, "TEXT_FORMAT_TEST"),
    ])
}

/// The names of cases that are known to fail.
public struct FailureSet: Message {
  /// The field `failure`.
  public var failure: [String] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "conformance.FailureSet", in: .conformanceConformance,
    fields: [
      .repeated(1, "failure", .string)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    failure = try r.strings(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.strings(0, failure)
    w.unknown(unknownFields)
  }
}

/// One case: a message in one form, to be answered in another.
public struct ConformanceRequest: Message {
  /// At most one of the members of `payload`.
  public var payload: Payload?

  /// The field `requested_output_format`.
  public var requestedOutputFormat: WireFormat = .unspecified

  /// The full name of the message's type.
  public var messageType: String = ""

  /// The field `test_category`.
  public var testCategory: TestCategory = .unspecifiedTest

  /// The field `jspb_encoding_options`.
  public var jspbEncodingOptions: JspbEncodingConfig?

  /// Text format only.
  public var printUnknownFields: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `payload`, of which one at most is set.
  public enum Payload: Sendable, Hashable {
    /// The field `protobuf_payload`.
    case protobufPayload([UInt8])
    /// The field `json_payload`.
    case jsonPayload(String)
    /// The field `jspb_payload`.
    case jspbPayload(String)
    /// The field `text_payload`.
    case textPayload(String)

    /// The value of `protobuf_payload`, if that is the one that is set.
    public var protobufPayload: [UInt8]? {
      if case .protobufPayload(let value) = self { value } else { nil }
    }

    /// The value of `json_payload`, if that is the one that is set.
    public var jsonPayload: String? {
      if case .jsonPayload(let value) = self { value } else { nil }
    }

    /// The value of `jspb_payload`, if that is the one that is set.
    public var jspbPayload: String? {
      if case .jspbPayload(let value) = self { value } else { nil }
    }

    /// The value of `text_payload`, if that is the one that is set.
    public var textPayload: String? {
      if case .textPayload(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "conformance.ConformanceRequest", in: .conformanceConformance,
    fields: [
      .oneof("payload", 1, "protobuf_payload", .bytes),
      .oneof("payload", 2, "json_payload", .string),
      .oneof("payload", 7, "jspb_payload", .string),
      .oneof("payload", 8, "text_payload", .string),
      .singular(3, "requested_output_format", .enumeration(WireFormat.self)),
      .singular(4, "message_type", .string),
      .singular(5, "test_category", .enumeration(TestCategory.self)),
      .singular(6, "jspb_encoding_options", .message(JspbEncodingConfig.self)),
      .singular(9, "print_unknown_fields", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: payload = .protobufPayload(r.bytes(0))
    case 2: payload = .jsonPayload(try r.string(0))
    case 7: payload = .jspbPayload(try r.string(0))
    case 8: payload = .textPayload(try r.string(0))
    default: break
    }
    requestedOutputFormat = r.enumeration(1)
    messageType = try r.string(2)
    testCategory = r.enumeration(3)
    jspbEncodingOptions = try r.message(4)
    printUnknownFields = r.bool(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch payload {
    case .protobufPayload(let value):
      w.select(0, 1)
      w.bytes(0, value)
    case .jsonPayload(let value):
      w.select(0, 2)
      w.string(0, value)
    case .jspbPayload(let value):
      w.select(0, 7)
      w.string(0, value)
    case .textPayload(let value):
      w.select(0, 8)
      w.string(0, value)
    case nil: break
    }
    w.enumeration(1, requestedOutputFormat)
    w.string(2, messageType)
    w.enumeration(3, testCategory)
    w.message(4, jspbEncodingOptions)
    w.bool(5, printUnknownFields)
    w.unknown(unknownFields)
  }
}

/// The answer to a case.
public struct ConformanceResponse: Message {
  /// At most one of the members of `result`.
  public var result: ResultChoice?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `result`, of which one at most is set.
  public enum ResultChoice: Sendable, Hashable {
    /// The payload is no such message.
    case parseError(String)
    /// The message has no such form.
    case serializeError(String)
    /// The field `timeout_error`.
    case timeoutError(String)
    /// The field `runtime_error`.
    case runtimeError(String)
    /// The field `protobuf_payload`.
    case protobufPayload([UInt8])
    /// The field `json_payload`.
    case jsonPayload(String)
    /// The case is about something that the program does not do.
    case skipped(String)
    /// The field `jspb_payload`.
    case jspbPayload(String)
    /// The field `text_payload`.
    case textPayload(String)

    /// The value of `parse_error`, if that is the one that is set.
    public var parseError: String? {
      if case .parseError(let value) = self { value } else { nil }
    }

    /// The value of `serialize_error`, if that is the one that is set.
    public var serializeError: String? {
      if case .serializeError(let value) = self { value } else { nil }
    }

    /// The value of `timeout_error`, if that is the one that is set.
    public var timeoutError: String? {
      if case .timeoutError(let value) = self { value } else { nil }
    }

    /// The value of `runtime_error`, if that is the one that is set.
    public var runtimeError: String? {
      if case .runtimeError(let value) = self { value } else { nil }
    }

    /// The value of `protobuf_payload`, if that is the one that is set.
    public var protobufPayload: [UInt8]? {
      if case .protobufPayload(let value) = self { value } else { nil }
    }

    /// The value of `json_payload`, if that is the one that is set.
    public var jsonPayload: String? {
      if case .jsonPayload(let value) = self { value } else { nil }
    }

    /// The value of `skipped`, if that is the one that is set.
    public var skipped: String? {
      if case .skipped(let value) = self { value } else { nil }
    }

    /// The value of `jspb_payload`, if that is the one that is set.
    public var jspbPayload: String? {
      if case .jspbPayload(let value) = self { value } else { nil }
    }

    /// The value of `text_payload`, if that is the one that is set.
    public var textPayload: String? {
      if case .textPayload(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "conformance.ConformanceResponse", in: .conformanceConformance,
    fields: [
      .oneof("result", 1, "parse_error", .string),
      .oneof("result", 6, "serialize_error", .string),
      .oneof("result", 9, "timeout_error", .string),
      .oneof("result", 2, "runtime_error", .string),
      .oneof("result", 3, "protobuf_payload", .bytes),
      .oneof("result", 4, "json_payload", .string),
      .oneof("result", 5, "skipped", .string),
      .oneof("result", 7, "jspb_payload", .string),
      .oneof("result", 8, "text_payload", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: result = .parseError(try r.string(0))
    case 6: result = .serializeError(try r.string(0))
    case 9: result = .timeoutError(try r.string(0))
    case 2: result = .runtimeError(try r.string(0))
    case 3: result = .protobufPayload(r.bytes(0))
    case 4: result = .jsonPayload(try r.string(0))
    case 5: result = .skipped(try r.string(0))
    case 7: result = .jspbPayload(try r.string(0))
    case 8: result = .textPayload(try r.string(0))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch result {
    case .parseError(let value):
      w.select(0, 1)
      w.string(0, value)
    case .serializeError(let value):
      w.select(0, 6)
      w.string(0, value)
    case .timeoutError(let value):
      w.select(0, 9)
      w.string(0, value)
    case .runtimeError(let value):
      w.select(0, 2)
      w.string(0, value)
    case .protobufPayload(let value):
      w.select(0, 3)
      w.bytes(0, value)
    case .jsonPayload(let value):
      w.select(0, 4)
      w.string(0, value)
    case .skipped(let value):
      w.select(0, 5)
      w.string(0, value)
    case .jspbPayload(let value):
      w.select(0, 7)
      w.string(0, value)
    case .textPayload(let value):
      w.select(0, 8)
      w.string(0, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// Used inside Google only.
public struct JspbEncodingConfig: Message {
  /// The field `use_jspb_array_any_format`.
  public var useJspbArrayAnyFormat: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "conformance.JspbEncodingConfig", in: .conformanceConformance,
    fields: [
      .singular(1, "use_jspb_array_any_format", .bool)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    useJspbArrayAnyFormat = r.bool(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, useJspbArrayAnyFormat)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `conformance/conformance.proto`.
  public static let conformanceConformance = FileDescriptor(
    "conformance/conformance.proto", package: "conformance",
    dependencies: [],
    messages: [
      "conformance.FailureSet": FailureSet.self,
      "conformance.ConformanceRequest": ConformanceRequest.self,
      "conformance.ConformanceResponse": ConformanceResponse.self,
      "conformance.JspbEncodingConfig": JspbEncodingConfig.self,
    ],
    encoded: """
      Ch1jb25mb3JtYW5jZS9jb25mb3JtYW5jZS5wcm90bxILY29uZm9ybWFuY2UiJgoKRmFpbHVyZVNldBIYCgdmYWlsdXJl\
      GAEgAygJUgdmYWlsdXJlIvYDChJDb25mb3JtYW5jZVJlcXVlc3QSKwoQcHJvdG9idWZfcGF5bG9hZBgBIAEoDEgAUg9w\
      cm90b2J1ZlBheWxvYWQSIwoManNvbl9wYXlsb2FkGAIgASgJSABSC2pzb25QYXlsb2FkEiMKDGpzcGJfcGF5bG9hZBgH\
      IAEoCUgAUgtqc3BiUGF5bG9hZBIjCgx0ZXh0X3BheWxvYWQYCCABKAlIAFILdGV4dFBheWxvYWQSTwoXcmVxdWVzdGVk\
      X291dHB1dF9mb3JtYXQYAyABKA4yFy5jb25mb3JtYW5jZS5XaXJlRm9ybWF0UhVyZXF1ZXN0ZWRPdXRwdXRGb3JtYXQS\
      IQoMbWVzc2FnZV90eXBlGAQgASgJUgttZXNzYWdlVHlwZRI+Cg10ZXN0X2NhdGVnb3J5GAUgASgOMhkuY29uZm9ybWFu\
      Y2UuVGVzdENhdGVnb3J5Ugx0ZXN0Q2F0ZWdvcnkSUwoVanNwYl9lbmNvZGluZ19vcHRpb25zGAYgASgLMh8uY29uZm9y\
      bWFuY2UuSnNwYkVuY29kaW5nQ29uZmlnUhNqc3BiRW5jb2RpbmdPcHRpb25zEjAKFHByaW50X3Vua25vd25fZmllbGRz\
      GAkgASgIUhJwcmludFVua25vd25GaWVsZHNCCQoHcGF5bG9hZCLzAgoTQ29uZm9ybWFuY2VSZXNwb25zZRIhCgtwYXJz\
      ZV9lcnJvchgBIAEoCUgAUgpwYXJzZUVycm9yEikKD3NlcmlhbGl6ZV9lcnJvchgGIAEoCUgAUg5zZXJpYWxpemVFcnJv\
      chIlCg10aW1lb3V0X2Vycm9yGAkgASgJSABSDHRpbWVvdXRFcnJvchIlCg1ydW50aW1lX2Vycm9yGAIgASgJSABSDHJ1\
      bnRpbWVFcnJvchIrChBwcm90b2J1Zl9wYXlsb2FkGAMgASgMSABSD3Byb3RvYnVmUGF5bG9hZBIjCgxqc29uX3BheWxv\
      YWQYBCABKAlIAFILanNvblBheWxvYWQSGgoHc2tpcHBlZBgFIAEoCUgAUgdza2lwcGVkEiMKDGpzcGJfcGF5bG9hZBgH\
      IAEoCUgAUgtqc3BiUGF5bG9hZBIjCgx0ZXh0X3BheWxvYWQYCCABKAlIAFILdGV4dFBheWxvYWRCCAoGcmVzdWx0Ik4K\
      EkpzcGJFbmNvZGluZ0NvbmZpZxI4Chl1c2VfanNwYl9hcnJheV9hbnlfZm9ybWF0GAEgASgIUhV1c2VKc3BiQXJyYXlB\
      bnlGb3JtYXQqUAoKV2lyZUZvcm1hdBIPCgtVTlNQRUNJRklFRBAAEgwKCFBST1RPQlVGEAESCAoESlNPThACEggKBEpT\
      UEIQAxIPCgtURVhUX0ZPUk1BVBAEKo8BCgxUZXN0Q2F0ZWdvcnkSFAoQVU5TUEVDSUZJRURfVEVTVBAAEg8KC0JJTkFS\
      WV9URVNUEAESDQoJSlNPTl9URVNUEAISJAogSlNPTl9JR05PUkVfVU5LTk9XTl9QQVJTSU5HX1RFU1QQAxINCglKU1BC\
      X1RFU1QQBBIUChBURVhUX0ZPUk1BVF9URVNUEAViBnByb3RvMw==
      """)
}
