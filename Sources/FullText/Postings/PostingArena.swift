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
  /// Bytes of all chunks.
  private(set) var memoryBytes = 0
  /// How many chunks are in use, and what of the last of these is not.
  private var started = 0
  @exclusivity(unchecked) private var rest = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  init() {}

  deinit { for chunk in chunks { chunk.deallocate() } }

  /// Memory for so many values, not initialized; valid until `reset`.
  func allocate<Value: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Value> {
    let bytes = (count * MemoryLayout<Value>.stride + Self.alignment - 1) & ~(Self.alignment - 1)
    if rest.count < bytes || rest.baseAddress == nil { startChunk(of: bytes) }
    let memory = rest.baseAddress!.bindMemory(to: Value.self, capacity: count)
    rest = UnsafeMutableRawBufferPointer(rebasing: rest[bytes...])
    return memory
  }

  /// Moves to a chunk with room for so many bytes.
  private func startChunk(of bytes: Int) {
    while started < chunks.count, chunks[started].count < bytes { started += 1 }
    if started == chunks.count {
      chunks.append(.allocate(byteCount: max(bytes, Self.chunkBytes), alignment: Self.alignment))
      memoryBytes += chunks[started].count
    }
    rest = chunks[started]
    started += 1
  }

  /// Frees everything, and gives the newest chunks back until no more than so many bytes are left.
  func giveBack(beyond bytes: Int) {
    reset()
    while memoryBytes > bytes, let chunk = chunks.popLast() {
      memoryBytes -= chunk.count
      chunk.deallocate()
    }
  }

  /// Frees everything for reuse.
  func reset() {
    started = 0
    rest = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }
}
