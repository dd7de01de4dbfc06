import Synchronization

/// Lets so many at a time do what takes much memory; the others wait in the order in which they came, without a thread.
final class Turns: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(atOnce count: Int) { state = Mutex(State(free: count)) }

  /// Runs `body` when it is its turn; at once when it is not `needed`.
  func run<Result: Sendable, Failure: Error>(
    ifNeeded isNeeded: Bool, _ body: () async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    guard isNeeded else { return try await body() }
    await withCheckedContinuation { continuation in
      let mayGo = state.withLock { state in
        if state.free == 0 {
          state.waiting.append(continuation)
          return false
        }
        state.free -= 1
        return true
      }
      if mayGo { continuation.resume() }
    }
    defer { next() }
    return try await body()
  }

  private func next() {
    let next: CheckedContinuation<Void, Never>? = state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
