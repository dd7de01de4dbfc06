import FullText
import Storage

/// A snapshot from before the one that recovery began with: the past is read from it and the log behind it.
///
/// Opened only when somebody asks for a revision behind it.
struct PastSnapshot: Sendable {
  /// Further back than so many changes it would take too long to make a revision again: each is indexed anew.
  private static let mostRevisions: UInt64 = 1 << 16

  let revision: UInt64
  /// When it was made, seconds since 1970 by the clock of then.
  let createSeconds: Int64
  /// Its folder.
  let path: String
  /// Nil for the beginning of the archive, which is a snapshot of nothing.
  private let store: SnapshotStore?
  private let shared: SharedSegments

  /// What it holds. The segments that the opened snapshot has too are the same objects.
  ///
  /// - Throws: `missing` when it was deleted meanwhile, `damaged` also for an index of another version: making that again would
  ///   take longer than anybody waits.
  func open() throws(StorageError) -> SnapshotReader.Content {
    guard let store else {
      return SnapshotReader.Content(
        view: CatalogView(), requests: RequestMemory(), numbers: SegmentNumbers())
    }
    var reader = SnapshotReader(snapshot: try store.open(revision), sharing: shared, canRebuild: false) { _ in
    }
    return try reader.read()
  }

  /// The snapshots before `opened` from which the log and the past that is wanted can be read on, oldest first. Where the log has
  /// all records since its first one, the beginning of the archive is the oldest.
  ///
  /// - Parameter lineage: the archive's; a snapshot of another history is none of its past.
  static func all(
    before opened: StoredSnapshot, numbers: SegmentNumbers, in store: SnapshotStore, log: any Log,
    lineage: Lineage, options: CatalogOptions
  ) throws(StorageError) -> [PastSnapshot] {
    let shared = SharedSegments(manifest: opened.manifest, segments: numbers.segments)
    let youngest = options.now().seconds - options.history.components.seconds
    var result: [PastSnapshot] = []
    var next = opened
    let reaches = { (revision: UInt64) in
      revision + 1 >= log.firstSequence && SnapshotSummary(next).createSeconds >= youngest
        && opened.revision - revision < min(options.historyRevisions, mostRevisions)
    }
    for revision in try store.revisions().reversed() where revision < opened.revision {
      guard reaches(revision), let snapshot = try? store.open(revision), snapshot.isOf(lineage),
        shared.bytesBeside(snapshot.manifest) <= options.historyBytes
      else { return result.reversed() }
      result.append(
        PastSnapshot(
          revision: revision, createSeconds: SnapshotSummary(snapshot).createSeconds,
          path: snapshot.path, store: store,
          shared: shared))
      next = snapshot
    }
    if opened.revision > 0, reaches(0) {
      result.append(
        PastSnapshot(
          revision: 0, createSeconds: SnapshotSummary(next).createSeconds, path: "the beginning of the log",
          store: nil, shared: shared))
    }
    return result.reversed()
  }
}

/// The segments of an open snapshot, for others that hold the same.
struct SharedSegments: Sendable {
  let manifest: Manifest
  /// By their numbers in it.
  let segments: [UInt64: Segment]

  /// The segment of a number in another snapshot if it is the very same there, by the sums of its sections.
  func segment(_ number: UInt64, in other: Manifest) -> Segment? {
    SnapshotContent.sections(number).allSatisfy { name in
      let own = manifest.section(name)
      return own != nil && own == other.section(name)
    } ? segments[number] : nil
  }

  /// The bytes of another snapshot's sections that are not here.
  func bytesBeside(_ other: Manifest) -> Int {
    let own = Set(manifest.sections)
    return other.sections.reduce(0) { own.contains($1) ? $0 : $0 + $1.byteCount }
  }
}
