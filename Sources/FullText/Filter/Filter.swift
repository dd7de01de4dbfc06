/// A filter as it was written: comparisons and their combinations, names not yet resolved.
///
/// The grammar is that of Google's AIP-160; see ``FilterParser``.
public indirect enum Filter: Sendable, Hashable {
  /// No restriction: the filter text was empty.
  case all
  /// One comparison of a field with a value.
  case restriction(Restriction)
  /// All operands hold.
  case and([Filter])
  /// At least one operand holds.
  case or([Filter])
  /// The operand does not hold.
  case not(Filter)

  /// One comparison of a field with a value.
  public struct Restriction: Sendable, Hashable {
    /// The field's name as written, dots included.
    public var field: String
    /// Where the name starts, in UTF-8 bytes.
    public var fieldPosition: Int
    /// How field and value are compared.
    public var comparison: Comparison
    /// The value's text without its quotation marks, escapes resolved.
    public var value: String
    /// Whether the value was quoted; an unquoted `*` asks for presence.
    public var isQuoted: Bool
    /// Where the value starts, in UTF-8 bytes.
    public var valuePosition: Int
  }

  /// The comparison operators of AIP-160.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// `<=`
    case atMost = "<="
    /// `<`
    case less = "<"
    /// `>=`
    case atLeast = ">="
    /// `>`
    case greater = ">"
    /// `!=`
    case notEqual = "!="
    /// `=`
    case equal = "="
    /// `:` (has)
    case has = ":"
  }
}
