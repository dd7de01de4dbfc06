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

  /// Takes tokens; false when there are not so many, i.e. when the peer is over its allowance.
  @inline(__always)
  mutating func take(_ count: Int = 1, now: UInt64) -> Bool {
    if tokens < count { refill(now: now) }
    guard tokens >= count else { return false }
    tokens -= count
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
    tokens = min(tokens + fresh, allowance.burst)
    refilledAt = now
  }
}
