import FullText
import Protobuf
import Storage

/// Writes snapshots on a thread of its own, while reads and writes go on.
final class Checkpointer: Sendable {
  typealias Answer = Result<SnapshotSummary, CatalogError>

  struct Job: Sendable {
    var capture: CatalogWriter.Capture
    /// Whether somebody asked for it, and should not be told that all is well when it is not.
    var isAsked: Bool
    var answers: [@Sendable (Answer) -> Void]
  }

  private struct State: Sendable {
    /// What is made next; whoever asks meanwhile shares it.
    var waiting: Job?
    var isBusy = false
    var isStopping = false
    /// How much had been logged at the newest snapshot.
    var coveredBytes = 0
    /// When the next one is due by the clock; `nil` for never.
    var dueAt: ContinuousClock.Instant?
    /// After a failure none is made by itself before this time.
    var notBefore: ContinuousClock.Instant?
  }

  private let options: CatalogOptions
  private let stopSignal: StopSignal
  private let state = Monitor(State())
  private let thread = Monitor<BackgroundThread?>(nil)

  /// How long nothing is tried by itself after a failure.
  private static let patience = Duration.seconds(30)

  init(options: CatalogOptions, stopSignal: StopSignal) {
    self.options = options
    self.stopSignal = stopSignal
  }

  /// Whether the schedule asks for a snapshot.
  var isDueByTime: Bool {
    state.withLock { state in state.dueAt.map { $0 <= .now } ?? false }
  }

  /// Starts the thread on what recovery found.
  func start(_ run: CheckpointRun) {
    state.withLock { $0.dueAt = nextDue() }
    let pace = Pace(bytesPerSecond: options.checkpointBytesPerSecond, until: stopSignal)
    thread.withLock {
      $0 = BackgroundThread(name: "catalog-checkpt", yielding: .toAll) { [self] in
        while let job = next() {
          let began = ContinuousClock.now
          let answer = run.checkpoint(job.capture, pace: pace, readsAll: job.isAsked)
          options.measure(.wroteSnapshot(ContinuousClock.now - began))
          state.withLock { state in
            state.isBusy = false
            switch answer {
            case .success:
              state.coveredBytes = job.capture.loggedBytes
              (state.dueAt, state.notBefore) = (nextDue(), nil)
            case .failure: state.notBefore = .now + Self.patience
            }
          }
          switch answer {
          case .success(let summary): options.report(.checkpointed(summary))
          case .failure(let error) where error.cause?.code == .outOfTime: break
          case .failure(let error): options.report(.checkpointFailed(error))
          }
          for tell in job.answers { tell(answer) }
        }
      }
    }
  }

  /// Asks for a snapshot of a captured state. One that waits to be made is of the newest state captured by then, and answers all who
  /// asked: whoever asks again and again, and does not wait for it, has no more of them made than fit one behind the other.
  func enqueue(
    _ capture: CatalogWriter.Capture, isAsked: Bool = false, _ answer: @escaping @Sendable (Answer) -> Void
  ) {
    let isTaken = state.update { state in
      if state.isStopping { return false }
      let before = state.waiting
      state.waiting = Job(
        capture: capture, isAsked: isAsked || before?.isAsked == true,
        answers: (before?.answers ?? []) + [answer])
      return true
    }
    if !isTaken { answer(.failure(CatalogError(.draining, "the server is stopping"))) }
  }

  /// Asks for a snapshot if one is due.
  func considerCheckpoint(_ capture: CatalogWriter.Capture) {
    if isDue(loggedBytes: capture.loggedBytes) { enqueue(capture) { _ in } }
  }

  /// Whether the log has grown enough, or it is time and it has grown at all, and no snapshot is being made.
  func isDue(loggedBytes: Int) -> Bool {
    state.withLock { state in
      if state.isBusy || state.waiting != nil || state.notBefore.map({ $0 > .now }) ?? false { return false }
      let grown = loggedBytes - state.coveredBytes
      if options.checkpointLogBytes > 0, grown >= options.checkpointLogBytes { return true }
      guard let dueAt = state.dueAt, dueAt <= .now else { return false }
      if grown == 0 { state.dueAt = nextDue() }
      return grown > 0
    }
  }

  private func nextDue() -> ContinuousClock.Instant? {
    options.checkpointInterval > .zero ? .now + options.checkpointInterval : nil
  }

  /// Finishes what was asked for, as far as the time for stopping goes, and ends the thread. Idempotent.
  func stop() {
    state.update { $0.isStopping = true }
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }

  private func next() -> Job? {
    state.wait(until: { $0.waiting != nil || $0.isStopping }) { state in
      let job = state.waiting.take()
      if job != nil { state.isBusy = true }
      return job
    }
  }
}
