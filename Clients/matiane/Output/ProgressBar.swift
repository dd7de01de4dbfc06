import Glibc

/// One line on a terminal's standard error: how far, how fast, how long still.
struct ProgressBar {
  private static let width = 30
  private static let redrawInterval: Duration = .milliseconds(100)

  private let totalBytes: Int?
  private let started = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?

  /// - Parameter totalBytes: size of the whole input; nil when it is not known, then there is no bar and no ETA.
  init(totalBytes: Int?) {
    self.totalBytes = totalBytes
  }

  mutating func update(articles: Int, bytes: Int) {
    let now = ContinuousClock.now
    if let drawn, now - drawn < Self.redrawInterval { return }
    drawn = now
    writeError(
      "\r\u{1B}[K" + Self.line(articles: articles, bytes: bytes, total: totalBytes, elapsed: now - started))
  }

  /// Takes the line away, so that something else can be written.
  mutating func clear() {
    guard drawn != nil else { return }
    writeError("\r\u{1B}[K")
    drawn = nil
  }

  /// The text of the line.
  static func line(articles: Int, bytes: Int, total: Int?, elapsed: Duration) -> String {
    let seconds = max(0.001, elapsed / .seconds(1))
    let rate = Int(Double(articles) / seconds)
    guard let total, total > 0 else { return "\(articles) articles  \(rate)/s" }
    let share = min(1, Double(bytes) / Double(total))
    let filled = Int(share * Double(width))
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: width - filled)
    let left = share > 0 ? Int(seconds * (1 - share) / share) : 0
    return "[\(bar)] \(Int(share * 100)) %  \(articles) articles  \(rate)/s  ETA \(clock(left))"
  }

  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return seconds < 3600
      ? "\(two(seconds / 60)):\(two(seconds % 60))"
      : "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
