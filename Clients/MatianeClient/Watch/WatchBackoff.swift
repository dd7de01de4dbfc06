/// How long to wait before a watch that has ended is opened again: longer from time to time, never the same for all clients.
///
/// A watch is well once it has told a change or has lasted; that it has begun says little, for the server may end it at once again.
struct WatchBackoff {
  private static let first = Duration.milliseconds(50)
  private static let longest = Duration.seconds(10)

  private var next = first
  private var opening = ContinuousClock.now

  /// The watch is opened.
  mutating func opened(at instant: ContinuousClock.Instant = .now) { opening = instant }

  /// The watch has told what it is there for.
  mutating func reset() { next = Self.first }

  /// The wait before the next opening, of a watch that ends now.
  mutating func delay(at instant: ContinuousClock.Instant = .now) -> Duration {
    if opening.duration(to: instant) >= Self.longest { reset() }
    defer { next = min(next * 2, Self.longest) }
    return next * Double.random(in: 0.5...1)
  }

  /// Waits; shorter when the task is cancelled.
  mutating func wait(atLeast least: Duration = .zero) async {
    try? await Task.sleep(for: max(least, delay()))
  }
}
