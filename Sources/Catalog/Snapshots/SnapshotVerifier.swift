import Storage
import Synchronization

/// Reads the newest snapshot again from time to time, slowly: a disk does not tell by itself what it has forgotten.
final class SnapshotVerifier: Sendable {
  private struct State: Sendable {
    var dueAt: ContinuousClock.Instant?
    var isBusy = false
    /// When all of a snapshot was last read, at the latest.
    var readAt = ContinuousClock.now
  }

  private let options: CatalogOptions
  private let stopSignal: StopSignal
  let sections: SectionIntegrity
  private let state = Mutex(State())
  private let thread = JobThread(name: "catalog-verify", yielding: .toAll)

  init(options: CatalogOptions, stopSignal: StopSignal) {
    self.options = options
    self.stopSignal = stopSignal
    sections = SectionIntegrity(report: options.report)
  }

  /// How long ago all of a snapshot had been read.
  var age: Duration { state.withLock { .now - $0.readAt } }

  /// Begins to watch over what a start has just read.
  func start(_ newest: StoredSnapshot?) {
    if let newest { sections.noteSound(newest.manifest) }
    state.withLock { state in
      state.readAt = .now
      state.dueAt = options.verifyInterval > .zero ? .now + options.verifyInterval : nil
    }
    thread.start(finishing: false)
  }

  /// Reads the newest snapshot if it is time to.
  func consider(_ store: SnapshotStore) {
    let isDue = state.withLock { state in
      guard let dueAt = state.dueAt, dueAt <= .now, !state.isBusy else { return false }
      state.isBusy = true
      return true
    }
    guard isDue else { return }
    let isTaken = thread.add { [self] in
      verify(store)
      state.withLock { state in
        state.isBusy = false
        state.dueAt = .now + options.verifyInterval
      }
    }
    if !isTaken { state.withLock { $0.isBusy = false } }
  }

  func stop(by deadline: ContinuousClock.Instant?) { thread.stop(by: deadline) }

  private func verify(_ store: SnapshotStore) {
    let began = ContinuousClock.now
    let pace = Pace(bytesPerSecond: options.verifyBytesPerSecond)
    guard let revision = try? store.revisions().last, let newest = try? store.open(revision) else { return }
    for section in newest.manifest.sections {
      do throws(StorageError) {
        try sections.check(
          section, of: newest, ifNotSince: began, pace: pace, while: { [stopSignal] in !stopSignal.hasBegun })
      } catch {
        // What is damaged is reported, and the rest read all the same; unless somebody has deleted the snapshot.
        if error.code != .damaged { return }
      }
    }
    state.withLock { $0.readAt = began }
  }
}
