/// A condition compiled for one segment: asked document by document.
///
/// The conjuncts that a column can answer are compared there, so a filter costs nothing for documents that never become
/// candidates; anything else becomes a bit set once. Belongs to one search on one thread.
final class DocumentFilter {
  private enum Test {
    case value(KeywordColumn, UInt32)
    case onlyValue(KeywordColumn, UInt32)
    case range(IntegerColumn, Int64, Int64)
    case bits(UnsafePointer<UInt64>)
  }

  /// A test and whether it must fail.
  private struct Step {
    let test: Test
    let isNegated: Bool
  }

  /// Whether no document passes.
  @exclusivity(unchecked) private(set) var allowsNothing = false
  /// Whether every document passes.
  var allowsEverything: Bool { steps.isEmpty && deletions == nil && !allowsNothing }

  private let deletions: DeletionBitmap?
  @exclusivity(unchecked) private var steps: [Step] = []
  private var sets: [BitSet] = []

  /// Compiles a condition together with the deletions of a part.
  init(_ condition: Condition, part: IndexView.Part) {
    deletions = part.deletions.isEmpty ? nil : part.deletions
    add(condition, segment: part.segment, isNegated: false)
  }

  /// Compiles a condition alone.
  init(_ condition: Condition, segment: Segment) {
    deletions = nil
    add(condition, segment: segment, isNegated: false)
  }

  /// Whether a document passes.
  @inline(__always)
  func allows(_ document: DocID) -> Bool {
    if allowsNothing { return false }
    if let deletions, deletions.contains(document) { return false }
    return steps.withUnsafeBufferPointer { steps in
      for step in steps where Self.holds(step.test, document) == step.isNegated { return false }
      return true
    }
  }

  @inline(__always)
  private static func holds(_ test: Test, _ document: DocID) -> Bool {
    switch test {
    case .onlyValue(let column, let ordinal): return column.firstOrdinal(document) == ordinal
    case .value(let column, let ordinal):
      var isFound = false
      column.forEachOrdinal(document) { isFound = isFound || $0 == ordinal }
      return isFound
    case .range(let column, let lower, let upper):
      guard let value = column.value(document) else { return false }
      return value >= lower && value <= upper
    case .bits(let words): return words[Int(document >> 6)] >> UInt64(document & 63) & 1 != 0
    }
  }

  private func add(_ set: BitSet) {
    sets.append(set)
    guard let words = UnsafePointer(set.words.baseAddress) else { return }
    steps.append(Step(test: .bits(words), isNegated: false))
  }

  private func add(_ condition: Condition, segment: Segment, isNegated: Bool) {
    switch condition {
    case .all: allowsNothing = allowsNothing || isNegated
    case .none: allowsNothing = allowsNothing || !isNegated
    case .and(let operands) where !isNegated:
      for operand in operands { add(operand, segment: segment, isNegated: false) }
    case .or(let operands) where isNegated:
      for operand in operands { add(operand, segment: segment, isNegated: true) }
    case .not(let operand): add(operand, segment: segment, isNegated: !isNegated)
    case .keyword(let field, let value): add(field, value, segment: segment, isNegated: isNegated)
    case .integer(let field, let range): add(field, range, segment: segment, isNegated: isNegated)
    default:
      let set = condition.bits(in: segment)
      if isNegated { set.complement() }
      add(set)
    }
  }

  private func add(_ field: KeywordFieldID, _ value: String, segment: Segment, isNegated: Bool) {
    guard let ordinal = segment.keywords(field).find(Array(value.utf8)) else {
      allowsNothing = allowsNothing || !isNegated
      return
    }
    guard let column = segment.column(field) else {
      let set = Condition.keyword(field, value).bits(in: segment)
      if isNegated { set.complement() }
      return add(set)
    }
    steps.append(
      Step(
        test: column.isSingleValued ? .onlyValue(column, ordinal) : .value(column, ordinal),
        isNegated: isNegated))
  }

  private func add(
    _ field: IntegerFieldID, _ range: ClosedRange<Int64>, segment: Segment, isNegated: Bool
  ) {
    let column = segment.integers(field)
    guard let bounds = column.bounds, bounds.overlaps(range) else {
      allowsNothing = allowsNothing || !isNegated
      return
    }
    steps.append(
      Step(test: .range(column, range.lowerBound, range.upperBound), isNegated: isNegated))
  }
}
