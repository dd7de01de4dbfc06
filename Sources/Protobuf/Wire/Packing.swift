internal import CProtobufC

/// One message being encoded: filled into the arena, measured, then packed by libprotobuf-c.
///
/// The struct in the arena points into the message's own storage, so the caller keeps the message alive until `pack`.
@usableFromInline
struct Packing {
  private let scratch: Scratch
  private var message: UnsafePointer<ProtobufCMessage>?

  @usableFromInline
  init() { scratch = Scratch() }

  /// Enters the message into the arena.
  ///
  /// - Returns: The size of its encoding.
  @inlinable
  mutating func fill<M: Message>(_ value: M) -> Int {
    measure(MessageWriter.fill(value, in: arena, splicing: true))
  }

  @usableFromInline var arena: UnsafeMutableRawPointer { UnsafeMutableRawPointer(scratch.arena) }

  @usableFromInline
  mutating func measure(_ base: UnsafeMutableRawPointer) -> Int {
    message = UnsafePointer(base.assumingMemoryBound(to: ProtobufCMessage.self))
    return protobuf_c_message_get_packed_size(message)
  }

  /// Packs what `fill` measured.
  @usableFromInline
  func pack(to target: UnsafeMutableRawPointer) {
    protobuf_c_message_pack(message, target.assumingMemoryBound(to: UInt8.self))
  }

  /// Frees the copy.
  @usableFromInline
  func end() { scratch.end() }
}
