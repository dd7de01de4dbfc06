/// The earliest that it may be by a wall clock that somebody sets forward or back: by what it said within the last day, and the time that
/// has passed since then.
///
/// A clock that is set forward is believed after a day.
struct CautiousClock {
  private static let secondsRemembered: Int64 = 86_400
  private static let mostRemembered = 1024

  /// How far the wall clock was ahead of the uptime, and when it was last seen to be.
  private var seen: [(offset: Int64, uptime: Int64)] = []

  /// Begins with what the clocks say, in seconds.
  init(now: Int64, uptime: Int64) { _ = observe(now: now, uptime: uptime) }

  /// The earliest that it may be, with what the clocks say now.
  mutating func observe(now: Int64, uptime: Int64) -> Int64 {
    let offset = now - uptime
    if let last = seen.last, last.offset == offset { seen.removeLast() }
    seen.append((offset, uptime))
    seen.removeAll { $0.uptime < uptime - Self.secondsRemembered }
    if seen.count > Self.mostRemembered { seen.removeFirst() }
    return (seen.map(\.offset).min() ?? offset) + uptime
  }
}
