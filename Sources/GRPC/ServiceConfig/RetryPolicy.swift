/// When and how often a call is sent again after it has failed.
///
/// Source: gRFC A6, "gRPC Retry Design".
public struct RetryPolicy: Sendable, Hashable {
  /// No call is sent more often than this, whatever a policy says.
  static let mostAttempts = 5

  /// How often a call is sent at most, the first time included; more than five counts as five.
  public var maxAttempts: Int

  /// The wait before the second attempt.
  public var initialBackoff: Duration

  /// The longest wait, before jitter.
  public var maxBackoff: Duration

  /// By how much each wait is longer than the one before.
  public var backoffMultiplier: Double

  /// The codes after which the call is sent again.
  public var retryableCodes: Set<StatusCode>

  /// A policy; its default retries what has not reached the service.
  public init(
    maxAttempts: Int = 3, initialBackoff: Duration = .milliseconds(100), maxBackoff: Duration = .seconds(1),
    backoffMultiplier: Double = 2, retryableCodes: Set<StatusCode> = [.unavailable]
  ) {
    self.maxAttempts = maxAttempts
    self.initialBackoff = initialBackoff
    self.maxBackoff = maxBackoff
    self.backoffMultiplier = backoffMultiplier
    self.retryableCodes = retryableCodes
  }
}
