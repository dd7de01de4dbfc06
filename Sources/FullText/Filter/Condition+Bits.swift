extension Condition {
  /// The documents of a segment for which the condition holds, deleted ones included; some of them when interrupted.
  /// - Complexity: O(documents) for a range, O(documents / 64 + matches) else.
  func bits(in segment: Segment, _ interruption: Interruption) -> BitSet {
    let set = BitSet(capacity: segment.documentCount)
    if interruption.tick(1 + segment.documentCount / Self.documentsPerStep) { return set }
    switch self {
    case .all: set.insertAll()
    case .none: break
    case .keyword(let field, let value):
      let index = segment.keywords(field)
      if let ordinal = index.find(Array(value.utf8)) {
        interruption.spend(Int(index.documentFrequency(of: ordinal)))
        index.insertDocuments(of: ordinal, into: set)
      }
    case .keywordAmong(let field, let values):
      for value in values { set.formUnion(Condition.keyword(field, value).bits(in: segment, interruption)) }
    case .keywordPrefix(let field, let prefix):
      let index = segment.keywords(field)
      index.forEachDocument(withPrefix: Array(prefix.utf8), interruption) { set.insert($0) }
    case .integer(let field, let range):
      let column = segment.integers(field)
      guard let codes = column.codes(in: range) else { break }
      interruption.spend(segment.documentCount)
      if interruption.isInterrupted { break }
      set.insertAll()
      set.keep(in: 0..<DocID(segment.documentCount)) { column.holds(codes, $0) }
    case .and(let operands):
      set.insertAll()
      for operand in operands { set.formIntersection(operand.bits(in: segment, interruption)) }
    case .or(let operands):
      for operand in operands { set.formUnion(operand.bits(in: segment, interruption)) }
    case .not(let operand):
      set.formUnion(operand.bits(in: segment, interruption))
      set.complement()
    }
    return set
  }

  /// How many documents a set goes through in the time of a step.
  private static let documentsPerStep = 64
}
