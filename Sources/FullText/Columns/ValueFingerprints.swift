import Synchronization

/// The fingerprints of a segment's keyword values, by field: made when they are first asked for, and kept.
final class ValueFingerprints: Sendable {
  private let made = Mutex<[KeywordFieldID: ContiguousArray<UInt64>]>([:])

  /// The bytes that all of them take.
  var bytes: Int { made.withLock { $0.values.reduce(0) { $0 + 8 * $1.count } } }

  /// The fingerprints of a field; `make` may be called by several threads that ask at the same time.
  func of(_ field: KeywordFieldID, _ make: () -> ContiguousArray<UInt64>) -> ContiguousArray<UInt64> {
    if let known = made.withLock({ $0[field] }) { return known }
    let fresh = make()
    made.withLock { $0[field] = fresh }
    return fresh
  }
}

extension Segment {
  /// A number for each value of a keyword field, by ordinal: the same number for the same bytes in every segment, and never
  /// zero. Different values of a million share one with a chance of 1 in 10 million; nobody outside can tell which.
  ///
  /// - Complexity: O(1), and O(bytes of the values) for the first call.
  func fingerprints(_ field: KeywordFieldID) -> ContiguousArray<UInt64> {
    valueFingerprints.of(field) {
      let index = keywords(field)
      // One for every ordinal that a column may name, whatever the dictionary holds.
      let count = max(index.count, column(field)?.valueCount ?? 0)
      var numbers = ContiguousArray<UInt64>(repeating: 1, count: count)
      index.forEach { ordinal, value, _ in
        if ordinal < count { numbers[Int(ordinal)] = Fingerprint.of(value) }
      }
      return numbers
    }
  }
}

/// A hash of 64 bits under a key of this process.
private enum Fingerprint {
  private static let key = UInt64.random(in: .min ... .max)

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = mix(key ^ UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    for byte in bytes[offset...] { rest = rest << 8 | UInt64(byte) }
    return max(mix(hash ^ rest), 1)
  }

  /// The halves of a product with the golden ratio, taken together, then shuffled again.
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ key.byteSwapped).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    let folded = product.high ^ product.low
    return (folded ^ folded >> 32) &* 0xff51_afd7_ed55_8ccd
  }
}
