/// The values of a keyword field for each document of a segment, as ordinals of the field's dictionary.
///
/// A view into the segment's image, valid while the segment lives. Ordinals order as the values' bytes do and mean
/// something within their segment only.
struct KeywordColumn {
  /// How many ordinals there are.
  let valueCount: Int
  /// Whether no document has more than one value.
  let isSingleValued: Bool

  /// Calls `body` for each ordinal of a document, rising.
  @inline(__always)
  func forEachOrdinal(_ document: DocID, _ body: (UInt32) -> Void) {}

  /// The first ordinal of a document, or nil.
  @inline(__always)
  func firstOrdinal(_ document: DocID) -> UInt32? { nil }
}

/// The values of a keyword field in one segment, and the documents of each.
struct KeywordIndex {
  /// How many distinct values there are.
  let count: Int

  /// The ordinal of a value.
  func find(_ value: [UInt8]) -> UInt32? { nil }

  /// The bytes of a value.
  func value(at ordinal: UInt32) -> [UInt8] { [] }

  /// The ordinals of the values with a prefix.
  func ordinals(withPrefix prefix: [UInt8]) -> Range<UInt32> { 0..<0 }

  /// How many documents have a value, deleted ones included.
  func documentFrequency(of ordinal: UInt32) -> UInt32 { 0 }

  /// The documents that have a value, deleted ones included.
  func documents(of ordinal: UInt32) -> DocumentSet { DocumentSet() }

  /// The first document that has a value.
  func firstDocument(of ordinal: UInt32) -> DocID { endOfPostings }
}
