import Storage
import StorageTesting
import Testing

/// Every byte of a log changed or cut off in turn.
@Suite struct LogDamageTests {
  private let records = (1...12).map { payload($0, bytes: $0 * 5 % 37) }

  private func write(_ disk: SimulatedDisk, fileBytes: Int, closing: Bool) throws {
    let log = try openLog(disk, smallOptions(fileBytes: fileBytes))
    for record in records { try log.waitUntilDurable(log.append([record]).upperBound) }
    if closing { try log.close() } else { disk.restart() }
  }

  /// Opens and replays; the records, or the error.
  private func read(_ disk: SimulatedDisk) throws -> [[UInt8]] { try allRecords(openLog(disk)) }

  @Test func `After an orderly end every changed byte of the only file is refused with its place`() throws {
    let pristine = logDisk()
    try write(pristine, fileBytes: 1 << 20, closing: true)
    let path = "log/00000000000000000001.log"
    let bytes = try #require(pristine.bytes(of: path))
    let markStart = bytes.count - 24
    for offset in bytes.indices {
      let disk = logDisk()
      _ = try disk.open(path, .create)
      var changed = bytes
      changed[offset] ^= 1 << (offset % 8)
      disk.setBytes(of: path, to: changed)
      do {
        let found = try read(disk)
        // Only the mark itself may be lost without a loss.
        #expect(offset >= markStart, "byte \(offset) changed unnoticed")
        #expect(found == records)
      } catch let error as StorageError {
        #expect(error.code == .damaged || error.code == .newerVersion)
        #expect(error.file == path)
        #expect(error.offset != nil || error.code == .newerVersion)
        if let place = error.offset { #expect(place <= offset) }
        #expect(!error.remedy.isEmpty)
      }
    }
  }

  @Test func `After a crash only the newest record can be taken for torn`() throws {
    let pristine = logDisk()
    try write(pristine, fileBytes: 1 << 20, closing: false)
    let path = "log/00000000000000000001.log"
    let bytes = try #require(pristine.bytes(of: path))
    for offset in bytes.indices {
      let disk = logDisk()
      _ = try disk.open(path, .create)
      var changed = bytes
      changed[offset] ^= 0x80
      disk.setBytes(of: path, to: changed)
      do {
        let found = try read(disk)
        #expect(found == records || found == Array(records.dropLast()), "byte \(offset)")
      } catch let error as StorageError { #expect(error.file == path) }
    }
  }

  @Test func `A file cut at any byte keeps every whole record before the cut`() throws {
    let pristine = logDisk()
    try write(pristine, fileBytes: 1 << 20, closing: false)
    let path = "log/00000000000000000001.log"
    let bytes = try #require(pristine.bytes(of: path))
    var whole: [Int] = []
    var end = 32 + 24
    for record in records {
      end += (24 + record.count + 7) / 8 * 8
      whole.append(end)
    }
    for size in bytes.indices {
      let disk = logDisk()
      _ = try disk.open(path, .create)
      disk.setBytes(of: path, to: Array(bytes[..<size]))
      if size < 32 {
        #expect(throws: StorageError.self) { try read(disk) }
      } else {
        #expect(try read(disk) == Array(records.prefix(whole.count { $0 <= size })))
      }
    }
  }

  @Test func `In an older file every changed byte is refused, and so is a cut`() throws {
    let pristine = logDisk()
    try write(pristine, fileBytes: 200, closing: false)
    let names = try pristine.list("log")
    #expect(names.count > 3)
    let path = "log/" + names[1]
    let bytes = try #require(pristine.bytes(of: path))
    func copy(_ changed: [UInt8]) throws -> SimulatedDisk {
      let disk = logDisk()
      for name in names {
        _ = try disk.open("log/" + name, .create)
        disk.setBytes(
          of: "log/" + name, to: "log/" + name == path ? changed : pristine.bytes(of: "log/" + name)!)
      }
      return disk
    }
    for offset in bytes.indices {
      var changed = bytes
      changed[offset] ^= 4
      let disk = try copy(changed)
      // The mark at the end, which a power cut may have torn, may be lost without a loss.
      let isMark = offset >= bytes.count - 40
      do {
        #expect(try read(disk) == records)
        #expect(isMark, "byte \(offset) changed unnoticed")
      } catch let error as StorageError { #expect(error.file == path && !isMark) }
      let cut = try copy(Array(bytes[..<offset]))
      if isMark {
        #expect(try read(cut) == records)
      } else {
        #expect(throws: StorageError.self) { try read(cut) }
      }
    }
  }

  @Test func `A log file that is gone from the middle is missed`() throws {
    let disk = logDisk()
    try write(disk, fileBytes: 200, closing: true)
    let names = try disk.list("log")
    try disk.remove("log/" + names[1])
    do {
      _ = try read(disk)
      Issue.record("a gap went unnoticed")
    } catch let error as StorageError {
      #expect(error.code == .damaged)
      #expect(error.file == "log/" + names[0])
    }
  }

  @Test func `The newest log file is missed when it is gone, and told from one of another log`() throws {
    for closing in [true, false] {
      let disk = logDisk()
      try write(disk, fileBytes: 200, closing: closing)
      let newest = "log/" + (try #require(disk.list("log").last))
      let other = logDisk()
      try write(other, fileBytes: 200, closing: closing)
      disk.setBytes(of: newest, to: try #require(other.bytes(of: newest)))
      do {
        _ = try read(disk)
        Issue.record("a file of another log was taken")
      } catch let error as StorageError {
        #expect(error.code == .damaged && error.file == newest)
      }
      try disk.remove(newest)
      do {
        _ = try read(disk)
        Issue.record("a missing file went unnoticed")
      } catch let error as StorageError {
        #expect(error.code == .damaged && error.file == newest)
        #expect(error.problem.contains("missing") && !error.remedy.isEmpty)
      }
    }
  }

  @Test func `A file that was cut is told from one that a crash left`() throws {
    let pristine = logDisk()
    try write(pristine, fileBytes: 1 << 20, closing: false)
    let path = "log/00000000000000000001.log"
    let bytes = try #require(pristine.bytes(of: path))
    let end = records.reduce(32 + 24) { $0 + (24 + $1.count + 7) / 8 * 8 }
    #expect(bytes.count >= end + 24)
    for size in (32 + 24 + 1)...bytes.count {
      let disk = logDisk()
      _ = try disk.open(path, .create)
      disk.setBytes(of: path, to: Array(bytes[..<size]))
      let tail = try LocalLog.open(directory: "log", files: disk, options: smallOptions()).recovery.tornTail
      #expect((tail?.isAbrupt ?? false) == (size < end + 24), "cut at \(size)")
      // Said once: the log is whole again.
      disk.restart()
      #expect(
        try LocalLog.open(directory: "log", files: disk, options: smallOptions()).recovery.tornTail == nil)
    }
  }

  @Test
  func
    `A log that was filled to the last byte of every file, or never written to, is not taken for a cut one`()
    throws
  {
    for bytes in 0...60 {
      let disk = logDisk()
      let log = try openLog(disk, smallOptions(fileBytes: 150))
      for number in 0..<8 where bytes > 0 { _ = try log.append([payload(number, bytes: bytes)]) }
      for closing in [false, true] {
        if closing { try openLog(disk).close() } else { disk.restart() }
        let tail = try LocalLog.open(directory: "log", files: disk, options: smallOptions()).recovery.tornTail
        #expect(tail == nil, "records of \(bytes) bytes: \(tail?.description ?? "")")
      }
    }
  }

  @Test func `The bytes of one log file are not taken for those of another`() throws {
    let disk = logDisk()
    try write(disk, fileBytes: 200, closing: true)
    let names = try disk.list("log")
    disk.setBytes(of: "log/" + names[1], to: try #require(disk.bytes(of: "log/" + names[2])))
    #expect(throws: StorageError.self) { try read(disk) }
  }

  @Test func `What looks like a record inside a payload is not taken for one`() throws {
    // The payload of a torn record holds the bytes of a log file of another salt, sound records that claim durability.
    let other = logDisk()
    try write(other, fileBytes: 1 << 20, closing: true)
    let forged = try #require(other.bytes(of: "log/00000000000000000001.log"))
    let disk = logDisk()
    let log = try openLog(disk, smallOptions(fileBytes: 1 << 20))
    try log.waitUntilDurable(log.append([[1]]).upperBound)
    _ = try log.append([Array(forged[32...])])
    let path = "log/00000000000000000001.log"
    var bytes = try #require(disk.bytes(of: path))
    bytes[32 + 24 + 32] ^= 1
    disk.setBytes(of: path, to: bytes)
    disk.restart()
    #expect(try read(disk) == [[1]])
  }
}
