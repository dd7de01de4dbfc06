extension IndexView {
  /// The live documents that satisfy a condition, in the order of the view: those stored first before later ones.
  ///
  /// - Throws: `interrupted` when `goOn`, asked every few thousand documents, says to stop.
  /// - Complexity: O(documents).
  public func documents(
    matching condition: Condition, goOn: @escaping @Sendable () -> Bool = { true }
  ) throws(SearchError) -> MatchedDocuments {
    let interruption = Interruption(goOn)
    let condition = tree?.resolve(condition) ?? condition
    var found = MatchedDocuments()
    for (index, part) in parts.enumerated() {
      let filter = DocumentFilter(condition, part: part, interruption)
      try interruption.check()
      if filter.allowsNothing { continue }
      var (words, count) = ([UInt64](repeating: 0, count: (part.segment.documentCount + 63) / 64), 0)
      for document in filter.range {
        if interruption.tick() { break }
        guard filter.allows(document) else { continue }
        words[Int(document) / 64] |= 1 << (UInt64(document) % 64)
        count += 1
      }
      try interruption.check()
      found.add(words, count: count, ofPart: index)
    }
    return found
  }
}
