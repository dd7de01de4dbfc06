/// Why a text is not XML that is read here, and where.
public struct XMLError: Error, Hashable, CustomStringConvertible {
  /// The line, counted from 1.
  public let line: Int
  /// What was expected and what was found.
  public let message: String

  /// Line and message.
  public var description: String { "line \(line): \(message)" }
}
