/// What a reading of the newest log file found.
struct LogScan {
  /// Where the next record goes.
  var end = LogFormat.headerBytes
  /// The newest record.
  var last: UInt64
  /// The newest record that a later one shows to have been durable.
  var durable: UInt64
  /// Where what is not proven to be on disk begins, records and marks.
  var unproven = LogFormat.headerBytes
  /// Bytes after ``end`` that a crash left behind.
  var tornBytes = 0
  /// Why the byte at ``end`` is not a record.
  var tornReason = ""
  /// Whether the file ends where more should follow: reserved space, a mark, or the rest of a record.
  var endsAbruptly = false

  /// Reads the newest file of a log and decides whether its end is torn or damaged.
  ///
  /// A record that cannot be read is a torn write if nothing sound after it says that it was durable; writes that were
  /// never waited for may reach the disk in any order. Everything else is damage.
  /// - Throws: `damaged`.
  init(_ reader: LogFileReader) throws(StorageError) {
    last = reader.first - 1
    durable = last
    var starts: [(sequence: UInt64, offset: Int)] = []
    var endsWithMark = false
    loop: while true {
      switch try reader.read(at: end, expected: last + 1) {
      case .record(let header, _):
        last = header.sequence
        endsWithMark = false
        starts.append((last, end))
        durable = max(durable, header.durable)
        end += header.totalBytes
      case .mark(let header, let successor):
        if let successor { throw successor.missing(behind: reader.file.path) }
        endsWithMark = true
        durable = header.durable
        // The mark itself is proven by the record after it.
        starts.append((last + 1, end))
        end += header.totalBytes
      case .bad(let reason):
        try settleTail(reader, reason)
        break loop
      case .end:
        if try !reader.isBlank(from: end) {
          try settleTail(reader, "record \(last + 1) is missing but bytes follow")
        }
        break loop
      }
      // Only what may still turn out to be undurable is remembered.
      if let oldest = starts.first, oldest.sequence <= durable {
        starts.removeFirst(starts.firstIndex { $0.sequence > durable } ?? starts.count)
      }
    }
    unproven = starts.first?.offset ?? end
    if tornBytes == 0 { endsAbruptly = end == reader.size && !endsWithMark }
  }

  private mutating func settleTail(_ reader: LogFileReader, _ reason: String) throws(StorageError) {
    if let offset = try reader.evidence(of: last + 1, after: end) {
      throw StorageError.damagedRecord(
        reader.file.path, at: end,
        "\(reason), although the record at byte \(offset) shows that it was durable")
    }
    tornBytes = reader.size - end
    tornReason = reason
    endsAbruptly = try !reader.holdsRecord(at: end)
  }
}

extension StorageError {
  /// What to do about damage to the log.
  static let repairRemedy =
    "restore the file from a copy; or see with `matiane-server check` what is left, and keep it with"
    + " `matiane-server repair`"

  static func damagedRecord(_ path: String, at offset: Int, _ problem: String) -> StorageError {
    StorageError(.damaged, file: path, offset: offset, problem: problem, remedy: repairRemedy)
  }
}
