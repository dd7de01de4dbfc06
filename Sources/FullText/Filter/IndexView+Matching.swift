extension IndexView {
  /// The live documents that satisfy a condition, in the order of the view: those stored first before later ones.
  ///
  /// - Throws: `interrupted` when `goOn`, asked every few thousand documents, says to stop.
  /// - Complexity: O(documents).
  public func documents(
    matching condition: Condition, goOn: @escaping @Sendable () -> Bool = { true }
  ) throws(SearchError) -> [Document] {
    let interruption = Interruption(goOn)
    let condition = tree?.resolve(condition) ?? condition
    var found: [Document] = []
    for (index, part) in parts.enumerated() {
      let filter = DocumentFilter(condition, part: part, interruption)
      try interruption.check()
      if filter.allowsNothing { continue }
      for document in filter.range {
        if interruption.tick() { break }
        if filter.allows(document) { found.append(Document(part: index, document: document)) }
      }
      try interruption.check()
    }
    return found
  }
}
