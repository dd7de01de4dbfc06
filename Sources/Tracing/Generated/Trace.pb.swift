// Generated from opentelemetry/proto/trace/v1/trace.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// Spans of one process.
struct ResourceSpans: Message {
  /// The process.
  var resource: Resource?

  /// Its spans, by the library that made them.
  var scopeSpans: [ScopeSpans] = []

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.trace.v1.ResourceSpans", in: .opentelemetryProtoTraceV1Trace,
    fields: [
      .singular(1, "resource", .message(Resource.self)),
      .repeated(2, "scope_spans", .message(ScopeSpans.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    resource = try r.message(0)
    scopeSpans = try r.messages(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, resource)
    w.messages(1, scopeSpans)
    w.unknown(unknownFields)
  }
}

/// Spans of one library.
struct ScopeSpans: Message {
  /// The library.
  var scope: InstrumentationScope?

  /// Its spans.
  var spans: [Span] = []

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.trace.v1.ScopeSpans", in: .opentelemetryProtoTraceV1Trace,
    fields: [
      .singular(1, "scope", .message(InstrumentationScope.self)),
      .repeated(2, "spans", .message(Span.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    scope = try r.message(0)
    spans = try r.messages(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, scope)
    w.messages(1, spans)
    w.unknown(unknownFields)
  }
}

/// Something that took time.
struct Span: Message {
  /// 16 bytes that all spans of the trace share.
  var traceId: [UInt8] = []

  /// 8 bytes of its own.
  var spanId: [UInt8] = []

  /// What tracing systems say about the trace, as W3C trace context has it.
  var traceState: String = ""

  /// The span that it is part of; empty for none.
  var parentSpanId: [UInt8] = []

  /// Flags of W3C trace context, and whether the parent is remote (bits 8 and 9).
  var flags: UInt32 = 0

  /// What it is called.
  var name: String = ""

  /// What part it plays.
  var kind: Span.SpanKind = .unspecified

  /// When it began, nanoseconds since 1970.
  var startTimeUnixNano: UInt64 = 0

  /// When it ended.
  var endTimeUnixNano: UInt64 = 0

  /// More about it.
  var attributes: [KeyValue] = []

  /// How it ended.
  var status: Status?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// What part it plays between processes.
  enum SpanKind: OpenEnum {
    /// Not said.
    case unspecified
    /// Within the process.
    case `internal`
    /// Answers a remote caller.
    case server
    /// Calls a remote server.
    case client
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    init() { self = .unspecified }

    /// The value of a number.
    init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .`internal`
      case 2: self = .server
      case 3: self = .client
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .`internal`: 1
      case .server: 2
      case .client: 3
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    static let descriptor = EnumDescriptor(
      "opentelemetry.proto.trace.v1.Span.SpanKind", in: .opentelemetryProtoTraceV1Trace,
      values: [
        (0, "SPAN_KIND_UNSPECIFIED"),
        (1, "SPAN_KIND_INTERNAL"),
        (2, "SPAN_KIND_SERVER"),
        (3, "SPAN_KIND_CLIENT"),
      ])
  }

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.trace.v1.Span", in: .opentelemetryProtoTraceV1Trace,
    fields: [
      .singular(1, "trace_id", .bytes),
      .singular(2, "span_id", .bytes),
      .singular(3, "trace_state", .string),
      .singular(4, "parent_span_id", .bytes),
      .singular(16, "flags", .fixed32),
      .singular(5, "name", .string),
      .singular(6, "kind", .enumeration(Span.SpanKind.self)),
      .singular(7, "start_time_unix_nano", .fixed64),
      .singular(8, "end_time_unix_nano", .fixed64),
      .repeated(9, "attributes", .message(KeyValue.self)),
      .singular(15, "status", .message(Status.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    traceId = r.bytes(0)
    spanId = r.bytes(1)
    traceState = try r.string(2)
    parentSpanId = r.bytes(3)
    flags = r.uint32(4)
    name = try r.string(5)
    kind = r.enumeration(6)
    startTimeUnixNano = r.uint64(7)
    endTimeUnixNano = r.uint64(8)
    attributes = try r.messages(9)
    status = try r.message(10)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bytes(0, traceId)
    w.bytes(1, spanId)
    w.string(2, traceState)
    w.bytes(3, parentSpanId)
    w.uint32(4, flags)
    w.string(5, name)
    w.enumeration(6, kind)
    w.uint64(7, startTimeUnixNano)
    w.uint64(8, endTimeUnixNano)
    w.messages(9, attributes)
    w.message(10, status)
    w.unknown(unknownFields)
  }
}

/// How a span ended.
struct Status: Message {
  /// Why it failed.
  var message: String = ""

  /// Whether it succeeded.
  var code: Status.StatusCode = .unset

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// Whether it succeeded.
  enum StatusCode: OpenEnum {
    /// Not said.
    case unset
    /// It succeeded.
    case ok
    /// It failed.
    case error
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    init() { self = .unset }

    /// The value of a number.
    init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unset
      case 1: self = .ok
      case 2: self = .error
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    var rawValue: Int32 {
      switch self {
      case .unset: 0
      case .ok: 1
      case .error: 2
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    static let descriptor = EnumDescriptor(
      "opentelemetry.proto.trace.v1.Status.StatusCode", in: .opentelemetryProtoTraceV1Trace,
      values: [
        (0, "STATUS_CODE_UNSET"),
        (1, "STATUS_CODE_OK"),
        (2, "STATUS_CODE_ERROR"),
      ])
  }

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.trace.v1.Status", in: .opentelemetryProtoTraceV1Trace,
    fields: [
      .singular(2, "message", .string),
      .singular(3, "code", .enumeration(Status.StatusCode.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    message = try r.string(0)
    code = r.enumeration(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, message)
    w.enumeration(1, code)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `opentelemetry/proto/trace/v1/trace.proto`.
  static let opentelemetryProtoTraceV1Trace = FileDescriptor(
    "opentelemetry/proto/trace/v1/trace.proto", package: "opentelemetry.proto.trace.v1",
    dependencies: [.opentelemetryProtoCommonV1Common, .opentelemetryProtoResourceV1Resource],
    messages: [
      "opentelemetry.proto.trace.v1.ResourceSpans": ResourceSpans.self,
      "opentelemetry.proto.trace.v1.ScopeSpans": ScopeSpans.self,
      "opentelemetry.proto.trace.v1.Span": Span.self,
      "opentelemetry.proto.trace.v1.Status": Status.self,
    ],
    encoded: """
      CihvcGVudGVsZW1ldHJ5L3Byb3RvL3RyYWNlL3YxL3RyYWNlLnByb3RvEhxvcGVudGVsZW1ldHJ5LnByb3RvLnRyYWNl\
      LnYxGipvcGVudGVsZW1ldHJ5L3Byb3RvL2NvbW1vbi92MS9jb21tb24ucHJvdG8aLm9wZW50ZWxlbWV0cnkvcHJvdG8v\
      cmVzb3VyY2UvdjEvcmVzb3VyY2UucHJvdG8ioQEKDVJlc291cmNlU3BhbnMSRQoIcmVzb3VyY2UYASABKAsyKS5vcGVu\
      dGVsZW1ldHJ5LnByb3RvLnJlc291cmNlLnYxLlJlc291cmNlUghyZXNvdXJjZRJJCgtzY29wZV9zcGFucxgCIAMoCzIo\
      Lm9wZW50ZWxlbWV0cnkucHJvdG8udHJhY2UudjEuU2NvcGVTcGFuc1IKc2NvcGVTcGFucyKRAQoKU2NvcGVTcGFucxJJ\
      CgVzY29wZRgBIAEoCzIzLm9wZW50ZWxlbWV0cnkucHJvdG8uY29tbW9uLnYxLkluc3RydW1lbnRhdGlvblNjb3BlUgVz\
      Y29wZRI4CgVzcGFucxgCIAMoCzIiLm9wZW50ZWxlbWV0cnkucHJvdG8udHJhY2UudjEuU3BhblIFc3BhbnMivAQKBFNw\
      YW4SGQoIdHJhY2VfaWQYASABKAxSB3RyYWNlSWQSFwoHc3Bhbl9pZBgCIAEoDFIGc3BhbklkEh8KC3RyYWNlX3N0YXRl\
      GAMgASgJUgp0cmFjZVN0YXRlEiQKDnBhcmVudF9zcGFuX2lkGAQgASgMUgxwYXJlbnRTcGFuSWQSFAoFZmxhZ3MYECAB\
      KAdSBWZsYWdzEhIKBG5hbWUYBSABKAlSBG5hbWUSPwoEa2luZBgGIAEoDjIrLm9wZW50ZWxlbWV0cnkucHJvdG8udHJh\
      Y2UudjEuU3Bhbi5TcGFuS2luZFIEa2luZBIvChRzdGFydF90aW1lX3VuaXhfbmFubxgHIAEoBlIRc3RhcnRUaW1lVW5p\
      eE5hbm8SKwoSZW5kX3RpbWVfdW5peF9uYW5vGAggASgGUg9lbmRUaW1lVW5peE5hbm8SRwoKYXR0cmlidXRlcxgJIAMo\
      CzInLm9wZW50ZWxlbWV0cnkucHJvdG8uY29tbW9uLnYxLktleVZhbHVlUgphdHRyaWJ1dGVzEjwKBnN0YXR1cxgPIAEo\
      CzIkLm9wZW50ZWxlbWV0cnkucHJvdG8udHJhY2UudjEuU3RhdHVzUgZzdGF0dXMiaQoIU3BhbktpbmQSGQoVU1BBTl9L\
      SU5EX1VOU1BFQ0lGSUVEEAASFgoSU1BBTl9LSU5EX0lOVEVSTkFMEAESFAoQU1BBTl9LSU5EX1NFUlZFUhACEhQKEFNQ\
      QU5fS0lORF9DTElFTlQQAyK3AQoGU3RhdHVzEhgKB21lc3NhZ2UYAiABKAlSB21lc3NhZ2USQwoEY29kZRgDIAEoDjIv\
      Lm9wZW50ZWxlbWV0cnkucHJvdG8udHJhY2UudjEuU3RhdHVzLlN0YXR1c0NvZGVSBGNvZGUiTgoKU3RhdHVzQ29kZRIV\
      ChFTVEFUVVNfQ09ERV9VTlNFVBAAEhIKDlNUQVRVU19DT0RFX09LEAESFQoRU1RBVFVTX0NPREVfRVJST1IQAmIGcHJv\
      dG8z
      """)
}
