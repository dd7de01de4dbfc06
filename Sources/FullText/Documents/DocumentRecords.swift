/// Reads the records of a documents image one after the other, without an index, checking each.
struct DocumentRecords {
  private let image: UnsafeRawBufferPointer
  private let header: DocumentsHeader
  private var offset = DocumentsImage.headerBytes
  private var read = 0
  private var checksum: UInt32 = 0

  /// - Throws: `damaged` or `unsupportedVersion`.
  init(_ image: UnsafeRawBufferPointer) throws(IndexError) {
    self.image = image
    header = try DocumentsHeader(image)
  }

  /// What an index of the image is tied to it by.
  var identity: DocumentsIdentity {
    DocumentsIdentity(bytes: UInt64(image.count), checksum: header.checksum)
  }

  /// The next record; nil at the end.
  /// - Throws: `damaged`, naming the record and its place.
  mutating func next() throws(IndexError) -> StoredDocument? {
    guard read < header.count else {
      guard offset == image.count, checksum == header.checksum else {
        throw IndexError(
          .damaged, "documents image does not hold the \(header.count) records it was written with")
      }
      return nil
    }
    guard let record = StoredDocument(image, at: offset), record.isIntact else {
      throw IndexError(
        .damaged, "record \(read) of the documents image, at byte \(offset), fails its checksum")
    }
    checksum = DocumentsImage.combine(checksum, recordAt: offset, in: image)
    offset += record.record.count
    read += 1
    return record
  }
}
