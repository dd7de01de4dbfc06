import Storage
import Synchronization

extension Catalog {
  /// Refuses new writes, finishes what was taken, makes a checkpoint, and lets go of the data directory. Blocks; idempotent.
  ///
  /// - Parameter deadline: when the checkpoint has to be made or is given up, which loses nothing: the next start replays the
  ///   log. nil for as long as it takes.
  /// - Throws: `storage` when the end of the log could not be written. What was acknowledged is durable all the same.
  public func stop(by deadline: ContinuousClock.Instant? = nil) throws(CatalogError) {
    isReadable.store(false, ordering: .releasing)
    status.withLock { $0 = .draining }
    stopSignal.begin(by: deadline)
    maintenance.stop()
    writer.stop()
    merger.stop(by: deadline)
    checkpointer.stop()
    verifier.stop(by: deadline)
    nearPast.thread.stop(by: deadline)
    farPast.thread.stop(by: deadline)
    moveReader.stop(by: deadline)
    snapshotReader.stop(by: deadline)
    endWaiting()
    guard let opened = opened.withLock({ $0.take() }) else { return }
    defer { opened.directory.close() }
    if options.checkpointsOnStop, writer.failure == nil, let last = writer.lastCapture,
      opened.run.isMissing(last.view.revision)
    {
      switch opened.run.checkpoint(last, pace: Pace(bytesPerSecond: 0, until: stopSignal)) {
      case .success(let summary): options.report(.checkpointed(summary))
      case .failure(let error) where error.cause?.code == .outOfTime: options.report(.stoppedWithoutSnapshot)
      case .failure(let error): options.report(.checkpointFailed(error))
      }
    }
    do throws(StorageError) {
      try opened.log.close()
    } catch {
      throw CatalogError(error)
    }
  }

  /// Makes a snapshot of the newest state, while reads and writes go on. What it shares with the one before is read again.
  ///
  /// - Throws: `loading`, `draining`, `readOnly` after a failure of the log, `diskFull` or `storage`, also when something that
  ///   it would share is damaged.
  public func checkpoint() async throws(CatalogError) -> SnapshotSummary {
    try checkReadable()
    let answer: Checkpointer.Answer = await withCheckedContinuation { continuation in
      writer.enqueue(
        .capture { [checkpointer] capture in
          switch capture {
          case .success(let state):
            checkpointer.enqueue(state, isAsked: true) { continuation.resume(returning: $0) }
          case .failure(let error): continuation.resume(returning: .failure(error))
          }
        })
    }
    return try answer.get()
  }

  /// The snapshots there are, oldest first; of one that cannot be opened only the revision is known. Reads the disk.
  ///
  /// - Throws: `loading` before the archive is open and after it is closed, or `storage`.
  public func snapshots() throws(CatalogError) -> [SnapshotSummary] {
    try withStore { store throws(StorageError) in
      try store.revisions().map { revision in
        (try? store.open(revision)).map { SnapshotSummary($0) }
          ?? SnapshotSummary(revision: revision, createSeconds: 0, articleCount: 0, byteCount: 0)
      }
    }
  }

  /// Reads a whole snapshot and checks it; says what is damaged, with the file and the place.
  ///
  /// - Throws: `notFound`, or `storage` for one that cannot be read at all.
  public func verifySnapshot(
    _ revision: UInt64
  ) async throws(CatalogError) -> (summary: SnapshotSummary, problems: [String]) {
    try await onSnapshotThread { store throws(StorageError) in
      let snapshot = try store.open(revision)
      let damages = try snapshot.damages(locate: SnapshotContent.damage)
      return (SnapshotSummary(snapshot), damages.map(\.description))
    }
  }

  /// Deletes a snapshot, any but the newest that is complete: recovery needs that one, for the log begins behind the oldest.
  ///
  /// - Throws: `notFound`, `invalidField` for that one, or `storage`.
  public func deleteSnapshot(_ revision: UInt64) throws(CatalogError) {
    let newest = try withStore { store throws(StorageError) in try store.newestComplete() }
    guard revision != newest else {
      throw .invalid(
        "name", "snapshot \(revision) is the newest, which a restart needs; make another one first")
    }
    try withStore { store throws(StorageError) in
      try store.delete(revision)
      let kept = Set(try store.revisions())
      published.withLock { $0.past.keepSnapshots(kept) }
    }
  }

  /// Does work that reads much on a thread of its own.
  func onSnapshotThread<Value: Sendable>(
    _ body: @escaping @Sendable (SnapshotStore) throws(StorageError) -> Value
  ) async throws(CatalogError) -> Value {
    let result = await snapshotReader.run { [self] in
      Result { () throws(CatalogError) in try withStore(body) }
    }
    guard let result else { throw CatalogError(.draining, "the server is stopping") }
    return try result.get()
  }

  func withStore<Value>(_ body: (SnapshotStore) throws(StorageError) -> Value) throws(CatalogError)
    -> Value
  {
    guard let store = opened.withLock({ $0?.store }) else {
      throw CatalogError(.loading, "the archive is not open")
    }
    do throws(StorageError) {
      return try body(store)
    } catch {
      throw error.code == .missing || error.code == .deleted
        ? CatalogError(.notFound, error.description, cause: error) : CatalogError(error)
    }
  }
}

/// What is open between start and stop.
struct Opened: Sendable {
  let directory: DataDirectory
  let store: SnapshotStore
  let log: any Log
  let run: CheckpointRun
}
