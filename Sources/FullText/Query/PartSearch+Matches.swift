extension PartSearch {
  /// The live documents that match the whole query and pass a filter.
  func matches(_ filter: DocumentFilter) -> BitSet {
    let set = bits(query.root)
    if filter.allowsNothing { return BitSet(capacity: segment.documentCount) }
    if !filter.allowsEverything {
      set.forEach { document in
        if !filter.allows(document) { set.remove(document) }
      }
    }
    return set
  }

  /// The documents that a part of the query matches, deleted ones included.
  func bits(_ node: QueryNode) -> BitSet {
    switch node {
    case .prefix(let prefix): return prefixMatches(prefix).confirmed()
    case .condition(let condition): return condition.bits(in: segment)
    case .terms(let terms):
      let set = BitSet(capacity: segment.documentCount)
      for term in terms { insertDocuments(of: term.leaf, into: set) }
      return set
    case .or(let operands):
      let set = bits(operands[0])
      for operand in operands.dropFirst() { set.formUnion(bits(operand)) }
      return set
    case .not(let operand):
      let set = bits(operand)
      set.complement()
      return set
    case .none, .all, .and, .phrase:
      let set = BitSet(capacity: segment.documentCount)
      let walk = iterator(node)
      while walk.document != endOfPostings, !interruption.tick() {
        if walk.matches() { set.insert(walk.document) }
        _ = walk.next()
      }
      return set
    }
  }

  private func insertDocuments(of leaf: Int, into set: BitSet) {
    guard var cursor = cursor(leaf) else { return }
    _ = interruption.tick(Int(cursor.documentFrequency))
    cursor.insertAll(into: set)
  }
}
