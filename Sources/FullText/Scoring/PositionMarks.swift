/// Marks of positions, of which those that differ by a multiple of 4096 share one.
///
/// Most documents are shorter, so what is marked is nearly always there. Belongs to one search on one thread.
final class PositionMarks {
  private static let wordCount = 64
  private let words: UnsafeMutablePointer<UInt64>

  init() {
    words = .allocate(capacity: Self.wordCount)
    words.initialize(repeating: 0, count: Self.wordCount)
  }

  deinit { words.deallocate() }

  /// Marks positions.
  func insert(_ positions: UnsafeBufferPointer<UInt32>) {
    for position in positions { words[Self.word(position)] |= 1 &<< UInt64(position & 63) }
  }

  /// Removes the marks of positions that were inserted, none of which stays.
  func remove(_ positions: UnsafeBufferPointer<UInt32>) {
    for position in positions { words[Self.word(position)] = 0 }
  }

  /// Whether a position is marked, perhaps by another one.
  @inline(__always)
  func mayContain(_ position: UInt32) -> Bool {
    words[Self.word(position)] &>> UInt64(position & 63) & 1 != 0
  }

  @inline(__always)
  private static func word(_ position: UInt32) -> Int {
    Int(truncatingIfNeeded: position &>> 6) & (wordCount - 1)
  }
}
