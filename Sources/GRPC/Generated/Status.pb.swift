// Generated from google/rpc/status.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// The outcome of a call or of one item of a batch.
public struct Status: Message {
  /// A value of google.rpc.Code.
  public var code: Int32 = 0

  /// What went wrong, in English, for developers.
  public var message: String = ""

  /// Messages that say more, most often those of error_details.proto.
  public var details: [AnyMessage] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.Status", in: .googleRpcStatus,
    fields: [
      .singular(1, "code", .int32),
      .singular(2, "message", .string),
      .repeated(3, "details", .message(AnyMessage.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    code = r.int32(0)
    message = try r.string(1)
    details = try r.messages(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, code)
    w.string(1, message)
    w.messages(2, details)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `google/rpc/status.proto`.
  public static let googleRpcStatus = FileDescriptor(
    "google/rpc/status.proto", package: "google.rpc",
    dependencies: [.googleProtobufAny],
    messages: [
      "google.rpc.Status": Status.self
    ],
    encoded: """
      Chdnb29nbGUvcnBjL3N0YXR1cy5wcm90bxIKZ29vZ2xlLnJwYxoZZ29vZ2xlL3Byb3RvYnVmL2FueS5wcm90byJmCgZT\
      dGF0dXMSEgoEY29kZRgBIAEoBVIEY29kZRIYCgdtZXNzYWdlGAIgASgJUgdtZXNzYWdlEi4KB2RldGFpbHMYAyADKAsy\
      FC5nb29nbGUucHJvdG9idWYuQW55UgdkZXRhaWxzQlgKDmNvbS5nb29nbGUucnBjQgtTdGF0dXNQcm90b1ABWjdnb29n\
      bGUuZ29sYW5nLm9yZy9nZW5wcm90by9nb29nbGVhcGlzL3JwYy9zdGF0dXM7c3RhdHVzYgZwcm90bzM=
      """)
}
