import FullText
import Protobuf
import Storage

/// Writes snapshots on a thread of its own, while reads and writes go on.
final class Checkpointer: Sendable {
  typealias Answer = Result<SnapshotSummary, CatalogError>

  struct Job: Sendable {
    let capture: CatalogWriter.Capture
    let answer: @Sendable (Answer) -> Void
  }

  private struct State: Sendable {
    var jobs: [Job] = []
    var isBusy = false
    var isStopping = false
    /// How much had been logged at the newest snapshot.
    var coveredBytes = 0
  }

  private let options: CatalogOptions
  private let state = Monitor(State())
  private let thread = Monitor<BackgroundThread?>(nil)

  init(options: CatalogOptions) { self.options = options }

  /// Starts the thread on what recovery found.
  func start(_ run: CheckpointRun) {
    thread.withLock {
      $0 = BackgroundThread(name: "catalog-checkpt") { [self] in
        while let job = next() {
          let answer = run.checkpoint(job.capture)
          state.withLock { state in
            state.isBusy = false
            if case .success = answer { state.coveredBytes = job.capture.loggedBytes }
          }
          switch answer {
          case .success(let summary): options.report(.checkpointed(summary))
          case .failure(let error): options.report(.checkpointFailed(error))
          }
          job.answer(answer)
        }
      }
    }
  }

  /// Asks for a snapshot of a captured state.
  func enqueue(_ capture: CatalogWriter.Capture, _ answer: @escaping @Sendable (Answer) -> Void) {
    let isTaken = state.update { state in
      if !state.isStopping { state.jobs.append(Job(capture: capture, answer: answer)) }
      return !state.isStopping
    }
    if !isTaken { answer(.failure(CatalogError(.draining, "the server is stopping"))) }
  }

  /// Asks for a snapshot when the log has grown enough and none is being made.
  func considerCheckpoint(_ capture: CatalogWriter.Capture) {
    guard options.checkpointLogBytes > 0 else { return }
    let isDue = state.withLock { state in
      !state.isBusy && state.jobs.isEmpty
        && capture.loggedBytes - state.coveredBytes >= options.checkpointLogBytes
    }
    if isDue { enqueue(capture) { _ in } }
  }

  /// Finishes what was asked for and ends the thread. Idempotent.
  func stop() {
    state.update { $0.isStopping = true }
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }

  private func next() -> Job? {
    state.wait(until: { !$0.jobs.isEmpty || $0.isStopping }) { state in
      if state.jobs.isEmpty { return nil }
      state.isBusy = true
      return state.jobs.removeFirst()
    }
  }
}
