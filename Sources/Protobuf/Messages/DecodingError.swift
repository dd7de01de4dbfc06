/// Why bytes are not a message of the wanted type.
public struct DecodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of defect.
  public enum Code: Sendable, Hashable {
    /// The bytes are not a sequence of fields: cut short, an impossible tag or length, an unmatched group.
    case malformed
    /// A string field is not UTF-8.
    case invalidUTF8
    /// Sub-messages or groups nest deeper than the limit.
    case tooDeep
    /// The message would take more memory than its size allows for.
    case tooLarge
    /// An `Any` holds a type other than the one asked for.
    case wrongType
  }

  /// The kind of defect.
  public let code: Code

  /// What was found, and in which message and field.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message for people.
  public var description: String { message }
}
