/// A restriction of documents by their keywords and integers, its fields resolved against a ``Schema``.
///
/// Made from text by ``FilterFields/check(_:)`` or built directly; never changes a score.
public indirect enum Condition: Sendable, Hashable {
  /// Every document.
  case all
  /// No document.
  case none
  /// Documents with exactly this value among those of a field.
  case keyword(KeywordFieldID, String)
  /// Documents with any of these values among those of a field.
  case keywordAmong(KeywordFieldID, [String])
  /// Documents with a value that starts with this text; an empty text asks for any value.
  case keywordPrefix(KeywordFieldID, String)
  /// Documents whose integer lies in the range; those without one never do.
  case integer(IntegerFieldID, ClosedRange<Int64>)
  /// Documents for which all operands hold.
  case and([Condition])
  /// Documents for which at least one operand holds.
  case or([Condition])
  /// Documents for which the operand does not hold.
  case not(Condition)

  /// Both conditions, with the neutral cases folded away.
  public func and(_ other: Condition) -> Condition {
    switch (self, other) {
    case (.all, _): other
    case (_, .all): self
    case (.none, _), (_, .none): .none
    case (.and(let a), .and(let b)): .and(a + b)
    case (.and(let a), _): .and(a + [other])
    default: .and([self, other])
    }
  }
}
