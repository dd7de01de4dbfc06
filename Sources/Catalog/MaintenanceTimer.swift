import Storage

/// What has to be done by the clock: looking at disk and memory, and checkpoints by schedule.
final class MaintenanceTimer: Sendable {
  private static let period = Duration.milliseconds(250)

  private struct State: Sendable {
    var isStopping = false
  }

  private let state = Monitor(State())
  private let thread = Monitor<BackgroundThread?>(nil)

  /// Calls `work` a few times a second on a thread of its own.
  func start(_ work: @escaping @Sendable () -> Void) {
    let state = state
    thread.withLock {
      $0 = BackgroundThread(name: "catalog-house") {
        while !state.wait(until: \.isStopping, timeout: Self.period, then: \.isStopping) { work() }
      }
    }
  }

  /// Ends the thread. Idempotent.
  func stop() {
    state.update { $0.isStopping = true }
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }
}
