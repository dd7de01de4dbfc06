import EventLoops

/// Tells when calls wait too long for their loop, by the shortest wait of a while: one that even the luckiest call had.
///
/// After CoDel (RFC 8289): a burst makes a long queue for a moment, overload makes one that stays. In a burst calls may
/// wait ten times the target; in overload those that waited longer than the target are refused, so that the others are
/// answered in time instead of all of them late.
struct QueueDelay {
  private static let window: UInt64 = 100_000_000

  /// How long calls may wait.
  var target: Duration
  private var windowEnd: UInt64 = 0
  private var shortest: Duration?
  /// Whether the last window was an overload.
  private(set) var isOverloaded = false

  init(target: Duration) { self.target = target }

  /// Takes the wait of a call in.
  ///
  /// - Returns: whether the call should be run.
  mutating func admits(waited: Duration, at now: MonotonicInstant) -> Bool {
    if now.nanoseconds >= windowEnd {
      isOverloaded = shortest.map { $0 > target } ?? false
      shortest = nil
      windowEnd = now.nanoseconds &+ Self.window
    }
    shortest = min(shortest ?? waited, waited)
    return waited <= (isOverloaded ? target : target * 10)
  }
}
