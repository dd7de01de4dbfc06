/// A protobuf message: a plain value, generated from a `.proto` file.
///
/// A conforming type holds its fields as Swift values. Encoding copies them into the C struct that libprotobuf-c
/// packs (`write(to:)`); decoding builds the value from the C struct that it unpacked (`init(reading:)`).
public protocol Message: EncodableMessage, Sendable, Hashable, CustomDebugStringConvertible {
  /// The message with every field at its default.
  init()

  /// The fields found on the wire that the type does not know; they are encoded again after the known ones.
  var unknownFields: UnknownFields { get set }

  /// Builds the message from an unpacked C struct, which is valid during the call only.
  ///
  /// - Throws: `DecodingError` when a string is not UTF-8.
  init(reading reader: MessageReader) throws(DecodingError)
}

extension Message {
  /// A message to be sent, not read: its encoding is exactly these bytes, which must be an encoding of its type.
  ///
  /// The properties stay at their defaults, and what is set in them later is not encoded. Encoding such a message, by
  /// itself or inside another, copies the bytes once and decodes nothing; JSON and field masks see what they encode.
  @inlinable
  public init(verbatim bytes: [UInt8]) {
    self.init()
    unknownFields = UnknownFields(wholeMessage: bytes)
  }
}
