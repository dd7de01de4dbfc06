extension WordTable {
  /// A hash of a spelling, seeded for each table so that nobody can prepare words that collide.
  @inline(__always)
  func hash(_ spelling: UnsafeRawBufferPointer) -> UInt64 {
    var hash = Self.mix(Self.head(spelling) ^ seed ^ UInt64(spelling.count) << 56)
    var index = 8
    while index + 8 <= spelling.count {
      hash = Self.mix(hash ^ spelling.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    guard index < spelling.count else { return hash }
    return Self.mix(hash ^ spelling.loadUnaligned(fromByteOffset: spelling.count - 8, as: UInt64.self))
  }

  /// The first eight bytes; of a shorter spelling all bytes, so packed that no two of one length are alike.
  @inline(__always)
  static func head(_ spelling: UnsafeRawBufferPointer) -> UInt64 {
    let count = spelling.count
    if count >= 8 { return spelling.loadUnaligned(as: UInt64.self) }
    if count >= 4 {
      let start = UInt64(spelling.loadUnaligned(as: UInt32.self))
      return start << 32 | UInt64(spelling.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    }
    guard count > 0 else { return 0 }
    let middle = UInt64(spelling[count / 2])
    return UInt64(spelling[0]) << 16 | middle << 8 | UInt64(spelling[count - 1])
  }

  /// The second eight bytes of a spelling of more than 16.
  @inline(__always)
  static func middle(_ spelling: UnsafeRawBufferPointer) -> UInt64 {
    spelling.count > 16 ? spelling.loadUnaligned(fromByteOffset: 8, as: UInt64.self) : 0
  }

  /// The last eight bytes of a longer spelling.
  @inline(__always)
  static func tail(_ spelling: UnsafeRawBufferPointer) -> UInt64 {
    guard spelling.count > 8 else { return 0 }
    return spelling.loadUnaligned(fromByteOffset: spelling.count - 8, as: UInt64.self)
  }

  /// Whether the first bytes of `bytes` are `spelling`, which is at least eight bytes long.
  @inline(__always)
  static func equal(_ bytes: UnsafeRawBufferPointer, _ spelling: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= spelling.count else { return false }
    var index = 0
    while index < spelling.count {
      let at = min(index, spelling.count - 8)
      let a = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if a != spelling.loadUnaligned(fromByteOffset: at, as: UInt64.self) { return false }
      index += 8
    }
    return true
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
