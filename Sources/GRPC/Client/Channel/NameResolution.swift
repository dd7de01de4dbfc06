import EventLoops

/// When a channel looks its target's name up: at first use, after failures, and not too often.
///
/// A pure machine; the channel does the looking up.
struct NameResolution {
  /// Whether a look-up is under way.
  private(set) var isRunning = false

  /// Why the last look-up failed, until one succeeds.
  private(set) var error: RPCError?

  private let backoff: ConnectionBackoff
  private let interval: Duration
  private var lastStart: MonotonicInstant?
  private var failures = 0
  private var waitsForBackoff = false

  /// - Parameter interval: the least time between two look-ups that succeed.
  init(backoff: ConnectionBackoff, interval: Duration = .seconds(30)) {
    self.backoff = backoff
    self.interval = interval
  }

  /// Whether to look the name up now; if so, one of the next three methods has to follow.
  mutating func begin(now: MonotonicInstant) -> Bool {
    guard !isRunning, !waitsForBackoff else { return false }
    if error == nil, let lastStart, lastStart.duration(to: now) < interval { return false }
    isRunning = true
    lastStart = now
    return true
  }

  /// The look-up found addresses.
  mutating func succeeded() {
    isRunning = false
    error = nil
    failures = 0
  }

  /// The look-up failed; the next one has to wait for the returned time.
  mutating func failed(_ error: RPCError) -> Duration {
    isRunning = false
    waitsForBackoff = true
    self.error = error
    failures += 1
    var random = SystemRandomNumberGenerator()
    return backoff.delay(afterFailures: failures, using: &random)
  }

  /// The time after a failure is over.
  mutating func mayRetry() { waitsForBackoff = false }
}
