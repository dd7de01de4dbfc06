/// By what a word is looked up in a `WordTable`.
struct WordKey {
  /// A hash of the spelling, seeded for each table so that nobody can prepare words that collide.
  let hash: UInt64
  /// The first eight bytes of the spelling; zeros behind a shorter one.
  let head: UInt64
  /// The last eight bytes of a spelling of more than eight; otherwise 0.
  let tail: UInt64
  let language: Language
}

extension WordKey {
  /// The key of a spelling of at least one byte, of which and behind which `room` bytes may be read in all.
  @inline(__always)
  init(_ spelling: UnsafeRawBufferPointer, behind room: Int, language: Language, seed: UInt64) {
    let count = spelling.count
    let head = Self.head(spelling, room)
    var hash = Self.mix(head ^ seed ^ UInt64(truncatingIfNeeded: count) &<< 56)
    guard count > 8 else {
      self.init(hash: hash, head: head, tail: 0, language: language)
      return
    }
    let start = spelling.baseAddress.unsafelyUnwrapped
    let tail = (start + (count &- 8)).loadUnaligned(as: UInt64.self)
    var index = 8
    while index &+ 8 < count {
      hash = Self.mix(hash ^ (start + index).loadUnaligned(as: UInt64.self))
      index &+= 8
    }
    self.init(hash: Self.mix(hash ^ tail), head: head, tail: tail, language: language)
  }

  @inline(__always)
  private static func head(_ spelling: UnsafeRawBufferPointer, _ room: Int) -> UInt64 {
    let start = spelling.baseAddress.unsafelyUnwrapped
    let count = spelling.count
    if room >= 8 {
      let bytes = start.loadUnaligned(as: UInt64.self).littleEndian
      return bytes & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(count, 8)))
    }
    var bytes: UInt64 = 0
    for index in 0..<count { bytes |= UInt64(spelling[index]) << UInt64(8 * index) }
    return bytes
  }

  /// The second eight bytes of a spelling of more than 16.
  @inline(__always)
  static func middle(_ spelling: UnsafeRawBufferPointer) -> UInt64 {
    spelling.count > 16 ? spelling.loadUnaligned(fromByteOffset: 8, as: UInt64.self) : 0
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
