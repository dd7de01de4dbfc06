/// Counts steps of something long, and says now and then that it should be reported: about once a second, and at the end.
struct Progress {
  private let total: Int
  private var done = 0
  private var next = ContinuousClock.now + .seconds(1)

  init(total: Int) { self.total = total }

  /// Counts; how many steps are done, when that should be reported.
  mutating func step(_ count: Int = 1) -> Int? {
    done += count
    // The clock is not read at every single step.
    guard done == total || count > 1 || done % 256 == 0 else { return nil }
    guard done == total || ContinuousClock.now >= next else { return nil }
    next = .now + .seconds(1)
    return done
  }
}
