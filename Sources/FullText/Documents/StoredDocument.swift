import Checksums

/// One record of a documents image.
struct StoredDocument {
  let key: UnsafeRawBufferPointer
  let payload: UnsafeRawBufferPointer
  /// The whole record, with its header.
  let record: UnsafeRawBufferPointer

  /// The record at an offset; nil if it does not lie within the image. The checksum is not looked at.
  @inline(__always)
  init?(_ image: UnsafeRawBufferPointer, at offset: Int) {
    guard offset >= DocumentsImage.headerBytes, offset <= image.count - DocumentsImage.recordHeaderBytes
    else {
      return nil
    }
    let length = Int(image.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
    let start = offset + DocumentsImage.recordHeaderBytes
    guard length <= image.count - start else { return nil }
    var cursor = ByteCursor(UnsafeRawBufferPointer(rebasing: image[start..<start + length]))
    key = cursor.bytes(cursor.count())
    payload = cursor.bytes(cursor.remaining)
    record = UnsafeRawBufferPointer(rebasing: image[offset..<start + length])
    guard !cursor.isPastEnd else { return nil }
  }

  /// The checksum stored in the record.
  var storedChecksum: UInt32 { record.loadUnaligned(fromByteOffset: 4, as: UInt32.self).littleEndian }

  /// Whether the record's bytes are those that were written.
  var isIntact: Bool {
    Checksum.of(UnsafeRawBufferPointer(rebasing: record[DocumentsImage.recordHeaderBytes...]))
      == storedChecksum
  }
}
