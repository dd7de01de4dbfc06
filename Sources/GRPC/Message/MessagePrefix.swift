/// The five bytes before every message: whether it is compressed, and how long it is.
struct MessagePrefix: Equatable {
  /// Whether the message is encoded with the call's `grpc-encoding`.
  var isCompressed: Bool

  /// The length of the message in bytes, without the prefix.
  var length: Int

  /// Describes a message.
  init(isCompressed: Bool, length: Int) {
    self.isCompressed = isCompressed
    self.length = length
  }

  /// Reads the first five bytes of `bytes`, which must hold them.
  ///
  /// - Throws: `INTERNAL` for a flag other than 0 and 1, `RESOURCE_EXHAUSTED` for a length over the
  ///   limit.
  init(reading bytes: UnsafeRawBufferPointer, maxMessageBytes: Int) throws(RPCError) {
    let flag = bytes[0]
    let length = Int(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 1, as: UInt32.self)))
    guard flag <= 1 else {
      throw RPCError(.internal, "a message begins with flag \(flag); expected 0 or 1")
    }
    guard length <= maxMessageBytes else {
      throw RPCError(
        .messageTooLarge, "a message of \(length) bytes is over the limit of \(maxMessageBytes)")
    }
    self.init(isCompressed: flag == 1, length: length)
  }

  /// Writes the five bytes to the front of `buffer`, which must have room for them.
  func write(to buffer: UnsafeMutableRawBufferPointer) {
    buffer[0] = isCompressed ? 1 : 0
    buffer.storeBytes(of: UInt32(length).bigEndian, toByteOffset: 1, as: UInt32.self)
  }
}
