extension IndexView {
  /// How many live documents have each set of values in a keyword field with a column, of those that have any of some values.
  ///
  /// - Parameter leftOut: documents that do not count.
  /// - Returns: counts by the values of a set, rising by bytes; sets that no document has are left out.
  /// - Complexity: O(values · segments · log values + documents found + sets · values of a set).
  public func valueSets(
    withAnyOf values: [String], in field: KeywordFieldID, leavingOut leftOut: Set<Document>
  ) -> [[String]: Int] {
    var counts: [[String]: Int] = [:]
    let values = values.map { Array($0.utf8) }
    for (index, part) in parts.enumerated() {
      let keywords = part.segment.keywords(field)
      let ordinals = values.compactMap(keywords.find)
      guard !ordinals.isEmpty, let column = part.segment.column(field) else { continue }
      let found = BitSet(capacity: part.segment.documentCount)
      for ordinal in ordinals { keywords.insertDocuments(of: ordinal, into: found) }
      for document in leftOut where document.part == index { found.remove(document.document) }
      var sets: [Int] = Array(repeating: 0, count: column.setCount)
      let hasDeletions = part.deletions.count > 0
      found.forEach { document in
        if !hasDeletions || !part.deletions.contains(document) { sets[column.set(of: document)] += 1 }
      }
      for (set, count) in sets.enumerated() where count > 0 {
        var members: [String] = []
        column.forEachOrdinal(ofSet: set) {
          members.append(String(decoding: keywords.value(at: $0), as: UTF8.self))
        }
        counts[members, default: 0] += count
      }
    }
    return counts
  }
}
