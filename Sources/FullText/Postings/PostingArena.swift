/// Scratch memory of one query: of its cursors, and of what goes through them. Keep it alive, with the view, while these are used.
///
/// A local arena must be kept alive explicitly (`withExtendedLifetime`): cursors do not retain it. Belongs to one thread.
/// `reset()` lets it be used for the next query without allocating.
final class PostingArena {
  /// Integers of scratch a cursor: documents, frequencies, and the skip entry of a list without one.
  static let perCursor = 2 * PostingListFormat.blockCount + 16
  private static let chunkBytes = 1 << 16
  /// A vector of documents, or of anything else, lies as its loads like it.
  private static let alignment = 16

  private var chunks: [UnsafeMutableRawBufferPointer] = []
  /// The chunk that is being used, and how much of it is.
  private var chunk = 0
  private var used = 0

  init() {}

  deinit { for chunk in chunks { chunk.deallocate() } }

  /// Memory for so many values, not initialized; valid until `reset`.
  func allocate<Value: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Value> {
    let bytes = (count * MemoryLayout<Value>.stride + Self.alignment - 1) & ~(Self.alignment - 1)
    if chunk == chunks.count || chunks[chunk].count - used < bytes { startChunk(of: bytes) }
    defer { used += bytes }
    return (chunks[chunk].baseAddress! + used).bindMemory(to: Value.self, capacity: count)
  }

  /// Moves to a chunk with room for so many bytes.
  private func startChunk(of bytes: Int) {
    used = 0
    repeat { chunk += 1 } while chunk < chunks.count && chunks[chunk].count < bytes
    guard chunk >= chunks.count else { return }
    chunk = chunks.count
    chunks.append(
      .allocate(byteCount: max(bytes, Self.chunkBytes), alignment: Self.alignment))
  }

  /// Frees everything for reuse.
  func reset() { (chunk, used) = (0, 0) }
}
