/// Why a text is not the JSON of a message, or a message has no JSON.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was expected and what was found.
  public let message: String

  /// The byte of the text at which reading stopped; nil when writing failed.
  public let offset: Int?

  init(_ message: String, at offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }

  /// The message for people, with its place in the text.
  public var description: String {
    offset.map { "\(message), at byte \($0)" } ?? message
  }
}
