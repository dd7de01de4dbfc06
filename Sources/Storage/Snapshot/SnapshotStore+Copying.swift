extension SnapshotStore {
  /// Copies a snapshot into a new data directory, from which a server can start.
  ///
  /// - Throws: `missing` or `damaged` for the snapshot; `notADataDirectory` when `path` holds an archive already.
  public func copy(_ revision: UInt64, intoNewDirectory path: String) throws(StorageError) -> StoredSnapshot {
    let snapshot = try open(revision)
    try snapshot.verify()
    let (directory, target) = try Self.newDirectory(path, files)
    defer { directory.close() }
    let writer = try target.begin(revision, attributes: snapshot.manifest.attributes)
    for section in snapshot.manifest.sections {
      try snapshot.section(section.name).withUnsafeBytes { (bytes) throws(StorageError) in
        try writer.write(section.name, bytes)
      }
    }
    return try writer.commit()
  }

  /// A data directory without a log and without snapshots, to be seeded with one.
  static func newDirectory(
    _ path: String, _ files: any FileSystem
  ) throws(StorageError) -> (DataDirectory, SnapshotStore) {
    let directory = try DataDirectory(path: path, files: files)
    let store = try SnapshotStore(directory: directory.snapshotsPath, files: files)
    guard try store.revisions().isEmpty, try files.kind(of: directory.logPath) == nil else {
      directory.close()
      throw StorageError(
        .notADataDirectory, file: path, problem: "holds an archive already",
        remedy: "name a directory that does not exist")
    }
    return (directory, store)
  }
}
