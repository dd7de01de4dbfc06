import CPrefetch

extension Segment {
  /// Lengths of a text field: how many documents have it and the sum of their (quantised) lengths.
  func statistics(_ field: TextFieldID) -> FieldStatistics { textFields[field.index].statistics }

  /// The terms of a text field.
  func terms(_ field: TextFieldID) -> TermDictionary { textFields[field.index].terms }

  /// The entry of a term of a text field; what is no term is mostly turned away without a look into the dictionary.
  func find(_ term: [UInt8], in field: TextFieldID) -> TermEntry? {
    term.withUnsafeBytes { term in
      if let filter = textFields[field.index].filter, !filter.mayHold(term) { return nil }
      return textFields[field.index].terms.find(term)
    }
  }

  /// What tells texts apart from the terms of a text field; nil where there are few.
  func termFilter(_ field: TextFieldID) -> TermFilter? { textFields[field.index].filter }

  /// The terms of a text field by what the texts held before stemming.
  func writtenForms(_ field: TextFieldID) -> WrittenForms {
    let reader = textFields[field.index]
    return WrittenForms(dictionary: reader.terms, strays: reader.strays, filter: reader.filter)
  }

  /// The documents of a term. The entry must come from `terms(field)`.
  func postings(_ entry: TermEntry, _ field: TextFieldID, arena: PostingArena) -> PostingCursor {
    let reader = textFields[field.index]
    let list = PostingListLocation(
      postings: entry.postings, positions: entry.positions,
      documentFrequency: entry.documentFrequency, totalFrequency: entry.totalFrequency,
      single: entry.single, hasPositions: reader.hasPositions, hasForms: entry.hasSeveralForms)
    return PostingCursor(list, documentCount: documentCount, norms: reader.norms, arena: arena)
  }

  /// The norm codes of a text field, one a document; see `FieldNorm`. Must not be read when the field has no terms.
  func norms(_ field: TextFieldID) -> UnsafePointer<UInt8> {
    textFields[field.index].norms ?? emptyBytes.assumingMemoryBound(to: UInt8.self)
  }

  /// The values of a keyword field and their documents.
  func keywords(_ field: KeywordFieldID) -> KeywordIndex { keywordFields[field.index].index }

  /// The values of each document; nil for a field without a column, or without values.
  func column(_ field: KeywordFieldID) -> KeywordColumn? { keywordFields[field.index].column }

  /// The values of an integer field.
  func integers(_ field: IntegerFieldID) -> IntegerColumn { integerFields[field.index] }

  /// The document of a key, deleted or not. Within a segment a key is unique.
  func find(key: [UInt8]) -> DocID? {
    key.withUnsafeBytes { find(key: $0, hash: KeyTable.hash($0)) }
  }

  /// The document of a key whose hash is known.
  func find(key: UnsafeRawBufferPointer, hash: UInt64) -> DocID? {
    keyTable.find(hash) { document in
      guard let stored = stored(document) else { return false }
      return compare(stored.key, key) == 0
    }
  }

  /// The record of a document; nil if damage leads outside the image.
  @inline(__always)
  func stored(_ document: DocID) -> StoredDocument? {
    StoredDocument(documentsImage.bytes, at: offsets.offset(document))
  }

  /// Has the record of a document brought near, which is about to be read.
  @inline(__always)
  func prepare(_ document: DocID) {
    let offset = offsets.offset(document)
    guard offset < documentsImage.bytes.count, let images = documentsImage.bytes.baseAddress else { return }
    prefetch(images + offset)
  }

  /// Calls `body` with the key of a document.
  func withKey<R>(_ document: DocID, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    body(stored(document)?.key ?? UnsafeRawBufferPointer(start: emptyBytes, count: 0))
  }

  /// The payload of a document; valid as long as the segment lives.
  func payload(_ document: DocID) -> UnsafeRawBufferPointer {
    stored(document)?.payload ?? UnsafeRawBufferPointer(start: emptyBytes, count: 0)
  }
}
