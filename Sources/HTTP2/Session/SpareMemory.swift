import Glibc

/// A few pieces of memory that streams pass on to each other, so that a call need not allocate.
///
/// Owns what it holds; bounded in number and size.
struct SpareMemory: ~Copyable {
  private static let maxPieces = 256
  private static let maxBytes = 8 * 1024

  private var pieces: [ByteQueue.Memory] = []

  init() {}

  deinit { for piece in pieces { free(piece.base) } }

  /// Gives an empty queue memory, if there is some.
  @inline(__always)
  mutating func supply(_ queue: inout ByteQueue) {
    if let piece = pieces.popLast() { queue.adopt(piece) }
  }

  /// Takes the memory of a queue that is empty.
  @inline(__always)
  mutating func collect(from queue: inout ByteQueue) {
    guard let piece = queue.surrender() else { return }
    guard pieces.count < Self.maxPieces, piece.capacity <= Self.maxBytes else { return free(piece.base) }
    pieces.append(piece)
  }
}
