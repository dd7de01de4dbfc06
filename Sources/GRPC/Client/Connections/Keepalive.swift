import Transport

/// When a connection on which nothing comes is asked for a sign of life, so that calls do not wait on a dead one.
///
/// Servers close connections that ask too often; ask for less than five minutes only where the server allows it.
///
/// Source: gRFC A8, "Client-side Keepalive".
public struct Keepalive: Sendable, Hashable {
  /// The silence after which a PING is sent; at least ten seconds.
  public internal(set) var time: Duration

  /// How long the answer may take.
  public var timeout: Duration

  /// Whether connections without calls are asked as well.
  public var pingsWithoutCalls: Bool

  /// Keepalive after so much silence.
  public init(time: Duration, timeout: Duration = .seconds(20), pingsWithoutCalls: Bool = false) {
    self.time = max(time, .seconds(10))
    self.timeout = timeout
    self.pingsWithoutCalls = pingsWithoutCalls
  }

  /// Asks half as often as until now, down to once a day: a server may say again and again that it is too often.
  mutating func askLessOften() {
    if time < .seconds(86_400) { time = min(time * 2, .seconds(86_400)) }
  }

  /// What a connection has to do.
  var policy: LifetimePolicy {
    var policy = LifetimePolicy()
    policy.keepaliveInterval = time
    policy.keepaliveTimeout = timeout
    policy.probesWithoutStreams = pingsWithoutCalls
    return policy
  }
}
