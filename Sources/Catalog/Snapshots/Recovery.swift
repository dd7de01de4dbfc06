import FullText
import Protobuf
import Storage

/// The way back from a data directory to the archive: the newest sound snapshot, then the log behind it.
struct Recovery {
  /// What was recovered.
  struct Archive {
    let directory: DataDirectory
    let store: SnapshotStore
    let log: any Log
    let applier: Applier
    let newest: StoredSnapshot?
    let numbers: SegmentNumbers
    /// Bytes of log records that no snapshot covers.
    let replayedBytes: Int
    /// The state before the replay and the time of the first change after it; `nil` when nothing was replayed.
    let past: (view: CatalogView, time: Timestamp)?
    /// From which the past before that can be read, oldest first.
    let pastSnapshots: [PastSnapshot]
    /// With the epoch that everything from now on belongs to.
    let identity: ArchiveIdentity
    let number: ArchiveNumber
  }

  let options: CatalogOptions
  let merging: MergePolicy
  let history: ChangeHistory

  /// Opens the data directory and brings the archive up to the newest record of the log.
  ///
  /// - Throws: `storage` with the file, the problem and the remedy.
  func run() throws(CatalogError) -> Archive {
    let directory: DataDirectory
    do throws(StorageError) {
      directory = try DataDirectory(
        path: options.dataDirectory, files: options.files, isForReading: options.isForReading)
    } catch {
      throw CatalogError(opening: error)
    }
    do {
      return try run(in: directory)
    } catch {
      directory.close()
      throw error as? CatalogError ?? (error as? StorageError).map { CatalogError(opening: $0) }
        ?? CatalogError(.storage, "\(error)")
    }
  }

  private func run(in directory: DataDirectory) throws -> Archive {
    if let seal = directory.seal { options.report(.openedForReading(seal)) }
    let store =
      directory.seal == nil
      ? try SnapshotStore(directory: directory.snapshotsPath, files: options.files)
      : SnapshotStore(reading: directory.snapshotsPath, files: options.files)
    for leftover in Leftover.all(in: directory.path, options.files) where leftover.origin == .setAside {
      options.report(.foundLeftover(leftover))
    }
    let number = try directory.checkOwnership()
    let (snapshot, content, newest, damage) = try newestSnapshot(store)
    let log: any Log
    do throws(StorageError) {
      log = try openLog(directory, number, after: snapshot?.revision ?? 0, newest: newest)
    } catch { throw Self.withoutSnapshot(damage, error) }
    do {
      restoreHistory(from: snapshot, content?.changes ?? .success(nil))
      let applier = Applier(
        continuing: content?.view ?? CatalogView(), requests: content?.requests ?? RequestMemory(),
        merging: merging, history: history)
      let base = applier.view
      let (replayedBytes, time): (Int, Timestamp?)
      do { (replayedBytes, time) = try replay(log, applier) } catch {
        throw (error as? StorageError).map { Self.withoutSnapshot(damage, $0) } ?? error
      }
      let identity = directory.beginEpoch(after: log.lastSequence, from: snapshot) {
        options.report(.lostIdentity($0))
      }
      let pastSnapshots = try snapshot.map { opened throws(StorageError) in
        try PastSnapshot.all(
          before: opened, numbers: content?.numbers ?? SegmentNumbers(), in: store, log: log,
          lineage: identity.lineage, options: options)
      }
      return Archive(
        directory: directory, store: store, log: log, applier: applier, newest: snapshot,
        numbers: content?.numbers ?? SegmentNumbers(), replayedBytes: replayedBytes,
        past: time.map { (base, $0) }, pastSnapshots: pastSnapshots ?? [], identity: identity,
        number: number)
    } catch {
      try? log.close()
      throw error
    }
  }

  /// Why the archive cannot be opened, where the newest snapshot is damaged: that is what has to be put right.
  private static func withoutSnapshot(_ damage: StorageError?, _ error: StorageError) -> StorageError {
    guard let damage, error.code == .damaged || error.code == .missing else { return error }
    return StorageError(
      .damaged, file: damage.file, offset: damage.offset,
      problem: "\(damage.problem); without it the archive is not whole: \(error.file): \(error.problem)",
      remedy:
        "bring back a copy of the file; or see with `matiane-server check` what can be kept, and keep it with"
        + " `matiane-server repair`")
  }

  /// The newest snapshot that can be read, the revision of the newest there is, and what is wrong with that if it cannot be read;
  /// the ones that cannot are reported.
  private func newestSnapshot(
    _ store: SnapshotStore
  ) throws(StorageError) -> (
    StoredSnapshot?, SnapshotReader.Content?, newest: UInt64?, damage: StorageError?
  ) {
    let revisions = try store.revisions()
    var damage: StorageError?
    let misplaced = try store.misplaced()
    for snapshot in misplaced {
      options.report(.misplacedSnapshot(snapshot.error))
      if !snapshot.isCopy { damage = snapshot.error }
    }
    // A snapshot that cannot be used shows all the same how far the archive went.
    let newest = (revisions + misplaced.map(\.revision)).max()
    for revision in revisions.reversed() {
      do throws(StorageError) {
        var reader = SnapshotReader(
          snapshot: try store.open(revision),
          hasRoom: { [options] bytes throws(StorageError) in
            try options.hasDiskRoom(for: bytes, in: store.directory)
          },
          report: options.report)
        let content = try reader.read()
        options.report(.openedSnapshot(revision: revision, articles: content.view.articleCount))
        return (reader.snapshot, content, newest, damage)
      } catch {
        // What a later release wrote is no damage: falling back would throw its work away.
        if error.code == .newerVersion { throw error }
        let located = error.locatedInSection(of: store, revision)
        if revision == revisions.last { damage = located }
        options.report(.skippedSnapshot(located))
      }
    }
    return (nil, nil, newest, damage)
  }

  private func openLog(
    _ directory: DataDirectory, _ archive: ArchiveNumber, after revision: UInt64, newest: UInt64?
  ) throws(StorageError) -> any Log {
    let files = options.files
    if try files.kind(of: directory.logPath) != nil,
      try !LocalLog.exists(in: directory.logPath, files: files)
    {
      let start = newest != nil ? "to start from snapshot \(revision)" : "to start with an empty archive"
      throw StorageError(
        .missing, file: directory.logPath, problem: "there are no log files in it",
        remedy: "put the log files back; or, \(start) and give up all that came after it, remove the folder")
    }
    let reached = newest ?? revision
    if try files.kind(of: directory.logPath) == nil, reached > revision {
      throw Self.shortLog(directory, ends: nil, reached: reached, usable: revision)
    }
    let log: LocalLog
    if let seal = directory.seal {
      log = try LocalLog.openSealed(
        directory: directory.logPath, endingWith: revision, seal: seal, files: files)
    } else {
      try directory.makeLogFolder(first: revision + 1, archive: archive)
      var logOptions = options.log
      logOptions.archive = archive
      let (opened, recovery) = try LocalLog.open(
        directory: directory.logPath, first: revision + 1, files: files, options: logOptions)
      if let tail = recovery.tornTail { options.report(.cutLog(tail)) }
      log = opened
    }
    guard log.lastSequence >= reached else {
      try? log.close()
      throw Self.shortLog(directory, ends: log.lastSequence, reached: reached, usable: revision)
    }
    return log
  }

  /// A log that does not reach as far as a snapshot of the archive does.
  private static func shortLog(
    _ directory: DataDirectory, ends: UInt64?, reached: UInt64, usable: UInt64
  ) -> StorageError {
    let found = ends.map { "the log ends at revision \($0), before snapshot \(reached)" }
    return StorageError(
      .damaged, file: directory.logPath,
      problem: found ?? "there is no log, and snapshot \(reached) cannot be read",
      remedy: reached == usable
        ? "put the newest log files back; or, to start from the snapshot and give up all that came after it,"
          + " move the folder away"
        : "put the newest log files back, or the snapshot; see with `matiane-server check` what is left, and keep it"
          + " with `matiane-server repair`")
  }

  /// Applies the records behind the applier's view; returns their bytes and the time of the first one.
  private func replay(_ log: any Log, _ applier: Applier) throws -> (bytes: Int, time: Timestamp?) {
    let start = applier.view.revision + 1
    let total = log.lastSequence + 1 - start
    var bytes = 0
    var time: Timestamp?
    var progress = Progress(total: Int(clamping: total))
    try Replay(log: log).run(from: start, through: log.lastSequence) { sequence, payload in
      try Self.mutation(payload, sequence)
    } apply: { batch in
      time = time ?? batch.proposals[0].mutation.time ?? Timestamp()
      bytes += batch.byteCount
      var last = applier.view.revision
      try applier.replay(batch.proposals) {
        applier.recordChanges()
        if let done = progress.step(Int(applier.view.revision - last)) {
          options.report(.replaying(done: UInt64(done), total: total))
        }
        last = applier.view.revision
      }
    }
    return (bytes, time)
  }

  private static func mutation(_ payload: UnsafeRawBufferPointer, _ sequence: UInt64) throws -> Mutation {
    let mutation: Mutation
    do {
      mutation = try Mutation(serialized: payload)
    } catch {
      throw CatalogError(.storage, "record \(sequence) of the log is no mutation: \(error)")
    }
    guard mutation.change != nil else {
      throw CatalogError(
        .storage,
        "record \(sequence) of the log is a change that this release does not know; start a later one")
    }
    return mutation
  }
}

extension CatalogError {
  /// A failure to open, whatever its kind.
  fileprivate init(opening error: StorageError) { self.init(.storage, error.description, cause: error) }
}

extension StorageError {
  /// The same, with the place in the section that is damaged, if that is what it is about and its bytes tell.
  fileprivate func locatedInSection(of store: SnapshotStore, _ revision: UInt64) -> StorageError {
    guard code == .damaged, offset == nil, let snapshot = try? store.open(revision) else { return self }
    let name = String(file.dropFirst(snapshot.path.utf8.count + 1))
    guard file.hasPrefix(snapshot.path + "/"), let (bytes, _) = try? snapshot.map(name),
      let place = bytes.withUnsafeBytes({ SnapshotContent.damage(of: name, $0) })
    else { return self }
    return StorageError(.damaged, file: file, problem: "\(problem); \(place)", remedy: remedy)
  }
}
