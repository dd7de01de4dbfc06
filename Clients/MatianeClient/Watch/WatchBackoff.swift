/// How long to wait before a lost watch is opened again: longer from time to time, never the same for all clients.
struct WatchBackoff {
  private static let first = Duration.milliseconds(50)
  private static let longest = Duration.seconds(10)

  private var next = first

  /// The watch is well again.
  mutating func reset() { next = Self.first }

  /// Waits; shorter when the task is cancelled.
  mutating func wait(atLeast least: Duration = .zero) async {
    let delay = max(least, next * Double.random(in: 0.5...1))
    next = min(next * 2, Self.longest)
    try? await Task.sleep(for: delay)
  }
}
