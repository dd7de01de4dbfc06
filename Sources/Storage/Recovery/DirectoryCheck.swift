/// A data directory read from end to end, and nothing changed.
///
/// Every byte of every snapshot and every record of the log is checked; what is left of them is worked out.
public struct DirectoryCheck {
  /// The folder.
  public let path: String
  /// What was found, in the order in which it was read.
  public private(set) var findings: [Finding] = []
  /// The revision that the archive has, or will have after a repair; `nil` when nothing can be saved by itself.
  public private(set) var revision: UInt64?
  /// The newest revision of which any trace was found.
  public private(set) var newestSeen: UInt64 = 0

  /// Snapshots that cannot be read.
  private(set) var damagedSnapshots: [UInt64] = []
  /// The folders of snapshots that stand in the place of others and nowhere else.
  private(set) var misplacedSnapshots: [String] = []
  /// Whether a file stands where the folder of snapshots belongs.
  private(set) var hasFileForSnapshots = false
  /// Whether the log has to be written anew, and the records that are kept then.
  private(set) var needsNewLog = false
  private(set) var keptRecords: ClosedRange<UInt64>?
  private(set) var needsFormat = false
  private(set) var hasDamagedIdentity = false
  /// Names of the data directory's own that are links to what is not there.
  private(set) var linksToNothing: [String] = []
  /// Whether there is a log, or what stands in its place, without log files.
  private var hasLostLog = false
  /// Whether it looks as if a snapshot was to be put into it, which was not finished.
  private var isUnfinished = false
  private(set) var survey: LogSurvey?
  /// What is of another archive.
  let ownership: Ownership
  private let care: SnapshotCare
  /// What a damaged snapshot can be made into, where that keeps more than the sound ones and the log.
  public private(set) var salvage: SnapshotSalvage?
  /// The snapshot that it is made of.
  private(set) var salvaged: DamagedSnapshot?

  /// Whether a server can start on it and lose nothing.
  public var isSound: Bool { findings.allSatisfy { $0.kind != .damaged && $0.kind != .unreadable } }

  /// The files that cannot be read: as long as there are any, nobody can say what is left.
  public var unreadable: [String] { findings.filter { $0.kind == .unreadable }.map(\.file) }

  /// Reads the data directory at `path`, in which no process may be at work that writes.
  ///
  /// - Parameter care: what is known of the sections of its snapshots.
  /// - Throws: `locked`, `missing`, `notADataDirectory`, `newerVersion`; damage and what cannot be read are findings.
  public init(
    _ path: String, files: any FileSystem = PosixFileSystem(), care: SnapshotCare = SnapshotCare()
  ) throws(StorageError) {
    let lock = try Self.lock(path, files, isShared: true)
    defer { lock?.release() }
    try self.init(locked: path, files, care: care)
  }

  /// As ``init(_:files:)`` for one who holds the lock.
  init(locked path: String, _ files: any FileSystem, care: SnapshotCare) throws(StorageError) {
    self.path = path
    self.care = care
    // What of it cannot be read is met again below.
    ownership = (try? Ownership(of: path, files)) ?? Ownership()
    try noting { (check) throws(StorageError) in try check.checkLinks(files) }
    try noting { (check) throws(StorageError) in try check.checkFormat(files) }
    try noting { (check) throws(StorageError) in try check.checkIdentity(files) }
    findings += Leftover.all(in: path, files).map { Finding(.note, $0.path, $0.remark) }
    var sound: [UInt64] = []
    try noting { (check) throws(StorageError) in try check.checkSnapshots(files, &sound) }
    try noting { (check) throws(StorageError) in try check.checkLog(files, newestSnapshot: sound.last) }
    guard unreadable.isEmpty else { return }
    let before = self
    judge(newestSnapshot: sound.last)
    try considerSalvage(before, newestSnapshot: sound.last, files)
    if linksToNothing.contains(where: { $0 != "LOCK" }) { revision = nil }
  }

  /// Goes on behind what cannot be read, which is a finding.
  private mutating func noting(
    _ check: (inout Self) throws(StorageError) -> Void
  ) throws(StorageError) {
    do throws(StorageError) { try check(&self) } catch {
      guard error.isOfReading else { throw error }
      findings.append(Finding(error))
    }
  }

  /// Looks for links to what is not there, a disk that is not mounted for example: they pass for something that is yet to be made.
  private mutating func checkLinks(_ files: any FileSystem) throws(StorageError) {
    let own: Set = ["LOCK", "FORMAT", "log", "snapshots", ArchiveIdentity.fileName]
    for name in try files.list(path) where own.contains(name) {
      guard try files.kind(of: path + "/" + name) == nil else { continue }
      linksToNothing.append(name)
      findings.append(Finding(.damaged, path + "/" + name, "a link to what is not there"))
    }
  }

  /// Takes the lock if there is one to take; a folder that cannot be written has nobody at work in it who can be asked.
  static func lock(
    _ path: String, _ files: any FileSystem, isShared: Bool = false
  ) throws(StorageError) -> (any FileLock)? {
    guard try files.kind(of: path) == .directory else {
      throw StorageError(.missing, file: path, problem: "there is no such folder")
    }
    do throws(StorageError) {
      if let lock = try DirectoryLock.take(path, files, isShared: isShared) { return lock }
    } catch {
      guard error.code == .unwritable || (isShared && error.isOfReading) else { throw error }
      return nil
    }
    throw StorageError(
      .locked, file: path + "/LOCK", problem: "a server is at work in the data directory",
      remedy: "stop it first; what a running server has on disk is checked by `matiane snapshot verify`")
  }

  private mutating func checkFormat(_ files: any FileSystem) throws(StorageError) {
    let file = path + "/FORMAT"
    guard try files.kind(of: file) != nil else {
      let kinds = [try files.kind(of: path + "/log"), try files.kind(of: path + "/snapshots")]
      guard kinds.contains(.directory) else {
        throw StorageError(
          .notADataDirectory, file: path, problem: "the folder is no data directory: it has no FORMAT file")
      }
      needsFormat = true
      isUnfinished = kinds[0] == nil
      let reason = isUnfinished ? "; a snapshot was to be put into the folder, which was not finished" : ""
      findings.append(Finding(.damaged, file, "the file is missing" + reason))
      return
    }
    do throws(StorageError) {
      try DataDirectory.checkFormat(file, files)
      findings.append(Finding(.sound, file, "format \(DataDirectory.formatVersion)"))
    } catch  where error.code == .damaged {
      needsFormat = true
      findings.append(Finding(error))
    }
  }

  private mutating func checkIdentity(_ files: any FileSystem) throws(StorageError) {
    let file = path + "/" + ArchiveIdentity.fileName
    // Releases that signed tokens with a key of the process had none.
    guard try files.kind(of: file) != nil else { return }
    do throws(StorageError) {
      let epochs = try DataDirectory.identity(at: file, files).lineage.epochs.count
      findings.append(Finding(.sound, file, "\(epochs) epoch\(epochs == 1 ? "" : "s")"))
    } catch  where error.code == .damaged {
      hasDamagedIdentity = true
      findings.append(Finding(error))
    } catch  where error.code == .unreadable {
      // It holds a key: who may read the archive need not be able to read it.
      findings.append(Finding(.note, file, "not checked: only its owner can read it"))
    }
  }

  /// Whether a folder is there; a finding when something else is.
  private mutating func isFolder(_ folder: String, _ files: any FileSystem) throws(StorageError) -> Bool {
    let kind = try files.kind(of: folder)
    if kind == .file { findings.append(Finding(.damaged, folder, "expected a folder, found a file")) }
    return kind == .directory
  }

  /// Finds the revisions of the sound ones, ascending.
  private mutating func checkSnapshots(
    _ files: any FileSystem, _ sound: inout [UInt64]
  ) throws(StorageError) {
    let folder = path + "/snapshots"
    guard try isFolder(folder, files) else {
      hasFileForSnapshots = try files.kind(of: folder) == .file
      return
    }
    let store = SnapshotStore(reading: folder, files: files)
    let others = Set(ownership.snapshots.map(\.folder))
    for other in ownership.snapshots { findings.append(Finding(other.error)) }
    for misplaced in try store.misplaced() where !others.contains(misplaced.path) {
      newestSeen = max(newestSeen, misplaced.revision)
      if !misplaced.isCopy { misplacedSnapshots.append(misplaced.path) }
      let error = misplaced.error
      findings.append(
        Finding(misplaced.isCopy ? .note : .damaged, misplaced.path, "\(error.problem); \(error.remedy)"))
    }
    for revision in try store.revisions() where !others.contains(store.path(of: revision)) {
      newestSeen = max(newestSeen, revision)
      do throws(StorageError) {
        let snapshot = try store.open(revision)
        if try isSound(snapshot, files) { sound.append(revision) } else { damagedSnapshots.append(revision) }
      } catch {
        guard error.code == .damaged || error.isOfReading else { throw error }
        damagedSnapshots.append(revision)
        findings.append(Finding(error))
      }
    }
  }

  /// Whether a start can use a snapshot; whatever else is wrong with its files is noted, one by one.
  private mutating func isSound(
    _ snapshot: StoredSnapshot, _ files: any FileSystem
  ) throws(StorageError) -> Bool {
    let before = findings.count
    var isSound = true
    for entry in snapshot.manifest.sections {
      let file = snapshot.path + "/" + entry.name
      do throws(StorageError) {
        try files.readThrough(file)
        for damage in try snapshot.damages(where: { $0 == entry.name }, locate: care.locate) {
          let remark = care.remark(entry.name)
          findings.append(
            remark.map { Finding(.note, file, "\(damage.problem); \($0)") } ?? Finding(damage))
          if remark == nil { isSound = false }
        }
      } catch {
        guard error.isOfReading else { throw error }
        findings.append(Finding(error))
        isSound = false
      }
    }
    if isSound {
      findings.insert(
        Finding(
          .sound, snapshot.path,
          "\(snapshot.manifest.sections.count) sections, \(snapshot.byteCount) bytes"), at: before)
    }
    return isSound
  }

  private mutating func checkLog(_ files: any FileSystem, newestSnapshot: UInt64?) throws(StorageError) {
    let folder = path + "/log"
    guard try isFolder(folder, files) else {
      hasLostLog = try files.kind(of: folder) != nil
      if newestSnapshot == nil, !hasLostLog { findings.append(Finding(.note, folder, "no log yet")) }
      return
    }
    if let error = ownership.log {
      findings.append(Finding(error))
      hasLostLog = true
      return
    }
    let survey = try LogSurvey(folder, files)
    self.survey = survey
    findings += survey.findings
    newestSeen = max(newestSeen, survey.runs.last?.last ?? 0)
    if survey.newestFirst == nil {
      findings.append(Finding(.damaged, folder, "there are no log files in it"))
      hasLostLog = true
    }
  }

  private var hasLostSnapshots: Bool { !damagedSnapshots.isEmpty || !misplacedSnapshots.isEmpty }

  /// Works out what a start, or a repair before it, makes of what is there.
  private mutating func judge(newestSnapshot: UInt64?) {
    let folder = path + "/log"
    let base = newestSnapshot ?? 0
    if hasLostLog {
      revision = newestSnapshot
      needsNewLog = newestSnapshot != nil
      return
    }
    guard let survey else {
      revision = newestSnapshot ?? (hasLostSnapshots || isUnfinished ? nil : 0)
      return
    }
    let isEmpty = survey.runs.isEmpty
    keptRecords = survey.records(around: base + 1) ?? survey.records(around: base)
    needsNewLog = needsNewLog || !survey.isSound
    if let keptRecords {
      revision = keptRecords.upperBound
    } else if isEmpty, survey.isSound, survey.newestFirst == base + 1,
      !hasLostSnapshots || newestSnapshot != nil
    {
      revision = base
    } else if newestSnapshot != nil {
      revision = base
      needsNewLog = true
      if survey.isSound {
        let has = survey.runs.first.map {
          "records \($0.first) to \(survey.runs[survey.runs.count - 1].last)"
        }
        let holds = has ?? "no record, and begins with \(survey.newestFirst ?? 0)"
        findings.append(
          Finding(.damaged, folder, "the log holds \(holds), snapshot \(base) needs \(base + 1)"))
      }
    } else {
      revision = nil
      let has = survey.runs.first.map { "begins with record \($0.first)" } ?? "holds no record"
      findings.append(Finding(.damaged, folder, "there is no sound snapshot, and the log \(has)"))
    }
  }

  /// Looks whether a damaged snapshot keeps more, with the log behind it, than what was judged of the sound ones.
  ///
  /// - Parameter before: what was known before that.
  private mutating func considerSalvage(
    _ before: DirectoryCheck, newestSnapshot: UInt64?, _ files: any FileSystem
  ) throws(StorageError) {
    guard revision != newestSeen else { return }
    let store = SnapshotStore(reading: path + "/snapshots", files: files)
    for damaged in damagedSnapshots.reversed() where damaged > newestSnapshot ?? 0 {
      guard let snapshot = try DamagedSnapshot(damaged, in: store), let salvage = care.salvage(snapshot)
      else {
        continue
      }
      var other = before
      other.judge(newestSnapshot: damaged)
      guard let reached = other.revision else { continue }
      if let revision, UInt64(salvage.lossCount) >= reached - min(reached, revision) { continue }
      other.damagedSnapshots.removeAll { $0 == damaged }
      other.salvage = salvage
      other.salvaged = snapshot
      self = other
      return
    }
  }
}
