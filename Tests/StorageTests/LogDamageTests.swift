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
    var end = 32
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
      do {
        _ = try read(disk)
        Issue.record("byte \(offset) changed unnoticed")
      } catch let error as StorageError { #expect(error.file == path) }
      #expect(throws: StorageError.self) { try read(copy(Array(bytes[..<offset]))) }
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
    bytes[32 + 32] ^= 1
    disk.setBytes(of: path, to: bytes)
    disk.restart()
    #expect(try read(disk) == [[1]])
  }
}
