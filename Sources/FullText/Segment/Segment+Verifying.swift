extension Segment {
  /// Tells contents apart: two segments with the same number hold the same bytes (but for a chance of 2^-64).
  public var fingerprint: UInt64 {
    let index = indexImage.bytes.loadUnaligned(
      fromByteOffset: IndexImage.headerBytes - 4, as: UInt32.self)
    let documents = documentsImage.bytes.loadUnaligned(
      fromByteOffset: DocumentsImage.headerBytes - 4, as: UInt32.self)
    return UInt64(index.littleEndian) << 32 | UInt64(documents.littleEndian)
  }

  /// Reads everything and compares it with what it should be: records by their checksums, posting lists by their counts.
  /// - Throws: `damaged`, naming what and where.
  /// - Complexity: O(bytes).
  public func verify() throws(IndexError) {
    _ = try OpenedIndexImage(indexImage.bytes, verifyingChecksums: true)
    var records = try DocumentRecords(documentsImage.bytes)
    var document: DocID = 0
    while let record = try records.next() {
      guard let stored = stored(document), stored.record.baseAddress == record.record.baseAddress,
        find(key: record.key, hash: KeyTable.hash(record.key)) == document
      else { throw IndexError(.damaged, "document \(document) is not where the index says") }
      document += 1
    }
    for field in textFields.indices { try verifyText(TextFieldID(field)) }
  }

  private func verifyText(_ field: TextFieldID) throws(IndexError) {
    let arena = PostingArena()
    var iterator = terms(field).makeIterator()
    var count = 0
    while iterator.next(), let entry = iterator.entry {
      arena.reset()
      guard withExtendedLifetime(arena, { isWhole(postings(entry, field, arena: arena), entry) }) else {
        throw IndexError(
          .damaged, "posting list of term \(entry.ordinal) of text field \(field.index) is broken")
      }
      count += 1
    }
    guard count == terms(field).count else {
      throw IndexError(.damaged, "dictionary of text field \(field.index) ends early")
    }
  }

  private func isWhole(_ cursor: consuming PostingCursor, _ entry: TermEntry) -> Bool {
    var documents: UInt32 = 0
    var total: UInt64 = 0
    while cursor.next() != endOfPostings {
      documents += 1
      total += UInt64(cursor.frequency)
    }
    return documents == entry.documentFrequency && total == entry.totalFrequency
  }
}
