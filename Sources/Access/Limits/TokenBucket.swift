import EventLoops
import Synchronization

/// A bound on how often something may happen: so many times a second, and that many at once after a pause.
///
/// The generic cell rate algorithm (ITU-T I.371): one number, the time at which the bucket will be full again. Usable
/// from any thread; loops contend only for the bucket of somebody who calls over several of them.
public final class TokenBucket: Sendable {
  private let interval: UInt64
  private let tolerance: UInt64
  private let fullAt = Atomic<UInt64>(0)

  /// A full bucket; it holds what one second brings.
  ///
  /// - Precondition: `perSecond` is positive.
  public convenience init(perSecond: Int) { self.init(perSecond: perSecond, burst: perSecond) }

  /// A full bucket that holds `burst`.
  ///
  /// - Precondition: both are positive.
  init(perSecond: Int, burst: Int) {
    interval = max(1, 1_000_000_000 / UInt64(perSecond))
    tolerance = UInt64(burst) * 1_000_000_000 / UInt64(perSecond)
  }

  /// Takes a token.
  ///
  /// - Returns: nil, or how long to wait until there is one.
  public func take(at now: MonotonicInstant) -> Duration? {
    var seen = fullAt.load(ordering: .relaxed)
    while true {
      let next = max(seen, now.nanoseconds) &+ interval
      let limit = now.nanoseconds &+ max(tolerance, interval)
      if next > limit { return .nanoseconds(Int64(clamping: next - limit)) }
      let (exchanged, original) = fullAt.weakCompareExchange(
        expected: seen, desired: next, ordering: .relaxed)
      if exchanged { return nil }
      seen = original
    }
  }

  /// Whether nothing was taken for so long that the bucket is as good as a new one.
  func isFull(at now: MonotonicInstant) -> Bool { fullAt.load(ordering: .relaxed) <= now.nanoseconds }
}
