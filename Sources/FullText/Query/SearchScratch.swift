/// Memory that the searches of one searcher use one after the other.
final class SearchScratch {
  let arena = PostingArena()
  let window = ScoreWindow()
  let gains = ScoreWindow()
  let keptGains = KeptGains()
  let floats = FloatArena()
  let bitSets = BitSetPool()

  /// Frees everything for the next search.
  func reset() {
    arena.reset()
    floats.reset()
  }
}

/// Memory for tables of one search, freed all at once.
///
/// Belongs to one thread.
final class FloatArena {
  private static let chunkCount = 64 * 256
  private var chunks: [UnsafeMutablePointer<Float>] = []
  private var used = 0

  deinit { for chunk in chunks { chunk.deallocate() } }

  /// Uninitialised memory for up to 4,096 floats, valid until `reset`.
  func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
    precondition(count <= 4096)
    if used % Self.chunkCount + count > Self.chunkCount {
      used = (used / Self.chunkCount + 1) * Self.chunkCount
    }
    let (chunk, place) = used.quotientAndRemainder(dividingBy: Self.chunkCount)
    if chunk == chunks.count { chunks.append(.allocate(capacity: Self.chunkCount)) }
    used += count
    return chunks[chunk] + place
  }

  /// Frees everything but keeps the memory.
  func reset() { used = 0 }
}
