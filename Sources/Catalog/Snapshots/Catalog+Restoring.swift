import Storage

extension Catalog {
  /// Copies a snapshot into a new data directory, from which another server can start. Blocks.
  ///
  /// - Returns: how many bytes were copied.
  /// - Throws: `notFound` when there is no such snapshot, `storage` when it is damaged or the directory cannot be made.
  public func restoreSnapshot(_ revision: UInt64, into path: String) throws(CatalogError) -> Int {
    try withStore { store throws(StorageError) in
      let snapshot = try store.open(revision)
      try snapshot.verify()
      let directory = try DataDirectory(path: path, files: options.files)
      defer { directory.close() }
      let target = try SnapshotStore(directory: directory.snapshotsPath, files: options.files)
      guard try target.revisions().isEmpty else {
        throw StorageError(
          .notADataDirectory, file: path, problem: "holds an archive already",
          remedy: "name a directory that does not exist")
      }
      let writer = try target.begin(revision, attributes: snapshot.manifest.attributes)
      for section in snapshot.manifest.sections {
        try snapshot.section(section.name).withUnsafeBytes { (bytes) throws(StorageError) in
          try writer.write(section.name, bytes)
        }
      }
      return try writer.commit().byteCount
    }
  }

  /// How many bytes the log takes on disk; 0 before the archive is open.
  public var logBytes: Int { opened.withLock { $0?.log.byteCount ?? 0 } }
}
