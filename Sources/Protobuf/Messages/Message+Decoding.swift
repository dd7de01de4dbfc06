extension Message {
  /// Decodes a message from the protobuf binary encoding.
  ///
  /// The bytes are only read during the call. Fields that occur twice are merged, unknown ones are kept.
  /// - Throws: `DecodingError` when the bytes are no message of this type; the memory taken stays within a fixed
  ///   multiple of their number.
  @inlinable
  public init(
    serialized bytes: UnsafeRawBufferPointer, options: DecodingOptions = .default
  ) throws(DecodingError) {
    let unpacking = Unpacking(bytes.count, options)
    defer { unpacking.end() }
    try self.init(reading: unpacking.unpack(Self.descriptor, bytes, options))
  }

  /// Decodes a message from the protobuf binary encoding.
  ///
  /// - Throws: `DecodingError` when the bytes are no message of this type.
  @inlinable
  public init(serialized bytes: [UInt8], options: DecodingOptions = .default) throws(DecodingError) {
    var result: Result<Self, DecodingError>?
    bytes.withUnsafeBytes { buffer in
      result = Result { () throws(DecodingError) -> Self in try Self(serialized: buffer, options: options) }
    }
    self = try result.unsafelyUnwrapped.get()
  }
}

extension Message {
  /// Fills a struct in the arena with what an encoding of this type holds.
  public static func fill(
    decoding bytes: [UInt8], in arena: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer? {
    guard let decoded = try? Self(serialized: bytes) else { return nil }
    return MessageWriter.fill(decoded, in: arena, splicing: false)
  }
}
