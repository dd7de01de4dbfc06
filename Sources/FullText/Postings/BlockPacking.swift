/// Packs 128 integers of `width` bits each in four interleaved lanes: row r holds values 4r ... 4r+3, one a lane.
///
/// The layout of SIMD-BP128 (Lemire and Boytsov, "Decoding billions of integers per second through
/// vectorization"): every step works on four values at once, and a row never straddles lanes. Takes 16 × width bytes.
enum BlockPacking {
  /// Integers in a block.
  static let count = 128
  typealias Row = SIMD4<UInt32>

  /// The bits that `value` needs.
  @inline(__always)
  static func width(_ value: UInt32) -> Int { 32 - value.leadingZeroBitCount }

  /// Writes 16 × width bytes; bits of the values above `width` are dropped.
  static func pack(_ values: UnsafePointer<UInt32>, width: Int, to target: UnsafeMutableRawPointer) {
    guard width > 0 else { return }
    let mask = Row(repeating: UInt32.max >> UInt32(32 - width))
    let source = UnsafeRawPointer(values)
    var target = target
    var open = Row()
    var used = 0
    for row in 0..<32 {
      let value = source.loadUnaligned(fromByteOffset: row * 16, as: Row.self) & mask
      open |= value &<< Row(repeating: UInt32(used))
      used += width
      if used >= 32 {
        target.storeBytes(of: open, as: Row.self)
        target += 16
        used -= 32
        open = used > 0 ? value &>> Row(repeating: UInt32(width - used)) : Row()
      }
    }
  }

  /// Reads what `pack` wrote; stays within 16 × width bytes of `source`.
  ///
  /// One body a width, so that every shift and offset in it is a constant.
  @inline(never)
  static func unpack(
    _ source: UnsafeRawPointer, width: Int, to values: UnsafeMutablePointer<UInt32>
  ) {
    let target = UnsafeMutableRawPointer(values)
    switch width {
    case 0: for row in 0..<32 { target.storeBytes(of: Row(), toByteOffset: row * 16, as: Row.self) }
    case 1: unpackRows(source, 1, target)
    case 2: unpackRows(source, 2, target)
    case 3: unpackRows(source, 3, target)
    case 4: unpackRows(source, 4, target)
    case 5: unpackRows(source, 5, target)
    case 6: unpackRows(source, 6, target)
    case 7: unpackRows(source, 7, target)
    case 8: unpackRows(source, 8, target)
    case 9: unpackRows(source, 9, target)
    case 10: unpackRows(source, 10, target)
    case 11: unpackRows(source, 11, target)
    case 12: unpackRows(source, 12, target)
    case 13: unpackRows(source, 13, target)
    case 14: unpackRows(source, 14, target)
    case 15: unpackRows(source, 15, target)
    case 16: unpackRows(source, 16, target)
    case 17: unpackRows(source, 17, target)
    case 18: unpackRows(source, 18, target)
    case 19: unpackRows(source, 19, target)
    case 20: unpackRows(source, 20, target)
    case 21: unpackRows(source, 21, target)
    case 22: unpackRows(source, 22, target)
    case 23: unpackRows(source, 23, target)
    case 24: unpackRows(source, 24, target)
    default: unpackWide(source, width, target)
    }
  }

  @inline(never)
  private static func unpackWide(
    _ source: UnsafeRawPointer, _ width: Int, _ target: UnsafeMutableRawPointer
  ) {
    for row in 0..<32 { unpackRow(row, source, width, target) }
  }

  @inline(__always)
  private static func unpackRows(
    _ source: UnsafeRawPointer, _ width: Int, _ target: UnsafeMutableRawPointer
  ) {
    unpackRow(0, source, width, target)
    unpackRow(1, source, width, target)
    unpackRow(2, source, width, target)
    unpackRow(3, source, width, target)
    unpackRow(4, source, width, target)
    unpackRow(5, source, width, target)
    unpackRow(6, source, width, target)
    unpackRow(7, source, width, target)
    unpackRow(8, source, width, target)
    unpackRow(9, source, width, target)
    unpackRow(10, source, width, target)
    unpackRow(11, source, width, target)
    unpackRow(12, source, width, target)
    unpackRow(13, source, width, target)
    unpackRow(14, source, width, target)
    unpackRow(15, source, width, target)
    unpackRow(16, source, width, target)
    unpackRow(17, source, width, target)
    unpackRow(18, source, width, target)
    unpackRow(19, source, width, target)
    unpackRow(20, source, width, target)
    unpackRow(21, source, width, target)
    unpackRow(22, source, width, target)
    unpackRow(23, source, width, target)
    unpackRow(24, source, width, target)
    unpackRow(25, source, width, target)
    unpackRow(26, source, width, target)
    unpackRow(27, source, width, target)
    unpackRow(28, source, width, target)
    unpackRow(29, source, width, target)
    unpackRow(30, source, width, target)
    unpackRow(31, source, width, target)
  }

  @inline(__always)
  private static func unpackRow(
    _ row: Int, _ source: UnsafeRawPointer, _ width: Int, _ target: UnsafeMutableRawPointer
  ) {
    let bit = row &* width
    let (word, shift) = (bit >> 5, bit & 31)
    let mask = Row(repeating: UInt32.max &>> UInt32(32 &- width))
    var value =
      source.loadUnaligned(fromByteOffset: word &* 16, as: Row.self) &>> Row(repeating: UInt32(shift))
    if shift &+ width > 32 {
      let next = source.loadUnaligned(fromByteOffset: (word &+ 1) &* 16, as: Row.self)
      value |= next &<< Row(repeating: UInt32(32 &- shift))
    }
    target.storeBytes(of: value & mask, toByteOffset: row &* 16, as: Row.self)
  }

  /// Turns 128 gaps (each less one) into rising documents behind `previous`, in place.
  ///
  /// From row to row only one addition waits for the one before it: what the ones missing from the gaps add up to goes beside.
  @inline(__always)
  static func integrate(_ values: UnsafeMutablePointer<UInt32>, previous: UInt32) {
    let target = UnsafeMutableRawPointer(values)
    var last = Row(repeating: previous)
    var ones = Row(1, 2, 3, 4)
    for row in 0..<32 {
      var value = target.loadUnaligned(fromByteOffset: row * 16, as: Row.self)
      // The two of a half are added up, then the lower half to the upper; lanes picked one by one would leave the vector.
      let even = value.evenHalf
      value = value &+ Row(0, even[0], 0, even[1])
      value = value &+ Row(lowHalf: SIMD2(), highHalf: SIMD2(repeating: value.lowHalf[1]))
      target.storeBytes(of: value &+ ones &+ last, toByteOffset: row * 16, as: Row.self)
      last = last &+ Row(repeating: value[3])
      ones = ones &+ 4
    }
  }

  /// Adds one to the first `count` of 128 values, and perhaps to those that fill the last row.
  @inline(__always)
  static func increment(_ values: UnsafeMutablePointer<UInt32>, count: Int) {
    let target = UnsafeMutableRawPointer(values)
    for row in 0..<(count &+ 3) / 4 {
      let value = target.loadUnaligned(fromByteOffset: row &* 16, as: Row.self) &+ 1
      target.storeBytes(of: value, toByteOffset: row &* 16, as: Row.self)
    }
  }
}
