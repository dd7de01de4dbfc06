import Storage
import Synchronization

/// Batches on their way to the disk, published and answered in order as they arrive there.
///
/// A thread of its own waits for the disk, so that the writer can apply a batch meanwhile and go on with the next one. Whoever
/// is the last to have done with a batch, the disk or the writer, completes it.
final class CommitPipeline: Sendable {
  /// A batch that was applied.
  struct Batch: Sendable {
    /// Its newest record.
    let last: UInt64
    /// Called once, in order: with nil when it is on disk, with what the disk failed with when nobody knows.
    let complete: @Sendable (StorageError?) -> Void
  }

  private struct State: Sendable {
    /// What is to be on disk, and what is.
    var wanted: UInt64 = 0
    var durable: UInt64 = 0
    var failure: StorageError?
    /// Batches that were not completed, the oldest first.
    var waiting: [Batch] = []
    var isStopping = false
    var syncTime = Duration.zero
  }

  private let state: Monitor<State>
  /// Held while batches are completed, which keeps them in order.
  private let order = Mutex(())
  private let thread = Monitor<BackgroundThread?>(nil)
  private let measure: @Sendable (CatalogMeasurement) -> Void

  init(_ log: any Log, measure: @escaping @Sendable (CatalogMeasurement) -> Void) {
    state = Monitor(State(wanted: log.lastSequence, durable: log.lastSequence))
    self.measure = measure
    let thread = BackgroundThread(name: "catalog-sync") { [unowned self] in
      while let wanted = nextWanted() {
        synchronize(log, through: wanted)
        completeArrived()
      }
    }
    self.thread.withLock { $0 = thread }
  }

  /// How long making records durable takes lately: a moving average, for one slow `fdatasync` is no slow disk.
  var syncTime: Duration { state.withLock { $0.syncTime } }

  /// Whether every batch was completed.
  var isEmpty: Bool { state.withLock { $0.waiting.isEmpty } }

  /// Has records made durable.
  func begin(through sequence: UInt64) { state.update { $0.wanted = max($0.wanted, sequence) } }

  /// Adds a batch that was applied; one that is on disk is completed here and now, behind those before it.
  func add(_ batch: Batch) {
    state.withLock { $0.waiting.append(batch) }
    completeArrived()
  }

  /// Blocks until every batch was completed.
  func drain() { state.wait(until: \.waiting.isEmpty) { _ in } }

  /// Notes up to where records are durable, and how long it took.
  func note(through sequence: UInt64, _ time: Duration) {
    state.withLock { state in
      state.durable = max(state.durable, sequence)
      state.syncTime = (state.syncTime * 7 + time) / 8
    }
    measure(.madeDurable(time))
  }

  /// Ends the thread; everything must have been completed. Call it once.
  func stop() {
    state.update { $0.isStopping = true }
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }

  private func nextWanted() -> UInt64? {
    state.wait(until: { $0.isStopping || $0.failure == nil && $0.wanted > $0.durable }) {
      $0.isStopping ? nil : $0.wanted
    }
  }

  private func synchronize(_ log: any Log, through sequence: UInt64) {
    let began = ContinuousClock.now
    do throws(StorageError) {
      try log.waitUntilDurable(sequence)
      note(through: sequence, ContinuousClock.now - began)
    } catch {
      state.withLock { $0.failure = error }
    }
  }

  private func completeArrived() {
    order.withLock { _ in
      while let (batch, failure) = firstArrived() {
        batch.complete(failure)
        state.update { _ = $0.waiting.removeFirst() }
      }
    }
  }

  private func firstArrived() -> (Batch, StorageError?)? {
    state.withLock { state in
      guard let first = state.waiting.first else { return nil }
      if first.last <= state.durable { return (first, nil) }
      return state.failure.map { (first, $0) }
    }
  }
}
