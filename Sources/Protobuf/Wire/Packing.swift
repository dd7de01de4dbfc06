internal import CProtobufC

/// One message being encoded: entered into the arena, then packed by libprotobuf-c.
///
/// The struct in the arena points into the message's own storage, so the caller keeps the message alive until `pack`.
@usableFromInline
struct Packing {
  private let scratch: Scratch
  private var message: UnsafePointer<ProtobufCMessage>?

  /// What a tag and a number take at most: five bytes and ten, rounded up.
  @usableFromInline static var mostBytesOfNumber: Int { 16 }
  /// Up to here memory by the bound costs less than measuring.
  @usableFromInline static var largestBound: Int { 64 * 1024 }

  @usableFromInline
  init() { scratch = Scratch() }

  /// Enters the message into the arena.
  @inlinable
  mutating func enter<M: EncodableMessage & ~Copyable>(_ value: borrowing M) {
    begin(MessageWriter.fill(value, in: arena, splicing: true))
  }

  @usableFromInline var arena: UnsafeMutableRawPointer { UnsafeMutableRawPointer(scratch.arena) }

  @usableFromInline
  mutating func begin(_ base: UnsafeMutableRawPointer) {
    message = UnsafePointer(base.assumingMemoryBound(to: ProtobufCMessage.self))
  }

  /// The size of the encoding; measuring costs as much as packing.
  @usableFromInline
  var size: Int { protobuf_c_message_get_packed_size(message) }

  /// A size that the encoding does not exceed, at no cost; usually no more than twice its size.
  ///
  /// Whatever ends up in the encoding has been counted: a tag with a number, a length or a nested message's head takes
  /// less than its slot or header in the arena, an element of a repeated field no more than was noted for it, and the
  /// bytes themselves are in the arena or noted.
  @usableFromInline
  var bound: Int {
    scratch.arena.pointee.used + scratch.arena.pointee.referenced
  }

  /// Packs what was entered.
  ///
  /// - Returns: The size of the encoding.
  @usableFromInline @discardableResult
  func pack(to target: UnsafeMutableRawPointer) -> Int {
    protobuf_c_message_pack(message, target.assumingMemoryBound(to: UInt8.self))
  }

  /// Frees the copy.
  @usableFromInline
  func end() { scratch.end() }
}
