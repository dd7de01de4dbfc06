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

  /// The values of a keyword field that some live document has, rising by bytes.
  ///
  /// - Parameter witnesses: by value, where such a document was found before, in this view or another; kept up to date.
  /// - Complexity: O(values · segments). Where the witness is gone, also O(documents of its segment that are deleted behind
  ///   it): over
  ///   views that follow one another, O(1) a deletion.
  public func liveValues(in field: KeywordFieldID, _ witnesses: inout [String: Witness]) -> [String] {
    storedValues(in: field).sorted().filter { value in
      witnesses[value] = witness(of: Array(value.utf8), in: field, after: witnesses[value])
      return witnesses[value] != nil
    }
  }

  /// A live document that has a value.
  public struct Witness: Sendable {
    fileprivate let segment: UInt64
    fileprivate let document: DocID
  }

  private func witness(of value: [UInt8], in field: KeywordFieldID, after last: Witness?) -> Witness? {
    if let last, let part = parts.first(where: { $0.segment.serial == last.segment }),
      let found = part.witness(of: value, in: field, from: last.document)
    {
      return found
    }
    return parts.lazy.compactMap { $0.witness(of: value, in: field, from: 0) }.first
  }

  /// The value of a document in an integer field, nil when it has none.
  ///
  /// - Complexity: O(1).
  public func integer(of document: Document, in field: IntegerFieldID) -> Int64? {
    parts[document.part].segment.integers(field).value(document.document)
  }

  /// The values of a document in a keyword field with a column, rising by bytes.
  ///
  /// - Complexity: O(values of the document).
  public func values(of document: Document, in field: KeywordFieldID) -> [String] {
    let segment = parts[document.part].segment
    var values: [String] = []
    segment.column(field)?.forEachOrdinal(document.document) {
      values.append(String(decoding: segment.keywords(field).value(at: $0), as: UTF8.self))
    }
    return values
  }

  /// The first value of a document in a keyword field with a column, nil when it has none.
  ///
  /// - Complexity: O(1).
  public func firstValue(of document: Document, in field: KeywordFieldID) -> String? {
    parts[document.part].segment.groupValue(of: document.document, field)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

extension SegmentView {
  fileprivate func witness(of value: [UInt8], in field: KeywordFieldID, from first: DocID) -> IndexView
    .Witness?
  {
    let keywords = segment.keywords(field)
    guard let ordinal = keywords.find(value) else { return nil }
    let documents = keywords.documents(of: ordinal)
    var document = documents.first(from: first)
    while document != endOfPostings, deletions.contains(document) {
      document = documents.first(from: document + 1)
    }
    return document == endOfPostings ? nil : IndexView.Witness(segment: segment.serial, document: document)
  }
}
