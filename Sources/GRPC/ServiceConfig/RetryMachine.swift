/// Decides after each failed attempt of a call whether and when the next one follows. A pure machine.
///
/// Source: gRFC A6, "Summary of Retry and Hedging Logic".
struct RetryMachine {
  private static let jitter = 0.8...1.2

  private let policy: RetryPolicy
  /// The waits since the start or the last pushback.
  private var waits = 0

  init(_ policy: RetryPolicy) {
    self.policy = policy
  }

  /// Whether a code is one that another attempt could mend.
  func isRetryable(_ code: StatusCode) -> Bool { policy.retryableCodes.contains(code) }

  /// An attempt has failed before its response began.
  ///
  /// - Parameters:
  ///   - attempts: how many there were, this one included.
  ///   - tokens: those of the channel, if it throttles; one is taken where the failure counts.
  mutating func failed(
    _ code: StatusCode, _ pushback: Pushback?, attempts: Int, _ tokens: inout RetryTokens?,
    using random: inout some RandomNumberGenerator
  ) -> AttemptDecision {
    let isRetryable = isRetryable(code)
    if isRetryable || pushback == .never { tokens?.failed() }
    guard attempts < min(policy.maxAttempts, RetryPolicy.mostAttempts), tokens?.permitsRetry ?? true else {
      return .fail
    }
    switch pushback {
    case .never: return .fail
    case .after(let wait):
      waits = 0
      return .next(after: wait)
    case nil: return isRetryable ? .next(after: backoff(using: &random)) : .fail
    }
  }

  private mutating func backoff(using random: inout some RandomNumberGenerator) -> Duration {
    let wait = policy.initialBackoff.grown(
      by: policy.backoffMultiplier, times: waits, atMost: policy.maxBackoff)
    waits += 1
    return wait * Double.random(in: Self.jitter, using: &random)
  }
}
