/// Reads the text syntax of searches into a ``Query``.
///
/// | text | meaning |
/// |---|---|
/// | `word word` | documents with any of the words (or all, see ``WordMatching``), those with more and rarer words first |
/// | `"a phrase"`, `"a phrase"~3` | the words in exactly this form and order; up to three words' moves in between |
/// | `AND` `OR` `NOT` `-x` `( )` | combinations; words side by side bind closest, then AND, then OR |
/// | `field:word`, `field:"…"`, `field:(…)` | looked up in one field |
/// | `before:2022-03-01`, `after:2022`, values of keyword fields | restrict the words beside them; before a date, from its start on |
/// | `prefix*`, `*` | words that start so; every document |
/// | `word~`, `word~2` | words within one or two edits |
/// | `x^2.5` | counts two and a half times |
/// | `\x` | the character x as it is |
///
/// A hyphenated word means its words in a row; where any of several words will do, its words are such words.
///
/// Quotation marks are `"…"`, `“…”`, `„…“`, `«…»`. A minus counts as NOT only when it touches what follows, a colon as a
/// field only behind a Latin name and before something other than white space or `//`. What cannot be read is an error with
/// its place; nothing is guessed. An empty text asks for every document.
public struct QueryParser: Sendable {
  /// How words that stand side by side combine.
  public enum WordMatching: Sendable, Hashable {
    /// One of them is enough.
    case any
    /// All are required.
    case all
  }

  /// The names that may stand before a colon.
  public var fields: QueryFields
  /// How words that stand side by side combine.
  public var matching: WordMatching
  /// How large a text may be.
  public var limits: QueryLimits

  /// Makes a parser for one set of field names.
  public init(
    fields: QueryFields, matching: WordMatching = .any, limits: QueryLimits = QueryLimits()
  ) {
    self.fields = fields
    self.matching = matching
    self.limits = limits
  }

  /// Reads a whole text.
  ///
  /// - Throws: ``SyntaxError`` with the byte position when the text is malformed, names an unknown field or is too large.
  /// - Complexity: O(bytes).
  public func parse(_ text: String) throws(SyntaxError) -> Query {
    guard text.utf8.count <= limits.maxBytes else {
      throw SyntaxError(
        position: limits.maxBytes, expected: "at most \(limits.maxBytes) bytes of query",
        found: "\(text.utf8.count) bytes")
    }
    var reading = QueryReading(cursor: TextCursor(text), parser: self)
    return try reading.whole()
  }
}
