import Synchronization

/// Seconds of uptime that a test sets, and that tell how often the catalog has looked at them: while nobody writes that is once in
/// every round of its housekeeping, before anything is given up.
final class WatchedClock: Sendable {
  private struct State {
    var seconds: Int64
    var looks = 0
    var waiters: [(look: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state: Mutex<State>

  init(_ seconds: Int64) { state = Mutex(State(seconds: seconds)) }

  /// Reads the clock as the catalog does.
  func read() -> Int64 {
    let (seconds, due) = state.withLock { state in
      state.looks += 1
      let due = state.waiters.filter { $0.look <= state.looks }
      state.waiters.removeAll { $0.look <= state.looks }
      return (state.seconds, due)
    }
    for waiter in due { waiter.continuation.resume() }
    return seconds
  }

  func advance(by seconds: Int64) { state.withLock { $0.seconds += seconds } }

  /// Returns when the catalog has looked so many times more. What the second look began with, the first has finished.
  func waitForLooks(_ count: Int) async {
    await withCheckedContinuation { continuation in
      state.withLock { $0.waiters.append(($0.looks + count, continuation)) }
    }
  }
}
