internal import CProtobufC

/// One operation's memory: a piece of the calling thread's arena.
///
/// Begins with `init`, ends with `end()` on the same thread, without suspension in between; operations nest.
@usableFromInline
struct Scratch {
  let arena: UnsafeMutablePointer<matiane_arena>
  private let mark: matiane_arena_mark

  /// - Parameter limit: the bytes that may be allocated.
  init(limit: Int = .max) {
    guard let arena = matiane_arena_current() else { preconditionFailure("out of memory") }
    self.arena = arena
    mark = matiane_arena_enter(arena, limit)
  }

  /// Whether an allocation was refused because of the limit.
  var isExhausted: Bool { arena.pointee.exhausted != 0 }

  /// Frees everything allocated since `init`.
  func end() {
    matiane_arena_leave(arena, mark)
  }

  /// The allocator to hand to libprotobuf-c.
  var allocator: UnsafeMutablePointer<ProtobufCAllocator> {
    UnsafeMutableRawPointer(arena).advanced(by: MemoryLayout<matiane_arena>.offset(of: \.allocator)!)
      .assumingMemoryBound(to: ProtobufCAllocator.self)
  }
}
