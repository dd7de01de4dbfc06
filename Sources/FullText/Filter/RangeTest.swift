/// A comparison of a document's integer.
struct RangeTest {
  let field: IntegerFieldID
  let isNegated: Bool
  /// What the integer has to be in, or, negated, must not be in.
  let range: ClosedRange<Int64>
  private let column: IntegerColumn
  private let codes: ClosedRange<UInt64>

  /// Nil when no document of the column has an integer in the range.
  init?(_ field: IntegerFieldID, _ column: IntegerColumn, _ range: ClosedRange<Int64>, isNegated: Bool) {
    guard let codes = column.codes(in: range) else { return nil }
    self.field = field
    self.column = column
    self.range = range
    self.codes = codes
    self.isNegated = isNegated
  }

  @inline(__always)
  func fails(_ document: DocID) -> Bool { column.holds(codes, document) == isNegated }

  /// The comparison with what this range and another share; nil when no document can pass both.
  func narrowed(to other: ClosedRange<Int64>) -> RangeTest? {
    guard range.overlaps(other) else { return nil }
    return RangeTest(field, column, range.clamped(to: other), isNegated: isNegated)
  }
}
