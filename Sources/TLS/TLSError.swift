import COpenSSL

/// Why TLS could not be set up, agreed on, or gone on with.
public struct TLSError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure.
  public enum Code: Sendable, Hashable {
    /// A certificate, a key or a list of authorities is unusable; the message names it and says why.
    case configuration
    /// The peers could not agree, or one does not trust the other.
    case handshake
    /// The peer's certificate was not accepted.
    case untrustedPeer
    /// The peer does not agree to HTTP/2 (ALPN, RFC 7301).
    case noCommonProtocol
    /// A record was damaged or out of place.
    case damagedRecord
    /// The peer goes on shaking hands where there is nothing to agree on any more.
    case restless
  }

  /// The kind of failure.
  public let code: Code
  /// What was expected and what was found.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }

  /// The failure that OpenSSL has left in this thread's queue, which is emptied.
  static func last(_ code: Code, _ attempt: String) -> TLSError {
    var reasons: [String] = []
    while true {
      let error = ERR_get_error()
      guard error != 0 else { break }
      let reason = ERR_reason_error_string(error).map { String(cString: $0) } ?? "error \(error)"
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    let found = reasons.isEmpty ? "the peer ended the connection" : reasons.joined(separator: "; ")
    return TLSError(code, "\(attempt): \(found)")
  }
}
