/// Why a session cannot go on, or why an operation on it was refused.
public struct HTTP2Error: Error, Hashable, Sendable {
  /// What kind of failure it is.
  public enum Kind: Hashable, Sendable {
    /// The first bytes are not HTTP/2: `looksLike` says what they seem to be.
    case notHTTP2(looksLike: ForeignProtocol)
    /// The peer broke the protocol or flooded the connection; GOAWAY with this code awaits flushing.
    case connection(HTTP2ErrorCode)
    /// The session is closed, draining or out of stream ids: no new stream can be opened.
    case cannotOpenStream
    /// libnghttp2 failed (out of memory).
    case library
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// What was expected and what was found, for a log line.
  public let message: String

  /// Makes an error; used by this module and by tests of its callers.
  public init(kind: Kind, message: String) {
    self.kind = kind
    self.message = message
  }
}

extension HTTP2Error: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
