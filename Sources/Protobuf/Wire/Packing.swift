internal import CProtobufC

/// One message being encoded: filled into the arena, measured, then packed by libprotobuf-c.
@usableFromInline
struct Packing {
  private let scratch: Scratch
  private var message: UnsafePointer<ProtobufCMessage>?

  @usableFromInline
  init() { scratch = Scratch() }

  /// Copies the message into the arena.
  ///
  /// - Returns: The size of its encoding.
  @inlinable
  mutating func fill<M: Message>(_ value: M) -> Int {
    var writer = MessageWriter(M.descriptor, in: arena)
    value.write(to: &writer)
    return measure(writer)
  }

  @usableFromInline var arena: UnsafeMutableRawPointer { UnsafeMutableRawPointer(scratch.arena) }

  @usableFromInline
  mutating func measure(_ writer: MessageWriter) -> Int {
    message = UnsafePointer(writer.base.assumingMemoryBound(to: ProtobufCMessage.self))
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
