/// Why a search was refused or given up.
public struct SearchError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure.
  public enum Code: Sendable, Hashable {
    /// The plan's ``SearchPlan/goOn`` said to stop: a deadline passed or the caller went away.
    case interrupted
    /// The query names a field that the schema does not have, or uses it for what it cannot do.
    case invalidField
    /// A posting list cannot be read, so that documents would be missing from the answer.
    case damagedIndex
  }

  /// The kind of failure.
  public let code: Code
  /// What was expected and what was found.
  public let message: String

  /// That the caller said to stop.
  public static let interrupted = SearchError(.interrupted, "the search was stopped by its caller")

  static let damagedIndex = SearchError(
    .damagedIndex,
    "a posting list of the index is damaged, so matches would be missing; a restart checks the files of the index and makes again what is damaged"
  )

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The code and the message.
  public var description: String { "\(code): \(message)" }
}
