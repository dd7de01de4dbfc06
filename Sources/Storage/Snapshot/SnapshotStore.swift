/// The snapshots of a data directory, each a folder named by its revision.
///
/// Safe to use from several threads; one thread at a time writes or deletes.
public final class SnapshotStore: Sendable {
  /// The folder of the snapshots.
  public let directory: String
  let files: any FileSystem

  /// Uses `directory`, and removes what interrupted writes and deletions left there.
  public init(directory: String, files: any FileSystem = PosixFileSystem()) throws(StorageError) {
    self.directory = directory
    self.files = files
    for name in try files.list(directory) where name.hasSuffix(".new") || name.hasSuffix(".deleted") {
      try removeFolder(directory + "/" + name)
    }
  }

  /// The revisions of all snapshots, damaged ones included, ascending.
  public func revisions() throws(StorageError) -> [UInt64] {
    try files.list(directory).compactMap { name in
      name.utf8.count == 20 && name.utf8.allSatisfy { (48...57).contains($0) } ? UInt64(name) : nil
    }
  }

  /// Opens the snapshot of `revision` and checks its manifest.
  ///
  /// - Throws: `damaged`, `newerVersion`, `missing`, or a failed call.
  public func open(_ revision: UInt64) throws(StorageError) -> StoredSnapshot {
    let path = path(of: revision)
    guard try files.kind(of: path) == .directory else {
      throw StorageError(.missing, file: path, problem: "there is no snapshot of revision \(revision)")
    }
    return try StoredSnapshot(path: path, revision: revision, files: files)
  }

  /// Begins a snapshot of `revision`; it becomes visible when the writer commits.
  public func begin(_ revision: UInt64, attributes: [String: String] = [:]) throws(StorageError)
    -> SnapshotWriter
  {
    let temporary = path(of: revision) + ".new"
    if try files.kind(of: temporary) != nil { try removeFolder(temporary) }
    try files.createDirectory(temporary)
    return SnapshotWriter(
      store: self, path: temporary, manifest: Manifest(revision: revision, attributes: attributes))
  }

  /// Deletes the snapshot of `revision`; after a crash it is either whole or gone.
  public func delete(_ revision: UInt64) throws(StorageError) {
    let path = path(of: revision)
    guard try files.kind(of: path) == .directory else {
      throw StorageError(.missing, file: path, problem: "there is no snapshot of revision \(revision)")
    }
    let doomed = path + ".deleted"
    if try files.kind(of: doomed) != nil { try removeFolder(doomed) }
    try files.rename(path, to: doomed)
    try files.synchronizeDirectory(directory)
    try removeFolder(doomed)
  }

  /// Deletes all snapshots but the newest `count` with a sound manifest; returns the oldest revision kept.
  ///
  /// A damaged one newer than these is kept: it may still help a person.
  @discardableResult
  public func keepNewest(_ count: Int) throws(StorageError) -> UInt64? {
    precondition(count > 0, "at least one snapshot is kept")
    var sound = 0
    var oldestKept: UInt64?
    for revision in try revisions().reversed() {
      if sound == count {
        try delete(revision)
      } else if (try? open(revision)) != nil {
        sound += 1
        oldestKept = revision
      }
    }
    return oldestKept
  }

  func path(of revision: UInt64) -> String { directory + "/" + LogFormat.paddedNumber(revision) }

  func removeFolder(_ path: String) throws(StorageError) {
    for name in try files.list(path) { try files.remove(path + "/" + name) }
    try files.removeDirectory(path)
  }
}
