/// What opening a log found and did.
public struct LogRecovery: Hashable, Sendable {
  /// The newest record.
  public var last: UInt64
  /// The end of the newest file that a crash had left half-written, and that was cut off; `nil` when there was none.
  public var tornTail: TornTail?

  /// A half-written end of a log file.
  public struct TornTail: Hashable, Sendable, CustomStringConvertible {
    /// The file that was cut.
    public var file: String
    /// Where it was cut.
    public var offset: Int
    /// How many bytes were there behind the cut, unused reserved space included; 0 when nothing had to be cut.
    public var bytes: Int
    /// Why the first record behind the cut is none.
    public var reason: String
    /// Whether the file itself ends too early: a power cut can have left it so, and so can whoever cut it.
    public var isAbrupt: Bool

    /// One line for the operator.
    public var description: String { "\(file) " + explanation(isCut: true) }

    func explanation(isCut: Bool) -> String {
      var text = "at byte \(offset): \(reason)"
      if bytes > 0 {
        text += "; the half-written end that a crash leaves, which was never acknowledged"
        text += isCut ? " and is cut off" : " and which the next start cuts off"
      }
      if isAbrupt {
        text += "; if anything but a power cut shortened this file, acknowledged changes behind it are lost"
      }
      return text
    }

    init?(_ scan: LogScan, file: String) {
      guard scan.tornBytes > 0 || scan.endsAbruptly else { return nil }
      self.file = file
      offset = scan.end
      bytes = scan.tornBytes
      isAbrupt = scan.endsAbruptly
      reason =
        scan.tornBytes > 0
        ? scan.tornReason
        : "the file ends behind record \(scan.last), without the reserved space or the mark that whole files end with"
    }
  }
}

extension LocalLog {
  /// Opens the log in `directory`, making one that begins at `first` when the folder holds no log file.
  ///
  /// Reads the newest file whole, cuts a torn end, and makes the rest durable again: after a failed `fdatasync` the system
  /// may show records that never reached the disk.
  /// - Throws: `damaged` with file and offset, `newerVersion`, or a failed call.
  public static func open(
    directory: String, first: UInt64 = 1, files: any FileSystem = PosixFileSystem(),
    options: Options = Options()
  ) throws(StorageError) -> (log: LocalLog, recovery: LogRecovery) {
    try files.removeUnfinished(in: directory)
    let firsts = try files.list(directory).compactMap(LogFormat.firstSequence(ofName:))
    guard let newest = firsts.last else {
      return try create(directory: directory, first: first, files: files, options: options)
    }
    var olderBytes = 0
    for first in firsts.dropLast() {
      olderBytes += try LogFileReader(
        path: directory + "/" + LogFormat.fileName(first: first), first: first, files: files
      ).size
    }
    // A file of which a crash left the name in memory only must not take records before the name is on disk.
    try files.synchronizeDirectory(directory)
    let path = directory + "/" + LogFormat.fileName(first: newest)
    let reader = try LogFileReader(path: path, first: newest, files: files)
    let scan = try LogScan(reader)
    let file = try files.open(path, .write)
    var state = State(
      file: file, salt: reader.salt, end: scan.end, allocated: scan.end, firsts: firsts, last: scan.last,
      durable: scan.last, olderBytes: olderBytes)
    try settle(reader, scan, file, &state)
    let log = LocalLog(directory: directory, files: files, options: options, state: state)
    if reader.archive == nil, options.archive != nil { try log.noteArchive() }
    return (log, LogRecovery(last: scan.last, tornTail: LogRecovery.TornTail(scan, file: path)))
  }

  /// Ends a file of a release that did not note whose log it is, and goes on in one that says so; not on a full disk.
  private func noteArchive() throws(StorageError) {
    try state.withLock { (state) throws(StorageError) in
      let first = state.firsts[state.firsts.count - 1]
      do throws(StorageError) {
        if state.last >= first { return try startFile(&state) }
        // It has the name that the next one would get, and a file before it may name it by its salt.
        state.file = try Self.createFile(
          filePath(first), first: first, salt: state.salt, in: directory, archive: options.archive, files)
        (state.end, state.allocated) = (LogFormat.emptyFileBytes, LogFormat.emptyFileBytes)
        state.markedEnd = 0
      } catch  where error.code == .diskFull {}
    }
  }

  /// Whether `directory` holds any log file.
  ///
  /// - Throws: a failed call.
  public static func exists(in directory: String, files: any FileSystem) throws(StorageError) -> Bool {
    guard try files.kind(of: directory) == .directory else { return false }
    return try files.list(directory).contains { LogFormat.firstSequence(ofName: $0) != nil }
  }

  private static func create(
    directory: String, first: UInt64, files: any FileSystem, options: Options
  ) throws(StorageError) -> (log: LocalLog, recovery: LogRecovery) {
    let path = directory + "/" + LogFormat.fileName(first: first)
    let salt = UInt32.random(in: .min ... .max)
    let file = try createFile(path, first: first, salt: salt, in: directory, archive: options.archive, files)
    let state = State(
      file: file, salt: salt, end: LogFormat.emptyFileBytes, allocated: LogFormat.emptyFileBytes,
      firsts: [first], last: first - 1, durable: first - 1, olderBytes: 0)
    let log = LocalLog(directory: directory, files: files, options: options, state: state)
    return (log, LogRecovery(last: first - 1, tornTail: nil))
  }

  /// Cuts what follows the records, writes the unproven ones again so that they are surely on disk, and marks the end.
  private static func settle(
    _ reader: LogFileReader, _ scan: LogScan, _ file: any File, _ state: inout State
  ) throws(StorageError) {
    if reader.size > scan.end { try file.truncate(to: scan.end) }
    var offset = scan.unproven
    while offset < scan.end {
      guard let part = try reader.bytes(at: offset, count: min(scan.end - offset, 1 << 18)) else { break }
      try file.writeAll(part, at: offset)
      offset += part.count
    }
    if scan.unproven == scan.end, scan.tornBytes == 0 { return }
    try file.synchronize()
    try state.writeMarkIfRoom()
    try file.synchronize()
  }
}
