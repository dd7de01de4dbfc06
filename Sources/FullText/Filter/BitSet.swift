/// A plain set of the documents of one segment, one bit each.
///
/// Belongs to one search on one thread; owns its memory.
final class BitSet {
  /// How many documents the segment has.
  let capacity: Int
  /// The words, bit d & 63 of word d >> 6 standing for document d; bits from `capacity` on are clear.
  let words: UnsafeMutableBufferPointer<UInt64>

  private let pool: BitSetPool

  /// An empty set, whose memory comes from a pool and goes back there.
  init(capacity: Int, pool: BitSetPool = BitSetPool()) {
    self.capacity = capacity
    self.pool = pool
    words = pool.take((capacity + 63) / 64)
  }

  deinit { pool.give(words) }

  /// An empty set of documents of the same segment.
  func emptySet() -> BitSet { BitSet(capacity: capacity, pool: pool) }

  @inline(__always)
  func insert(_ document: DocID) { words[Int(document >> 6)] |= 1 << UInt64(document & 63) }

  /// Adds a range of documents, which is not empty.
  func insert(_ range: Range<DocID>) {
    let first = Int(range.lowerBound >> 6)
    let last = Int((range.upperBound - 1) >> 6)
    let head = UInt64.max << UInt64(range.lowerBound & 63)
    let rest = UInt64.max >> UInt64(63 - (range.upperBound - 1) & 63)
    guard first < last else { return words[first] |= head & rest }
    words[first] |= head
    for index in first + 1..<last { words[index] = .max }
    words[last] |= rest
  }

  @inline(__always)
  func remove(_ document: DocID) { words[Int(document >> 6)] &= ~(1 << UInt64(document & 63)) }

  @inline(__always)
  func contains(_ document: DocID) -> Bool {
    words[Int(document >> 6)] >> UInt64(document & 63) & 1 != 0
  }

  /// Adds every document.
  func insertAll() {
    for index in words.indices { words[index] = .max }
    trim()
  }

  /// Replaces the set by what is not in it.
  func complement() {
    for index in words.indices { words[index] = ~words[index] }
    trim()
  }

  /// Clears the bits from the capacity on.
  func trim() {
    if capacity & 63 != 0 { words[words.count - 1] &= 1 << UInt64(capacity & 63) - 1 }
  }

  /// Removes every document.
  func removeAll() { words.update(repeating: 0) }

  func formIntersection(_ other: BitSet) { formIntersection(UnsafeBufferPointer(other.words)) }

  /// Keeps what the words of a set of the same capacity hold, too.
  func formIntersection(_ other: UnsafeBufferPointer<UInt64>) {
    for index in words.indices { words[index] &= other[index] }
  }

  func formUnion(_ other: BitSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// The first document not below `document`; `endOfPostings` if there is none.
  func first(from document: DocID) -> DocID {
    guard Int(document) < capacity else { return endOfPostings }
    var index = Int(document >> 6)
    var word = words[index] & (.max << UInt64(document & 63))
    while word == 0 {
      index += 1
      guard index < words.count else { return endOfPostings }
      word = words[index]
    }
    return DocID(index << 6 + word.trailingZeroBitCount)
  }

  /// Removes every document outside a range.
  func formIntersection(_ range: Range<DocID>) {
    let start = Int(range.lowerBound >> 6)
    let end = min((Int(range.upperBound) + 63) / 64, words.count)
    guard start < end else { return removeAll() }
    for index in 0..<start { words[index] = 0 }
    for index in end..<words.count { words[index] = 0 }
    words[start] &= .max << UInt64(range.lowerBound & 63)
    if range.upperBound & 63 != 0 { words[end - 1] &= 1 << UInt64(range.upperBound & 63) - 1 }
  }

  /// Calls `body` with each word that holds documents of a range, and what of the word lies in it.
  @inline(__always)
  private func forEachWord(in range: Range<DocID>, _ body: (_ index: Int, _ word: UInt64) -> Void) {
    guard !range.isEmpty else { return }
    let first = Int(range.lowerBound >> 6)
    let last = min(Int((range.upperBound - 1) >> 6), words.count - 1)
    guard first <= last else { return }
    for index in first...last {
      var word = words[index]
      if index == first { word &= .max << UInt64(range.lowerBound & 63) }
      if index == Int((range.upperBound - 1) >> 6) {
        word &= .max >> UInt64(63 - (range.upperBound - 1) & 63)
      }
      body(index, word)
    }
  }

  /// Calls `body` for each document of a range, rising.
  @inline(__always)
  func forEach(in range: Range<DocID>, _ body: (DocID) -> Void) {
    forEachWord(in: range) { index, word in
      var word = word
      while word != 0 {
        body(DocID(index << 6 + word.trailingZeroBitCount))
        word &= word &- 1
      }
    }
  }

  /// Keeps those documents of a range for which `isKept` holds; no branch depends on whether it does.
  @inline(__always)
  func keep(in range: Range<DocID>, _ isKept: (DocID) -> Bool) {
    forEachWord(in: range) { index, word in
      var left = word
      var dropped: UInt64 = 0
      while left != 0 {
        let bit = UInt64(truncatingIfNeeded: left.trailingZeroBitCount)
        dropped |= (isKept(DocID(index << 6) + DocID(bit)) ? 0 : 1) &<< bit
        left &= left &- 1
      }
      words[index] &= ~dropped
    }
  }

  /// Calls `body` for each document, rising.
  @inline(__always)
  func forEach(_ body: (DocID) -> Void) {
    for index in 0..<words.count {
      var word = words[index]
      while word != 0 {
        body(DocID(index << 6 + word.trailingZeroBitCount))
        word &= word &- 1
      }
    }
  }
}
