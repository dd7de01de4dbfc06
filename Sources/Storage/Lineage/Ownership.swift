/// Which archive a data directory is of, and what lies in it of another one.
///
/// What has another number is; and so is a snapshot that the log does not reach, of a history that parted from the directory's before
/// it: copies that were seeded from one snapshot have one number, and early releases gave none. Whatever else has no number passes.
struct Ownership {
  /// The number of the archive; nil where nothing has one.
  private(set) var archive: ArchiveNumber?
  /// The folders of another archive's snapshots, each with what to say of it.
  private(set) var snapshots: [Stranger] = []
  /// What to say of the log when it is that of another archive.
  private(set) var log: StorageError?

  typealias Stranger = (folder: String, error: StorageError)

  /// A snapshot whose manifest can be read.
  private struct Snapshot {
    let folder: String
    let manifest: Manifest

    /// Whether it is a state of a history; nil where nobody can say.
    func isOf(_ history: Lineage?) -> Bool? {
      let own = manifest.attributes[StoredSnapshot.lineageAttribute].flatMap { Lineage($0) }
      guard let epoch = own?.epoch(of: manifest.revision), epoch != 0,
        let expected = history?.epoch(of: manifest.revision), expected != 0
      else { return nil }
      return epoch == expected
    }
  }

  /// Of what nobody can say whose it is.
  init() {}

  /// Looks at the log files' headers, the manifests and the file of epochs of the data directory at `path`.
  ///
  /// The log says whose the directory is, for it holds what was acknowledged last. It is overruled where the directory's epochs
  /// know a snapshot of another archive, and none of the log's: then it is the log that was put there.
  /// - Throws: a failed call; what cannot be read is nobody's.
  init(of path: String, _ files: any FileSystem) throws(StorageError) {
    let snapshots = try Self.snapshots(of: path, files)
    let logged = try LocalLog.archive(in: path + "/log", files)
    let history = try? DataDirectory.identity(at: path + "/" + ArchiveIdentity.fileName, files).lineage
    let known = snapshots.last { $0.manifest.archive != nil && $0.isOf(history) == true }?.manifest.archive
    archive = logged ?? known ?? snapshots.last { $0.manifest.archive != nil }?.manifest.archive
    if let logged, let known, known != logged, !snapshots.contains(where: { $0.manifest.archive == logged }) {
      archive = known
      log = Self.foreignLog(path + "/log", found: logged, expected: known)
    }
    for snapshot in snapshots {
      if let found = snapshot.manifest.archive, let archive, found != archive {
        self.snapshots.append(
          (snapshot.folder, Self.foreignSnapshot(snapshot.folder, found: found, expected: archive)))
      } else if log == nil, snapshot.isOf(history) == false,
        let end = LocalLog.end(in: path + "/log", files), end < snapshot.manifest.revision
      {
        self.snapshots.append((snapshot.folder, Self.partedSnapshot(snapshot, end: end)))
      }
    }
  }

  /// What has to be put right first.
  var firstError: StorageError? { log ?? snapshots.first?.error }

  /// By revision.
  private static func snapshots(of path: String, _ files: any FileSystem) throws(StorageError) -> [Snapshot] {
    guard try files.kind(of: path + "/snapshots") == .directory else { return [] }
    let found = try SnapshotStore(reading: path + "/snapshots", files: files).manifests()
    return found.map { Snapshot(folder: $0.folder, manifest: $0.manifest) }
  }

  private static func foreignSnapshot(
    _ folder: String, found: ArchiveNumber, expected: ArchiveNumber
  ) -> StorageError {
    StorageError(
      .damaged, file: folder,
      problem:
        "expected a snapshot of archive \(expected), as the rest of the directory is; found one of archive \(found)",
      remedy:
        "move it to the data directory that it is from, or have `matiane-server repair` set it aside; to go on"
        + " from it instead, move the folder log away, and what else is of archive \(expected)")
  }

  private static func partedSnapshot(_ snapshot: Snapshot, end: UInt64) -> StorageError {
    StorageError(
      .damaged, file: snapshot.folder,
      problem:
        "expected a snapshot of the history in \(ArchiveIdentity.fileName), whose log ends with record \(end);"
        + " found one of revision \(snapshot.manifest.revision) of another history",
      remedy:
        "move it to the data directory that it is from, or have `matiane-server repair` set it aside; to go on"
        + " from it instead, move the folder log away")
  }

  private static func foreignLog(
    _ folder: String, found: ArchiveNumber, expected: ArchiveNumber
  ) -> StorageError {
    StorageError(
      .damaged, file: folder,
      problem:
        "expected the log of archive \(expected), as the snapshots are; found that of archive \(found)",
      remedy: "put the log of archive \(expected) back; or, to give up what came after the snapshots, have"
        + " `matiane-server repair` set this one aside")
  }
}

extension DataDirectory {
  /// Checks that the log and the snapshots are of one archive.
  ///
  /// - Throws: `damaged`, naming what is of another one; a failed call.
  /// - Returns: the number of the archive, a new one where it has none yet.
  public func checkOwnership() throws(StorageError) -> ArchiveNumber {
    let ownership = try Ownership(of: path, files)
    if let error = ownership.firstError { throw error }
    return ownership.archive ?? ArchiveNumber()
  }
}

extension LocalLog {
  /// The newest record of the log; nil where there is none, or it cannot be read.
  fileprivate static func end(in directory: String, _ files: any FileSystem) -> UInt64? {
    guard let newest = (try? files.list(directory))?.compactMap(LogFormat.firstSequence(ofName:)).last,
      let reader = try? LogFileReader(
        path: directory + "/" + LogFormat.fileName(first: newest), first: newest, files: files)
    else { return nil }
    return (try? LogScan(reader))?.last
  }

  /// The archive that the log is of: what the newest file says that says it.
  static func archive(
    in directory: String, _ files: any FileSystem
  ) throws(StorageError) -> ArchiveNumber? {
    guard try files.kind(of: directory) == .directory else { return nil }
    for first in try files.list(directory).compactMap(LogFormat.firstSequence(ofName:)).reversed() {
      let path = directory + "/" + LogFormat.fileName(first: first)
      // What is wrong with a file is for those to say who read it.
      if let archive = (try? LogFileReader(path: path, first: first, files: files))?.archive {
        return archive
      }
    }
    return nil
  }
}
