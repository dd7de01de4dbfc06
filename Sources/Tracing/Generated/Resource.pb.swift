// Generated from opentelemetry/proto/resource/v1/resource.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A process, by its attributes.
struct Resource: Message {
  /// What describes it.
  var attributes: [KeyValue] = []

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "opentelemetry.proto.resource.v1.Resource", in: .opentelemetryProtoResourceV1Resource,
    fields: [
      .repeated(1, "attributes", .message(KeyValue.self))
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    attributes = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, attributes)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `opentelemetry/proto/resource/v1/resource.proto`.
  static let opentelemetryProtoResourceV1Resource = FileDescriptor(
    "opentelemetry/proto/resource/v1/resource.proto", package: "opentelemetry.proto.resource.v1",
    dependencies: [.opentelemetryProtoCommonV1Common],
    messages: [
      "opentelemetry.proto.resource.v1.Resource": Resource.self
    ],
    encoded: """
      Ci5vcGVudGVsZW1ldHJ5L3Byb3RvL3Jlc291cmNlL3YxL3Jlc291cmNlLnByb3RvEh9vcGVudGVsZW1ldHJ5LnByb3Rv\
      LnJlc291cmNlLnYxGipvcGVudGVsZW1ldHJ5L3Byb3RvL2NvbW1vbi92MS9jb21tb24ucHJvdG8iUwoIUmVzb3VyY2US\
      RwoKYXR0cmlidXRlcxgBIAMoCzInLm9wZW50ZWxlbWV0cnkucHJvdG8uY29tbW9uLnYxLktleVZhbHVlUgphdHRyaWJ1\
      dGVzYgZwcm90bzM=
      """)
}
