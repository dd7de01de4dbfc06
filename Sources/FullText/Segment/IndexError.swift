/// What can go wrong with an index: a document over a limit, or a damaged image.
public struct IndexError: Error, Hashable, CustomStringConvertible {
  /// The kind of failure.
  public enum Code: Sendable, Hashable {
    /// A document breaks one of `Limits`.
    case documentOverLimit
    /// The bytes of a segment are damaged.
    case damaged
    /// The bytes are of a format version that this program does not read.
    case unsupportedVersion
  }

  /// The kind of failure.
  public let code: Code
  /// What was expected and what was found.
  public let message: String

  /// The code and the message.
  public var description: String { "\(code): \(message)" }

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
