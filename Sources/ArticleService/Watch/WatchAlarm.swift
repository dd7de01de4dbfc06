import EventLoops

/// The timer that wakes a stream's watches to say how far they are; usable from any task.
// SAFETY: what changes is touched on `loop` only.
final class WatchAlarm: @unchecked Sendable {
  private let loop: EventLoop
  private var timer: Timer?
  private var isOver = false

  init(_ loop: EventLoop) { self.loop = loop }

  /// Calls `body` on the loop after a while, and not when it was to be called otherwise.
  func set(after delay: Duration, _ body: @escaping @Sendable () -> Void) {
    loop.execute { [self] in
      guard !isOver else { return }
      if let timer { loop.cancel(timer) }
      timer = loop.schedule(after: delay) { [self] in
        timer = nil
        body()
      }
    }
  }

  /// Calls nothing any more: a timer of a day would be kept for a day.
  func cancel() {
    loop.execute { [self] in
      isOver = true
      if let timer { loop.cancel(timer) }
      timer = nil
    }
  }
}
