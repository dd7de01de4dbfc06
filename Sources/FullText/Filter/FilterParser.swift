/// Reads the filter syntax of AIP-160 into a ``Filter``.
///
/// Restrictions `field OP value` with `=`, `!=`, `<`, `<=`, `>`, `>=` and `:` (has), combined by `AND`, `OR`, `NOT`, `-`,
/// parentheses; a parenthesised value (`language = ("ka" OR "ru")`) distributes over its members. As AIP-160 rules, OR binds
/// closer than AND, and restrictions side by side mean AND. Strings stand in `"…"` or `'…'`. Functions and text without a
/// field are refused: the query is the place for words.
public struct FilterParser: Sendable {
  /// How large a text may be.
  public var limits: QueryLimits

  /// Makes a parser.
  public init(limits: QueryLimits = QueryLimits()) { self.limits = limits }

  /// Reads a whole text; an empty one restricts nothing.
  ///
  /// - Throws: ``SyntaxError`` with the byte position when the text is malformed or too large.
  /// - Complexity: O(bytes).
  public func parse(_ text: String) throws(SyntaxError) -> Filter {
    guard text.utf8.count <= limits.maxBytes else {
      throw SyntaxError(
        position: limits.maxBytes, expected: "at most \(limits.maxBytes) bytes of filter",
        found: "\(text.utf8.count) bytes")
    }
    var reading = FilterReading(cursor: TextCursor(text), limits: limits)
    return try reading.whole()
  }
}
