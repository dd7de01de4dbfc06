/// Every sound record in the files of a log, whatever lies between them.
struct LogSurvey {
  /// Sound records that stand next to each other in one file.
  struct Run: Sendable {
    let file: String
    let first: UInt64
    var last: UInt64
    /// Where the first one begins.
    let offset: Int
  }

  /// The runs in order.
  private(set) var runs: [Run] = []
  /// One finding a file at least.
  private(set) var findings: [Finding] = []
  /// The first record that the newest file can hold; nil when there are no files.
  private(set) var newestFirst: UInt64?
  /// Whether the log can be opened as it is.
  var isSound: Bool { findings.allSatisfy { $0.kind != .damaged && $0.kind != .unreadable } }

  private let files: any FileSystem
  /// The file that the one read last says it was followed by.
  private var successor: LogSuccessor?

  /// Reads all log files in `directory`; none is a log without records.
  ///
  /// - Throws: `newerVersion`, or a failed call; damage and files that cannot be read are findings.
  init(_ directory: String, _ files: any FileSystem) throws(StorageError) {
    self.files = files
    let firsts = try files.list(directory).compactMap(LogFormat.firstSequence(ofName:))
    newestFirst = firsts.last
    for (index, first) in firsts.enumerated() {
      let path = directory + "/" + LogFormat.fileName(first: first)
      let isNewest = index + 1 == firsts.count
      let expected = successor
      successor = nil
      do throws(StorageError) {
        if isNewest, try takeNewest(path, first, expected) { continue }
        let before = findings.count
        try survey(path, first, expected)
        if !isNewest {
          checkEnd(path, next: firsts[index + 1])
        } else if let successor {
          findings.append(Finding(successor.missing(behind: path)))
        }
        if findings.count == before { noteSound(path) }
      } catch {
        guard error.isOfReading else { throw error }
        findings.append(Finding(error))
      }
    }
  }

  /// The longest run of consecutive records that holds `sequence`, across files.
  func records(around sequence: UInt64) -> ClosedRange<UInt64>? {
    var found: ClosedRange<UInt64>?
    for run in runs {
      if let open = found, run.first == open.upperBound + 1 {
        found = open.lowerBound...run.last
      } else {
        if let found, found.contains(sequence) { return found }
        found = run.first...run.last
      }
    }
    return found.flatMap { $0.contains(sequence) ? $0 : nil }
  }

  /// Calls `body` with the records of a range, in order.
  func read(
    _ range: ClosedRange<UInt64>, _ body: ([UInt8]) throws(StorageError) -> Void
  ) throws(StorageError) {
    for run in runs where run.last >= range.lowerBound && run.first <= range.upperBound {
      let reader = try LogFileReader(salvaging: run.file, first: 0, files: files)
      var offset = run.offset
      var expected = run.first
      while expected <= min(run.last, range.upperBound) {
        switch try reader.read(at: offset, expected: expected) {
        case .record(let header, let payload):
          if expected >= range.lowerBound { try body(Array(payload)) }
          expected += 1
          offset += header.totalBytes
        case .mark(let header, _): offset += header.totalBytes
        case .bad, .end:
          throw StorageError(
            .damaged, file: run.file, offset: offset,
            problem: "record \(expected) cannot be read any more", remedy: "check the disk, then try again")
        }
      }
    }
  }

  private mutating func survey(
    _ path: String, _ first: UInt64, _ expected: LogSuccessor?
  ) throws(StorageError) {
    let reader: LogFileReader
    do throws(StorageError) {
      reader = try LogFileReader(salvaging: path, first: first, files: files)
    } catch  where error.code == .damaged {
      findings.append(Finding(error))
      return
    }
    if let damage = reader.headerDamage {
      findings.append(Finding(damage))
    } else {
      do throws(StorageError) { try expected?.check(reader) } catch { findings.append(Finding(error)) }
    }
    try survey(reader, path, first)
  }

  private mutating func survey(
    _ reader: LogFileReader, _ path: String, _ first: UInt64
  ) throws(StorageError) {
    var offset = LogFormat.headerBytes
    var expected = first
    var isRunOpen = false
    while true {
      switch try reader.read(at: offset, expected: expected) {
      case .record(let header, _):
        note(expected, at: offset, in: path, continuing: isRunOpen)
        isRunOpen = true
        expected += 1
        offset += header.totalBytes
      case .mark(let header, let successor):
        self.successor = successor
        offset += header.totalBytes
      case .bad(let reason):
        guard let next = try resume(reader, after: offset, expected: &expected, reason) else { return }
        offset = next
        isRunOpen = false
      case .end:
        if try reader.isBlank(from: offset) { return }
        let reason = "record \(expected) is missing but bytes follow"
        guard let next = try resume(reader, after: offset, expected: &expected, reason) else { return }
        offset = next
        isRunOpen = false
      }
    }
  }

  /// Finds the next sound record behind a bad one.
  private mutating func resume(
    _ reader: LogFileReader, after offset: Int, expected: inout UInt64, _ reason: String
  ) throws(StorageError) -> Int? {
    guard let (next, header) = try reader.nextSound(after: offset, expected: expected) else { return nil }
    findings.append(Finding(.damagedRecord(reader.file.path, at: offset, reason)))
    expected = header.isMark ? header.sequence + 1 : header.sequence
    return next
  }

  private mutating func note(_ sequence: UInt64, at offset: Int, in path: String, continuing: Bool) {
    if continuing {
      runs[runs.count - 1].last = sequence
    } else {
      runs.append(Run(file: path, first: sequence, last: sequence, offset: offset))
    }
  }

  /// Every file but the newest must hold all records up to the next one.
  private mutating func checkEnd(_ path: String, next: UInt64) {
    let last = runs.last { $0.file == path }?.last
    guard last != next - 1 else { return }
    findings.append(
      Finding(
        StorageError(
          .damaged, file: path,
          problem: "the file should hold every record up to \(next - 1), and ends with "
            + (last.map { "record \($0)" } ?? "none"), remedy: StorageError.repairRemedy)))
  }

  /// Takes the newest file as the next start will; false when that would refuse it.
  private mutating func takeNewest(
    _ path: String, _ first: UInt64, _ expected: LogSuccessor?
  ) throws(StorageError) -> Bool {
    let scan: LogScan
    do throws(StorageError) {
      let reader = try LogFileReader(path: path, first: first, files: files)
      try expected?.check(reader)
      scan = try LogScan(reader)
    } catch  where error.code == .damaged { return false }
    if scan.last >= first {
      runs.append(Run(file: path, first: first, last: scan.last, offset: LogFormat.headerBytes))
    }
    noteSound(path)
    if let tail = LogRecovery.TornTail(scan, file: path) {
      findings.append(Finding(.note, path, tail.explanation(isCut: false)))
    }
    return true
  }

  private mutating func noteSound(_ path: String) {
    let own = runs.filter { $0.file == path }
    let text = own.first.map { "records \($0.first) to \(own[own.count - 1].last)" } ?? "no records yet"
    findings.append(Finding(.sound, path, text))
  }
}
