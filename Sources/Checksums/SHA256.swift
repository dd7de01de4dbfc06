import CChecksum

/// SHA-256 (FIPS 180-4): by it a snapshot's files can be told to be the ones that were written, by any program; keys are
/// kept as it, and repeated requests known by it.
///
/// Complexity: O(bytes); above 1 GB/s a core where the processor has the instructions, about 0.3 GB/s elsewhere.
public struct SHA256: Sendable {
  private var sum = matiane_sha256()

  /// Begins a digest.
  public init() { matiane_sha256_begin(&sum, 0) }

  /// Continues the digest over `bytes`.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    matiane_sha256_add(&sum, bytes.baseAddress, bytes.count)
  }

  /// The 32 bytes of the digest of what was added so far.
  public var digest: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      withUnsafePointer(to: sum) { matiane_sha256_finish($0, digest.baseAddress) }
      count = 32
    }
  }

  /// The same in 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    digest.map(\.hexadecimal).joined()
  }

  /// The digest of `bytes` alone.
  public static func of(_ bytes: UnsafeRawBufferPointer) -> SHA256 {
    var sum = SHA256()
    sum.add(bytes)
    return sum
  }
}
