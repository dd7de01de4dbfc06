import Storage

/// Does long jobs one after the other on a thread of its own, so that neither a write nor an event loop waits for them.
final class JobThread: Sendable {
  private struct State: Sendable {
    var jobs: [@Sendable () -> Void] = []
    var isBusy = false
    var isStopping = false
    /// Whether the jobs that wait when it stops are done.
    var isFinishing = false

    var isDone: Bool { !isBusy && (jobs.isEmpty || !isFinishing) }
  }

  private let name: String
  private let yielding: BackgroundThread.Yielding
  private let state = Monitor(State())
  private let thread = Monitor<BackgroundThread?>(nil)

  init(name: String, yielding: BackgroundThread.Yielding = .no) {
    self.name = name
    self.yielding = yielding
  }

  /// Adds a job; false when the thread is stopping, and then the job is never done.
  @discardableResult
  func add(_ job: @escaping @Sendable () -> Void) -> Bool {
    state.update { state in
      if !state.isStopping { state.jobs.append(job) }
      return !state.isStopping
    }
  }

  /// Does `work` on the thread and returns its result; `nil` when the thread stops first.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
    await withCheckedContinuation { continuation in
      let isTaken = state.update { state in
        if !state.isStopping { state.jobs.append { continuation.resume(returning: work()) } }
        return !state.isStopping
      }
      if !isTaken { continuation.resume(returning: nil) }
    }
  }

  /// Starts the thread. With `finishing` the jobs that wait are done before it ends, otherwise they are dropped.
  func start(finishing: Bool) {
    let state = state
    state.update { $0.isFinishing = finishing }
    thread.withLock {
      $0 = BackgroundThread(name: name, yielding: yielding) {
        while let job = state.wait(
          until: { !$0.jobs.isEmpty || $0.isStopping },
          then: { state in
            state.isBusy = !state.jobs.isEmpty && (!state.isStopping || finishing)
            return state.isBusy ? state.jobs.removeFirst() : nil
          })
        {
          job()
          state.update { $0.isBusy = false }
        }
      }
    }
  }

  /// Finishes the job that is being done, or all of them, and ends the thread. Idempotent.
  ///
  /// - Parameter deadline: when jobs that are still to be done are left alone: the process ends soon, and nobody wants what
  ///   it makes. nil waits as long as it takes.
  func stop(by deadline: ContinuousClock.Instant? = nil) {
    state.update { $0.isStopping = true }
    if let deadline {
      let left = max(.zero, deadline - .now)
      guard state.wait(until: \.isDone, timeout: left, then: \.isDone) else { return }
    }
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }
}
