/// A token bucket that looks at the clock only when it has run dry.
///
/// Tokens come back by time and by merit: the work a peer lets us finish earns it tokens, so that a busy honest
/// peer is never taken for an attacker.
struct RateLimit {
  private let allowance: FloodLimits.Allowance
  private var tokens: Int
  private var refilledAt: UInt64

  init(_ allowance: FloodLimits.Allowance, now: UInt64) {
    self.allowance = allowance
    tokens = allowance.burst
    refilledAt = now
  }

  /// Takes one token; false when there is none, i.e. when the peer is over its allowance.
  @inline(__always)
  mutating func take(now: UInt64) -> Bool {
    if tokens == 0 { refill(now: now) }
    guard tokens > 0 else { return false }
    tokens -= 1
    return true
  }

  /// Gives tokens back for useful work done, up to the burst.
  @inline(__always)
  mutating func earn(_ count: Int) {
    tokens = min(tokens + count, allowance.burst)
  }

  private mutating func refill(now: UInt64) {
    guard now > refilledAt else { return }
    let elapsedMicroseconds = min((now - refilledAt) / 1000, 3_600_000_000)
    let fresh = Int(elapsedMicroseconds) * allowance.perSecond / 1_000_000
    guard fresh > 0 else { return }
    tokens = min(fresh, allowance.burst)
    refilledAt = now
  }
}
