/// Finds the length-prefixed messages of one direction of a call in the chunks that arrive.
///
/// A pure machine: the caller feeds it chunks and it hands out messages. A message that lies
/// within one chunk is handed out in place; one that spans chunks is gathered in a buffer that
/// grows with what has arrived, never with what the prefix claims.
///
/// Source: gRPC over HTTP2, "Length-Prefixed-Message".
struct MessageDecoder {
  /// The bytes before every message: one of flags, four of length.
  static let prefixBytes = 5

  /// The largest message that is taken, in bytes without the prefix.
  let maxMessageBytes: Int

  /// The bytes of a prefix or message that an earlier chunk left incomplete.
  private var partial: [UInt8] = []

  /// Starts before the first message.
  init(maxMessageBytes: Int) {
    self.maxMessageBytes = maxMessageBytes
  }

  /// Whether the bytes so far end in the middle of a message.
  var isInsideMessage: Bool { !partial.isEmpty }

  /// How many bytes are held back because their message is not complete.
  var bufferedBytes: Int { partial.count }

  /// Takes bytes from the front of `chunk` up to the end of the next message, and hands it out.
  ///
  /// Call it until it returns `nil`; then the chunk has been taken whole. The bytes given to
  /// `body` are valid only inside it, and `body` must not use this decoder.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` as soon as a prefix claims more than the limit, `INTERNAL` for
  ///   an unknown flag, and what `body` throws. Nothing may be fed after an error.
  /// - Complexity: O(n) in the bytes taken, over the whole life of the decoder.
  mutating func next<Result>(
    in chunk: inout UnsafeRawBufferPointer,
    _ body: (_ message: UnsafeRawBufferPointer, _ isCompressed: Bool) throws(RPCError) -> Result
  ) throws(RPCError) -> Result? {
    guard partial.isEmpty else { return try resume(in: &chunk, body) }
    guard chunk.count >= Self.prefixBytes else {
      setAside(&chunk, upTo: chunk.count)
      return nil
    }
    let prefix = try MessagePrefix(reading: chunk, maxMessageBytes: maxMessageBytes)
    let total = Self.prefixBytes + prefix.length
    guard chunk.count >= total else {
      setAside(&chunk, upTo: chunk.count)
      return nil
    }
    let message = UnsafeRawBufferPointer(rebasing: chunk[Self.prefixBytes..<total])
    chunk = UnsafeRawBufferPointer(rebasing: chunk[total...])
    return try body(message, prefix.isCompressed)
  }

  /// Completes the message that an earlier chunk began.
  private mutating func resume<Result>(
    in chunk: inout UnsafeRawBufferPointer,
    _ body: (_ message: UnsafeRawBufferPointer, _ isCompressed: Bool) throws(RPCError) -> Result
  ) throws(RPCError) -> Result? {
    setAside(&chunk, upTo: Self.prefixBytes - partial.count)
    guard partial.count >= Self.prefixBytes else { return nil }
    let prefix = try partial.span.bytes.withUnsafeBytes { bytes throws(RPCError) in
      try MessagePrefix(reading: bytes, maxMessageBytes: maxMessageBytes)
    }
    let total = Self.prefixBytes + prefix.length
    setAside(&chunk, upTo: total - partial.count)
    guard partial.count == total else { return nil }
    var whole: [UInt8] = []
    swap(&whole, &partial)
    return try whole.span.bytes.withUnsafeBytes { bytes throws(RPCError) in
      try body(UnsafeRawBufferPointer(rebasing: bytes[Self.prefixBytes...]), prefix.isCompressed)
    }
  }

  /// Moves at most `count` bytes from the front of `chunk` into `partial`.
  private mutating func setAside(_ chunk: inout UnsafeRawBufferPointer, upTo count: Int) {
    let count = min(max(count, 0), chunk.count)
    guard count > 0 else { return }
    partial.append(contentsOf: chunk[..<count])
    chunk = UnsafeRawBufferPointer(rebasing: chunk[count...])
  }
}
