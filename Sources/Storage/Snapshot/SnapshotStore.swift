import Synchronization

/// The snapshots of a data directory, each a folder named by its revision.
///
/// Safe to use from several threads; one thread at a time writes.
public final class SnapshotStore: Sendable {
  /// The folder of the snapshots.
  public let directory: String
  let files: any FileSystem
  /// Held by who deletes.
  private let deleting = Mutex<Void>(())

  /// Uses `directory`, and removes what interrupted writes and deletions left there.
  ///
  /// - Throws: a failed call.
  public init(directory: String, files: any FileSystem = PosixFileSystem()) throws(StorageError) {
    self.directory = directory
    self.files = files
    try files.removeUnfinished(in: directory, Self.unfinished)
    for folder in try folders() { try files.removeUnfinished(in: path(of: folder)) }
  }

  /// What the names of snapshots end in that are not whole yet, or not any more.
  static let unfinished = [".new", ".deleted"]

  /// The revisions of all snapshots, damaged ones included, ascending; not of those in the folder of another revision.
  ///
  /// - Throws: a failed call on the folder itself.
  /// - Complexity: O(snapshots), reading the manifest of each.
  public func revisions() throws(StorageError) -> [UInt64] {
    try folders().filter { ownRevision(inFolder: $0) ?? $0 == $0 }
  }

  /// Snapshots in the folder of another revision: copies by hand, mostly. They are left alone and count for nothing, unless
  /// theirs is the only snapshot of its revision.
  ///
  /// - Throws: as `revisions()`.
  public func misplaced() throws(StorageError) -> [MisplacedSnapshot] {
    let folders = try folders()
    let revisions = folders.map { (folder: $0, own: ownRevision(inFolder: $0) ?? $0) }
    let placed = Set(revisions.filter { $0.folder == $0.own }.map(\.own))
    return revisions.filter { $0.folder != $0.own }.map {
      MisplacedSnapshot(path: path(of: $0.folder), revision: $0.own, isCopy: placed.contains($0.own))
    }
  }

  private func folders() throws(StorageError) -> [UInt64] {
    // Somebody may have removed the folder, which is made again with the next snapshot.
    if try files.kind(of: directory) == nil { return [] }
    return try files.list(directory).compactMap { name in
      guard name.utf8.count == 20, name.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
      return UInt64(name).flatMap { $0 <= LogFormat.numbers.upperBound ? $0 : nil }
    }
  }

  /// The manifests that are sound and the folders that they stand in, those of other revisions included.
  ///
  /// - Throws: as `revisions()`.
  func manifests() throws(StorageError) -> [(folder: String, manifest: Manifest)] {
    try folders().compactMap { folder in manifest(inFolder: folder).map { (path(of: folder), $0) } }
  }

  /// The revision that a sound manifest in a folder names.
  private func ownRevision(inFolder revision: UInt64) -> UInt64? { manifest(inFolder: revision)?.revision }

  private func manifest(inFolder revision: UInt64) -> Manifest? {
    let file = path(of: revision) + "/" + Manifest.fileName
    guard let bytes = try? files.contents(of: file) else { return nil }
    return try? Manifest(bytes, file: file)
  }

  /// Opens the snapshot of `revision` and checks its manifest.
  ///
  /// - Throws: `damaged`, `newerVersion`, `missing`, `deleted` when that happens meanwhile, or a failed call.
  public func open(_ revision: UInt64) throws(StorageError) -> StoredSnapshot {
    let path = path(of: revision)
    guard try files.kind(of: path) == .directory else { throw missing(revision) }
    do throws(StorageError) {
      return try StoredSnapshot(path: path, revision: revision, files: files)
    } catch {
      if try files.kind(of: path) == nil { throw .deleted(path) }
      throw error
    }
  }

  /// The newest snapshot of which everything is there, as far as lengths tell: the one that a start would begin with.
  ///
  /// - Throws: a failed call: what cannot be opened just now may be the one.
  public func newestComplete() throws(StorageError) -> UInt64? {
    for revision in try revisions().reversed() {
      do throws(StorageError) {
        _ = try open(revision).mapAll()
        return revision
      } catch {
        guard error.isOfContent || error.code == .deleted || error.code == .missing else { throw error }
      }
    }
    return nil
  }

  private func missing(_ revision: UInt64) -> StorageError {
    StorageError(
      .missing, file: path(of: revision), problem: "there is no snapshot of revision \(revision)")
  }

  /// The snapshots of `directory` as they are, for reading: a server may be at work there, so nothing is removed.
  public init(reading directory: String, files: any FileSystem = PosixFileSystem()) {
    self.directory = directory
    self.files = files
  }

  /// Begins a snapshot of `revision`, written no faster than `pace`; it becomes visible when the writer commits.
  ///
  /// - Parameters:
  ///   - lineage: the history that it is made in.
  ///   - archive: the archive that it is of.
  /// - Throws: a failed call.
  public func begin(
    _ revision: UInt64, attributes: [String: String] = [:], lineage: Lineage? = nil,
    archive: ArchiveNumber? = nil, pace: Pace = .unlimited
  ) throws(StorageError) -> SnapshotWriter {
    var attributes = attributes
    if let lineage { attributes[StoredSnapshot.lineageAttribute] = lineage.text }
    if let archive { attributes[Manifest.archiveAttribute] = archive.description }
    let temporary = path(of: revision) + ".new"
    try makeFolder()
    removeUnfinished()
    if try files.kind(of: temporary) != nil { try files.removeAll(temporary) }
    try files.createDirectory(temporary)
    return SnapshotWriter(
      store: self, path: temporary, manifest: Manifest(revision: revision, attributes: attributes), pace: pace
    )
  }

  /// Makes the folder where somebody has removed it: what is served is in memory, and the next start needs a snapshot.
  private func makeFolder() throws(StorageError) {
    guard try files.kind(of: directory) == nil else { return }
    try files.createDirectory(directory)
    try files.synchronizeDirectory(DataDirectory.parent(of: directory))
  }

  /// Removes what could not be removed when it was given up, as far as that works now; nothing else is being written.
  private func removeUnfinished() {
    deleting.withLock { _ in try? files.removeUnfinished(in: directory, Self.unfinished) }
  }

  /// Deletes the snapshot of `revision`; after a crash it is either whole or gone.
  ///
  /// - Throws: `missing`, or a failed call.
  public func delete(_ revision: UInt64) throws(StorageError) {
    try deleting.withLock { _ throws(StorageError) in try remove(revision) }
  }

  private func remove(_ revision: UInt64) throws(StorageError) {
    let path = path(of: revision)
    guard try files.kind(of: path) == .directory else { throw missing(revision) }
    let doomed = path + ".deleted"
    if try files.kind(of: doomed) != nil { try files.removeAll(doomed) }
    try files.rename(path, to: doomed)
    try files.synchronizeDirectory(directory)
    try files.removeAll(doomed)
  }

  /// Deletes old snapshots; returns the oldest revision that recovery may still begin with.
  ///
  /// The newest `count` with a sound manifest are kept, and whatever `isWanted` says to keep beyond these; the latter do not
  /// count for the result. A damaged one newer than the newest `count` is kept: it may still help a person. One that cannot be read
  /// just now, for want of a descriptor for example, is left for the next time: it may be wanted. So is one that cannot be deleted,
  /// of which `isLeft` is told.
  @discardableResult
  public func keepNewest(
    _ count: Int, orWanted isWanted: (StoredSnapshot) -> Bool = { _ in false },
    isLeft: (StorageError) -> Void = { _ in }
  ) throws(StorageError) -> UInt64? {
    precondition(count > 0, "at least one snapshot is kept")
    var sound = 0
    var oldestKept: UInt64?
    for revision in try revisions().reversed() {
      let snapshot: StoredSnapshot?
      do throws(StorageError) { snapshot = try open(revision) } catch {
        guard error.isOfContent else { continue }
        snapshot = nil
      }
      if sound == count {
        if snapshot.map(isWanted) == true { continue }
        do throws(StorageError) { try delete(revision) } catch {
          // Somebody else may have deleted it meanwhile.
          if error.code != .missing { isLeft(error) }
        }
      } else if snapshot != nil {
        sound += 1
        oldestKept = revision
      }
    }
    return oldestKept
  }

  func path(of revision: UInt64) -> String { directory + "/" + LogFormat.paddedNumber(revision) }
}

/// A snapshot in a folder whose name is that of another revision.
public struct MisplacedSnapshot: Hashable, Sendable {
  /// The folder.
  public let path: String
  /// The revision that its manifest names.
  public let revision: UInt64
  /// Whether there is a snapshot of that revision in its own place.
  public let isCopy: Bool

  /// What is wrong with it, and what to do.
  public var error: StorageError {
    StorageError(
      .damaged, file: path,
      problem: "the folder is named as another revision, its manifest is that of revision \(revision)",
      remedy: isCopy
        ? "it is left alone; remove it, there is a snapshot of that revision in its place"
        : "rename it to \(LogFormat.paddedNumber(revision)) if it was moved by hand")
  }
}
