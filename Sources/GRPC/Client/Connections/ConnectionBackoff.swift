/// The waiting times between attempts to connect.
///
/// Each is the one before times `multiplier`, up to `maximum`, and spread at random by `jitter`, so
/// that many clients of one restarted server do not come back in the same moment.
///
/// Source: gRPC, "Connection Backoff Protocol".
public struct ConnectionBackoff: Sendable, Hashable {
  /// The time between the first two attempts.
  public var initial: Duration

  /// The longest time between two attempts, before jitter.
  public var maximum: Duration

  /// By how much each time is longer than the one before.
  public var multiplier: Double

  /// The share by which a time may be longer or shorter.
  public var jitter: Double

  /// The time that every attempt gets at least, however short the backoff is.
  public var connectTimeout: Duration

  /// Backoff as gRPC defines it, unless told otherwise.
  public init(
    initial: Duration = .seconds(1), maximum: Duration = .seconds(120), multiplier: Double = 1.6,
    jitter: Double = 0.2, connectTimeout: Duration = .seconds(20)
  ) {
    self.initial = initial
    self.maximum = maximum
    self.multiplier = multiplier
    self.jitter = jitter
    self.connectTimeout = connectTimeout
  }

  /// The time between the starts of attempts `failures` and `failures + 1`, counted from one.
  func delay(afterFailures failures: Int, using random: inout some RandomNumberGenerator) -> Duration {
    let base = initial.grown(by: multiplier, times: max(0, failures - 1), atMost: maximum)
    guard jitter > 0 else { return base }
    return base * (1 + Double.random(in: -jitter...jitter, using: &random))
  }
}
