import Synchronization

/// Something that a task waits for until it is cancelled, and a thread makes while it is waited for.
final class CancellableResult<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case new
    case waiting(CheckedContinuation<Value?, Never>)
    case over
  }

  private let state = Mutex(State.new)
  private let isOver = Atomic(false)

  /// Whether anybody still waits. One atomic load.
  var isWanted: Bool { !isOver.load(ordering: .relaxed) }

  /// Begins to wait; ends at once when the result was given up before.
  func begin(_ continuation: CheckedContinuation<Value?, Never>) {
    let isWaiting = state.withLock { state in
      guard case .new = state else { return false }
      state = .waiting(continuation)
      return true
    }
    if !isWaiting { continuation.resume(returning: nil) }
  }

  /// Ends the waiting with what was made; nothing happens when it is over.
  func answer(_ value: Value?) {
    let waiting = state.withLock { state in
      defer { state = .over }
      return state
    }
    isOver.store(true, ordering: .relaxed)
    if case .waiting(let continuation) = waiting { continuation.resume(returning: value) }
  }

  /// Ends the waiting without.
  func giveUp() { answer(nil) }
}
