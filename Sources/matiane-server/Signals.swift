import EventLoops
import Glibc
import Synchronization

/// Waits for SIGTERM or SIGINT, of which a second one ends the process at once; SIGHUP reads the configuration anew.
final class Signals: Sendable {
  private struct State {
    var arrived = false
    var waiter: CheckedContinuation<Void, Never>?
    /// Called by the first signal.
    var atOnce: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// Watches from now on.
  ///
  /// - Throws: when a signal cannot be caught.
  init(on loop: EventLoop, reload: @escaping @Sendable () -> Void) async throws(EventLoopError) {
    let result: Result<Void, EventLoopError> = await withCheckedContinuation { continuation in
      loop.execute {
        continuation.resume(
          returning: Result { () throws(EventLoopError) in
            for signal in [SIGTERM, SIGINT] {
              _ = try SignalWatcher(signal, on: loop) { [self] in arrive(signal) }
            }
            _ = try SignalWatcher(SIGHUP, on: loop) { Task.detached { reload() } }
          })
      }
    }
    try result.get()
  }

  /// Runs `work`, which cannot be stopped; a signal that comes meanwhile, or has come before, calls `end`.
  func during(_ end: @escaping @Sendable () -> Void, _ work: () async throws -> Void) async rethrows {
    let hasArrived = state.withLock { state in
      state.atOnce = end
      return state.arrived
    }
    if hasArrived { end() }
    try await work()
    state.withLock { $0.atOnce = nil }
  }

  /// Returns when the first signal has come.
  func stop() async {
    await withCheckedContinuation { continuation in
      let hasArrived = state.withLock { state in
        if !state.arrived { state.waiter = continuation }
        return state.arrived
      }
      if hasArrived { continuation.resume() }
    }
  }

  private func arrive(_ signal: Int32) {
    let (isSecond, waiter, atOnce) = state.withLock { state in
      defer {
        state.arrived = true
        state.waiter = nil
      }
      return (state.arrived, state.waiter, state.atOnce)
    }
    if isSecond { _exit(128 + signal) }
    atOnce?()
    waiter?.resume()
  }
}
