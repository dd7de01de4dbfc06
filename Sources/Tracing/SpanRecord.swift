/// A span that is over.
public struct SpanRecord: Sendable {
  /// What part it plays between processes.
  public enum Kind: Sendable {
    /// Within the process.
    case local
    /// Answers a remote caller.
    case server
  }

  /// A value of an attribute.
  public enum Attribute: Sendable {
    /// A text.
    case text(String)
    /// A whole number.
    case integer(Int)
  }

  /// What it is called.
  public var name: String
  /// What part it plays.
  public var kind: Kind
  /// Its place in the trace.
  public var context: TraceContext
  /// The span that it is part of; nil for none.
  public var parentID: UInt64?
  /// Whether that one is of another process.
  public var hasRemoteParent: Bool
  /// When it began, nanoseconds since 1970.
  public var start: UInt64
  /// When it ended.
  public var end: UInt64
  /// More about it.
  public var attributes: [(String, Attribute)]
  /// Why it failed; nil when it did not.
  public var failure: String?
}
