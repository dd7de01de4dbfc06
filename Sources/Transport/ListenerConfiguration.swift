import EventLoops
import TLS

/// The bounds of a listener.
public struct ListenerConfiguration: Sendable {
  /// The bounds of each connection.
  public var connection = ConnectionConfiguration()
  /// Gives the TLS context of each new connection, so that certificates can be replaced; nil for plaintext.
  public var tls: (@Sendable () -> TLSContext)?
  /// Connections at once, over all loops; more are closed as they come.
  public var maxConnections = 65_536
  /// Connections at once from one address (`SocketAddress.network`); nil for no limit of its own.
  public var maxConnectionsPerAddress: Int? = 16_384
  /// How long to wait before accepting again when the process lacks descriptors; a connection's end cuts it short.
  public var exhaustionPause: Duration = .milliseconds(100)
  /// Hears what an operator may want to know; on one of the loops.
  public var onEvent: @Sendable (ListenerEvent) -> Void = { _ in }

  /// Hears of peers that had gone before they were let in; on the loop that would have served them.
  public var onMissed: @Sendable (SocketAddress?, EventLoop) -> Void = { _, _ in }

  /// The defaults.
  public init() {}
}

/// What an operator may want to know of a listener.
public enum ListenerEvent: Sendable {
  /// A connection was refused because of a limit.
  case refused(SocketAddress?, TransportError)
  /// Accepting pauses: the process or the machine lacks descriptors or memory.
  case paused(EventLoopError)
  /// A listening socket is unusable and closed.
  case failed(EventLoopError)
}
