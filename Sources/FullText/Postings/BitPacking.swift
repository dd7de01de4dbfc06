/// Packs any number of integers of one width one behind the other, low bits first.
enum BitPacking {
  /// Bytes that `count` integers take.
  @inline(__always)
  static func bytes(_ count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  /// Writes `bytes(count, width)` bytes; bits of the values above `width` (at most 32) are dropped.
  static func pack(
    _ values: UnsafePointer<UInt32>, count: Int, width: Int, to target: UnsafeMutableRawPointer
  ) {
    guard width > 0 else { return }
    let mask = UInt64(1) << UInt64(width) - 1
    var open: UInt64 = 0
    var used = 0
    var offset = 0
    for index in 0..<count {
      open |= (UInt64(values[index]) & mask) << UInt64(used)
      used += width
      if used >= 32 {
        target.storeBytes(
          of: UInt32(truncatingIfNeeded: open).littleEndian, toByteOffset: offset, as: UInt32.self)
        offset += 4
        open >>= 32
        used -= 32
      }
    }
    while used > 0 {
      target.storeBytes(of: UInt8(truncatingIfNeeded: open), toByteOffset: offset, as: UInt8.self)
      offset += 1
      open >>= 8
      used -= 8
    }
  }

  /// Reads what `pack` wrote; stays below `end`.
  @inline(__always)
  static func unpack(
    _ source: UnsafeRawPointer, end: UnsafeRawPointer, count: Int, width: Int,
    to values: UnsafeMutablePointer<UInt32>
  ) {
    guard width > 0 else { return values.update(repeating: 0, count: count) }
    let mask = UInt64(1) &<< UInt64(width) &- 1
    // Those at which eight bytes can be read; the others lie within the last eight.
    let wide = min(count, (max(0, end - source - 7) &* 8 &+ width &- 1) / width)
    var bit = 0
    for index in 0..<wide {
      let word = (source + bit &>> 3).loadUnaligned(as: UInt64.self).littleEndian
      values[index] = UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7) & mask)
      bit &+= width
    }
    if wide == count { return }
    let tail = source + max(0, end - source - 8)
    var word = word(tail, end: end) &>> UInt64(bit &- 8 &* (tail - source))
    for index in wide..<count {
      values[index] = UInt32(truncatingIfNeeded: word & mask)
      word &>>= UInt64(width)
    }
  }

  /// The value at an index; `width` is at most 32 and nothing may be read from `end` on.
  @inline(__always)
  static func value(
    _ source: UnsafeRawPointer, at index: Int, width: Int, end: UnsafeRawPointer
  ) -> UInt32 {
    let mask = UInt64(1) &<< UInt64(width) &- 1
    return UInt32(truncatingIfNeeded: bits(source, at: index &* width, end: end) & mask)
  }

  /// At least 57 bits from a bit on, as far as they lie before `end`.
  @inline(__always)
  static func bits(_ source: UnsafeRawPointer, at bit: Int, end: UnsafeRawPointer) -> UInt64 {
    word(source + bit &>> 3, end: end) &>> UInt64(bit & 7)
  }

  /// The eight bytes from an address on, as far as they lie before the end.
  @inline(__always)
  static func word(_ address: UnsafeRawPointer, end: UnsafeRawPointer) -> UInt64 {
    end - address >= 8 ? address.loadUnaligned(as: UInt64.self).littleEndian : last(address, end)
  }

  /// The fewer than eight bytes before the end.
  @inline(never)
  private static func last(_ address: UnsafeRawPointer, _ end: UnsafeRawPointer) -> UInt64 {
    var word: UInt64 = 0
    for offset in 0..<max(0, end - address) {
      word |= UInt64((address + offset).load(as: UInt8.self)) << UInt64(8 * offset)
    }
    return word
  }
}
