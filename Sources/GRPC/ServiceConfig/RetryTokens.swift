/// The tokens that a channel has left. A pure machine.
struct RetryTokens {
  private let most: Int
  private let gain: Int
  /// In thousandths, so that no rounding adds up.
  private var thousandths: Int

  /// A full store.
  init(_ throttling: RetryThrottling) {
    most = min(max(1, throttling.maxTokens), 1000) * 1000
    gain = max(0, Int(min(throttling.tokenRatio, 1000) * 1000))
    thousandths = most
  }

  /// Whether a call may be sent again.
  var permitsRetry: Bool { thousandths > most / 2 }

  /// A call has succeeded.
  mutating func succeeded() { thousandths = min(most, thousandths + gain) }

  /// A call has failed in a way that another attempt could mend, or the server wants no other attempt.
  mutating func failed() { thousandths = max(0, thousandths - 1000) }
}
