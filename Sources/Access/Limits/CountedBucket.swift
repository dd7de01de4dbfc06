import EventLoops
import Synchronization

/// A token bucket that knows how often it was found empty: for lines of a log that anybody can cause, so that a port scan does not
/// fill the disk and its size is told all the same.
public final class CountedBucket: Sendable {
  private let bucket: TokenBucket
  private let refusals = Atomic<Int>(0)

  /// A full bucket of `burst` tokens, to which `perSecond` come.
  ///
  /// - Precondition: both are positive.
  public init(perSecond: Int, burst: Int) { bucket = TokenBucket(perSecond: perSecond, burst: burst) }

  /// Takes a token.
  ///
  /// - Returns: how often there was none since the last one that was taken; nil if there is none.
  public func take(at now: MonotonicInstant) -> Int? {
    guard bucket.take(at: now) == nil else {
      refusals.add(1, ordering: .relaxed)
      return nil
    }
    return refusals.exchange(0, ordering: .relaxed)
  }
}
