extension Condition {
  /// The documents of a segment for which the condition holds, deleted ones included.
  /// - Complexity: O(documents) for a range, O(documents / 64 + matches) else.
  func bits(in segment: Segment) -> BitSet {
    let set = BitSet(capacity: segment.documentCount)
    switch self {
    case .all: set.insertAll()
    case .none: break
    case .keyword(let field, let value):
      let index = segment.keywords(field)
      if let ordinal = index.find(Array(value.utf8)) { index.documents(of: ordinal).write(to: set.words) }
    case .keywordPrefix(let field, let prefix):
      let index = segment.keywords(field)
      for ordinal in index.ordinals(withPrefix: Array(prefix.utf8)) {
        index.documents(of: ordinal).write(to: set.words)
      }
    case .integer(let field, let range):
      let column = segment.integers(field)
      guard let bounds = column.bounds, bounds.overlaps(range) else { break }
      for document in 0..<DocID(segment.documentCount) {
        if let value = column.value(document), range.contains(value) { set.insert(document) }
      }
    case .and(let operands):
      set.insertAll()
      for operand in operands { set.formIntersection(operand.bits(in: segment)) }
    case .or(let operands):
      for operand in operands { set.formUnion(operand.bits(in: segment)) }
    case .not(let operand):
      set.formUnion(operand.bits(in: segment))
      set.complement()
    }
    return set
  }
}
