/// Remembers which stream ids a client jumped over, so that using one of them later is noticed.
///
/// RFC 9113 §5.1.1: opening a stream closes all idle streams of lower ids; a HEADERS frame on one of those is a
/// connection error. libnghttp2 cannot tell such an id from one that was used and closed. Honest clients skip
/// nothing, so the list is empty; of a hostile client's gaps only the newest are kept.
struct SkippedStreamIDs {
  private static let maxGaps = 64

  private(set) var highest: Int32 = -1
  private var gaps: [ClosedRange<Int32>] = []

  /// Records that the client used `id`; true if that is legal.
  ///
  /// - Complexity: O(1) for a new id, O(gaps) for an old one.
  @inline(__always)
  mutating func recordUse(of id: Int32) -> Bool {
    guard id > highest else { return !gaps.contains { $0.contains(id) } }
    if id > highest + 2 { addGap(highest + 2...id - 2) }
    highest = id
    return true
  }

  private mutating func addGap(_ gap: ClosedRange<Int32>) {
    if gaps.count == Self.maxGaps { gaps.removeFirst() }
    gaps.append(gap)
  }
}
