/// Scores, or what makes a score, being added up for a range of documents.
///
/// Owned by a searcher and reused; all scores are zero and all bits clear between windows.
final class ScoreWindow {
  /// How many documents a window spans at most.
  static let span = 4096

  let scores: UnsafeMutablePointer<Double>
  let touched: UnsafeMutablePointer<UInt64>

  init() {
    scores = .allocate(capacity: Self.span)
    scores.initialize(repeating: 0, count: Self.span)
    touched = .allocate(capacity: Self.span / 64)
    touched.initialize(repeating: 0, count: Self.span / 64)
  }

  deinit {
    scores.deallocate()
    touched.deallocate()
  }

  @inline(__always)
  func add(_ score: Float, at offset: Int) {
    scores[offset] += Double(score)
    touched[offset >> 6] |= 1 << UInt64(offset & 63)
  }

  /// Keeps the larger of two scores.
  @inline(__always)
  func raise(to score: Float, at offset: Int) {
    scores[offset] = max(scores[offset], Double(score))
    touched[offset >> 6] |= 1 << UInt64(offset & 63)
  }

  /// Calls `body` with each offset below `count` that was added to and its score, rising, and clears them.
  @inline(__always)
  func drain(_ count: Int, _ body: (Int, Double) -> Void) {
    for row in stride(from: 0, to: (count + 63) / 64, by: 4) {
      // Of short lists most words are untouched.
      if touched[row] | touched[row + 1] | touched[row + 2] | touched[row + 3] == 0 { continue }
      for word in row..<row + 4 {
        var bits = touched[word]
        touched[word] = 0
        while bits != 0 {
          let offset = word << 6 + bits.trailingZeroBitCount
          bits &= bits &- 1
          let score = scores[offset]
          scores[offset] = 0
          body(offset, score)
        }
      }
    }
  }
}
