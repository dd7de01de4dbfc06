extension EventLoop {
  /// The resolution of timers.
  static let tickNanoseconds: UInt64 = 1_000_000

  /// Calls `handler` after `delay`, never early, usually within a millisecond. On the loop's thread only.
  ///
  /// The loop keeps `handler` alive until then.
  ///
  /// - Complexity: O(1), no allocation once as many timers have been scheduled together before.
  public func schedule(after delay: Duration, _ handler: any TimerHandler) -> Timer {
    schedule(at: now.advanced(by: delay), handler)
  }

  /// Calls `handler` at `instant`, or with the next tick when that is past. On the loop's thread only.
  ///
  /// - Complexity: as `schedule(after:_:)`.
  public func schedule(at instant: MonotonicInstant, _ handler: any TimerHandler) -> Timer {
    assert(isCurrent)
    let (whole, rest) = instant.nanoseconds.quotientAndRemainder(dividingBy: Self.tickNanoseconds)
    return timers.schedule(handler, at: rest == 0 ? whole : whole + 1)
  }

  /// Calls `body` after `delay`; allocates. For what is rare; see the other form for what is not.
  public func schedule(after delay: Duration, _ body: @escaping () -> Void) -> Timer {
    schedule(after: delay, ClosureTimer(body))
  }

  /// Unschedules a timer and lets go of its handler. On the loop's thread only.
  ///
  /// - Returns: whether it was still scheduled.
  /// - Complexity: O(1).
  @discardableResult
  public func cancel(_ timer: Timer) -> Bool {
    assert(isCurrent)
    return timers.cancel(timer)
  }

  func fireTimers() {
    let tick = now.nanoseconds / Self.tickNanoseconds
    while let (timer, handler) = timers.popExpired(at: tick) { handler.timerFired(timer) }
  }
}

private final class ClosureTimer: TimerHandler {
  private let body: () -> Void
  init(_ body: @escaping () -> Void) { self.body = body }
  func timerFired(_ timer: Timer) { body() }
}
