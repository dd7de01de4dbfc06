extension IndexView {
  /// The live documents that satisfy a condition, in the order of the view: those stored first before later ones.
  ///
  /// - Throws: `interrupted` when `goOn`, asked once a segment, says to stop.
  /// - Complexity: O(documents).
  public func documents(
    matching condition: Condition, goOn: @Sendable () -> Bool = { true }
  ) throws(SearchError) -> [Document] {
    var found: [Document] = []
    for (index, part) in parts.enumerated() {
      guard goOn() else { throw SearchError(.interrupted, "the caller gave up") }
      let filter = DocumentFilter(condition, part: part)
      if filter.allowsNothing { continue }
      for document in 0..<DocID(part.segment.documentCount) where filter.allows(document) {
        found.append(Document(part: index, document: document))
      }
    }
    return found
  }
}
