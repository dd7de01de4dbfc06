/// When a connection is probed, and when it has to end although nothing is wrong with it.
public struct LifetimePolicy: Sendable, Hashable {
  /// The silence after which the peer is asked for a sign of life by a PING; nil never asks.
  public var keepaliveInterval: Duration?
  /// How long that sign may take; then the connection counts as dead and is closed.
  public var keepaliveTimeout: Duration = .seconds(20)
  /// Whether a connection without open streams is probed, too.
  public var probesWithoutStreams = true
  /// How long a connection may be without streams before it is asked to leave; nil without end.
  public var maxIdle: Duration?
  /// The age at which a connection is asked to leave, give or take a tenth, so that a crowd of peers that came
  /// together does not come back together; nil without end.
  public var maxAge: Duration?
  /// How long the streams of a connection that is too old may go on; nil without end.
  public var ageGrace: Duration?

  /// Probes nothing and lets connections live.
  public init() {}
}
