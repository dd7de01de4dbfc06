/// Makes the index of stored documents, in pieces that are merged afterwards.
///
/// The words of a million articles, sorted at once, would take several times the memory of the finished index.
struct SegmentRebuilder {
  private let schema: Schema
  private let builder: SegmentBuilder

  /// Makes pieces of about `wordsPerPiece` words.
  init(schema: Schema, wordsPerPiece: Int = SegmentBuilder.maxWords) {
    self.schema = schema
    builder = SegmentBuilder(schema: schema, analyzer: TextAnalyzer(), maxWords: wordsPerPiece)
  }

  /// See ``SegmentFile/rebuild(documents:schema:analyze:)``.
  func rebuild(
    _ documents: ImageRegion,
    _ analyze: (_ key: [UInt8], _ payload: [UInt8]) throws(IndexError) -> IndexDocument
  ) throws(IndexError) -> Segment {
    var pieces: [SegmentView] = []
    var offsets: [UInt64] = []
    var hashes: [UInt64] = []
    var records = try DocumentRecords(documents.bytes)
    var end = DocumentsImage.headerBytes
    while let record = try records.next() {
      offsets.append(UInt64(end))
      end += record.record.count
      hashes.append(KeyTable.hash(record.key))
      var document = try analyze(Array(record.key), Array(record.payload))
      try Limits.check(document, schema)
      // A piece is nothing but its index.
      document.key = []
      document.payload = []
      builder.add(document)
      if builder.isFull { pieces.append(SegmentView(segment: builder.finish())) }
    }
    if builder.count > 0 || pieces.isEmpty { pieces.append(SegmentView(segment: builder.finish())) }
    builder.giveBackMemory()
    return try SegmentMerger(pieces, schema: schema).segment(
      of: StoredDocuments(image: documents, identity: records.identity, offsets: offsets, hashes: hashes))
  }
}
