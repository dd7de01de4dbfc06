import EventLoops
import HTTP2
import TLS

/// Why a connection could not be made, or why it ended other than in good order.
public struct TransportError: Error, Sendable, CustomStringConvertible {
  /// The kind of failure.
  public enum Code: Sendable, Hashable {
    /// No connection came about: refused, unreachable, unresolvable.
    case connectFailed
    /// The peer, or the network, was too slow; the message says at what.
    case timedOut
    /// The peer ended the connection without HTTP/2's goodbye.
    case closedByPeer
    /// The connection broke.
    case connectionLost
    /// TLS could not be agreed on, or its records were damaged.
    case tls
    /// The peer does not speak HTTP/2, or broke its rules; `http2Error` says how.
    case http2
    /// We closed it.
    case closedLocally
    /// The listening side has as many connections as it may have.
    case tooManyConnections
  }

  /// The kind of failure.
  public let code: Code
  /// What was expected and what was found.
  public let message: String
  /// The HTTP/2 failure behind it, if there is one.
  public let http2Error: HTTP2Error?

  /// Whether the peer was disconnected for what it did: it broke the rules of HTTP/2 or TLS, made more work than it may, or was
  /// too slow at it.
  public let isOffence: Bool

  /// Whether the peer speaks another protocol: HTTP/1 or TLS where plain HTTP/2 was expected, or the other way round.
  public var isOtherProtocol: Bool {
    if case .notHTTP2 = http2Error?.kind { return true }
    return false
  }

  /// Makes an error; used by this module and by tests of its callers.
  public init(_ code: Code, _ message: String, isOffence: Bool = false) {
    self.code = code
    self.message = message
    self.isOffence = isOffence
    http2Error = nil
  }

  init(_ error: HTTP2Error) {
    code = .http2
    message = error.message
    http2Error = error
    if case .connection = error.kind { isOffence = true } else { isOffence = false }
  }

  init(_ error: TLSError) { self.init(.tls, error.message, isOffence: true) }

  static func lost(_ attempt: String, errno systemError: Int32) -> TransportError {
    TransportError(.connectionLost, EventLoopError.system(attempt, errno: systemError).message)
  }

  /// The message.
  public var description: String { message }
}
