/// CRC-32C (Castagnoli, RFC 3720 appendix B.4), eight bytes a step by tables.
enum CRC32C {
  /// The checksum of bytes; pass an earlier checksum as `seed` to go on from it.
  /// - Complexity: O(bytes), above 1 GB/s.
  static func checksum(_ bytes: UnsafeRawBufferPointer, seed: UInt32 = 0) -> UInt32 {
    guard var position = bytes.baseAddress else { return seed }
    let end = position + bytes.count
    return tables.withUnsafeBufferPointer { tables in
      var crc = ~seed
      while end - position >= 8 {
        let word = UInt64(littleEndian: position.loadUnaligned(as: UInt64.self)) ^ UInt64(crc)
        crc = step(word, tables)
        position += 8
      }
      while position < end {
        crc = crc >> 8 ^ tables[Int(UInt8(truncatingIfNeeded: crc) ^ position.load(as: UInt8.self))]
        position += 1
      }
      return ~crc
    }
  }

  /// The checksum of an array.
  static func checksum(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { checksum($0) } }

  @inline(__always)
  private static func step(_ word: UInt64, _ tables: UnsafeBufferPointer<UInt32>) -> UInt32 {
    var crc: UInt32 = 0
    for byte in 0..<8 {
      crc ^= tables[(7 - byte) << 8 | Int(word >> UInt64(8 * byte) & 0xff)]
    }
    return crc
  }

  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 != 0 ? crc >> 1 ^ 0x82f6_3b78 : crc >> 1 }
      tables[byte] = crc
    }
    for index in 256..<tables.count {
      let previous = tables[index - 256]
      tables[index] = previous >> 8 ^ tables[Int(previous & 0xff)]
    }
    return tables
  }()
}
