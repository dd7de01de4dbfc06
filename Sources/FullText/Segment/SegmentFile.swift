/// Opens segments that were written before, and makes them anew from their documents alone.
///
/// A segment is two files: `Segment.documentsImage` and `Segment.indexImage`, byte for byte (FORMAT.md). The first is the
/// truth and stays readable for ever; the second can be built again from it.
public enum SegmentFile {
  /// Opens a segment over two images, which are usually mapped files.
  ///
  /// Checks every byte of the index image and the header of the documents image. Records are checked by `verify`. One who has
  /// compared the bytes with a checksum of his own, made when they were written, may say so: `isChecked`.
  /// - Throws: `damaged`; `unsupportedVersion`, after which `rebuild` still works if it was the index's version.
  /// - Complexity: O(bytes of the index image), about 1 GB/s.
  public static func open(
    documents: ImageRegion, index: ImageRegion, schema: Schema, isChecked: Bool = false
  ) throws(IndexError) -> Segment {
    try Segment(documents: documents, index: index, schema: schema, isTrusted: isChecked)
  }

  /// What is wrong with the bytes of a documents image, and where; nil when nothing is.
  /// - Complexity: O(bytes).
  public static func damage(inDocuments bytes: UnsafeRawBufferPointer) -> String? {
    do throws(IndexError) {
      var records = try DocumentRecords(bytes)
      while try records.next() != nil {}
      return nil
    } catch { return error.message }
  }

  /// What is wrong with the bytes of an index image, and where; nil when nothing is.
  /// - Complexity: O(bytes).
  public static func damage(inIndex bytes: UnsafeRawBufferPointer) -> String? {
    do throws(IndexError) {
      _ = try OpenedIndexImage(bytes, verifyingChecksums: true)
      return nil
    } catch { return error.message }
  }

  /// Builds the index of a documents image.
  ///
  /// `analyze` gets each key and payload and returns what to index; its `key` and `payload` are ignored in favour of
  /// the stored ones. Document numbers stay the same, so a bitmap of deletions remains valid. Takes memory for the index three
  /// times and for the words of a piece of it, however many documents there are.
  /// - Throws: `damaged` for a damaged image; whatever `analyze` throws; `documentOverLimit`.
  /// - Complexity: O(words).
  public static func rebuild(
    documents: ImageRegion, schema: Schema,
    analyze: (_ key: [UInt8], _ payload: [UInt8]) throws(IndexError) -> IndexDocument
  ) throws(IndexError) -> Segment {
    try SegmentRebuilder(schema: schema).rebuild(documents, analyze)
  }

  /// What can be read of a damaged documents image, which held `count` records in `byteCount` bytes.
  ///
  /// An index of it, as far as it is sound, tells where every record lies; without one they are looked for.
  /// - Complexity: O(bytes).
  public static func salvage(
    documents: ImageRegion, byteCount: Int, count: Int, index: ImageRegion?
  ) -> SalvagedDocuments {
    let opened = index.flatMap {
      try? OpenedIndexImage($0.bytes, verifyingChecksums: true, leavingOutDamaged: true)
    }
    defer { withExtendedLifetime(index) {} }
    return SalvagedDocuments(
      documents, count: count, isWhole: documents.bytes.count >= byteCount, index: opened)
  }

  /// Calls `body` with each key and payload of a documents image, in order; the bytes are valid during the call.
  /// - Throws: `damaged`, naming the record and its place; whatever `body` throws.
  public static func forEachDocument(
    in documents: ImageRegion,
    _ body: (_ key: UnsafeRawBufferPointer, _ payload: UnsafeRawBufferPointer) throws(IndexError) -> Void
  ) throws(IndexError) {
    var records = try DocumentRecords(documents.bytes)
    while let record = try records.next() { try body(record.key, record.payload) }
  }
}
