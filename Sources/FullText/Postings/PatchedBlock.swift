/// Integers packed to a width that most of them fit, the few others patched (PFOR).
///
/// One byte: width in the low five bits, the number of exceptions (at most seven) above; the packed low bits, in lanes
/// for a full block of 128, one behind the other otherwise; then for each exception its index and the eight bits
/// above the width. Values are below 2^24.
enum PatchedBlock {
  static let maxExceptions = 7
  static let maxWidth = 24

  /// Appends `count` values.
  static func encode(_ values: UnsafePointer<UInt32>, count: Int, to sink: ByteSink) {
    let (width, exceptions) = choose(values, count: count)
    sink.append(UInt8(width | exceptions << 5))
    let bytes = packedBytes(count, width: width)
    let target = sink.reserve(bytes)
    if count == BlockPacking.count {
      BlockPacking.pack(values, width: width, to: target)
    } else {
      BitPacking.pack(values, count: count, width: width, to: target)
    }
    sink.advance(by: bytes)
    guard exceptions > 0 else { return }
    for index in 0..<count where values[index] >> UInt32(width) != 0 {
      sink.append(UInt8(index))
      sink.append(UInt8(values[index] >> UInt32(width)))
    }
  }

  /// Decodes `count` values (at most 128); returns where the block ends, or nil if the bytes cannot be such a block.
  @inline(__always)
  static func decode(
    _ source: UnsafeRawPointer, end: UnsafeRawPointer, count: Int, to values: UnsafeMutablePointer<UInt32>
  ) -> UnsafeRawPointer? {
    guard let next = skip(source, end: end, count: count) else { return nil }
    let head = source.load(as: UInt8.self)
    let width = Int(head & 31)
    if count == BlockPacking.count {
      BlockPacking.unpack(source + 1, width: width, to: values)
    } else {
      BitPacking.unpack(source + 1, end: end, count: count, width: width, to: values)
    }
    if head >> 5 != 0, !patch(source, end: next, count: count, values) { return nil }
    return next
  }

  /// Where the block ends, or nil if it cannot be one.
  @inline(__always)
  static func skip(_ source: UnsafeRawPointer, end: UnsafeRawPointer, count: Int) -> UnsafeRawPointer? {
    guard source < end else { return nil }
    let head = source.load(as: UInt8.self)
    let width = Int(head & 31)
    let size = 1 + packedBytes(count, width: width) + 2 * Int(head >> 5)
    guard width <= maxWidth, size <= end - source else { return nil }
    return source + size
  }

  @inline(never)
  private static func patch(
    _ source: UnsafeRawPointer, end: UnsafeRawPointer, count: Int, _ values: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    let head = source.load(as: UInt8.self)
    let width = UInt32(head & 31)
    var exception = end - 2 * Int(head >> 5)
    while exception < end {
      let index = Int(exception.load(as: UInt8.self))
      let high = UInt32(exception.load(fromByteOffset: 1, as: UInt8.self))
      guard index < count, BlockPacking.width(high) + Int(width) <= maxWidth else { return false }
      values[index] |= high << width
      exception += 2
    }
    return true
  }

  @inline(__always)
  private static func packedBytes(_ count: Int, width: Int) -> Int {
    count == BlockPacking.count ? 16 * width : BitPacking.bytes(count, width: width)
  }

  /// The width with the fewest bytes, and how many values exceed it.
  private static func choose(_ values: UnsafePointer<UInt32>, count: Int) -> (width: Int, exceptions: Int) {
    var all: UInt32 = 0
    for index in 0..<count { all |= values[index] }
    guard all > 0 else { return (0, 0) }
    let widest = BlockPacking.width(all)
    var best = (width: widest, exceptions: 0)
    var bestBytes = packedBytes(count, width: widest)
    var width = widest - 1
    while width >= 0, widest - width <= 8 {
      let exceptions = wider(than: width, values, count: count)
      guard exceptions <= maxExceptions else { break }
      let bytes = packedBytes(count, width: width) + 2 * exceptions
      if bytes < bestBytes {
        best = (width, exceptions)
        bestBytes = bytes
      }
      width -= 1
    }
    return best
  }

  /// How many values need more bits; four are judged at a time.
  @inline(__always)
  private static func wider(than width: Int, _ values: UnsafePointer<UInt32>, count: Int) -> Int {
    let limit = BlockPacking.Row(repeating: UInt32.max >> UInt32(32 - width))
    let bytes = UnsafeRawPointer(values)
    var found = BlockPacking.Row()
    for row in 0..<count / 4 {
      let value = bytes.loadUnaligned(fromByteOffset: row * 16, as: BlockPacking.Row.self)
      found &+= BlockPacking.Row().replacing(with: 1, where: value .> limit)
    }
    var total = Int(found.wrappedSum())
    for index in count & ~3..<count where values[index] > limit[0] { total += 1 }
    return total
  }
}
