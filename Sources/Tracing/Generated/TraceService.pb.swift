// Generated from opentelemetry/proto/collector/trace/v1/trace_service.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// Spans.
struct ExportTraceServiceRequest: Message {
  /// The spans, by process.
  var resourceSpans: [ResourceSpans] = []

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest",
    in: .opentelemetryProtoCollectorTraceV1TraceService,
    fields: [
      .repeated(1, "resource_spans", .message(ResourceSpans.self))
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    resourceSpans = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, resourceSpans)
    w.unknown(unknownFields)
  }
}

/// Spans were taken.
struct ExportTraceServiceResponse: Message {
  /// What was not taken.
  var partialSuccess: ExportTracePartialSuccess?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse",
    in: .opentelemetryProtoCollectorTraceV1TraceService,
    fields: [
      .singular(1, "partial_success", .message(ExportTracePartialSuccess.self))
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    partialSuccess = try r.message(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, partialSuccess)
    w.unknown(unknownFields)
  }
}

/// What was not taken.
struct ExportTracePartialSuccess: Message {
  /// How many spans.
  var rejectedSpans: Int64 = 0

  /// Why.
  var errorMessage: String = ""

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess",
    in: .opentelemetryProtoCollectorTraceV1TraceService,
    fields: [
      .singular(1, "rejected_spans", .int64),
      .singular(2, "error_message", .string),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    rejectedSpans = r.int64(0)
    errorMessage = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, rejectedSpans)
    w.string(1, errorMessage)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `opentelemetry/proto/collector/trace/v1/trace_service.proto`.
  static let opentelemetryProtoCollectorTraceV1TraceService = FileDescriptor(
    "opentelemetry/proto/collector/trace/v1/trace_service.proto",
    package: "opentelemetry.proto.collector.trace.v1",
    dependencies: [.opentelemetryProtoTraceV1Trace],
    messages: [
      "opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest": ExportTraceServiceRequest.self,
      "opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse": ExportTraceServiceResponse.self,
      "opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess": ExportTracePartialSuccess.self,
    ],
    encoded: """
      CjpvcGVudGVsZW1ldHJ5L3Byb3RvL2NvbGxlY3Rvci90cmFjZS92MS90cmFjZV9zZXJ2aWNlLnByb3RvEiZvcGVudGVs\
      ZW1ldHJ5LnByb3RvLmNvbGxlY3Rvci50cmFjZS52MRoob3BlbnRlbGVtZXRyeS9wcm90by90cmFjZS92MS90cmFjZS5w\
      cm90byJvChlFeHBvcnRUcmFjZVNlcnZpY2VSZXF1ZXN0ElIKDnJlc291cmNlX3NwYW5zGAEgAygLMisub3BlbnRlbGVt\
      ZXRyeS5wcm90by50cmFjZS52MS5SZXNvdXJjZVNwYW5zUg1yZXNvdXJjZVNwYW5zIogBChpFeHBvcnRUcmFjZVNlcnZp\
      Y2VSZXNwb25zZRJqCg9wYXJ0aWFsX3N1Y2Nlc3MYASABKAsyQS5vcGVudGVsZW1ldHJ5LnByb3RvLmNvbGxlY3Rvci50\
      cmFjZS52MS5FeHBvcnRUcmFjZVBhcnRpYWxTdWNjZXNzUg5wYXJ0aWFsU3VjY2VzcyJnChlFeHBvcnRUcmFjZVBhcnRp\
      YWxTdWNjZXNzEiUKDnJlamVjdGVkX3NwYW5zGAEgASgDUg1yZWplY3RlZFNwYW5zEiMKDWVycm9yX21lc3NhZ2UYAiAB\
      KAlSDGVycm9yTWVzc2FnZTKiAQoMVHJhY2VTZXJ2aWNlEpEBCgZFeHBvcnQSQS5vcGVudGVsZW1ldHJ5LnByb3RvLmNv\
      bGxlY3Rvci50cmFjZS52MS5FeHBvcnRUcmFjZVNlcnZpY2VSZXF1ZXN0GkIub3BlbnRlbGVtZXRyeS5wcm90by5jb2xs\
      ZWN0b3IudHJhY2UudjEuRXhwb3J0VHJhY2VTZXJ2aWNlUmVzcG9uc2UiAGIGcHJvdG8z
      """)
}
