/// How busy a loop is.
public struct LoopStatistics: Sendable, Hashable {
  /// Turns since the start.
  public private(set) var turns: UInt64 = 0
  /// Time since the start in which the loop was not waiting.
  public private(set) var busyNanoseconds: UInt64 = 0
  /// The longest turn since this was last taken.
  public private(set) var longestTurnNanoseconds: UInt64 = 0

  @inline(__always)
  mutating func add(turn nanoseconds: UInt64) {
    turns &+= 1
    busyNanoseconds &+= nanoseconds
    if nanoseconds > longestTurnNanoseconds { longestTurnNanoseconds = nanoseconds }
  }

  mutating func beginAnew() { longestTurnNanoseconds = 0 }
}

extension EventLoop {
  /// How busy the loop is; the longest turn is measured anew from now on. On the loop's thread only.
  public func takeStatistics() -> LoopStatistics {
    preconditionInLoop()
    defer { statistics.beginAnew() }
    return statistics
  }
}
