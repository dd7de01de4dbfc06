/// Scratch memory of the cursors of one query; keep it alive, with the view, while cursors are used.
///
/// A local arena must be kept alive explicitly (`withExtendedLifetime`): cursors do not retain it. Belongs to one thread.
/// `reset()` lets it be used for the next query without allocating.
final class PostingArena {
  /// Integers of scratch a cursor: documents, frequencies, and the skip entry of a list without one.
  static let perCursor = 2 * PostingListFormat.blockCount + 16
  private static let cursorsPerChunk = 32

  private var chunks: [UnsafeMutablePointer<UInt32>] = []
  private var used = 0

  init() {}

  deinit { for chunk in chunks { chunk.deallocate() } }

  /// Scratch for one more cursor; valid until `reset`.
  func allocate() -> UnsafeMutablePointer<UInt32> {
    let (chunk, place) = used.quotientAndRemainder(dividingBy: Self.cursorsPerChunk)
    if chunk == chunks.count {
      chunks.append(.allocate(capacity: Self.cursorsPerChunk * Self.perCursor))
    }
    used += 1
    return chunks[chunk] + place * Self.perCursor
  }

  /// Frees all cursors' scratch for reuse.
  func reset() { used = 0 }
}
