extension IndexView {
  /// The values of a keyword field, and how many live documents have each; values without one are left out.
  ///
  /// - Complexity: O(values · segments), and O(documents of a segment) for each with deletions.
  public func values(in field: KeywordFieldID) -> [String: Int] {
    var counts: [String: Int] = [:]
    for part in parts {
      let keywords = part.segment.keywords(field)
      keywords.forEach { ordinal, value, documents in
        var count = Int(documents)
        if part.deletions.count > 0 {
          count = 0
          keywords.documents(of: ordinal).forEach { if !part.deletions.contains($0) { count += 1 } }
        }
        if count > 0 { counts[String(decoding: value, as: UTF8.self), default: 0] += count }
      }
    }
    return counts
  }

  /// The values of a keyword field that some document has or, if it is not merged away yet, a deleted one had.
  ///
  /// - Complexity: O(values · segments).
  public func storedValues(in field: KeywordFieldID) -> Set<String> {
    var values: Set<String> = []
    for part in parts {
      part.segment.keywords(field).forEach { _, value, _ in
        values.insert(String(decoding: value, as: UTF8.self))
      }
    }
    return values
  }

  /// The value of a document in an integer field, nil when it has none.
  ///
  /// - Complexity: O(1).
  public func integer(of document: Document, in field: IntegerFieldID) -> Int64? {
    parts[document.part].segment.integers(field).value(document.document)
  }

  /// The first value of a document in a keyword field with a column, nil when it has none.
  ///
  /// - Complexity: O(1).
  public func firstValue(of document: Document, in field: KeywordFieldID) -> String? {
    parts[document.part].segment.groupValue(of: document.document, field)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
