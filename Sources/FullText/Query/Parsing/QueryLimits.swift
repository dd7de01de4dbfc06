/// How large a query or filter text may be before it is refused.
public struct QueryLimits: Sendable, Hashable {
  /// The longest text, in UTF-8 bytes.
  public var maxBytes: Int
  /// The deepest nesting of parentheses and negations.
  public var maxDepth: Int
  /// The most words, those of phrases included, and restrictions.
  public var maxClauses: Int

  /// Makes limits; the defaults leave room for a long pasted paragraph and keep any query within milliseconds.
  public init(maxBytes: Int = 64 << 10, maxDepth: Int = 64, maxClauses: Int = 1024) {
    self.maxBytes = maxBytes
    self.maxDepth = maxDepth
    self.maxClauses = maxClauses
  }
}
