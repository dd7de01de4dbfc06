import Glibc

/// The folder that holds everything a server keeps, owned by one process at a time.
///
/// FORMAT.md describes its content. The lock is held until ``close()`` or until the process ends.
public final class DataDirectory: Sendable {
  /// The format version that this release writes and the newest that it reads.
  public static let formatVersion = 1
  private static let firstLine = "matiane data directory"

  /// The folder's path, without a slash at its end.
  public let path: String
  /// The file system that it stands on.
  public let files: any FileSystem
  private let lock: (any FileLock)?
  /// Why nothing can be written: the file system is mounted so that it can only be read, or the files are another user's. `nil` where
  /// they can be written.
  public let seal: StorageError?

  /// The folder of the log's files.
  public var logPath: String { path + "/log" }
  /// The folder of the snapshots.
  public var snapshotsPath: String { path + "/snapshots" }

  /// Opens the data directory at `path`, making it when there is none or the folder is empty.
  ///
  /// - Parameter isForReading: whether one that cannot be written is opened, too, then with a lock that others share who only read;
  ///   it has to hold an archive.
  /// - Throws: `locked`, `unwritable`, `newerVersion`, `notADataDirectory`, `damaged`, or a failed call.
  public init(
    path: String, files: any FileSystem = PosixFileSystem(), isForReading: Bool = false
  ) throws(StorageError) {
    self.path = Self.normalized(path)
    self.files = files
    let isNew = try Self.prepare(self.path, isForSnapshot: false, files)
    do throws(StorageError) {
      lock = try Self.takeLock(self.path, files, isNew: isNew)
      seal = nil
    } catch  where error.code == .unwritable && isForReading && !isNew {
      (lock, seal) = (try DirectoryLock.takeToRead(self.path, files), error)
      return
    }
    try Self.finishRepair(self.path, files)
    try Self.removeUnfinished(self.path, files)
    if try files.kind(of: snapshotsPath) == nil { try makeFolder(snapshotsPath) }
  }

  /// Opens a folder for a snapshot to be put into it, making it when there is none.
  ///
  /// Until ``complete()`` it is no data directory: a server that is started meanwhile, or after it was interrupted, refuses to,
  /// where it would otherwise begin with an empty archive.
  /// - Throws: `notADataDirectory` when it holds an archive, or anything but what was interrupted; as ``init(path:files:)``
  ///   otherwise.
  init(forSnapshotAt path: String, files: any FileSystem) throws(StorageError) {
    self.path = Self.normalized(path)
    self.files = files
    let isNew = try Self.prepare(self.path, isForSnapshot: true, files)
    lock = try Self.takeLock(self.path, files)
    seal = nil
    try Self.finishRepair(self.path, files)
    if try files.kind(of: snapshotsPath) == nil { try makeFolder(snapshotsPath) }
    let store = try SnapshotStore(directory: snapshotsPath, files: files)
    guard try store.revisions().isEmpty, try files.kind(of: logPath) == nil else {
      throw StorageError(
        .notADataDirectory, file: self.path, problem: "holds an archive already",
        remedy: "name a directory that does not exist"
          + (isNew ? ", or have `matiane-server repair` make this one a data directory again" : ""))
    }
    if isNew { return }
    try files.remove(self.path + "/FORMAT")
    try files.synchronizeDirectory(self.path)
  }

  /// Makes it a data directory, now that its snapshot is there.
  func complete() throws(StorageError) { try Self.initialize(path, files) }

  /// Makes the folder of the log's files, with a file for the records from `first` on, in a new data directory or one that is
  /// seeded with snapshots only. One that is there is left as it is.
  ///
  /// It gets its name when the file is in it, so that a folder without files is always one that has lost them.
  ///
  /// - Throws: a failed call.
  public func makeLogFolder(first: UInt64 = 1, archive: ArchiveNumber? = nil) throws(StorageError) {
    if try files.kind(of: logPath) != nil { return }
    let temporary = logPath + ".new"
    if try files.kind(of: temporary) != nil { try files.removeAll(temporary) }
    try files.createDirectory(temporary)
    _ = try LocalLog.createFile(
      temporary + "/" + LogFormat.fileName(first: first), first: first, salt: .random(in: .min ... .max),
      in: temporary, archive: archive, files)
    try files.rename(temporary, to: logPath)
    try files.synchronizeDirectory(path)
  }

  private func makeFolder(_ folder: String) throws(StorageError) {
    try files.createDirectory(folder)
    try files.synchronizeDirectory(path)
  }

  /// Lets another process in. Idempotent.
  public func close() { lock?.release() }

  /// Makes the folder if need be; returns whether it has still to be initialized.
  private static func prepare(
    _ path: String, isForSnapshot: Bool, _ files: any FileSystem
  ) throws(StorageError) -> Bool {
    switch try files.kind(of: path) {
    case nil:
      try make(path, files)
      return true
    case .file:
      throw StorageError(
        .notADataDirectory, file: path, problem: "expected a folder, found a file",
        remedy: "choose another data directory")
    case .directory:
      let names = try files.list(path)
      if names.contains("FORMAT") {
        try checkFormat(path + "/FORMAT", files)
        return false
      }
      // What an interrupted first start, or the file system itself, leaves behind.
      var harmless: Set = ["LOCK", "FORMAT.new", "lost+found"]
      if isForSnapshot {
        harmless.insert("snapshots")
      } else if names.contains("snapshots"), !names.contains("log") {
        throw StorageError(
          .notADataDirectory, file: path,
          problem:
            "the folder has no FORMAT file and no log: a snapshot was to be put into it, which was not finished",
          remedy:
            "download or restore the snapshot into it again, or empty the folder; if the snapshot is whole,"
            + " `matiane-server repair` finishes it")
      }
      guard let stranger = names.first(where: { !harmless.contains($0) }) else { return true }
      throw StorageError(
        .notADataDirectory, file: path,
        problem: "the folder has no FORMAT file but holds other files (\(stranger))",
        remedy: "choose an empty folder or an existing data directory")
    }
  }

  /// Makes the folder, and none above it: a path that is misspelt there should not become an archive.
  private static func make(_ path: String, _ files: any FileSystem) throws(StorageError) {
    let parent = parent(of: path)
    do throws(StorageError) {
      try files.createDirectory(path)
    } catch  where error.systemError == ENOENT || error.systemError == ENOTDIR {
      // /proc, for one, says so of what cannot be made in it.
      if error.systemError == ENOENT, try files.kind(of: parent) != nil {
        throw StorageError(
          .unwritable, file: path, problem: "no folder can be made in \(parent), which keeps none",
          remedy: "choose another data directory", systemError: error.systemError)
      }
      throw StorageError(
        .missing, file: path,
        problem: error.systemError == ENOENT
          ? "the folder that it should be made in, \(parent), does not exist"
          : "it cannot be made in \(parent), for a part of that is not a folder",
        remedy: "create \(parent) or choose another data directory", systemError: error.systemError)
    }
    try files.synchronizeDirectory(parent)
  }

  /// Refuses a data directory of a newer format. One whose format cannot be told is let pass: its snapshots tell their own.
  ///
  /// - Throws: `newerVersion`.
  public static func checkVersion(
    of path: String, files: any FileSystem = PosixFileSystem()
  ) throws(StorageError) {
    do throws(StorageError) { try checkFormat(normalized(path) + "/FORMAT", files) } catch {
      if error.code == .newerVersion { throw error }
    }
  }

  static func checkFormat(_ file: String, _ files: any FileSystem) throws(StorageError) {
    let text = String(decoding: try files.contents(of: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, lines[0] == firstLine, lines[1].hasPrefix("format "),
      let version = Int(lines[1].dropFirst("format ".count)), version > 0
    else {
      throw StorageError(
        .damaged, file: file, problem: "expected \"\(firstLine)\" and \"format N\" on a line each",
        remedy:
          "write these two lines back if the folder is a data directory (this release: format \(formatVersion)),"
          + " or have `matiane-server repair` do it"
      )
    }
    guard version <= formatVersion else {
      throw StorageError(
        .newerVersion, file: file,
        problem: "the data directory has format \(version); this release reads up to format \(formatVersion)",
        remedy: "start the release that wrote it, or a later one")
    }
  }

  static func initialize(_ path: String, _ files: any FileSystem) throws(StorageError) {
    try files.replace(
      path + "/FORMAT", in: path, with: Array("\(firstLine)\nformat \(formatVersion)\n".utf8))
  }

  /// What is put together under these names gets its own when it is whole.
  static let unfinished = ["FORMAT.new", ArchiveIdentity.fileName + ".new", "log.new"]

  private static func removeUnfinished(_ path: String, _ files: any FileSystem) throws(StorageError) {
    let names = try files.list(path)
    for name in unfinished where names.contains(name) { try files.removeAll(path + "/" + name) }
  }

  /// The folder in which a repair puts a new log together.
  static let repairedLogName = "log.repaired"

  /// What the name of a snapshot ends in that a repair puts together.
  static let repairedSuffix = ".repaired"

  /// Gives a repaired log, and a repaired snapshot, its name, if a repair was interrupted after it had moved the old one away. They
  /// are complete then.
  static func finishRepair(_ path: String, _ files: any FileSystem) throws(StorageError) {
    try finishRepair(ofSnapshots: path + "/snapshots", files)
    let repaired = path + "/" + repairedLogName
    guard try files.kind(of: repaired) != nil else { return }
    if try files.kind(of: path + "/log") == nil {
      try files.rename(repaired, to: path + "/log")
    } else {
      // The repair did not get as far as moving the old one away.
      try files.removeAll(repaired)
    }
    try files.synchronizeDirectory(path)
  }

  private static func finishRepair(
    ofSnapshots folder: String, _ files: any FileSystem
  ) throws(StorageError) {
    guard try files.kind(of: folder) == .directory else { return }
    for name in try files.list(folder) where name.hasSuffix(repairedSuffix) {
      let repaired = folder + "/" + name
      let place = String(repaired.dropLast(repairedSuffix.count))
      if try files.kind(of: place) == nil {
        try files.rename(repaired, to: place)
      } else {
        // The repair did not get as far as moving the old one away.
        try files.removeAll(repaired)
      }
      try files.synchronizeDirectory(folder)
    }
  }

  /// Locks the folder, and makes it a data directory first where it is new.
  private static func takeLock(
    _ path: String, _ files: any FileSystem, isNew: Bool
  ) throws(StorageError) -> any FileLock {
    let lock = try takeLock(path, files)
    guard isNew else { return lock }
    try initialize(path, files)
    guard let whole = try lock.withFormat(path, files) else { throw inUse(path, files) }
    return whole
  }

  private static func takeLock(_ path: String, _ files: any FileSystem) throws(StorageError) -> DirectoryLock
  {
    let name = path + "/LOCK"
    if try files.kind(of: name) == nil {
      // Through a link the lock would be made in another place, where who starts elsewhere may hold it as well.
      guard try !files.list(path).contains("LOCK") else {
        throw StorageError(
          .damaged, file: name, problem: "a link to what is not there",
          remedy: "remove the link; the file is made anew")
      }
      _ = try files.open(name, .create)
    }
    guard let lock = try DirectoryLock.take(path, files) else { throw inUse(path, files) }
    let text = Array("\(getpid())\n".utf8)
    let file = try files.open(name, .write)
    do throws(StorageError) {
      try file.truncate(to: 0)
      try text.withUnsafeBytes { bytes in
        Result { () throws(StorageError) in try file.writeAll(bytes, at: 0) }
      }.get()
    } catch  where error.code == .diskFull {
      // The number is for people; an archive on a full disk can still be read.
    }
    return lock
  }

  static func inUse(_ path: String, _ files: any FileSystem) -> StorageError {
    let name = path + "/LOCK"
    let holder = String(decoding: (try? files.contents(of: name)) ?? [], as: UTF8.self)
    let digits = holder.prefix { $0.isNumber }
    return StorageError(
      .locked, file: name,
      problem: "the data directory is in use by process \(digits.isEmpty ? "(unknown)" : String(digits))"
        + ", or by one that only reads it",
      remedy: "stop that process or choose another data directory")
  }

  private static func normalized(_ path: String) -> String {
    var path = Substring(path.isEmpty ? "." : path)
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
