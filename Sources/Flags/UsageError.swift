/// What is wrong with a command line or an environment variable, in words for the person who typed it.
public struct UsageError: Error, Hashable, CustomStringConvertible {
  /// Names the flag, what was expected and what was found.
  public let description: String

  /// Makes an error from its text.
  public init(_ description: String) {
    self.description = description
  }
}
