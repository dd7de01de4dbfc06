/// The streams that we have reset most recently: on these, and no other closed ones, frames may still come that the
/// peer sent before it knew (RFC 9113 §5.1).
///
/// Keeps as many as can be on their way, twice the streams that may be open at once. Empty for most connections.
struct RecentResets {
  private let capacity: Int
  private var ring: [Int32] = []
  private var oldest = 0
  /// The highest id that had to make room for others.
  private var highestForgotten: Int32 = 0

  init(capacity: Int) { self.capacity = max(1, capacity) }

  /// Remembers a stream.
  mutating func insert(_ id: Int32) {
    if ring.count < capacity { return ring.append(id) }
    highestForgotten = max(highestForgotten, ring[oldest])
    ring[oldest] = id
    oldest = (oldest + 1) % capacity
  }

  /// Whether we have reset the stream, for all that is remembered; in doubt yes.
  ///
  /// - Complexity: O(capacity); asked only about streams that are closed.
  func mayContain(_ id: Int32) -> Bool { id <= highestForgotten || ring.contains(id) }
}
