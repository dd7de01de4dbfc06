/// Makes a damaged data directory fit for a start, from what is left of it.
///
/// Nothing is thrown away: what cannot be used stays under a name that ends in `.damaged`. A repair that is interrupted can be
/// repeated.
public struct DirectoryRepair {
  /// What was moved where.
  public private(set) var moved: [(from: String, to: String)] = []
  /// What had been found.
  public let check: DirectoryCheck
  private let files: any FileSystem
  private let path: String

  /// Repairs the data directory at `path`, which no process may hold; a sound one is left as it is.
  ///
  /// - Parameter care: as for ``DirectoryCheck/init(_:files:care:)``.
  /// - Throws: `damaged` when neither a snapshot nor a log from its beginning is left, and then nothing was changed; as
  ///   ``DirectoryCheck/init(_:files:care:)`` otherwise.
  public init(
    _ path: String, files: any FileSystem = PosixFileSystem(), care: SnapshotCare = SnapshotCare()
  ) throws(StorageError) {
    self.path = path
    self.files = files
    let lock = try DirectoryCheck.lock(path, files)
    defer { lock?.release() }
    try DataDirectory.finishRepair(path, files)
    check = try DirectoryCheck(locked: path, files, care: care)
    if let name = check.linksToNothing.first(where: { $0 != "LOCK" }) {
      throw StorageError(
        .damaged, file: path + "/" + name, problem: "a link to what is not there",
        remedy: "bring back what it leads to (is a disk not mounted?), or remove the link and repair again")
    }
    if let file = check.unreadable.first {
      let others = check.unreadable.count - 1
      throw StorageError(
        .unreadable, file: file,
        problem: "cannot be read"
          + (others > 0 ? ", and \(others) more; `matiane-server check` lists them" : ""),
        remedy:
          "see to permissions and the disk, or put the files on a sound one as far as they can be read, then"
          + " repair again")
    }
    guard check.revision != nil else {
      let other = check.ownership.firstError.map { "; \($0.file): \($0.problem)" } ?? ""
      throw StorageError(
        .damaged, file: path,
        problem: "no sound snapshot is left, and no log that begins with record 1" + other,
        remedy: "restore a copy of the data directory, or seed a new one from another server")
    }
    if check.isSound { return }
    if check.linksToNothing.contains("LOCK") { try setAside("LOCK") }
    if check.needsFormat { try restoreFormat() }
    if check.hasDamagedIdentity { try setAside(ArchiveIdentity.fileName) }
    if check.hasFileForSnapshots { try setAside("snapshots") }
    if let salvage = check.salvage, let snapshot = check.salvaged { try replace(snapshot, by: salvage) }
    for revision in check.damagedSnapshots { try setAside("snapshots/" + LogFormat.paddedNumber(revision)) }
    let others = check.misplacedSnapshots + check.ownership.snapshots.map(\.folder)
    for place in others { try setAside(String(place.dropFirst(path.utf8.count + 1))) }
    if !check.damagedSnapshots.isEmpty || !others.isEmpty {
      try files.synchronizeDirectory(path + "/snapshots")
    }
    if check.needsNewLog { try rewriteLog() }
    try files.synchronizeDirectory(path)
  }

  /// Gives what stands at a place in the data directory a name that nobody reads.
  private mutating func setAside(_ name: String) throws(StorageError) {
    let place = path + "/" + name
    var target = place + ".damaged"
    var number = 1
    while try files.kind(of: target) != nil {
      number += 1
      target = place + ".damaged-\(number)"
    }
    try files.rename(place, to: target)
    moved.append((place, target))
  }

  private mutating func restoreFormat() throws(StorageError) {
    if try files.kind(of: path + "/FORMAT") != nil { try setAside("FORMAT") }
    try DataDirectory.initialize(path, files)
  }

  /// Writes what a damaged snapshot can be made into beside it, then sets it aside.
  ///
  /// As a history of its own: whoever holds a token of before would not learn of what is gone.
  private mutating func replace(
    _ damaged: DamagedSnapshot, by salvage: SnapshotSalvage
  ) throws(StorageError) {
    let store = try SnapshotStore(directory: path + "/snapshots", files: files)
    var attributes = damaged.attributes
    attributes["articles"] = String(salvage.articleCount)
    var lineage = Lineage()
    lineage.begin(after: 0)
    let writer = try store.begin(
      damaged.revision, attributes: attributes, lineage: lineage, archive: check.ownership.archive)
    let name = LogFormat.paddedNumber(damaged.revision)
    let repaired = "snapshots/" + name + DataDirectory.repairedSuffix
    do throws(StorageError) {
      for name in salvage.kept { try writer.take(name, of: damaged) }
      try salvage.write(writer)
      try writer.finish(as: path + "/" + repaired)
    } catch {
      writer.abandon()
      throw error
    }
    try setAside("snapshots/" + name)
    try files.rename(path + "/" + repaired, to: path + "/snapshots/" + name)
    try files.synchronizeDirectory(path + "/snapshots")
  }

  /// Copies the records that are kept into a new log, and puts it in the place of the old one.
  private mutating func rewriteLog() throws(StorageError) {
    let temporary = path + "/" + DataDirectory.repairedLogName
    if try files.kind(of: temporary) != nil { try files.removeAll(temporary) }
    do throws(StorageError) {
      try writeLog(temporary)
      try files.synchronizeDirectory(path)
      try setAside("log")
    } catch {
      // The disk may be full of it. Without the old log it is the only one.
      if (try? files.kind(of: path + "/log")) == .directory { try? files.removeAll(temporary) }
      throw error
    }
    try files.synchronizeDirectory(path)
    try DataDirectory.finishRepair(path, files)
  }

  private func writeLog(_ directory: String) throws(StorageError) {
    try files.createDirectory(directory)
    var options = LocalLog.Options()
    options.durability = .none
    options.preallocatedBytes = 1 << 14
    options.archive = check.ownership.archive
    let first = check.keptRecords?.lowerBound ?? check.revision! + 1
    let (log, _) = try LocalLog.open(directory: directory, first: first, files: files, options: options)
    if let kept = check.keptRecords, let survey = check.survey {
      try survey.read(kept) { (payload) throws(StorageError) in _ = try log.append([payload]) }
    }
    try log.close()
  }
}
