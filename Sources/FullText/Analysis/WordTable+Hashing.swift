extension WordTable {
  /// A hash of a spelling, seeded for each table so that nobody can prepare words that collide.
  @inline(__always)
  func hash(_ spelling: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(spelling)
    var hash = seed ^ UInt64(raw.count)
    var index = 0
    while index + 8 <= raw.count {
      hash = Self.mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    return index == raw.count ? hash : Self.mix(hash ^ Self.tail(raw, from: index))
  }

  /// Whether the first bytes of `bytes` are `spelling`.
  @inline(__always)
  static func equal(_ bytes: UnsafeRawBufferPointer, _ spelling: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= spelling.count else { return false }
    var index = 0
    while index + 8 <= spelling.count {
      let a = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if a != spelling.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    return index == spelling.count
      || tail(bytes.prefix(spelling.count), from: index) == tail(spelling[...], from: index)
  }

  /// The bytes from `index` on, fewer than eight, as one number.
  @inline(__always)
  private static func tail(_ raw: UnsafeRawBufferPointer, from index: Int) -> UInt64 {
    let count = raw.count - index
    if count >= 4 {
      let head = UInt64(raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
      let end = UInt64(raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self))
      return head << 32 | end
    }
    guard count > 0 else { return 0 }
    let middle = UInt64(raw[index + count / 2])
    return UInt64(raw[index]) << 16 | middle << 8 | UInt64(raw[raw.count - 1])
  }

  @inline(__always)
  private static func tail(_ raw: Slice<UnsafeRawBufferPointer>, from index: Int) -> UInt64 {
    tail(UnsafeRawBufferPointer(rebasing: raw), from: index)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
