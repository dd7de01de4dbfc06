extension LocalLog {
  /// Calls `body` with the records from `sequence` up to the newest at the time of the call.
  public func replay(from sequence: UInt64, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Void) throws {
    let (firsts, last) = state.withLock { ($0.firsts, $0.last) }
    guard sequence <= last else { return }
    guard let start = firsts.lastIndex(where: { $0 <= sequence }) else {
      throw StorageError(
        .missing, file: directory,
        problem: "the log begins at record \(firsts[0]); record \(sequence) is needed",
        remedy: "restore the older log files, or a snapshot of revision \(firsts[0] - 1) or later")
    }
    var successor: LogSuccessor?
    for (index, first) in firsts[start...].enumerated() {
      let next = start + index + 1
      let end = next < firsts.count ? firsts[next] - 1 : last
      let reader = try LogFileReader(path: filePath(first), first: first, files: files)
      try successor?.check(reader)
      successor = try replayFile(reader, last: end, from: sequence, body)
    }
  }

  /// Reads the records of one file up to `last`; fewer are damage. Returns the file that it says it was followed by.
  private func replayFile(
    _ reader: LogFileReader, last: UInt64, from sequence: UInt64,
    _ body: (UInt64, UnsafeRawBufferPointer) throws -> Void
  ) throws -> LogSuccessor? {
    var expected = reader.first
    var offset = LogFormat.headerBytes
    while expected <= last {
      switch try reader.read(at: offset, expected: expected) {
      case .record(let header, let payload):
        if expected >= sequence { try body(expected, payload) }
        expected += 1
        offset += header.totalBytes
      case .mark(let header, _):
        offset += header.totalBytes
      case .bad(let reason):
        throw StorageError.damagedRecord(reader.file.path, at: offset, reason)
      case .end:
        throw StorageError.damagedRecord(
          reader.file.path, at: offset, "the file ends before record \(expected); the log goes on to \(last)")
      }
    }
    while case .mark(let header, let successor) = try reader.read(at: offset, expected: expected) {
      if let successor { return successor }
      offset += header.totalBytes
    }
    return nil
  }
}
