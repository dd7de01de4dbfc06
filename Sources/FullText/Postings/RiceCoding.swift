/// Rice codes split in two: the low bits of every value in one packed array, the high parts in unary in another.
///
/// Close to the entropy of gaps, and still open to random access: the low bits by index, the high part by counting
/// ones (select). The unary array holds, for each value, `high` zeros and a one.
///
/// One byte k; varint byte length of the unary array; low bits (k each); unary array.
enum RiceCoding {
  static let maxLowBits = 31

  /// Appends values, at least one.
  static func encode(_ values: UnsafeBufferPointer<UInt32>, to sink: ByteSink) {
    let (k, highBits) = chooseLowBits(values)
    let unaryBytes = (values.count + Int(highBits) + 7) / 8
    sink.append(UInt8(k))
    sink.append(varint: unaryBytes)
    let lowBytes = BitPacking.bytes(values.count, width: k)
    // Both parts are written in whole words, so up to seven bytes behind their ends: the unary one last.
    let target = sink.reserve(lowBytes + unaryBytes + 8)
    writeLow(values, k, to: target)
    writeUnary(values, k, to: target + lowBytes)
    sink.advance(by: lowBytes + unaryBytes)
  }

  private static func writeLow(
    _ values: UnsafeBufferPointer<UInt32>, _ k: Int, to target: UnsafeMutableRawPointer
  ) {
    guard k > 0 else { return }
    let mask = UInt64(1) &<< UInt64(k) &- 1
    let width = UInt64(k)
    var target = target
    var open: UInt64 = 0
    var used: UInt64 = 0
    for value in values {
      open |= (UInt64(value) & mask) &<< used
      used &+= width
      guard used >= 32 else { continue }
      target.storeBytes(of: UInt32(truncatingIfNeeded: open).littleEndian, as: UInt32.self)
      target += 4
      open &>>= 32
      used &-= 32
    }
    if used > 0 { target.storeBytes(of: UInt32(truncatingIfNeeded: open).littleEndian, as: UInt32.self) }
  }

  private static func writeUnary(
    _ values: UnsafeBufferPointer<UInt32>, _ k: Int, to target: UnsafeMutableRawPointer
  ) {
    let shift = UInt32(truncatingIfNeeded: k)
    var target = target
    var open: UInt64 = 0
    var used: UInt64 = 0
    for value in values {
      used &+= UInt64(value &>> shift)
      while used >= 64 {
        target.storeBytes(of: open.littleEndian, as: UInt64.self)
        target += 8
        open = 0
        used &-= 64
      }
      open |= 1 &<< used
      used &+= 1
    }
    target.storeBytes(of: open.littleEndian, as: UInt64.self)
  }

  /// The number of low bits that takes the least, and the sum of the high parts with it.
  private static func chooseLowBits(_ values: UnsafeBufferPointer<UInt32>) -> (k: Int, highBits: UInt64) {
    var sum: UInt64 = 0
    for value in values { sum &+= UInt64(value) }
    let mean = sum / UInt64(values.count)
    guard mean > 1 else { return (0, sum) }
    let guess = min(maxLowBits, 63 - mean.leadingZeroBitCount)
    let shift = UInt32(truncatingIfNeeded: guess)
    var (fewer, more): (UInt64, UInt64) = (0, 0)
    for value in values {
      fewer &+= UInt64(value &>> (shift &- 1))
      more &+= UInt64(value &>> shift)
    }
    return more + UInt64(values.count) < fewer ? (guess, more) : (guess - 1, fewer)
  }
}

/// Reads one array of split Rice codes from bytes that are not trusted.
///
/// A plain value; the bytes must outlive it.
struct RiceReader {
  private let low: UnsafeRawPointer
  private let unary: UnsafeRawPointer
  /// Where the array ends.
  let end: UnsafeRawPointer
  private let lowBits: Int
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

  /// Calls `body` with the values at the indices of a range, in order; fewer when the bytes are damaged.
  @inline(__always)
  func read(_ range: Range<Int>, _ body: (UInt32) -> Void) {
    read(range, from: start(ofCode: range.lowerBound, from: 0), body)
  }

  /// The same, knowing where the first code of the range starts in the unary array.
  @inline(__always)
  func read(_ range: Range<Int>, from start: Int, _ body: (UInt32) -> Void) {
    guard range.upperBound <= count, !range.isEmpty else { return }
    var bit = start
    for index in range {
      guard let one = nextOne(from: bit) else { return }
      let lowPart = BitPacking.value(low, at: index, width: lowBits, end: unary)
      body(UInt32(truncatingIfNeeded: (one - bit) << lowBits) | lowPart)
      bit = one + 1
    }
  }

  /// Writes all values; false when the bytes are damaged.
  func read(into values: UnsafeMutablePointer<UInt32>) -> Bool {
    let words = (end - unary + 7) / 8
    let wide = countReadableWide
    var index = 0
    var word = 0
    var start = 0
    while index < count, word < words {
      var bits = load(word)
      let base = word &* 64
      while bits != 0, index < count {
        let one = base &+ bits.trailingZeroBitCount
        let high = UInt32(truncatingIfNeeded: (one &- start) &<< lowBits)
        values[index] = high | (index < wide ? lowPart(index) : lowPartNearEnd(index))
        start = one &+ 1
        index &+= 1
        bits &= bits &- 1
      }
      word &+= 1
    }
    return index == count
  }

  /// How many of the first values have eight bytes from where their low bits begin.
  private var countReadableWide: Int {
    guard lowBits > 0 else { return end - low >= 8 ? count : 0 }
    return max(0, end - low - 7) * 8 / lowBits
  }

  /// The low bits of a value that is not near the end.
  @inline(__always)
  private func lowPart(_ index: Int) -> UInt32 {
    let bit = index &* lowBits
    let bytes = (low + bit &>> 3).loadUnaligned(as: UInt64.self).littleEndian
    return UInt32(truncatingIfNeeded: bytes &>> UInt64(bit & 7) & (1 &<< UInt64(lowBits) &- 1))
  }

  @inline(never)
  private func lowPartNearEnd(_ index: Int) -> UInt32 {
    BitPacking.value(low, at: index, width: lowBits, end: unary)
  }

  /// Where the `number`-th code behind a bit starts in the unary array: the bit behind the `number`-th one from there on.
  @inline(__always)
  func start(ofCode number: Int, from bit: Int) -> Int {
    guard number > 0 else { return bit }
    var missing = number
    var word = bit >> 6
    var mask = UInt64.max << UInt64(bit & 63)
    while true {
      let bits = load(word) & mask
      mask = .max
      let ones = bits.nonzeroBitCount
      if ones >= missing { return word * 64 + select(bits, missing) }
      missing -= ones
      word += 1
      if word * 8 >= end - unary { return word * 64 }
    }
  }

  /// The bit behind the `ordinal`-th one of a word, counted from 1.
  @inline(__always)
  private func select(_ word: UInt64, _ ordinal: Int) -> Int {
    var word = word
    for _ in 1..<ordinal { word &= word &- 1 }
    return word.trailingZeroBitCount + 1
  }

  @inline(__always)
  private func nextOne(from bit: Int) -> Int? {
    var word = bit >> 6
    var bits = load(word) & (UInt64.max << UInt64(bit & 63))
    while bits == 0 {
      word += 1
      guard word * 8 < end - unary else { return nil }
      bits = load(word)
    }
    return word * 64 + bits.trailingZeroBitCount
  }

  @inline(__always)
  private func load(_ word: Int) -> UInt64 {
    let address = unary + word * 8
    if end - address >= 8 { return address.loadUnaligned(as: UInt64.self).littleEndian }
    var bits: UInt64 = 0
    var offset = 0
    while address + offset < end {
      bits |= UInt64((address + offset).load(as: UInt8.self)) << UInt64(8 * offset)
      offset += 1
    }
    return bits
  }
}
