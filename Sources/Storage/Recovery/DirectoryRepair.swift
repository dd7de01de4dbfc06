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
  /// - Parameter remark: as for ``DirectoryCheck/init(_:files:remark:)``.
  /// - Throws: `damaged` when neither a snapshot nor a log from its beginning is left, and then nothing was changed; as
  ///   ``DirectoryCheck/init(_:files:remark:)`` otherwise.
  public init(
    _ path: String, files: any FileSystem = PosixFileSystem(),
    remark: @escaping (_ section: String) -> String? = { _ in nil }
  ) throws(StorageError) {
    self.path = path
    self.files = files
    let lock = try DirectoryCheck.lock(path, files)
    defer { lock?.release() }
    try DataDirectory.finishRepair(path, files)
    check = try DirectoryCheck(locked: path, files, remark: remark)
    if let name = check.linksToNothing.first(where: { $0 != "LOCK" }) {
      throw StorageError(
        .damaged, file: path + "/" + name, problem: "a link to what is not there",
        remedy: "bring back what it leads to (is a disk not mounted?), or remove the link and repair again")
    }
    guard check.revision != nil else {
      throw StorageError(
        .damaged, file: path, problem: "no sound snapshot is left, and no log that begins with record 1",
        remedy: "restore a copy of the data directory, or seed a new one from another server")
    }
    if check.isSound { return }
    if check.linksToNothing.contains("LOCK") { try setAside("LOCK") }
    if check.needsFormat { try restoreFormat() }
    if check.hasDamagedIdentity { try setAside(ArchiveIdentity.fileName) }
    if check.hasFileForSnapshots { try setAside("snapshots") }
    for revision in check.damagedSnapshots { try setAside("snapshots/" + LogFormat.paddedNumber(revision)) }
    if !check.damagedSnapshots.isEmpty { try files.synchronizeDirectory(path + "/snapshots") }
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

  /// Copies the records that are kept into a new log, and puts it in the place of the old one.
  private mutating func rewriteLog() throws(StorageError) {
    let temporary = path + "/" + DataDirectory.repairedLogName
    if try files.kind(of: temporary) != nil { try files.removeAll(temporary) }
    try files.createDirectory(temporary)
    var options = LocalLog.Options()
    options.durability = .none
    options.preallocatedBytes = 1 << 14
    let first = check.keptRecords?.lowerBound ?? check.revision! + 1
    let (log, _) = try LocalLog.open(directory: temporary, first: first, files: files, options: options)
    if let kept = check.keptRecords, let survey = check.survey {
      try survey.read(kept) { (payload) throws(StorageError) in _ = try log.append([payload]) }
    }
    try log.close()
    try files.synchronizeDirectory(path)
    try setAside("log")
    try files.synchronizeDirectory(path)
    try DataDirectory.finishRepair(path, files)
  }
}
