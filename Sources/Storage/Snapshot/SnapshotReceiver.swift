/// Puts a snapshot together in a new data directory, from the pieces of its files as they come over the network.
///
/// Used by one thread at a time. Until ``finish()`` it is no data directory: an interrupted download leaves nothing that a
/// server would start from, takes no room, and may be begun again in the same place.
public final class SnapshotReceiver {
  private let revision: UInt64
  private let files: any FileSystem
  private let directory: DataDirectory
  private let store: SnapshotStore
  private let path: String
  private var name = ""
  private var file: (any File)?
  private var offset = 0
  private var isFinished = false

  /// Makes the data directory at `path`.
  ///
  /// - Throws: `notADataDirectory` when it holds an archive already; as ``DataDirectory/init(forSnapshotAt:files:)`` otherwise.
  public init(
    _ revision: UInt64, intoNewDirectory path: String, files: any FileSystem = PosixFileSystem()
  ) throws(StorageError) {
    self.revision = revision
    self.files = files
    directory = try DataDirectory(forSnapshotAt: path, files: files)
    store = try SnapshotStore(directory: directory.snapshotsPath, files: files)
    self.path = store.path(of: revision) + ".new"
    try files.createDirectory(self.path)
  }

  /// What was not finished is removed, as far as that works: the disk may be full of it.
  deinit {
    file = nil
    if !isFinished { try? files.removeAll(path) }
    directory.close()
  }

  /// Takes a piece; those of a file come in order, one file after the other.
  ///
  /// - Throws: `damaged` for a piece out of order or a name that is none; or a failed call.
  public func receive(_ bytes: [UInt8], of name: String, at offset: Int) throws(StorageError) {
    if name != self.name || offset == 0 { try begin(name) }
    guard let file, offset == self.offset else {
      throw StorageError(
        .damaged, file: path + "/" + name, offset: self.offset,
        problem: "expected the piece at byte \(self.offset), received the one at byte \(offset)",
        remedy: "download the snapshot again")
    }
    try bytes.withUnsafeBytes { bytes in
      Result { () throws(StorageError) in try file.writeAll(bytes, at: offset) }
    }.get()
    self.offset += bytes.count
  }

  /// Checks everything against the manifest, and makes the snapshot durable and visible.
  ///
  /// - Throws: `damaged` when anything is missing or differs; or a failed call.
  public func finish() throws(StorageError) -> StoredSnapshot {
    try file?.synchronize()
    file = nil
    try StoredSnapshot(path: path, revision: revision, files: files).verify()
    try files.synchronizeDirectory(path)
    try files.rename(path, to: store.path(of: revision))
    isFinished = true
    try files.synchronizeDirectory(store.directory)
    try directory.complete()
    return try store.open(revision)
  }

  private func begin(_ name: String) throws(StorageError) {
    guard name == Manifest.fileName || Manifest.Section.isName(name) else {
      throw StorageError(
        .damaged, file: path, problem: "received a file of an unusable name: \(name.prefix(80))")
    }
    try file?.synchronize()
    file = try files.open(path + "/" + name, .create)
    self.name = name
    offset = 0
  }
}
