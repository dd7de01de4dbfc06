/// A query or filter text that cannot be read, with the place and what would have been right there.
///
/// The position counts UTF-8 bytes from the start of the text, the unit in which the API reports it.
public struct SyntaxError: Error, Sendable, Hashable {
  /// Where reading stopped, in UTF-8 bytes from the start of the text.
  public var position: Int
  /// What could have stood there, as a phrase that follows "expected".
  public var expected: String
  /// What stood there, as a phrase that follows "found".
  public var found: String

  /// Makes an error from its place and its two phrases.
  public init(position: Int, expected: String, found: String) {
    self.position = position
    self.expected = expected
    self.found = found
  }
}

extension SyntaxError: CustomStringConvertible {
  /// One sentence with place, expectation and finding.
  public var description: String { "at byte \(position): expected \(expected), found \(found)" }
}
