extension SnapshotStore {
  /// Copies a snapshot into a new data directory, from which a server can start.
  ///
  /// - Parameter isWanted: which sections to copy, by name.
  /// - Throws: `missing`, `deleted` or `damaged` for the snapshot; `notADataDirectory` when `path` holds an archive already, or lies in the
  ///   data directory that the snapshot is of.
  public func copy(
    _ revision: UInt64, intoNewDirectory path: String,
    where isWanted: (_ section: String) -> Bool = { _ in true }
  ) throws(StorageError) -> StoredSnapshot {
    guard !files.isInside(path, directory + "/..") else {
      throw StorageError(
        .notADataDirectory, file: path, problem: "lies in the data directory of the snapshot",
        remedy: "name a directory outside it")
    }
    let snapshot = try open(revision)
    // Held from here on: while its sums are checked and it is copied, it may be deleted.
    let sections = try snapshot.mapAll(where: isWanted)
    for (file, entry) in sections {
      if let damage = snapshot.damage(of: file, entry) { throw damage }
    }
    let directory = try DataDirectory(forSnapshotAt: path, files: files)
    defer { directory.close() }
    let target = try SnapshotStore(directory: directory.snapshotsPath, files: files)
    let writer = try target.begin(revision, attributes: snapshot.manifest.attributes)
    let copy: StoredSnapshot
    do throws(StorageError) {
      for (file, entry) in sections {
        try file.withUnsafeBytes { (bytes) throws(StorageError) in try writer.write(entry, bytes) }
      }
      copy = try writer.commit()
    } catch {
      writer.abandon()
      throw error
    }
    try directory.complete()
    return copy
  }
}
