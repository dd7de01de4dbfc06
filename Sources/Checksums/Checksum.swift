import CChecksum

/// CRC-32C (Castagnoli, RFC 3720 §B.4), the checksum of everything that is written to disk.
///
/// Complexity: O(bytes); about 8 GB/s a core where the processor has the instruction.
public struct Checksum: Hashable, Sendable {
  /// The checksum of what was added so far.
  public private(set) var value: UInt32

  /// Begins a checksum; another `seed` than 0 gives an unrelated family of checksums.
  public init(seed: UInt32 = 0) { value = seed }

  /// Continues the checksum over `bytes`.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    value = matiane_crc32c(value, bytes.baseAddress, bytes.count)
  }

  /// Continues the checksum over `count` bytes of which only the checksum is known.
  public mutating func add(_ checksum: Checksum, of count: Int) {
    value = matiane_crc32c_combine(value, checksum.value, UInt64(count))
  }

  /// The checksum of `bytes` alone.
  public static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt32 = 0) -> UInt32 {
    matiane_crc32c(seed, bytes.baseAddress, bytes.count)
  }

  /// The checksum of an array.
  public static func of(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { of($0) } }
}
