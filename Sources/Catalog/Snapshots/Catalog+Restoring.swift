import Storage

/// A file of a snapshot, mapped: it can be read although the snapshot is deleted meanwhile.
public struct SnapshotFile: Sendable {
  /// Its name, without a folder.
  public let name: String
  /// Its bytes.
  public let byteCount: Int
  private let content: Content

  private enum Content: Sendable {
    case mapped(MappedFile)
    case bytes([UInt8])
  }

  init(_ name: String, _ file: MappedFile) {
    self.name = name
    byteCount = file.bytes.count
    content = .mapped(file)
  }

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    byteCount = bytes.count
    content = .bytes(bytes)
  }

  /// The bytes of a range. May wait for the disk.
  public func bytes(_ range: Range<Int>) -> [UInt8] {
    switch content {
    case .mapped(let file): file.withUnsafeBytes { Array($0[range]) }
    case .bytes(let bytes): Array(bytes[range])
    }
  }
}

extension Catalog {
  /// Copies a snapshot into a new data directory, from which another server can start. Blocks.
  ///
  /// - Returns: how many bytes were copied.
  /// - Throws: `notFound` when there is no such snapshot, `invalidField` (`data_dir`) when no new directory can be made at the
  ///   path, `storage` when the snapshot is damaged.
  public func restoreSnapshot(_ revision: UInt64, into path: String) async throws(CatalogError) -> Int {
    do throws(CatalogError) {
      return try await onSnapshotThread { store throws(StorageError) in
        try store.copy(revision, intoNewDirectory: path).byteCount
      }
    } catch {
      guard let cause = error.cause, cause.file.hasPrefix(path) else { throw error }
      switch cause.code {
      case .missing, .notADataDirectory, .unwritable, .unreadable, .locked:
        throw .invalid("data_dir", "\(cause)")
      default: throw error
      }
    }
  }

  /// The files of a snapshot, of the newest one without a revision; the manifest is the last.
  ///
  /// - Throws: `notFound` when there is no such snapshot, `storage` when it is damaged.
  public func snapshotFiles(
    _ revision: UInt64?
  ) throws(CatalogError) -> (snapshot: SnapshotSummary, files: [SnapshotFile]) {
    try withStore { store throws(StorageError) in
      var tried: UInt64?
      while true {
        let newest = try store.revisions().last
        guard let wanted = revision ?? newest else {
          throw StorageError(.missing, file: store.directory, problem: "there is no snapshot yet")
        }
        do throws(StorageError) {
          let snapshot = try store.open(wanted)
          return (SnapshotSummary(snapshot), try files(of: snapshot))
        } catch  where error.code == .deleted || error.code == .missing {
          // Of the newest another one may have taken the place.
          if revision != nil || tried == wanted { throw error }
          tried = wanted
        }
      }
    }
  }

  private func files(of snapshot: StoredSnapshot) throws(StorageError) -> [SnapshotFile] {
    let sections = try snapshot.mapAll().map { SnapshotFile($0.entry.name, $0.file) }
    return sections + [SnapshotFile(Manifest.fileName, try snapshot.manifestBytes())]
  }

  /// A piece of a file of a snapshot, read on a thread that may wait for the disk.
  ///
  /// - Throws: `draining` when the server stops.
  public func read(_ range: Range<Int>, of file: SnapshotFile) async throws(CatalogError) -> [UInt8] {
    guard let bytes = await snapshotReader.run({ file.bytes(range) }) else {
      throw CatalogError(.draining, "the server is stopping")
    }
    return bytes
  }

  /// How many bytes the log takes on disk; 0 before the archive is open.
  public var logBytes: Int { opened.withLock { $0?.log.byteCount ?? 0 } }
}

extension SnapshotStore {
  /// Copies a snapshot into a new data directory in the form that every release reads: without indexes, whose format is that of a
  /// release, and which a server makes from the articles when it starts, and without the changes that watches would be resumed with,
  /// of which later releases know more kinds.
  ///
  /// - Throws: as ``SnapshotStore/copy(_:intoNewDirectory:where:)``.
  public func copyForAnyRelease(
    _ revision: UInt64, intoNewDirectory path: String
  ) throws(StorageError) -> StoredSnapshot {
    try copy(revision, intoNewDirectory: path) {
      !SnapshotContent.isIndex($0) && $0 != SnapshotContent.changes && $0 != SnapshotContent.earlierChanges
    }
  }
}
