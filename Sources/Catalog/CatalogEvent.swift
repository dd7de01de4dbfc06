import FullText
import Storage

/// Something about the archive that operators should know.
public enum CatalogEvent: Sendable, CustomStringConvertible {
  /// Recovery read a snapshot.
  case openedSnapshot(revision: UInt64, articles: Int)
  /// The data directory cannot be written, and is served as it is.
  case openedForReading(StorageError)
  /// Something in the data directory takes room and is read by nobody.
  case foundLeftover(Leftover)
  /// A snapshot could not be used; an older one is tried.
  case skippedSnapshot(StorageError)
  /// A snapshot stands in the folder of another revision.
  case misplacedSnapshot(StorageError)
  /// A segment's index was of another version or damaged, and is made again from its documents.
  case rebuildingIndex(section: String, reason: String)
  /// The changes in a snapshot cannot be read: watches cannot go on from before it. The archive itself is whole.
  case lostChanges(section: String, reason: String)
  /// Which stories lost an edition cannot be read in a snapshot: all count as changed at its revision. The archive itself is
  /// whole.
  case lostStoryRevisions(StorageError)
  /// The file by which tokens are told to be the archive's own cannot be read or written: page tokens from before, or of now
  /// after a restart, are refused. The archive itself is whole.
  case lostIdentity(StorageError)
  /// An older snapshot from which the past was to be read cannot be used.
  case lostPast(StorageError)
  /// Indexes are made again; so many of a segment's documents are done.
  case rebuilding(section: String, done: Int, total: Int)
  /// The index that was made again could not be put into the snapshot: the next start makes it again, too.
  case indexNotKept(StorageError)
  /// A crash had left the end of the log half-written; it was cut off.
  case cutLog(LogRecovery.TornTail)
  /// Recovery applies the log; so many of so many records.
  case replaying(done: UInt64, total: UInt64)
  /// The archive is ready.
  case ready(revision: UInt64, articles: Int)
  /// A snapshot was made.
  case checkpointed(SnapshotSummary)
  /// A snapshot could not be made; the log keeps everything meanwhile.
  case checkpointFailed(CatalogError)
  /// Behind a snapshot that was made an older one, or files of the log, could not be deleted; the next one tries again.
  case keptTooMuch(StorageError)
  /// A file of the newest snapshot is not as it was written, though the archive is served from it.
  case foundDamage(StorageError)
  /// Segments of the index could not be merged, because one is damaged; the archive goes on without merging.
  case mergeFailed(IndexError)
  /// The time to stop in was over before a snapshot was made; the next start replays the log instead.
  case stoppedWithoutSnapshot
  /// The log failed: no more writes until a restart.
  case becameReadOnly(CatalogError)
  /// Disk or memory run short: writes are refused until there is room again.
  case writesPaused(CatalogError)
  /// There is room again.
  case writesResumed
  /// Somebody switched writes off, and why.
  case writesSwitchedOff(String)
  /// Somebody switched writes on again.
  case writesSwitchedOn

  /// One line for a log.
  public var description: String {
    switch self {
    case .openedSnapshot(let revision, let articles): "opened snapshot \(revision) with \(articles) articles"
    case .openedForReading(let error):
      "\(error.file): \(error.problem); the archive is served as it is, and nothing can be written to it"
    case .foundLeftover(let leftover): "\(leftover.path): \(leftover.remark)"
    case .skippedSnapshot(let error): "\(error); trying the snapshot before"
    case .misplacedSnapshot(let error): "\(error)"
    case .rebuildingIndex(let section, let reason):
      "\(section): \(reason); making the index again from the documents"
    case .indexNotKept(let error):
      "\(error); the index that was made again is not kept, and the next start makes it again unless there is a newer snapshot"
    case .lostChanges(let section, let reason):
      "\(section): \(reason); watches cannot be resumed from before this snapshot"
    case .lostStoryRevisions(let error):
      "\(error); every story counts as changed at the snapshot's revision"
    case .lostIdentity(let error): "page tokens do not outlive this start: \(error)"
    case .lostPast(let error): "\(error); revisions behind that snapshot cannot be read any more"
    case .rebuilding(let section, let done, let total):
      "\(section): \(done) of \(total) documents indexed again"
    case .cutLog(let tail): "\(tail)"
    case .replaying(let done, let total): "replaying the log: \(done) of \(total) changes"
    case .ready(let revision, let articles): "ready at revision \(revision) with \(articles) articles"
    case .checkpointed(let summary): "made snapshot \(summary.revision) of \(summary.byteCount) bytes"
    case .checkpointFailed(let error): "no snapshot was made: \(error)"
    case .keptTooMuch(let error):
      "\(error); the new snapshot is there, and the next one tries again to delete what is older"
    case .foundDamage(let error): "\(error)"
    case .mergeFailed(let error):
      "segments of the index were not merged: \(error); a restart checks the files of the index and makes again what is damaged"
    case .stoppedWithoutSnapshot:
      "the time to stop in was over before a snapshot was made; the next start replays the log instead"
    case .becameReadOnly(let error): "the archive is read-only: \(error)"
    case .writesPaused(let error): "writes are refused, reads go on: \(error)"
    case .writesResumed: "there is room again; writes are taken"
    case .writesSwitchedOff(let reason): "writes are refused from now on: \(reason)"
    case .writesSwitchedOn: "writes are taken again"
    }
  }
}

/// A snapshot in short.
public struct SnapshotSummary: Hashable, Sendable {
  /// The revision whose state it holds.
  public var revision: UInt64
  /// When it was made, seconds since 1970; 0 when the snapshot does not say.
  public var createSeconds: Int64
  /// How many articles it holds.
  public var articleCount: Int
  /// The bytes of all its sections.
  public var byteCount: Int
}

/// Whether the archive answers.
public enum Readiness: Hashable, Sendable {
  /// Being recovered; nothing can be read or written.
  case loading
  /// Reads and writes.
  case serving
  /// Reads only, and why.
  case readOnly(String)
  /// About to stop: what was taken is finished, nothing new is taken.
  case draining
}
