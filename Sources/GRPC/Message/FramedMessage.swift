import Protobuf

/// One message as it goes on the wire: the prefix and the encoding, in one block of memory.
///
/// Written once while it is made and only read afterwards, so a call can keep it to send it again.
// SAFETY: `block` owns the memory; it is written in `encode` only, before anyone else sees the value, and its header
// is the exact number of bytes.
struct FramedMessage: @unchecked Sendable {
  private let block: ManagedBuffer<Int, UInt8>

  /// Encodes a message straight behind its prefix.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` where the message is over the limit.
  /// - Complexity: one allocation, O(n) in the bytes.
  static func encode(
    _ message: some Message, maxMessageBytes: Int
  ) throws(RPCError) -> FramedMessage {
    var framed: FramedMessage?
    let size = try message.serializeUnmeasured { bound, isExact throws(RPCError) in
      if isExact { try check(bound, maxMessageBytes) }
      let block = FramedMessage(capacity: bound)
      framed = block
      return block.start + MessageDecoder.prefixBytes
    }
    try check(size, maxMessageBytes)
    framed.unsafelyUnwrapped.seal(size)
    return framed.unsafelyUnwrapped
  }

  /// Encodes a message and compresses it, unless that makes it longer.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` where the message is over the limit before it is compressed.
  static func encode(
    _ message: some Message, maxMessageBytes: Int, compression: MessageEncoding
  ) throws(RPCError) -> FramedMessage {
    let plain = try encode(message, maxMessageBytes: maxMessageBytes)
    guard compression != .identity else { return plain }
    let compressed = plain.withBytes {
      compression.compress(UnsafeRawBufferPointer(rebasing: $0[MessageDecoder.prefixBytes...]))
    }
    return compressed.map { FramedMessage(compressed: $0) } ?? plain
  }

  /// The number of bytes, with the prefix.
  var count: Int { block.header }

  /// Calls `body` with all bytes; they stay where they are as long as the value lives.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(block) { body(UnsafeRawBufferPointer(start: start, count: count)) }
  }

  private var start: UnsafeMutableRawPointer {
    block.withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) }
  }

  private init(compressed message: [UInt8]) {
    let total = MessageDecoder.prefixBytes + message.count
    block = ManagedBuffer.create(minimumCapacity: total) { _ in total }
    let bytes = UnsafeMutableRawBufferPointer(start: start, count: total)
    MessagePrefix(isCompressed: true, length: message.count).write(to: bytes)
    UnsafeMutableRawBufferPointer(rebasing: bytes[MessageDecoder.prefixBytes...]).copyBytes(
      from: message)
  }

  /// Room for a message, which is to be written behind the prefix and then sealed.
  private init(capacity messageBytes: Int) {
    block = ManagedBuffer.create(minimumCapacity: MessageDecoder.prefixBytes + messageBytes) { _ in 0 }
  }

  /// Settles the size of the message and writes its prefix.
  private func seal(_ messageBytes: Int) {
    block.header = MessageDecoder.prefixBytes + messageBytes
    MessagePrefix(isCompressed: false, length: messageBytes).write(
      to: UnsafeMutableRawBufferPointer(start: start, count: MessageDecoder.prefixBytes))
  }

  private static func check(_ messageBytes: Int, _ maxMessageBytes: Int) throws(RPCError) {
    guard messageBytes <= min(maxMessageBytes, Int(UInt32.max)) else {
      throw RPCError(
        .messageTooLarge,
        "a message of \(messageBytes) bytes is over the limit of \(maxMessageBytes)")
    }
  }
}
