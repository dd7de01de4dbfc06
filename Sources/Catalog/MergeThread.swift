import FullText
import Storage

/// Merges large segments on a thread of its own, so that no write waits for a merge.
final class MergeThread: Sendable {
  private struct State: Sendable {
    var jobs: [@Sendable () -> Void] = []
    var isStopping = false
  }

  private let state = Monitor(State())
  private let thread = Monitor<BackgroundThread?>(nil)

  /// The policy by which the index hands its merges over; `finished` is called when one is ready to be taken in.
  func policy(finished: @escaping @Sendable () -> Void) -> MergePolicy {
    MergePolicy(execute: { [state] job in state.update { $0.jobs.append(job) } }, finished: finished)
  }

  /// Starts the thread.
  func start() {
    let state = state
    thread.withLock {
      $0 = BackgroundThread(name: "catalog-merge") {
        while let job = state.wait(
          until: { !$0.jobs.isEmpty || $0.isStopping },
          then: { $0.isStopping ? nil : $0.jobs.removeFirst() })
        { job() }
      }
    }
  }

  /// Finishes the merge that runs and ends the thread; the others are not made. Idempotent.
  func stop() {
    state.update { $0.isStopping = true }
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }
}
