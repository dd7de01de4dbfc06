/// SipHash-2-4: a signature of short messages under a secret key of 128 bits (Aumasson and Bernstein, 2012).
///
/// Who does not know the key can neither sign a message nor guess its signature but by trying. About a nanosecond a byte.
struct SipHash {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  /// The last bytes, up to seven, in the low end.
  private var tail: UInt64 = 0
  private var count = 0

  /// Begins a message under a key.
  init(low: UInt64, high: UInt64) {
    v0 = 0x736f_6d65_7073_6575 ^ low
    v1 = 0x646f_7261_6e64_6f6d ^ high
    v2 = 0x6c79_6765_6e65_7261 ^ low
    v3 = 0x7465_6462_7974_6573 ^ high
  }

  /// Continues the message.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      tail |= UInt64(byte) << UInt64(8 * (count & 7))
      count += 1
      if count & 7 == 0 {
        take(tail)
        tail = 0
      }
    }
  }

  /// Continues the message with a number, so that two messages are not one that is divided elsewhere.
  mutating func add(count: Int) {
    let number = UInt64(count)
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(CollectionOfOne(UInt8(truncatingIfNeeded: number >> shift)))
    }
  }

  /// The signature of what was added.
  func value() -> UInt64 {
    var end = self
    end.take(tail | UInt64(count) << 56)
    end.v2 ^= 0xff
    for _ in 0..<4 { end.round() }
    return end.v0 ^ end.v1 ^ end.v2 ^ end.v3
  }

  private mutating func take(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  private mutating func round() {
    v0 &+= v1
    v2 &+= v3
    v1 = v1.rotated(by: 13) ^ v0
    v3 = v3.rotated(by: 16) ^ v2
    v0 = v0.rotated(by: 32)
    v2 &+= v1
    v0 &+= v3
    v1 = v1.rotated(by: 17) ^ v2
    v3 = v3.rotated(by: 21) ^ v0
    v2 = v2.rotated(by: 32)
  }
}

extension UInt64 {
  fileprivate func rotated(by bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
