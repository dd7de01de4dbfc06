extension BitSet {
  private typealias Row = SIMD4<UInt64>
  private static let rowWords = 4
  /// Each byte of a row gets eight at most from each row added to it.
  private static let rowsPerSum = 31

  /// How many documents are in the set.
  ///
  /// Ones are counted in the bytes of four words at a time, for processors without an instruction that does it.
  /// - Complexity: O(capacity / 64).
  var population: Int {
    guard let base = words.baseAddress else { return 0 }
    let rows = words.count / Self.rowWords
    var total = 0
    var row = 0
    while row < rows {
      let end = min(row + Self.rowsPerSum, rows)
      total &+= Self.ones(UnsafeRawPointer(base + row * Self.rowWords), rows: end - row)
      row = end
    }
    for index in rows * Self.rowWords..<words.count { total &+= words[index].nonzeroBitCount }
    return total
  }

  @inline(__always)
  private static func ones(_ words: UnsafeRawPointer, rows: Int) -> Int {
    let everySecond = Row(repeating: 0x5555_5555_5555_5555)
    let lowPairs = Row(repeating: 0x3333_3333_3333_3333)
    let lowHalves = Row(repeating: 0x0f0f_0f0f_0f0f_0f0f)
    let lowBytes = Row(repeating: 0x00ff_00ff_00ff_00ff)
    var sums = Row()
    for row in 0..<rows {
      let word = words.loadUnaligned(fromByteOffset: row &* MemoryLayout<Row>.size, as: Row.self)
      let pairs = word &- (word &>> 1 & everySecond)
      let halves = (pairs & lowPairs) &+ (pairs &>> 2 & lowPairs)
      sums &+= (halves &+ halves &>> 4) & lowHalves
    }
    let total = ((sums & lowBytes) &+ (sums &>> 8 & lowBytes)).wrappedSum()
    return Int(truncatingIfNeeded: (total &* 0x0001_0001_0001_0001) &>> 48)
  }
}
