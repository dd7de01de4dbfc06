/// Unsigned integers of one width, found by index in constant time.
///
/// A view over `bytes(count, width)` bytes, which must outlive it.
struct PackedArray {
  let count: Int
  private let base: UnsafeRawPointer
  private let width: Int
  private let mask: UInt64

  /// Bytes behind the last value, so that a word can be read anywhere.
  private static let slack = 8

  /// Bytes that values take, with slack.
  static func bytes(_ count: Int, width: Int) -> Int { (count * width + 7) / 8 + slack }

  /// Nil if the bytes are too few.
  init?(_ bytes: UnsafeRawBufferPointer, count: Int, width: Int) {
    guard width >= 0, width <= 64, count >= 0, count <= Limits.documentsPerSegment * 64,
      bytes.count >= Self.bytes(count, width: width)
    else { return nil }
    self.count = count
    self.width = width
    base = bytes.baseAddress!
    mask = width == 64 ? .max : 1 << UInt64(width) - 1
  }

  /// The value at an index, which must be below `count`.
  @inline(__always)
  subscript(index: Int) -> UInt64 {
    let bit = index * width
    let shift = UInt64(bit & 7)
    let address = base + bit >> 3
    var word = address.loadUnaligned(as: UInt64.self).littleEndian >> shift
    if width > 56, shift > 0 {
      word |= UInt64((address + 8).load(as: UInt8.self)) << (64 - shift)
    }
    return word & mask
  }

  /// Appends values of `width` bits.
  static func append(_ count: Int, width: Int, to sink: ByteSink, _ value: (Int) -> UInt64) {
    let size = bytes(count, width: width)
    let target = sink.reserve(size)
    target.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    if width > 0 {
      for index in 0..<count {
        let bit = index * width
        let shift = UInt64(bit & 7)
        let address = target + bit >> 3
        let bits = value(index)
        address.storeBytes(of: address.loadUnaligned(as: UInt64.self) | bits << shift, as: UInt64.self)
        if shift > 0, UInt64(width) + shift > 64 {
          (address + 8).storeBytes(of: UInt8(truncatingIfNeeded: bits >> (64 - shift)), as: UInt8.self)
        }
      }
    }
    sink.advance(by: size)
  }

  /// The bits that a value needs.
  static func width(_ value: UInt64) -> Int { 64 - value.leadingZeroBitCount }
}
