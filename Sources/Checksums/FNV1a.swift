/// FNV-1a (Fowler, Noll, Vo): a hash that is the same in every process and release, and that anyone can make collide.
///
/// Values of it are on disk, in etags and in tokens: none of it may change.
public enum FNV1a {
  /// The hash of nothing, from which every other goes on.
  public static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of what `hash` is of and one more byte, or a longer word.
  @inlinable
  public static func next(_ hash: UInt64, _ word: UInt64) -> UInt64 { (hash ^ word) &* 0x100_0000_01B3 }

  /// The hash of bytes, 64 bits.
  ///
  /// - Complexity: O(bytes), one after the other.
  @inlinable
  public static func hash64(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = start
    for byte in bytes { hash = next(hash, UInt64(byte)) }
    return hash
  }

  /// The hash of bytes, 32 bits, which is not a part of that of 64.
  ///
  /// - Complexity: O(bytes), one after the other.
  @inlinable
  public static func hash32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x100_0193 }
    return hash
  }

  /// Spreads what differs in a few bits over all of them: the finaliser of MurmurHash3.
  @inlinable
  public static func spread(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
