import Glibc
import Synchronization

/// A log in files of a local folder.
///
/// Records are appended under a lock and made durable by whichever waiting thread comes first; the others wait for its
/// `fdatasync` or, appended after it began, for the next. After a failed `fdatasync` the log takes nothing more: what the
/// system then holds of a file is unknown, and a second `fdatasync` would report success for pages that are lost.
public final class LocalLog: Log {
  /// What can be chosen.
  public struct Options: Sendable {
    /// When a record counts as durable.
    public var durability = Durability.fsync
    /// A log file that has reached this size is followed by a new one.
    public var fileBytes = 64 << 20
    /// How much space is reserved at once ahead of the records.
    public var preallocatedBytes = 4 << 20
    /// How much of it is filled at once ahead of small batches; 0 for none.
    public var filledBytes = 1 << 20
    /// The archive that the log is of.
    public var archive: ArchiveNumber?
    /// The largest payload taken.
    public var maxRecordBytes = 64 << 20

    /// The defaults.
    public init() {}
  }

  struct State: Sendable {
    var file: any File
    var salt: UInt32
    /// The records of the last batch, for their memory.
    var batch: [UInt8] = []
    /// Where the next record goes.
    var end: Int
    /// The file's size: records, then reserved zeros.
    var allocated: Int
    /// Up to where that has been written as zeros.
    var filled = 0
    /// The first sequence number of every file, ascending; the last is that of `file`.
    var firsts: [UInt64]
    var last: UInt64
    var durable: UInt64
    /// Bytes in the files before the newest.
    var olderBytes: Int
    /// The end of the newest mark, so that no second one follows it.
    var markedEnd = 0
    var isSynchronizing = false
    var isClosed = false
    var failure: StorageError?
  }

  let directory: String
  let files: any FileSystem
  let options: Options
  let state: Monitor<State>
  private let flusher: Monitor<BackgroundThread?>
  private let bytes: Atomic<Int>

  init(directory: String, files: any FileSystem, options: Options, state: State) {
    self.directory = directory
    self.files = files
    self.options = options
    self.state = Monitor(state)
    bytes = Atomic(state.olderBytes + state.end)
    self.flusher = Monitor(nil)
    guard case .interval(let interval) = options.durability else { return }
    let monitor = self.state
    let thread = BackgroundThread(name: "log-flusher") {
      while true {
        let isClosed = monitor.wait(until: \.isClosed, timeout: interval) { state in state.isClosed }
        if isClosed { return }
        // A failure is kept in the state, and ends the log for whoever appends next.
        try? Self.synchronize(monitor, through: monitor.withLock { $0.last })
      }
    }
    flusher.withLock { $0 = thread }
  }

  /// The sequence number of the oldest record kept.
  public var firstSequence: UInt64 { state.withLock { $0.firsts[0] } }
  /// The sequence number of the newest record, durable or not.
  public var lastSequence: UInt64 { state.withLock { $0.last } }
  /// The failure that ended the log.
  public var failure: StorageError? { state.withLock { $0.failure } }
  /// The bytes of headers and records in all files. Who asks does not wait for the disk.
  public var byteCount: Int { bytes.load(ordering: .relaxed) }

  /// The newest record known to be on disk.
  public var durableSequence: UInt64 { state.withLock { $0.durable } }

  /// Blocks until the records up to `sequence` are on disk; returns at once if durability asks for less.
  public func waitUntilDurable(_ sequence: UInt64) throws(StorageError) {
    guard options.durability == .fsync else {
      if let failure { throw failure }
      return
    }
    try Self.synchronize(state, through: sequence)
  }

  /// Blocks until everything appended so far is on disk, whatever durability asks for.
  public func synchronize() throws(StorageError) {
    try Self.synchronize(state, through: lastSequence)
  }

  /// The first thread to come calls `fdatasync` for all records there are; the others wait for its result.
  private static func synchronize(_ state: Monitor<State>, through sequence: UInt64) throws(StorageError) {
    while true {
      let work: (file: any File, last: UInt64)? = try state.wait(
        until: { $0.durable >= sequence || $0.failure != nil || !$0.isSynchronizing }
      ) { (state) throws(StorageError) in
        if state.durable >= sequence { return nil }
        if let failure = state.failure { throw failure }
        state.isSynchronizing = true
        return (state.file, state.last)
      }
      guard let work else { return }
      let result = Result { () throws(StorageError) in try work.file.synchronize() }
      let isInPlace = work.file.isInPlace
      state.update { state in
        state.isSynchronizing = false
        switch result {
        case .success:
          // An older file may have been given up meanwhile.
          if !isInPlace { state.failUnlessInPlace() }
          if state.failure == nil { state.durable = max(state.durable, work.last) }
        case .failure(let error): state.fail(error)
        }
      }
    }
  }

  /// Ends the log when its newest file is gone from its folder, or another is in its place: an open file takes records without
  /// complaint, and the next start does not find them. Every `fdatasync` is followed by a look, too.
  public func checkPlace() throws(StorageError) {
    try state.withLock { (state) throws(StorageError) in
      if state.failure == nil, !state.isClosed { state.failUnlessInPlace() }
      if let failure = state.failure { throw failure }
    }
  }

  /// Notes how much there is, for those who must not wait for the lock, which is held while files are made.
  func countBytes(_ state: State) { bytes.store(state.olderBytes + state.end, ordering: .relaxed) }

  /// Removes the files that hold only records before `sequence`.
  ///
  /// - Throws: a failed call, after which the log goes on; what could not be removed is tried again the next time.
  public func truncate(before sequence: UInt64) throws(StorageError) {
    // The names leave the state first: a reader that starts now does not look for the files.
    let removed = state.withLock { state in
      let keptFrom = state.firsts.lastIndex { $0 <= sequence } ?? 0
      let removed = state.firsts[..<keptFrom]
      state.firsts.removeFirst(keptFrom)
      return Array(removed)
    }
    guard !removed.isEmpty else { return }
    for (index, first) in removed.enumerated() {
      do throws(StorageError) { try removeFile(first) } catch {
        state.withLock { $0.firsts.insert(contentsOf: removed[index...], at: 0) }
        throw error
      }
    }
    try files.synchronizeDirectory(directory)
  }

  /// Removes an older file, if somebody else has not.
  private func removeFile(_ first: UInt64) throws(StorageError) {
    let path = filePath(first)
    let size = (try? files.open(path, .read).size()) ?? 0
    do throws(StorageError) { try files.remove(path) } catch  where error.code == .missing {}
    state.withLock { state in
      state.olderBytes -= size
      countBytes(state)
    }
  }

  /// Synchronizes, marks the end, gives back reserved space. Idempotent; nothing is touched after a failure.
  public func close() throws(StorageError) {
    let wasClosed = state.update { state in
      defer { state.isClosed = true }
      return state.isClosed
    }
    if wasClosed { return }
    flusher.withLock { thread in
      thread?.join()
      thread = nil
    }
    if failure == nil {
      try Self.synchronize(state, through: lastSequence)
      try state.withLock { (state) throws(StorageError) in
        try state.writeMarkIfRoom()
        try state.file.truncate(to: state.end)
        try state.file.synchronize()
      }
    }
  }

  func filePath(_ first: UInt64) -> String { directory + "/" + LogFormat.fileName(first: first) }
}

extension LocalLog.State {
  /// Ends the log. The first failure is the one reported.
  mutating func fail(_ error: StorageError) {
    if failure != nil { return }
    failure = StorageError(
      .failedBefore, file: error.file, offset: error.offset,
      problem: "\(error.problem); the log takes no more records until a restart",
      remedy: error.remedy.isEmpty ? "check the disk, then restart" : error.remedy,
      systemError: error.systemError)
  }

  /// Ends the log if its newest file is not where it was.
  mutating func failUnlessInPlace() {
    if file.isInPlace { return }
    fail(
      StorageError(
        .missing, file: file.path,
        problem: "the file was removed, moved away or replaced while it was in use",
        remedy: "export the articles while they are served, then put the data directory right and restart"))
  }

  /// As ``writeMark()``; a full disk is no reason not to close or open a log that is whole without it.
  mutating func writeMarkIfRoom() throws(StorageError) {
    do throws(StorageError) { try writeMark() } catch  where error.code == .diskFull {}
  }

  /// Notes in the file that all records are durable, so that later damage to the newest is not taken for a torn write.
  mutating func writeMark() throws(StorageError) {
    guard markedEnd != end, last >= firsts[firsts.count - 1] else { return }
    try writeMark(followedBy: nil)
  }

  /// Ends a file whose records are all durable and which another one follows: names the other, gives back reserved space.
  ///
  /// As far as that works: without the mark a later loss of the other file would go unnoticed, and nothing is lost by that.
  mutating func finishFile(followedBy successor: LogSuccessor) {
    try? writeMark(followedBy: successor)
    try? file.truncate(to: end)
    try? file.synchronize()
  }

  private mutating func writeMark(followedBy successor: LogSuccessor?) throws(StorageError) {
    var mark: [UInt8] = []
    LogFormat.encodeMark(durable: last, salt: salt, successor: successor, to: &mark)
    let file = file
    let offset = end
    try mark.withUnsafeBytes { bytes in
      Result { () throws(StorageError) in try file.writeAll(bytes, at: offset) }
    }.get()
    end += mark.count
    allocated = max(allocated, end)
    markedEnd = end
  }
}
