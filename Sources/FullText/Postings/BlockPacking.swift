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
  @inline(__always)
  static func unpack(
    _ source: UnsafeRawPointer, width: Int, to values: UnsafeMutablePointer<UInt32>
  ) {
    let target = UnsafeMutableRawPointer(values)
    guard width > 0 else {
      for row in 0..<32 { target.storeBytes(of: Row(), toByteOffset: row * 16, as: Row.self) }
      return
    }
    let mask = Row(repeating: UInt32.max >> UInt32(32 - width))
    var source = source
    var open = source.loadUnaligned(as: Row.self)
    var used = 0
    for row in 0..<32 {
      var value = open &>> Row(repeating: UInt32(used))
      used += width
      if used >= 32, row < 31 || used > 32 {
        source += 16
        open = source.loadUnaligned(as: Row.self)
        used -= 32
        if used > 0 { value |= open &<< Row(repeating: UInt32(width - used)) }
      }
      target.storeBytes(of: value & mask, toByteOffset: row * 16, as: Row.self)
    }
  }

  /// Turns 128 gaps (each less one) into rising documents behind `previous`, in place.
  @inline(__always)
  static func integrate(_ values: UnsafeMutablePointer<UInt32>, previous: UInt32) {
    let target = UnsafeMutableRawPointer(values)
    var last = Row(repeating: previous)
    for row in 0..<32 {
      var value = target.loadUnaligned(fromByteOffset: row * 16, as: Row.self) &+ 1
      value = value &+ Row(0, value[0], value[1], value[2])
      value = value &+ Row(0, 0, value[0], value[1])
      value = value &+ last
      target.storeBytes(of: value, toByteOffset: row * 16, as: Row.self)
      last = Row(repeating: value[3])
    }
  }
}
