/// Why a search was refused or given up.
public struct SearchError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure.
  public enum Code: Sendable, Hashable {
    /// The plan's ``SearchPlan/goOn`` said to stop: a deadline passed or the caller went away.
    case interrupted
    /// The query names a field that the schema does not have, or uses it for what it cannot do.
    case invalidField
  }

  /// The kind of failure.
  public let code: Code
  /// What was expected and what was found.
  public let message: String

  /// That the caller said to stop.
  public static let interrupted = SearchError(.interrupted, "the search was stopped by its caller")

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The code and the message.
  public var description: String { "\(code): \(message)" }
}
