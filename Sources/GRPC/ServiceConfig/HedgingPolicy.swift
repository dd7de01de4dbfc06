/// When a call is sent a second time although the first may still succeed; for methods that may safely run twice.
///
/// Source: gRFC A6, "Hedging Policy".
public struct HedgingPolicy: Sendable, Hashable {
  /// How often a call is sent at most, the first time included; more than five counts as five.
  public var maxAttempts: Int

  /// The wait between one attempt and the next.
  public var delay: Duration

  /// The codes after which the other attempts go on.
  public var nonFatalCodes: Set<StatusCode>

  /// A policy.
  public init(maxAttempts: Int, delay: Duration = .zero, nonFatalCodes: Set<StatusCode> = []) {
    self.maxAttempts = maxAttempts
    self.delay = delay
    self.nonFatalCodes = nonFatalCodes
  }
}
