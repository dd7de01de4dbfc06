import Protobuf

extension Message {
  /// The message in these bytes.
  ///
  /// - Throws: `INTERNAL`, with the reason that the decoder found.
  static func decoding(_ bytes: UnsafeRawBufferPointer) throws(RPCError) -> Self {
    do throws(DecodingError) {
      return try Self(serialized: bytes)
    } catch {
      throw RPCError(.internal, "the message cannot be decoded: \(error.message)", cause: error)
    }
  }

  /// As above, of the bytes of an array.
  static func decoding(_ bytes: [UInt8]) throws(RPCError) -> Self {
    try bytes.span.bytes.withUnsafeBytes { raw throws(RPCError) in try decoding(raw) }
  }
}
