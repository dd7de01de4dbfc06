extension IndexView {
  /// Calls `body` with every live document, in the order of the view.
  public func forEachDocument(_ body: (Document) -> Void) {
    for (index, part) in parts.enumerated() {
      for document in 0..<DocID(part.segment.documentCount) where !part.deletions.contains(document) {
        body(Document(part: index, document: document))
      }
    }
  }

  /// The live documents that have exactly this value in a keyword field, in the order of the view.
  ///
  /// - Complexity: O(segments · log values + documents found).
  public func documents(with value: String, in field: KeywordFieldID) -> [Document] {
    if value.isEmpty { return [] }
    let value = Array(value.utf8)
    var found: [Document] = []
    for (index, part) in parts.enumerated() {
      let keywords = part.segment.keywords(field)
      guard let ordinal = keywords.find(value) else { continue }
      keywords.documents(of: ordinal).forEach { document in
        if !part.deletions.contains(document) { found.append(Document(part: index, document: document)) }
      }
    }
    return found
  }
}
