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
