import FullText
import Storage
import Synchronization

extension Catalog {
  /// Recovers the archive and begins to serve it. Blocks; call it once, not on an event loop.
  ///
  /// - Throws: `storage`, with the file, the problem and the remedy.
  public func start() throws(CatalogError) {
    var options = options
    options.report = { [self, report = options.report] event in
      progress.withLock { $0 = event.description }
      report(event)
    }
    let archive = try recover(options)
    let (store, isSealed) = (archive.store, archive.directory.seal != nil)
    let run = checkpointRun(archive, options)
    opened.withLock {
      $0 = Opened(directory: archive.directory, store: archive.store, log: archive.log, run: run)
    }
    ownIdentity.withLock { $0 = archive.identity }
    beginPast(archive)
    publish(archive.applier.view, repeats: archive.applier.takeRepeats())
    nearPast.thread.start(finishing: true)
    farPast.thread.start(finishing: true)
    moveReader.start()
    snapshotReader.start(finishing: true)
    options.report(.ready(revision: revision, articles: view.articleCount))
    verifier.start(archive.newest)
    beginWriting(archive, run)
    status.withLock { $0 = .serving }
    isReadable.store(true, ordering: .releasing)
    // A long log is not replayed twice.
    considerCheckpoint()
    beginMaintenance(store, isSealed: isSealed)
  }

  /// Reads snapshot and log; segments are merged beside that, and from then on.
  private func recover(_ options: CatalogOptions) throws(CatalogError) -> sending Recovery.Archive {
    merger.start(finishing: false)
    do throws(CatalogError) {
      return try Recovery(options: options, merging: merging(options), history: changes).run()
    } catch {
      merger.stop()
      throw error
    }
  }

  private func merging(_ options: CatalogOptions) -> MergePolicy {
    MergePolicy(
      execute: { [merger] job in
        merger.add {
          let began = ContinuousClock.now
          job()
          options.measure(.merged(ContinuousClock.now - began))
        }
      }, hasRoom: { options.hasRoom(toMerge: $0) },
      finished: { [writer] in writer.enqueue(.adoptMerge) },
      failed: { options.report(.mergeFailed($0)) })
  }

  private func checkpointRun(_ archive: Recovery.Archive, _ options: CatalogOptions) -> CheckpointRun {
    CheckpointRun(
      archive, options: options, history: changes, sections: verifier.sections,
      logNeededFrom: { [self] in published.withLock { $0.past.firstNeeded } },
      keptSnapshots: { [self] kept in published.withLock { $0.past.keepSnapshots(kept) } })
  }

  /// Begins the past with what can be read from before this run.
  private func beginPast(_ archive: Recovery.Archive) {
    // It is as old as the clock says, which may have been set meanwhile.
    let (now, uptime) = (options.now().seconds, options.uptime())
    published.withLock { published in
      for snapshot in archive.pastSnapshots {
        published.past.add(snapshot, at: uptime - max(0, now - snapshot.createSeconds))
      }
      guard let past = archive.past else { return }
      // What the log holds may claim any time.
      published.past.add(past.view, repeats: [], at: uptime - max(0, now - max(0, past.time.seconds)))
    }
  }

  private func beginWriting(_ archive: sending Recovery.Archive, _ run: CheckpointRun) {
    if let seal = archive.directory.seal {
      writer.seal(
        CatalogError(.readOnly, "the archive's files cannot be written", cause: seal))
    }
    checkpointer.start(run)
    writer.start(
      archive.applier, archive.log, loggedBytes: archive.replayedBytes, watermarks: watermarks,
      makeRoom: { [self] in tidyPast(isShort: true) },
      publish: { [self] in publish($0, repeats: $1) },
      isCheckpointDue: { [checkpointer] in checkpointer.isDue(loggedBytes: $0) },
      checkpoint: { [checkpointer] in checkpointer.enqueue($0) { _ in } })
  }

  /// Looks at disk, memory, past and log from time to time.
  private func beginMaintenance(_ store: SnapshotStore, isSealed: Bool) {
    if !isSealed { watermarks.look() }
    findLeftovers()
    let spare = Mutex((looks: 0, memory: MemoryReturn()))
    maintenance.start { [self] in
      spare.withLock { spare in
        spare.looks += 1
        if spare.looks.isMultiple(of: Self.looksPerReturn) { giveBackMemory(&spare.memory) }
        if spare.looks.isMultiple(of: Self.looksPerSearch) { findLeftovers() }
      }
      if !isSealed { watermarks.look { tidyPast(isShort: true) } }
      tidyPast(isShort: watermarks.shortage?.code == .memoryLimit)
      moveReader.tidy()
      checkLog()
      if checkpointer.isDueByTime { considerCheckpoint() }
      verifier.consider(store)
    }
  }

  /// What nobody reads on the disk is looked for every minute.
  private static let looksPerSearch = 240

  private func findLeftovers() {
    let found = Leftover.all(in: options.dataDirectory, options.files)
    foundLeftovers.withLock { $0 = found }
  }

  /// Ends all writing when somebody has taken the log away.
  private func checkLog() {
    guard let log = opened.withLock({ $0?.log }) else { return }
    do throws(StorageError) { try log.checkPlace() } catch { writer.fail(CatalogError(error)) }
  }

  private func considerCheckpoint() {
    writer.enqueue(
      .capture { [checkpointer] in if case .success(let state) = $0 { checkpointer.considerCheckpoint(state) }
      })
  }
}
