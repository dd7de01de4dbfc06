/// What documents of a window have gained by some words so far, where more may come.
///
/// Owned by a searcher and reused; takes its memory when first needed.
final class KeptGains {
  /// For how many words gains are kept at a time.
  static let slots = 4

  private static let count = slots * ScoreWindow.span
  private var gains: UnsafeMutablePointer<Double>?
  /// For each gain the window that it was kept in.
  private var windows: UnsafeMutablePointer<UInt32>?
  private var window: UInt32 = 0

  deinit {
    gains?.deallocate()
    windows?.deallocate()
  }

  /// Starts a window in which nothing is kept.
  func forgetAll() {
    window &+= 1
    guard window == 0 else { return }
    windows?.update(repeating: 0, count: Self.count)
    window = 1
  }

  /// Keeps what a document has gained by a word.
  @inline(__always)
  func keep(_ gain: Double, _ slot: Int, _ offset: Int) {
    if gains == nil { allocate() }
    guard let gains, let windows else { return }
    gains[slot * ScoreWindow.span + offset] = gain
    windows[slot * ScoreWindow.span + offset] = window
  }

  /// What was kept of a document; 0 if nothing was.
  func gain(_ slot: Int, _ offset: Int) -> Double {
    guard let gains, let windows else { return 0 }
    let place = slot * ScoreWindow.span + offset
    return windows[place] == window ? gains[place] : 0
  }

  private func allocate() {
    gains = .allocate(capacity: Self.count)
    let windows = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.count)
    windows.initialize(repeating: 0, count: Self.count)
    self.windows = windows
  }
}
