import HTTP2

/// The bounds of one connection.
public struct ConnectionConfiguration: Sendable {
  /// The limits of its HTTP/2 session.
  public var session = SessionConfiguration()
  /// How long the peer may take from the first byte to its SETTINGS, the TLS handshake included.
  public var openTimeout: Duration = .seconds(10)
  /// How long one frame, or one header block, may take to arrive.
  public var frameTimeout: Duration = .seconds(20)
  /// How long the peer may leave our output unread.
  public var writeTimeout: Duration = .seconds(60)
  /// How long the peer may take to answer the PING of an orderly shutdown.
  public var shutdownPingTimeout: Duration = .seconds(2)
  /// How long we still read, and drop, after our last word, lest a TCP reset overtakes it.
  public var lingerTimeout: Duration = .seconds(1)
  /// Bytes that are still read while the peer reads nothing; more than its flow control lets an honest peer send.
  public var maxUnansweredBytes = 1024 * 1024
  /// When it is probed, and when it has to end.
  public var lifetime = LifetimePolicy()

  /// The defaults.
  public init() {}
}
