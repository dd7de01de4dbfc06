/// Memory of bit sets that searches give back and take again.
///
/// The sets of a large segment are large enough for the allocator to ask the system for each of them anew. Belongs to one
/// thread.
final class BitSetPool {
  private static let capacity = 8
  @exclusivity(unchecked) private var idle: [UnsafeMutableBufferPointer<UInt64>] = []

  deinit { for words in idle { words.deallocate() } }

  /// Zeroed memory for so many words, which the taker owns.
  func take(_ count: Int) -> UnsafeMutableBufferPointer<UInt64> {
    let words: UnsafeMutableBufferPointer<UInt64>
    if let place = idle.lastIndex(where: { $0.count == count }) {
      words = idle.remove(at: place)
      words.update(repeating: 0)
    } else {
      words = .allocate(capacity: count)
      words.initialize(repeating: 0)
    }
    return words
  }

  /// Takes memory back.
  func give(_ words: UnsafeMutableBufferPointer<UInt64>) {
    if idle.count == Self.capacity { idle.removeFirst().deallocate() }
    idle.append(words)
  }
}
