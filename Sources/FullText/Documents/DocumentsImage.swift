import Checksums

/// Writes and reads the image of stored documents: the truth, from which an index can be built again.
///
/// A header of 64 bytes, then a record a document: u32 length of the rest of the record behind the checksum, u32
/// CRC-32C of that rest, varint key length, key, payload. Stable: every later version reads this one.
enum DocumentsImage {
  static let magic: UInt64 = 0x5343_4f44_4e54_414d  // "MATNDOCS"
  static let version: UInt32 = 1
  static let headerBytes = 64
  static let recordHeaderBytes = 8

  /// Appends a record; returns its offset.
  static func appendRecord(
    key: UnsafeRawBufferPointer, payload: UnsafeRawBufferPointer, to sink: ByteSink
  ) -> Int {
    let start = sink.count
    sink.append(integer: UInt64(0))
    sink.append(varint: key.count)
    sink.append(key)
    sink.append(payload)
    let body = UnsafeRawBufferPointer(rebasing: sink.bytes[(start + recordHeaderBytes)...])
    sink.overwrite(integer: UInt32(body.count), at: start)
    sink.overwrite(integer: Checksum.of(body), at: start + 4)
    return start
  }

  /// Starts an image.
  static func begin() -> ByteSink {
    let sink = ByteSink(capacity: 1 << 12)
    sink.appendZeros(headerBytes)
    return sink
  }

  /// The header of an image of so many bytes that holds `count` records.
  static func header(count: Int, identity: DocumentsIdentity) -> ByteSink {
    let header = ByteSink()
    header.append(integer: magic)
    header.append(integer: version)
    header.append(integer: UInt32(count))
    header.append(integer: identity.bytes)
    header.append(integer: identity.checksum)
    header.appendZeros(headerBytes - 4 - header.count)
    header.append(integer: Checksum.of(header.bytes))
    return header
  }

  /// The checksum over records' checksums, with one more record.
  static func combine(_ checksum: UInt32, recordAt offset: Int, in image: UnsafeRawBufferPointer) -> UInt32 {
    Checksum.of(UnsafeRawBufferPointer(rebasing: image[offset + 4..<offset + 8]), seed: checksum)
  }
}

/// The header of a documents image.
struct DocumentsHeader {
  let count: Int
  /// CRC-32C over the checksums of all records, in order.
  let checksum: UInt32

  /// Checks the header.
  /// - Throws: `damaged` or `unsupportedVersion`.
  init(_ image: UnsafeRawBufferPointer) throws(IndexError) {
    guard image.count >= DocumentsImage.headerBytes else {
      throw IndexError(.damaged, "documents image of \(image.count) bytes is shorter than its header")
    }
    var cursor = ByteCursor(image)
    guard cursor.integer(UInt64.self) == DocumentsImage.magic else {
      throw IndexError(.damaged, "documents image does not start with its mark")
    }
    let version = cursor.integer(UInt32.self)
    guard version == DocumentsImage.version else {
      throw IndexError(
        .unsupportedVersion,
        "documents image has version \(version); this program reads \(DocumentsImage.version)")
    }
    count = Int(cursor.integer(UInt32.self))
    let length = cursor.integer(UInt64.self)
    checksum = cursor.integer(UInt32.self)
    let covered = DocumentsImage.headerBytes - 4
    let stored = image.loadUnaligned(fromByteOffset: covered, as: UInt32.self).littleEndian
    guard Checksum.of(UnsafeRawBufferPointer(rebasing: image[..<covered])) == stored else {
      throw IndexError(.damaged, "documents image header fails its checksum")
    }
    guard length == UInt64(image.count) else {
      throw IndexError(.damaged, "documents image has \(image.count) bytes; its header says \(length)")
    }
    guard count <= Limits.documentsPerSegment else {
      throw IndexError(.damaged, "documents image holds an impossible number of documents, \(count)")
    }
  }
}
