/// Scores, or what makes a score, being added up for a range of documents.
///
/// Owned by a searcher and reused; all scores are zero and all bits clear between windows.
final class ScoreWindow {
  /// How many documents a window spans at most.
  static let span = 4096

  let scores: UnsafeMutablePointer<Double>
  let touched: UnsafeMutablePointer<UInt64>
  /// The offsets of bits that are set, and the scores of those that are kept; some places more than are used are written.
  private let offsets: UnsafeMutablePointer<UInt16>
  private let kept: UnsafeMutablePointer<Double>
  /// Whether many documents were added to in the window drained last.
  @exclusivity(unchecked) private var isDense = false

  init() {
    scores = .allocate(capacity: Self.span)
    scores.initialize(repeating: 0, count: Self.span)
    touched = .allocate(capacity: Self.span / 64)
    touched.initialize(repeating: 0, count: Self.span / 64)
    offsets = .allocate(capacity: Self.span + Self.usualBits)
    kept = .allocate(capacity: Self.span)
  }

  deinit {
    scores.deallocate()
    touched.deallocate()
    offsets.deallocate()
    kept.deallocate()
  }

  @inline(__always)
  func add(_ score: Float, at offset: Int) {
    scores[offset] += Double(score)
    touched[offset >> 6] |= 1 << UInt64(offset & 63)
  }

  /// Adds to a score of which only `drainAll` will know.
  @inline(__always)
  func addUnnoted(_ score: Float, at offset: Int) { scores[offset] += Double(score) }

  /// Keeps the larger of two scores.
  @inline(__always)
  func raise(to score: Float, at offset: Int) {
    scores[offset] = max(scores[offset], Double(score))
    touched[offset >> 6] |= 1 << UInt64(offset & 63)
  }

  /// Calls `body` with each offset below `count` that was added to, rising, and its score, and clears all.
  @inline(__always)
  func drain(_ count: Int, _ body: (Int, Double) -> Void) {
    var found = 0
    for row in stride(from: 0, to: (count + 63) / 64, by: 4) {
      if isUntouched(row) { continue }
      for word in row..<row + 4 {
        var bits = touched[word]
        touched[word] = 0
        while bits != 0 {
          let offset = word << 6 + bits.trailingZeroBitCount
          bits &= bits &- 1
          let score = scores[offset]
          scores[offset] = 0
          found &+= 1
          body(offset, score)
        }
      }
    }
    isDense = found >= count / Self.dense
  }

  /// The same for those whose score and `more` are not less than `least`. Unless many were added to in the window before, no branch
  /// depends on how many are in a word or on their scores.
  @inline(__always)
  func drain(_ count: Int, beside more: Double, least: Double, _ body: (Int, Double) -> Void) {
    if isDense { return drain(count) { if !($1 + more < least) { body($0, $1) } } }
    let (scores, offsets, kept) = (scores, offsets, kept)
    let found = takeOffsets(count)
    var left = 0
    for index in 0..<found {
      let offset = offsets[index]
      let score = scores[Int(offset)]
      scores[Int(offset)] = 0
      offsets[left] = offset
      kept[left] = score
      left &+= score + more < least ? 0 : 1
    }
    isDense = found >= count / Self.dense
    for index in 0..<left { body(Int(offsets[index]), kept[index]) }
  }

  /// Adds documents, of which the first stands at 0, whose score is not less than `least`, to some candidates, and clears all; no
  /// branch depends on a score.
  func drainAll(_ count: Int, from low: DocID, _ least: Double, to candidates: inout WindowCandidates) {
    let (scores, documents, kept) = (scores, candidates.documents, candidates.scores)
    var next = candidates.count
    for offset in 0..<count {
      let score = scores[offset]
      documents[next] = low &+ DocID(truncatingIfNeeded: offset)
      kept[next] = score
      next &+= isNotBelow(score, least)
    }
    candidates.count = next
    scores.update(repeating: 0, count: count)
    touched.update(repeating: 0, count: (count + 63) / 64)
  }

  /// Many are one document in so many.
  private static let dense = 32
  /// So many bits of a word are looked for whether it has as many or not.
  private static let usualBits = 4

  /// Whether none of four words has a bit: of short lists most have none.
  @inline(__always)
  private func isUntouched(_ row: Int) -> Bool {
    touched[row] | touched[row + 1] | touched[row + 2] | touched[row + 3] == 0
  }

  /// Writes the offsets below `count` that were added to, rising, and clears their bits; gives how many there are.
  private func takeOffsets(_ count: Int) -> Int {
    let (touched, offsets) = (touched, offsets)
    var found = 0
    for row in stride(from: 0, to: (count + 63) / 64, by: 4) {
      if isUntouched(row) { continue }
      for word in row..<row + 4 {
        var bits = touched[word]
        touched[word] = 0
        let first = UInt16(truncatingIfNeeded: word << 6)
        for _ in 0..<Self.usualBits {
          offsets[found] = first | UInt16(truncatingIfNeeded: bits.trailingZeroBitCount)
          found &+= bits == 0 ? 0 : 1
          bits &= bits &- 1
        }
        while bits != 0 {
          offsets[found] = first | UInt16(truncatingIfNeeded: bits.trailingZeroBitCount)
          found &+= 1
          bits &= bits &- 1
        }
      }
    }
    return found
  }
}
