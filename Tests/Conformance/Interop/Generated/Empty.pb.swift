// Generated from interop/empty.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A message without fields: zero bytes on the wire.
public struct Empty: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.Empty", in: .interopEmpty,
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
  /// The file `interop/empty.proto`.
  public static let interopEmpty = FileDescriptor(
    "interop/empty.proto", package: "grpc.testing",
    dependencies: [],
    messages: [
      "grpc.testing.Empty": Empty.self
    ],
    encoded: """
      ChNpbnRlcm9wL2VtcHR5LnByb3RvEgxncnBjLnRlc3RpbmciBwoFRW1wdHliBnByb3RvMw==
      """)
}
