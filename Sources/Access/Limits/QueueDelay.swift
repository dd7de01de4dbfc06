import EventLoops

/// Tells when calls wait too long for their loop, by the shortest wait of a while: one that even the luckiest call had.
///
/// After CoDel (RFC 8289): a burst makes a long queue for a moment, overload makes one that stays. In a burst calls may
/// wait ten times the target; in overload those that waited longer than the target are refused, so that the others are
/// answered in time instead of all of them late.
struct QueueDelay {
  private static let window: UInt64 = 100_000_000

  /// How long calls may wait; zero for any time.
  var target: Duration {
    get { .nanoseconds(Int64(clamping: targetNanoseconds)) }
    set { targetNanoseconds = Self.nanoseconds(newValue) }
  }
  private var targetNanoseconds: UInt64
  private var windowEnd: UInt64 = 0
  private var shortest = UInt64.max
  /// Whether the last window was an overload.
  private(set) var isOverloaded = false

  init(target: Duration) { targetNanoseconds = Self.nanoseconds(target) }

  /// Takes the wait of a call in.
  ///
  /// - Returns: whether the call should be run.
  mutating func admits(readyAt: MonotonicInstant, now: MonotonicInstant) -> Bool {
    if now.nanoseconds >= windowEnd {
      isOverloaded = shortest != .max && shortest > targetNanoseconds
      shortest = .max
      windowEnd = now.nanoseconds &+ Self.window
    }
    let waited = now.nanoseconds(since: readyAt)
    shortest = min(shortest, waited)
    return waited <= (isOverloaded ? targetNanoseconds : targetNanoseconds &* 10)
  }

  /// Any time is a year, so that ten times as much is a number still.
  private static func nanoseconds(_ target: Duration) -> UInt64 {
    let anyTime = Duration.seconds(31_536_000)
    return UInt64(clamping: (target > .zero ? min(target, anyTime) : anyTime).clampedNanoseconds)
  }
}
