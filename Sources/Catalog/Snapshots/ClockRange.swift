/// What time it may be by a wall clock that somebody sets forward or back: what it said within the last day, and the time that has
/// passed since then.
///
/// A clock that was wrong for less than a day is believed for no moment alone; one that is right again is believed after a day.
struct ClockRange {
  private static let secondsRemembered: Int64 = 86_400
  private static let mostRemembered = 1024

  /// How far the clock was ahead of the uptime, and when it was last seen to be.
  private var seen: [(offset: Int64, uptime: Int64)] = []
  private let began: Int64

  /// Begins with what the clocks say, in seconds.
  init(now: Int64, uptime: Int64) {
    began = uptime
    _ = observe(now: now, uptime: uptime)
  }

  /// The earliest and the latest that it may be, with what the clocks say now.
  mutating func observe(now: Int64, uptime: Int64) -> ClosedRange<Int64> {
    let offset = now - uptime
    if let last = seen.last, last.offset == offset { seen.removeLast() }
    seen.append((offset, uptime))
    seen.removeAll { $0.uptime < uptime - Self.secondsRemembered }
    if seen.count > Self.mostRemembered { seen.removeFirst() }
    let offsets = seen.map(\.offset)
    return (offsets.min() ?? offset) + uptime...(offsets.max() ?? offset) + uptime
  }

  /// Whether it has been watched for as long as it takes to believe it.
  func isSettled(at uptime: Int64) -> Bool { uptime - began >= Self.secondsRemembered }
}
