import EventLoops
import HTTP2
import TLS

/// What a channel does by itself, for all of its calls.
public struct ChannelConfiguration: Sendable {
  /// How a channel spreads its calls over the addresses of its target.
  public enum LoadBalancing: Sendable, Hashable {
    /// All calls go to the first address that takes a connection.
    case pickFirst
    /// Calls go to all addresses in turn.
    case roundRobin
  }

  /// What the server's certificate is checked against, for TLS; without it connections are plain text.
  public var tls: ClientTLSConfiguration?

  /// The `:authority` of calls instead of the target's host and port; with TLS, the name that is checked, too.
  public var authority: String?

  /// What comes before our own name in `user-agent`.
  public var userAgent: String?

  /// What calls get that do not say otherwise.
  public var defaults = CallOptions()

  /// The waiting times between attempts to connect.
  public var backoff = ConnectionBackoff()

  /// How calls are spread over addresses.
  public var loadBalancing = LoadBalancing.pickFirst

  /// Windows and limits of the HTTP/2 connections.
  public var session = Self.clientSession

  /// Code that sees every call, in the order in which it is asked.
  public var interceptors: [any ClientInterceptor] = []

  /// The defaults.
  public init() {}

  /// Windows that let one stream fill a fast link.
  private static var clientSession: SessionConfiguration {
    var session = SessionConfiguration()
    session.streamWindowBytes = 1024 * 1024
    session.connectionWindowBytes = 8 * 1024 * 1024
    return session
  }
}
