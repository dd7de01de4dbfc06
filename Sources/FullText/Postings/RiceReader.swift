/// Reads one array of split Rice codes from bytes that are not trusted.
///
/// A plain value; the bytes must outlive it.
struct RiceReader {
  let low: UnsafeRawPointer
  let unary: UnsafeRawPointer
  /// Where the array ends.
  let end: UnsafeRawPointer
  let lowBits: Int
  private let count: Int

  /// Nil if the bytes cannot hold `count` codes.
  init?(_ source: UnsafeRawPointer, end: UnsafeRawPointer, count: Int) {
    var cursor = ByteCursor(source, end: end)
    lowBits = Int(cursor.byte())
    let unaryBytes = cursor.count()
    guard lowBits <= RiceCoding.maxLowBits, !cursor.isPastEnd else { return nil }
    low = cursor.position
    cursor.skip(BitPacking.bytes(count, width: lowBits))
    unary = cursor.position
    cursor.skip(unaryBytes)
    guard !cursor.isPastEnd else { return nil }
    self.end = cursor.position
    self.count = count
  }

  /// Writes all values; false when the bytes are damaged.
  func read(into values: UnsafeMutablePointer<UInt32>) -> Bool {
    guard readHigh(into: values) else { return false }
    if lowBits > 0 { addLow(to: values) }
    return true
  }

  /// Writes the high parts, a word of the unary array at a time; false when they end early.
  private func readHigh(into values: UnsafeMutablePointer<UInt32>) -> Bool {
    let shift = UInt32(truncatingIfNeeded: lowBits)
    var index = 0
    var word = 0
    // The bit behind the last code, from the beginning of the word on.
    var start = 0
    while index < count {
      let address = unary + word &* 8
      guard address < end else { return false }
      var ones = BitPacking.word(address, end: end)
      while ones != 0, index < count {
        let one = ones.trailingZeroBitCount
        values[index] = UInt32(truncatingIfNeeded: one &- start) &<< shift
        start = one &+ 1
        ones &= ones &- 1
        index &+= 1
      }
      start &-= 64
      word &+= 1
    }
    return true
  }

  /// Writes what the values up to each add up to, with one for each; false when the bytes are damaged.
  ///
  /// The zeros before a one of the unary part are its place less the ones before it, so high parts need not be added up.
  func addUp(to sums: UnsafeMutablePointer<UInt32>) -> Bool {
    let shift = lowBits
    var index = 0
    var word = 0
    while index < count {
      let address = unary + word &* 8
      guard address < end else { return false }
      var ones = BitPacking.word(address, end: end)
      while ones != 0, index < count {
        let zeros = word &* 64 &+ ones.trailingZeroBitCount &- index
        index &+= 1
        sums[index &- 1] = UInt32(truncatingIfNeeded: zeros &<< shift &+ index)
        ones &= ones &- 1
      }
      word &+= 1
    }
    if lowBits > 0 { addUpLow(to: sums) }
    return true
  }

  private func addUpLow(to sums: UnsafeMutablePointer<UInt32>) {
    let mask = UInt64(1) &<< UInt64(lowBits) &- 1
    let wide = min(count, max(0, end - low - 7) &* 8 / lowBits)
    var bit = 0
    var sum: UInt32 = 0
    for index in 0..<wide {
      let word = (low + bit &>> 3).loadUnaligned(as: UInt64.self).littleEndian
      sum &+= UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7) & mask)
      sums[index] &+= sum
      bit &+= lowBits
    }
    for index in wide..<count {
      sum &+= BitPacking.value(low, at: index, width: lowBits, end: end)
      sums[index] &+= sum
    }
  }

  private func addLow(to values: UnsafeMutablePointer<UInt32>) {
    let mask = UInt64(1) &<< UInt64(lowBits) &- 1
    // Those at which eight bytes can be read.
    let wide = min(count, max(0, end - low - 7) &* 8 / lowBits)
    var bit = 0
    for index in 0..<wide {
      let word = (low + bit &>> 3).loadUnaligned(as: UInt64.self).littleEndian
      values[index] |= UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7) & mask)
      bit &+= lowBits
    }
    for index in wide..<count { values[index] |= BitPacking.value(low, at: index, width: lowBits, end: end) }
  }
}

/// Goes through one array of split Rice codes; what nobody wants is passed over a word at a time.
///
/// A plain value; the bytes must outlive it. Damaged bytes end early.
struct RiceWalk {
  /// The number of the next code.
  private(set) var index = 0

  private let low: UnsafeRawPointer
  private let unary: UnsafeRawPointer
  private let end: UnsafeRawPointer
  private let lowBits: Int
  /// The word of the unary part that it stands in, and those of its ones that end codes to come.
  private var word = 0
  private var ones: UInt64
  /// The bit of the unary part behind the last code.
  private var start = 0

  /// Stands on the first code.
  init(_ reader: RiceReader) {
    low = reader.low
    unary = reader.unary
    end = reader.end
    lowBits = reader.lowBits
    ones = 0
    ones = load()
  }

  /// Has ended.
  init() {
    low = emptyBytes
    unary = emptyBytes
    end = emptyBytes
    lowBits = 0
    ones = 0
  }

  /// Gives the next value; nil behind the last one.
  @inline(__always)
  mutating func next() -> UInt32? {
    while ones == 0 { if !nextWord() { return nil } }
    let one = word &* 64 &+ ones.trailingZeroBitCount
    let high = UInt32(truncatingIfNeeded: (one &- start) &<< lowBits)
    ones &= ones &- 1
    start = one &+ 1
    let value = high | BitPacking.value(low, at: index, width: lowBits, end: end)
    index &+= 1
    return value
  }

  /// Writes what so many values add up to from `first` on, each with one more for itself before the next: positions from their gaps.
  /// Gives how many there were.
  mutating func addUp(_ count: Int, from first: UInt32, to sums: UnsafeMutablePointer<UInt32>) -> Int {
    forEachSum(count, from: first) { number, sum in
      sums[number] = sum
      return true
    }
  }

  /// Keeps those of some rising targets that are among what up to so many values add up to, as in `addUp`, and gives how many
  /// these are; all are signed numbers. Stops at the last target, and where fewer than `least` can be kept.
  mutating func keepReached(
    _ count: Int, from first: UInt32, _ targets: UnsafeMutablePointer<UInt32>, _ targetCount: Int, least: Int
  ) -> Int {
    guard targetCount >= max(least, 1) else { return 0 }
    var missable = targetCount &- max(least, 1)
    var (kept, at) = (0, 0)
    var target = Int32(bitPattern: targets[0])
    _ = forEachSum(count, from: first) { _, sum in
      let value = Int32(bitPattern: sum)
      while target <= value {
        if target == value {
          targets[kept] = sum
          kept &+= 1
        } else {
          missable &-= 1
          if missable < 0 { return false }
        }
        at &+= 1
        if at == targetCount { return false }
        target = Int32(bitPattern: targets[at])
      }
      return true
    }
    return kept
  }

  /// Calls `body` with the number of each of so many values, from 0, and what they add up to, until it wants no more; gives how many
  /// values there were.
  ///
  /// The zeros before a one of the unary part are its place less the ones before it, so high parts need not be added up.
  @inline(__always)
  private mutating func forEachSum(_ count: Int, from first: UInt32, _ body: (Int, UInt32) -> Bool) -> Int {
    let mask = UInt64(1) &<< UInt64(lowBits) &- 1
    let width = UInt64(lowBits)
    let together = togetherLow
    var (ones, high, sum) = (ones, word &* 64 &- start, first)
    var (done, last, isWanted) = (0, start, true)
    while done < count, isWanted {
      if ones == 0 {
        guard nextWord() else { break }
        ones = self.ones
        high = word &* 64 &- start
        continue
      }
      var lows = lowBits == 0 ? 0 : BitPacking.bits(low, at: (index &+ done) &* lowBits, end: end)
      let behind = min(count, done &+ min(together, count))
      while done < behind, ones != 0, isWanted {
        last = ones.trailingZeroBitCount
        sum &+= UInt32(truncatingIfNeeded: lows & mask)
        lows &>>= width
        isWanted = body(done, sum &+ UInt32(truncatingIfNeeded: (high &+ last &- done) &<< lowBits))
        sum &+= 1
        ones &= ones &- 1
        done &+= 1
      }
    }
    self.ones = ones
    index &+= done
    if done > 0 { start = word &* 64 &+ last &+ 1 }
    return done
  }

  /// Eight bytes hold so many low parts, wherever the first one starts.
  @inline(__always)
  private var togetherLow: Int {
    lowBits == 0 ? Int.max : lowBits <= 7 ? 8 : lowBits <= 14 ? 4 : lowBits <= 28 ? 2 : 1
  }

  /// Passes over so many codes, or to the end.
  @inline(__always)
  mutating func skip(_ number: Int) {
    if number > 0 { pass(number) }
  }

  private mutating func pass(_ number: Int) {
    index &+= number
    var missing = UInt64(truncatingIfNeeded: number)
    var sums = Self.sumsOfBytes(ones)
    while sums &>> 56 < missing {
      missing &-= sums &>> 56
      guard nextWord() else {
        ones = 0
        return
      }
      sums = Self.sumsOfBytes(ones)
    }
    // The first byte up to which there are enough; 7 bits hold each sum, so the eighth tells.
    let enough = (sums | Self.highBits) &- missing &* Self.lowestBits
    let byte = UInt64((enough & Self.highBits).trailingZeroBitCount & ~7)
    missing &-= (sums &<< 8) &>> byte & 255
    ones &= UInt64.max &<< byte
    for _ in 1..<missing { ones &= ones &- 1 }
    start = word &* 64 &+ ones.trailingZeroBitCount &+ 1
    ones &= ones &- 1
  }

  private static let lowestBits: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// In each byte how many ones there are up to its end.
  @inline(__always)
  private static func sumsOfBytes(_ word: UInt64) -> UInt64 {
    var sums = word &- (word &>> 1 & 0x5555_5555_5555_5555)
    sums = (sums & 0x3333_3333_3333_3333) &+ (sums &>> 2 & 0x3333_3333_3333_3333)
    sums = (sums &+ sums &>> 4) & 0x0f0f_0f0f_0f0f_0f0f
    return sums &* lowestBits
  }

  @inline(__always)
  private mutating func nextWord() -> Bool {
    guard (word &+ 1) &* 8 < end - unary else { return false }
    word &+= 1
    ones = load()
    return true
  }

  @inline(__always)
  private func load() -> UInt64 { BitPacking.word(unary + word &* 8, end: end) }
}
