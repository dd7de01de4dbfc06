import Checksums

extension DeletionBitmap {
  /// The bitmap as bytes: u32 count, the gaps between the deleted documents as varints, u32 CRC-32C of all before.
  public func encoded() -> [UInt8] {
    let sink = ByteSink()
    sink.append(integer: UInt32(count))
    var next: DocID = 0
    forEach { document in
      sink.append(varint: document - next)
      next = document + 1
    }
    sink.append(integer: Checksum.of(sink.bytes))
    return sink.withBytes { Array($0) }
  }

  /// Reads what `encoded` wrote, for a segment of so many documents.
  /// - Throws: `damaged`.
  public init(decoding bytes: [UInt8], documentCount: Int) throws(IndexError) {
    self.init()
    guard bytes.count >= 8, Checksum.of(Array(bytes.dropLast(4))) == Self.lastInteger(bytes) else {
      throw IndexError(.damaged, "bitmap of deletions fails its checksum")
    }
    let isComplete = bytes.dropLast(4).withUnsafeBytes { bytes in
      var cursor = ByteCursor(bytes)
      var next: UInt64 = 0
      for _ in 0..<cursor.integer(UInt32.self) {
        next += UInt64(cursor.varint32())
        guard !cursor.isPastEnd, next < documentCount, insert(DocID(next)) else { return false }
        next += 1
      }
      return cursor.remaining == 0
    }
    guard isComplete else { throw IndexError(.damaged, "bitmap of deletions does not fit its segment") }
  }

  private static func lastInteger(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: $0.count - 4, as: UInt32.self).littleEndian }
  }
}
