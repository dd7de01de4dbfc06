/// Why bytes could not be inflated.
public struct CompressionError: Error, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Code: Sendable, Hashable {
    /// The bytes are not what the format allows.
    case corrupt
    /// The bytes end in the middle.
    case truncated
    /// Inflating them would pass the limit.
    case tooLarge
  }

  /// What kind of failure it is.
  public let code: Code
  /// What was expected and what was found.
  public let description: String

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
