import Checksums

/// Reads one log file through a window of its bytes, and checks every record.
///
/// One thread at a time. It never reads past the size that it found at the start, so a file that grows does no harm.
final class LogFileReader {
  /// What stands at an offset.
  enum Found {
    case record(LogRecordHeader, payload: UnsafeRawBufferPointer)
    case mark(LogRecordHeader, successor: LogSuccessor?)
    /// The end of the file, or zeros that were never written.
    case end
    case bad(String)
  }

  let file: any File
  let size: Int
  let first: UInt64
  private(set) var salt: UInt32
  /// The archive that the file is of; nil in one of a release that did not note it.
  private(set) var archive: ArchiveNumber?
  /// What is wrong with the header.
  private(set) var headerDamage: StorageError?
  private var window: UnsafeMutableRawBufferPointer
  private var windowStart = 0
  private var windowCount = 0

  /// Opens a log file and checks its header.
  convenience init(path: String, first: UInt64, files: any FileSystem) throws(StorageError) {
    try self.init(salvaging: path, first: first, files: files)
    if let headerDamage { throw headerDamage }
  }

  /// Opens a log file of which the header may be damaged: its records may still be sound, if the salt is.
  init(salvaging path: String, first: UInt64, files: any FileSystem) throws(StorageError) {
    file = try files.open(path, .read)
    size = try file.size()
    guard size >= LogFormat.headerBytes else {
      throw Self.damagedHeader(path, "the file is shorter than its header")
    }
    self.first = first
    window = .allocate(byteCount: 1 << 18, alignment: 16)
    salt = 0
    guard let bytes = try bytes(at: 0, count: LogFormat.headerBytes) else {
      throw Self.damagedHeader(path, "the file is shorter than its header")
    }
    salt = bytes.littleEndian(at: 12)
    archive = ArchiveNumber(bytes.littleEndian(at: 24) as UInt32)
    let version: UInt32 = bytes.littleEndian(at: 8)
    let problem: String? =
      if !bytes.starts(with: LogFormat.magic) {
        "the file does not begin with \"MATIALOG\""
      } else if bytes.littleEndian(at: 28) != Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<28])) {
        "the header fails its checksum"
      } else if (bytes.littleEndian(at: 16) as UInt64) != first {
        "the header and the file's name disagree on the first sequence number"
      } else {
        nil
      }
    headerDamage = problem.map { Self.damagedHeader(path, $0) }
    guard problem != nil || version == LogFormat.version else {
      throw StorageError(
        .newerVersion, file: path,
        problem: "the log file has version \(version); this release reads version \(LogFormat.version)",
        remedy: "start the release that wrote it, or a later one")
    }
  }

  deinit { window.deallocate() }

  private static func damagedHeader(_ path: String, _ problem: String) -> StorageError {
    StorageError(
      .damaged, file: path, offset: 0, problem: problem, remedy: StorageError.repairRemedy)
  }

  /// Reads the record at `offset`, which should be number `expected`. The payload is valid until the next call.
  func read(at offset: Int, expected: UInt64) throws(StorageError) -> Found {
    guard offset < size else { return .end }
    guard let fixed = try bytes(at: offset, count: LogFormat.recordHeaderBytes) else {
      return .bad("the file ends in the header of record \(expected)")
    }
    let header = LogRecordHeader(fixed)
    if header.isBlank { return .end }
    guard header.totalBytes <= size - offset, let whole = try bytes(at: offset, count: header.totalBytes)
    else {
      return .bad("record \(expected) claims \(header.payloadBytes) bytes, more than the file holds")
    }
    let checked = UnsafeRawBufferPointer(rebasing: whole[4...])
    guard Checksum.of(checked, seed: salt) == header.checksum else {
      return .bad("record \(expected) fails its checksum")
    }
    let place = LogFormat.recordHeaderBytes..<LogFormat.recordHeaderBytes + header.payloadBytes
    let payload = UnsafeRawBufferPointer(rebasing: whole[place])
    if header.isMark {
      return header.sequence == expected - 1
        ? .mark(header, successor: LogSuccessor(payload))
        : .bad("expected record \(expected), found the mark of record \(header.sequence)")
    }
    guard header.sequence == expected else {
      return .bad("expected record \(expected), found record \(header.sequence)")
    }
    return .record(header, payload: payload)
  }

  /// Whether the file goes on as far as a record at `offset` should, whatever its bytes are.
  func holdsRecord(at offset: Int) throws(StorageError) -> Bool {
    guard let fixed = try bytes(at: offset, count: LogFormat.recordHeaderBytes) else { return false }
    return LogRecordHeader(fixed).totalBytes <= size - offset
  }

  /// The offset of a sound record at or after `offset` that shows record `expected` to have been durable.
  ///
  /// Complexity: O(bytes left), 24 of every 8 compared.
  func evidence(of expected: UInt64, after offset: Int) throws(StorageError) -> Int? {
    var offset = offset
    while offset + LogFormat.recordHeaderBytes <= size {
      guard let fixed = try bytes(at: offset, count: LogFormat.recordHeaderBytes) else { return nil }
      let header = LogRecordHeader(fixed)
      if header.durable >= expected, header.sequence >= header.durable,
        header.sequence - expected <= UInt64(size), header.totalBytes <= size - offset,
        let whole = try bytes(at: offset, count: header.totalBytes),
        Checksum.of(UnsafeRawBufferPointer(rebasing: whole[4...]), seed: salt) == header.checksum
      {
        return offset
      }
      offset += LogFormat.alignment
    }
    return nil
  }

  /// The offset of the next sound record or mark behind `offset`, of a number from `expected` on; `nil` when there is none.
  ///
  /// Complexity: O(bytes left), as for ``evidence(of:after:)``.
  func nextSound(after offset: Int, expected: UInt64) throws(StorageError) -> (offset: Int, LogRecordHeader)?
  {
    var offset = offset + LogFormat.alignment
    while offset + LogFormat.recordHeaderBytes <= size {
      guard let fixed = try bytes(at: offset, count: LogFormat.recordHeaderBytes) else { return nil }
      let header = LogRecordHeader(fixed)
      if !header.isBlank, header.sequence >= expected, header.sequence - expected <= UInt64(size),
        header.totalBytes <= size - offset, let whole = try bytes(at: offset, count: header.totalBytes),
        Checksum.of(UnsafeRawBufferPointer(rebasing: whole[4...]), seed: salt) == header.checksum
      {
        return (offset, header)
      }
      offset += LogFormat.alignment
    }
    return nil
  }

  /// Whether the file holds nothing but zeros from `offset` on.
  func isBlank(from offset: Int) throws(StorageError) -> Bool {
    var offset = offset
    while offset < size {
      guard let part = try bytes(at: offset, count: min(size - offset, 1 << 16)) else { return false }
      guard part.allSatisfy({ $0 == 0 }) else { return false }
      offset += part.count
    }
    return true
  }

  /// `count` bytes at `offset`, valid until the next call; `nil` when the file ends before.
  func bytes(at offset: Int, count: Int) throws(StorageError) -> UnsafeRawBufferPointer? {
    guard offset + count <= size else { return nil }
    if offset < windowStart || offset + count > windowStart + windowCount {
      try fill(at: offset, count: count)
      guard count <= windowCount else { return nil }
    }
    let start = offset - windowStart
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(window)[start..<start + count])
  }

  private func fill(at offset: Int, count: Int) throws(StorageError) {
    if count > window.count {
      window.deallocate()
      window = .allocate(byteCount: count, alignment: 16)
    }
    windowStart = offset
    windowCount = 0
    let wanted = min(window.count, size - offset)
    windowCount = try file.readAll(
      into: UnsafeMutableRawBufferPointer(rebasing: window[..<wanted]), at: offset)
  }
}
