import ArticleAPI
import FullText
import Protobuf
import Storage

/// What the checkpoint thread works with.
// SAFETY: made before the thread starts and used by one thread at a time: the checkpoint thread, and after it has ended the
// one that stops the catalog.
final class CheckpointRun: @unchecked Sendable {
  private let store: SnapshotStore
  private let log: any Log
  private let options: CatalogOptions
  private var newest: StoredSnapshot?
  private var numbers: SegmentNumbers
  private let history: ChangeHistory
  private let lineage: Lineage
  private let archive: ArchiveNumber
  private let sections: SectionIntegrity
  private let logNeededFrom: @Sendable () -> UInt64
  private let keptSnapshots: @Sendable (Set<UInt64>) -> Void
  private var clock: CautiousClock

  /// Goes on from what recovery found.
  ///
  /// `logNeededFrom` tells from which record on the log is needed for more than recovery; `keptSnapshots` hears which snapshots
  /// there are still after some may have been deleted.
  init(
    _ recovered: Recovery.Archive, options: CatalogOptions, history: ChangeHistory,
    sections: SectionIntegrity,
    logNeededFrom: @escaping @Sendable () -> UInt64,
    keptSnapshots: @escaping @Sendable (Set<UInt64>) -> Void
  ) {
    store = recovered.store
    log = recovered.log
    newest = recovered.newest
    numbers = recovered.numbers
    lineage = recovered.identity.lineage
    archive = recovered.number
    self.options = options
    self.history = history
    self.sections = sections
    self.logNeededFrom = logNeededFrom
    self.keptSnapshots = keptSnapshots
    clock = CautiousClock(now: options.now().seconds, uptime: options.uptime())
  }

  /// Whether no snapshot holds the state of a revision, or the one that does is not complete any more.
  func isMissing(_ revision: UInt64) -> Bool {
    guard let newest else { return revision > 0 }
    return revision > newest.revision || !isOnDisk(newest)
  }

  private func isOnDisk(_ snapshot: StoredSnapshot) -> Bool {
    (try? store.open(snapshot.revision))?.isComplete ?? false
  }

  /// Makes a snapshot, deletes the oldest ones, and gives up what the log need not keep any more.
  ///
  /// A revision that has a snapshot already is not written again. What the snapshot before holds is carried on only if it is as it
  /// was written, as far as it was read since `verifyInterval`, with `readsAll` just now.
  func checkpoint(
    _ capture: CatalogWriter.Capture, pace: Pace, readsAll: Bool = false
  ) -> Checkpointer.Answer {
    let isNeverRead = options.verifyInterval == .zero
    let read =
      ContinuousClock.now - (readsAll ? .zero : isNeverRead ? .seconds(1 << 40) : options.verifyInterval)
    do throws(StorageError) {
      // Where the log is not any more the snapshots may be another archive's.
      try log.checkPlace()
      if let newest, newest.revision >= capture.view.revision, isOnDisk(newest) {
        let isSound = readsAll ? try isSound(newest, pace, ifNotSince: read) : true
        if isSound { return .success(SnapshotSummary(newest)) }
      }
      // The log must never end before a snapshot, whatever durability was asked for.
      try log.synchronize()
      try checkRoom(capture.view)
      let snapshot = try write(capture, pace, ifNotReadSince: read)
      newest = snapshot
      sections.noteSound(snapshot.manifest)
      sections.keep(snapshot.manifest)
      numbers.keep(capture.view.index.parts.map(\.segment))
      giveUpOldest()
      return .success(SnapshotSummary(snapshot))
    } catch {
      return .failure(CatalogError(error))
    }
  }

  /// Deletes the oldest snapshots and what the log need not keep any more. The snapshot just made is there all the same where that
  /// fails.
  private func giveUpOldest() {
    do throws(StorageError) {
      let young = try youngSnapshots()
      let oldest = try store.keepNewest(
        options.keptSnapshots, orWanted: { young.contains($0.revision) },
        isLeft: { options.report(.keptTooMuch($0)) })
      keptSnapshots(Set(try store.revisions()))
      if let oldest { try log.truncate(before: min(oldest + 1, logNeededFrom())) }
    } catch {
      options.report(.keptTooMuch(error))
    }
  }

  /// The snapshots that are kept for their age.
  ///
  /// One that says it was made later than now is as old as the next one, which was made after it: it would stay until its time comes, for
  /// years where the clock was wrong by years.
  private func youngSnapshots() throws(StorageError) -> Set<UInt64> {
    guard options.snapshotRetention > .zero else { return [] }
    // No snapshot should be deleted because the clock was set forward.
    let now = clock.observe(now: options.now().seconds, uptime: options.uptime())
    var young: Set<UInt64> = []
    var created = now
    for revision in try store.revisions().reversed() {
      let snapshot: StoredSnapshot
      do throws(StorageError) { snapshot = try store.open(revision) } catch {
        if !error.isOfContent { young.insert(revision) }
        continue
      }
      let told = SnapshotSummary(snapshot).createSeconds
      if told <= now { created = told }
      if created > now - options.snapshotRetention.components.seconds { young.insert(revision) }
    }
    return young
  }

  /// A snapshot must not take the room that the log needs.
  ///
  /// - Throws: `diskFull` before anything is written.
  private func checkRoom(_ view: CatalogView) throws(StorageError) {
    let new = view.index.parts.map(\.segment).filter { segment in
      // One that was numbered for a snapshot which then failed is in none.
      numbers.number(of: segment).flatMap { newest?.entry(SnapshotContent.documents($0)) } == nil
    }
    let bytes = new.reduce(1 << 20) { $0 + $1.documentsImage.bytes.count + $1.indexImage.bytes.count }
    let folder = options.dataDirectory
    guard try !options.hasDiskRoom(for: bytes, in: folder) else { return }
    let free = try options.files.space(at: folder).free
    throw StorageError(
      .diskFull, file: store.directory,
      problem:
        "a snapshot with \(sizeText(bytes)) of new segments does not fit; \(sizeText(free)) are free",
      remedy: "free space on the file system; the log keeps everything meanwhile")
  }

  /// Whether a whole snapshot is as it was written; one that is not can be written again, as far as it does not live on its files.
  private func isSound(
    _ snapshot: StoredSnapshot, _ pace: Pace, ifNotSince read: ContinuousClock.Instant
  ) throws(StorageError) -> Bool {
    do throws(StorageError) {
      for section in snapshot.manifest.sections { try check(section, of: snapshot, pace, ifNotSince: read) }
      return true
    } catch  where error.code == .damaged { return false }
  }

  /// Reads a section again; not at the end of a run, for which nobody waits: the next one begins with reading everything.
  private func check(
    _ section: Manifest.Section, of snapshot: StoredSnapshot, _ pace: Pace,
    ifNotSince read: ContinuousClock.Instant
  ) throws(StorageError) {
    do throws(StorageError) {
      try sections.check(
        section, of: snapshot, ifNotSince: read, pace: pace.forReading, while: { !pace.isHurried })
    } catch  where error.code == .outOfTime {}
  }

  private func write(
    _ capture: CatalogWriter.Capture, _ pace: Pace, ifNotReadSince read: ContinuousClock.Instant
  ) throws(StorageError) -> StoredSnapshot {
    let view = capture.view
    let writer = try store.begin(
      view.revision,
      attributes: ["created": String(options.now().seconds), "articles": String(view.articleCount)],
      lineage: lineage, archive: archive, pace: pace)
    do throws(StorageError) {
      var state = CatalogState()
      state.revision = view.revision
      for part in view.index.parts { state.segments.append(try write(part, to: writer, pace, read)) }
      state.nextSegment = numbers.next
      var categories = CategoryList()
      categories.categories = view.categories.all
      var requests = RequestList()
      requests.requests = capture.requests.all
      try writer.write(SnapshotContent.catalog, state)
      try writer.write(SnapshotContent.categories, categories)
      try writer.write(SnapshotContent.requests, requests)
      try writer.write(SnapshotContent.queries, view.resources.list)
      try writer.write(SnapshotContent.stories, view.storyRevisions.list)
      try history.write(to: writer, through: view.revision) {
        options.report(.lostChanges(section: SnapshotContent.changes, reason: "\($0)"))
      }
      return try writer.commit()
    } catch {
      writer.abandon()
      throw error
    }
  }

  /// Links a section of the newest snapshot, or writes what is mapped of it where that is not possible.
  private func take(
    _ name: String, _ image: ImageRegion, from newest: StoredSnapshot, to writer: SnapshotWriter,
    _ pace: Pace, _ read: ContinuousClock.Instant
  ) throws(StorageError) {
    guard let section = newest.entry(name) else { return try writer.write(name, image.bytes) }
    if newest.isThere(name) { try check(section, of: newest, pace, ifNotSince: read) }
    if (try? writer.link(name, from: newest)) == nil { try writer.write(section, image.bytes) }
  }

  /// Writes a segment, or links it when the newest snapshot holds it.
  private func write(
    _ part: SegmentView, to writer: SnapshotWriter, _ pace: Pace, _ read: ContinuousClock.Instant
  ) throws(StorageError) -> SegmentState {
    let segment = part.segment
    let known = numbers.number(of: segment)
    let number = known ?? numbers.assign(segment)
    let (documents, index) = (SnapshotContent.documents(number), SnapshotContent.index(number))
    if known != nil, let newest {
      // A damaged index is left to the next start, which makes another one; it must not get a sum of its own.
      try take(documents, segment.documentsImage, from: newest, to: writer, pace, read)
      do throws(StorageError) {
        try take(index, segment.indexImage, from: newest, to: writer, pace, read)
      } catch  where error.code == .damaged {}
    } else {
      try writer.write(documents, segment.documentsImage.bytes)
      try writer.write(index, segment.indexImage.bytes)
    }
    var state = SegmentState()
    state.number = number
    state.documentCount = UInt32(segment.documentCount)
    state.deleted = SnapshotContent.deleted(part.deletions, of: segment.documentCount)
    return state
  }
}

extension SnapshotWriter {
  fileprivate func write(_ name: String, _ message: some Message) throws(StorageError) {
    let bytes = message.serialized()
    try write(name) { (section) throws(StorageError) in try section.append(bytes) }
  }
}

extension CatalogOptions {
  /// Whether so many bytes leave the room on the disk that the log needs.
  func hasDiskRoom(for bytes: Int, in folder: String) throws(StorageError) -> Bool {
    guard minFreeDiskBytes > 0 else { return true }
    let space = try files.space(at: folder)
    return space.free >= bytes + min(minFreeDiskBytes, space.total / 20)
  }
}
