import Storage

/// Waits for the disk on a thread of its own, so that the writer can work meanwhile.
final class LogSynchronizer: Sendable {
  private struct State: Sendable {
    var wanted: UInt64?
    var result: Result<Duration, StorageError>?
    var isStopping = false
  }

  private let state: Monitor<State>
  private let thread: BackgroundThread

  init(_ log: any Log) {
    let state = Monitor(State())
    self.state = state
    thread = BackgroundThread(name: "catalog-sync") {
      while true {
        let wanted: UInt64? = state.wait(until: { $0.wanted != nil || $0.isStopping }) { state in
          defer { state.wanted = nil }
          return state.wanted
        }
        guard let wanted else { return }
        let began = ContinuousClock.now
        let result = Result { () throws(StorageError) -> Duration in
          try log.waitUntilDurable(wanted)
          return ContinuousClock.now - began
        }
        state.update { $0.result = result }
      }
    }
  }

  /// Has records made durable; ``finish()`` must follow.
  func begin(through sequence: UInt64) { state.update { $0.wanted = sequence } }

  /// Waits for what was begun; returns how long the disk took.
  ///
  /// - Throws: the failure that ended the log.
  func finish() throws(StorageError) -> Duration {
    try state.wait(until: { $0.result != nil }) { (state) throws(StorageError) in
      defer { state.result = nil }
      return try state.result!.get()
    }
  }

  /// Ends the thread. Call it once.
  func stop() {
    state.update { $0.isStopping = true }
    thread.join()
  }
}
