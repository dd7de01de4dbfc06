import HTTP2
import TLS

/// What a channel does by itself, for all of its calls.
public struct ChannelConfiguration: Sendable {
  /// What the server's certificate is checked against, for TLS; without it connections are plain text.
  public var tls: ClientTLSConfiguration?

  /// The `:authority` of calls instead of the target's host and port; with TLS, the name that is checked, too.
  public var authority: String?

  /// The port of a target that names none; `nil` for that of HTTP, which is 443 with TLS and 80 without.
  public var defaultPort: UInt16?

  /// What comes before our own name in `user-agent`.
  public var userAgent: String?

  /// What calls get that do not say otherwise.
  public var defaults = CallOptions()

  /// The waiting times between attempts to connect.
  public var backoff = ConnectionBackoff()

  /// The least time between two look-ups of the target's name, which follow when one of its servers has left.
  public var nameInterval: Duration = .seconds(30)

  /// How calls are spread over addresses, unless the service config says otherwise.
  public var loadBalancing = LoadBalancing.pickFirst

  /// What the owner of the service asks of its clients: time-outs, retries, hedging; see `ServiceConfig`.
  public var serviceConfig: ServiceConfig?

  /// When a silent connection is asked for a sign of life; `nil` for never.
  public var keepalive: Keepalive?

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
