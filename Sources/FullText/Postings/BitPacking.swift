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

  /// Reads what `pack` wrote; stays within `bytes(count, width)` bytes of `source`.
  @inline(__always)
  static func unpack(
    _ source: UnsafeRawPointer, count: Int, width: Int, to values: UnsafeMutablePointer<UInt32>
  ) {
    let mask = UInt64(1) << UInt64(width) - 1
    let end = bytes(count, width: width)
    var open: UInt64 = 0
    var used = 0
    var offset = 0
    for index in 0..<count {
      while used < width {
        if offset + 4 <= end {
          open |=
            UInt64(source.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian) << UInt64(used)
          used += 32
          offset += 4
        } else {
          open |= UInt64(source.load(fromByteOffset: offset, as: UInt8.self)) << UInt64(used)
          used += 8
          offset += 1
        }
      }
      values[index] = UInt32(truncatingIfNeeded: open & mask)
      open >>= UInt64(width)
      used -= width
    }
  }

  /// The value at an index; `width` is at most 32 and the bytes end at `end`.
  @inline(__always)
  static func value(
    _ source: UnsafeRawPointer, at index: Int, width: Int, end: UnsafeRawPointer
  ) -> UInt32 {
    let bit = index * width
    let address = source + bit >> 3
    let shift = UInt64(bit & 7)
    let mask = UInt64(1) << UInt64(width) - 1
    if end - address >= 8 {
      return UInt32(
        truncatingIfNeeded: address.loadUnaligned(as: UInt64.self).littleEndian >> shift & mask)
    }
    var word: UInt64 = 0
    var at = address
    var byte: UInt64 = 0
    while at < end, byte < 40 {
      word |= UInt64(at.load(as: UInt8.self)) << byte
      at += 1
      byte += 8
    }
    return UInt32(truncatingIfNeeded: word >> shift & mask)
  }
}
