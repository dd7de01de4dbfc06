/// Decides when the next attempt of a hedged call goes out, and when a failure is the call's. A pure machine.
///
/// Source: gRFC A6, "Summary of Retry and Hedging Logic".
struct HedgingMachine {
  private let policy: HedgingPolicy
  /// Whether a server has asked for no further attempts.
  private var isFrozen = false

  init(_ policy: HedgingPolicy) {
    self.policy = policy
  }

  /// Whether a code is one that another attempt could mend.
  func isNonFatal(_ code: StatusCode) -> Bool { policy.nonFatalCodes.contains(code) }

  /// The time between an attempt and the next.
  var delay: Duration { policy.delay }

  /// Whether another attempt may go out.
  ///
  /// - Parameter attempts: how many there were.
  func permitsNext(attempts: Int, _ tokens: RetryTokens?) -> Bool {
    !isFrozen && attempts < min(policy.maxAttempts, RetryPolicy.mostAttempts) && tokens?.permitsRetry ?? true
  }

  /// An attempt has failed before its response began.
  ///
  /// - Parameters:
  ///   - attempts: how many there were, this one included.
  ///   - hasRivals: whether others are under way.
  ///   - tokens: those of the channel, if it throttles; one is taken where the failure counts.
  mutating func failed(
    _ code: StatusCode, _ pushback: Pushback?, attempts: Int, hasRivals: Bool, _ tokens: inout RetryTokens?
  ) -> AttemptDecision {
    let isNonFatal = isNonFatal(code)
    if isNonFatal || pushback == .never { tokens?.failed() }
    if pushback == .never { isFrozen = true }
    guard isNonFatal else { return .fail }
    guard permitsNext(attempts: attempts, tokens) else { return hasRivals ? .wait : .fail }
    if case .after(let wait) = pushback { return .next(after: wait) }
    return .next(after: .zero)
  }
}
