import Foundation
import Storage
import StorageTesting
import Testing

/// A whole data directory damaged in every way: found, named, and repaired from what is left without deleting anything.
@Suite struct DirectoryRepairTests {
  private let folder = "data"

  private func options(_ fileBytes: Int) -> LocalLog.Options { smallOptions(fileBytes: fileBytes) }

  /// Records 1…`records`, and snapshots of some revisions that hold their number.
  private func make(records: Int, snapshots: [UInt64], fileBytes: Int = 600) throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    let directory = try DataDirectory(path: folder, files: disk)
    try directory.makeLogFolder()
    let log = try LocalLog.open(directory: directory.logPath, files: disk, options: options(fileBytes)).log
    for number in 1...records {
      try log.waitUntilDurable(log.append([payload(number, bytes: 40)]).upperBound)
    }
    try log.close()
    let store = try SnapshotStore(directory: directory.snapshotsPath, files: disk)
    for revision in snapshots {
      let writer = try store.begin(revision)
      try writer.write("state") { (section) throws(StorageError) in
        try section.append(payload(Int(revision), bytes: 100))
      }
      _ = try writer.commit()
    }
    directory.close()
    disk.restart()
    return disk
  }

  /// What a start finds: the newest sound snapshot and the records behind it.
  private func start(_ disk: SimulatedDisk) throws -> (snapshot: UInt64, records: [[UInt8]]) {
    let directory = try DataDirectory(path: folder, files: disk)
    defer { directory.close() }
    let store = try SnapshotStore(directory: directory.snapshotsPath, files: disk)
    let sound = try store.revisions().last { (try? store.open($0).verify()) != nil } ?? 0
    try directory.makeLogFolder()
    let log = try LocalLog.open(
      directory: directory.logPath, first: sound + 1, files: disk, options: options(600)
    ).log
    defer { try? log.close() }
    #expect(log.lastSequence >= sound)
    var records: [[UInt8]] = []
    try log.replay(from: sound + 1) { _, payload in records.append(Array(payload)) }
    return (sound, records)
  }

  @Test(arguments: [EACCES, EIO])
  func `Every file that cannot be read is named, the others are checked, and nothing is repaired meanwhile`(
    error: Int32
  ) throws {
    let disk = try make(records: 40, snapshots: [10, 20, 30])
    let logs = try logFiles(disk)
    disk.unreadable.withLock {
      $0 = [logs[1]: error, "data/snapshots/00000000000000000020/state": error, "data/LINEAGE": error]
    }
    _ = try disk.open("data/LINEAGE", .create)
    let check = try DirectoryCheck(folder, files: disk)
    // LINEAGE is its owner's alone.
    let lineage = error == EIO ? ["data/LINEAGE"] : []
    #expect(check.findings.contains { $0.file == "data/LINEAGE" && $0.kind != .sound })
    #expect(Set(check.unreadable) == Set([logs[1], "data/snapshots/00000000000000000020/state"] + lineage))
    #expect(!check.isSound && check.revision == nil)
    for file in [logs[0], logs[2], "data/snapshots/00000000000000000010"] {
      #expect(check.findings.contains { $0.kind == .sound && $0.file == file }, "\(file)")
    }
    let failure = #expect(throws: StorageError.self) { try DirectoryRepair(folder, files: disk) }
    #expect(
      failure?.code == .unreadable && failure?.description.contains("and \(lineage.count + 1) more") == true)
    for path in ["data/snapshots", "data/log", "data/FORMAT"] {
      disk.unreadable.withLock { $0 = [path: error] }
      #expect(try DirectoryCheck(folder, files: disk).unreadable.contains(path))
    }
    disk.unreadable.withLock { $0 = [:] }
    #expect(try DirectoryCheck(folder, files: disk).unreadable.isEmpty)
  }

  @Test func `All that is damaged of a snapshot is named`() throws {
    let disk = try make(records: 10, snapshots: [4])
    let store = try SnapshotStore(directory: "data/snapshots", files: disk)
    let writer = try store.begin(8)
    for name in ["one", "two", "three"] {
      try writer.write(name) { (section) throws(StorageError) in try section.append(payload(3, bytes: 90)) }
    }
    let snapshot = try writer.commit()
    for name in ["one", "three"] { try change(disk, snapshot.path + "/" + name, at: 50) }
    let check = try DirectoryCheck(folder, files: disk)
    let damaged = check.findings.filter { $0.kind == .damaged }.map(\.file)
    #expect(damaged == ["one", "three"].map { snapshot.path + "/" + $0 })
    #expect(!check.findings.contains { $0.kind == .sound && $0.file == snapshot.path })
  }

  @Test func `A repair that the disk has no room for leaves nothing, and can be made again`() throws {
    let broken = try make(records: 40, snapshots: [20])
    let logs = try logFiles(broken)
    for log in logs { try change(broken, log, at: 100) }
    let rehearsal = broken.copy()
    rehearsal.arm(.none)
    _ = try DirectoryRepair(folder, files: rehearsal)
    for call in 1...rehearsal.calls {
      let disk = broken.copy()
      disk.arm(.failure(call: call, error: ENOSPC))
      let isDone = (try? DirectoryRepair(folder, files: disk)) != nil
      disk.restart()
      let isMoved = try disk.kind(of: "data/log.damaged") != nil
      if isDone || isMoved { continue }
      #expect(try disk.kind(of: "data/log.repaired") == nil, "call \(call)")
      // What a process left that died there goes with the next start, or the next repair.
      try disk.createDirectory("data/log.repaired")
      _ = try DirectoryRepair(folder, files: disk)
      #expect(try DirectoryCheck(folder, files: disk).isSound)
    }
  }

  private func change(_ disk: SimulatedDisk, _ path: String, at offset: Int) throws {
    var bytes = try #require(disk.bytes(of: path))
    bytes[offset] ^= 0x10
    disk.setBytes(of: path, to: bytes)
  }

  private func logFiles(_ disk: SimulatedDisk) throws -> [String] {
    try disk.list("data/log").map { "data/log/\($0)" }
  }

  @Test func `A sound directory is found sound, at its revision, and a repair leaves it as it is`() throws {
    let disk = try make(records: 30, snapshots: [10, 20])
    let check = try DirectoryCheck(folder, files: disk)
    #expect(check.isSound && check.revision == 30)
    #expect(check.findings.contains { $0.file.hasSuffix("00000000000000000020") })
    let before = try logFiles(disk).map { disk.bytes(of: $0) }
    let repair = try DirectoryRepair(folder, files: disk)
    #expect(repair.moved.isEmpty)
    #expect(try logFiles(disk).map { disk.bytes(of: $0) } == before)
  }

  @Test func `A directory whose log ends where its newest snapshot was made is sound`() throws {
    let disk = try make(records: 20, snapshots: [10, 20])
    let check = try DirectoryCheck(folder, files: disk)
    #expect(check.isSound && check.revision == 20)
    #expect(try DirectoryRepair(folder, files: disk).moved.isEmpty)
  }

  @Test func `An older log file that lost its last record and all behind it is damaged`() throws {
    let disk = try make(records: 20, snapshots: [])
    let first = try #require(try logFiles(disk).first)
    let bytes = try #require(disk.bytes(of: first))
    // A record of 40 bytes, and the mark that names the next file.
    disk.setBytes(of: first, to: bytes.dropLast(64 + 40))
    let check = try DirectoryCheck(folder, files: disk)
    #expect(check.findings.contains { $0.file == first && $0.kind == .damaged })
    #expect(!check.isSound)
  }

  @Test(arguments: ["00000000000000000000", "18446744073709551615"])
  func `A copy of a log file under a number that no record has is left alone`(name: String) throws {
    let disk = try make(records: 20, snapshots: [12])
    let first = try #require(try logFiles(disk).first)
    let copied = try #require(disk.bytes(of: first))
    disk.setBytes(of: "data/log/\(name).log", to: copied)
    let check = try DirectoryCheck(folder, files: disk)
    #expect(check.isSound && check.revision == 20)
    #expect(try start(disk).records.count == 8)
  }

  @Test(arguments: ["LOCK", "log", "snapshots", "FORMAT"])
  func `A link that leads nowhere is no sound data directory, and only that of the lock is repaired`(
    name: String
  )
    throws
  {
    let path = "/tmp/matiane-links-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let files = PosixFileSystem()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let directory = try DataDirectory(path: path)
    try directory.makeLogFolder()
    directory.close()
    #expect(try DirectoryCheck(path).isSound)
    if try files.kind(of: path + "/" + name) == .directory {
      try files.rename(path + "/" + name, to: path + "/kept")
    } else {
      try files.remove(path + "/" + name)
    }
    #expect(symlink("/tmp/matiane-no-such-folder/x", path + "/" + name) == 0)
    let check = try DirectoryCheck(path)
    #expect(!check.isSound && check.findings.contains { $0.file == path + "/" + name && $0.kind == .damaged })
    #expect(throws: StorageError.self) { try DataDirectory(path: path).makeLogFolder() }
    guard name == "LOCK" else {
      #expect(throws: StorageError.self) { try DirectoryRepair(path) }
      return
    }
    #expect(try DirectoryRepair(path).moved.count == 1)
    #expect(try DirectoryCheck(path).isSound)
    try DataDirectory(path: path).close()
  }

  @Test
  func
    `Any changed byte of the log is found by file and place, and what a repair keeps is what stood before it`()
    throws
  {
    let pristine = try make(records: 14, snapshots: [5])
    for path in try logFiles(pristine) {
      // LogDamageTests tries every single byte; here each costs a whole directory.
      for offset in stride(from: 0, to: pristine.bytes(of: path)?.count ?? 0, by: 7) {
        let disk = try make(records: 14, snapshots: [5])
        try change(disk, path, at: offset)
        let check = try DirectoryCheck(folder, files: disk)
        // Only the mark at the very end may go without a loss.
        if check.isSound {
          #expect(check.revision == 14, "byte \(offset) of \(path)")
          continue
        }
        let finding = try #require(check.findings.first { $0.kind == .damaged })
        #expect(finding.file == path)
        _ = try DirectoryRepair(folder, files: disk)
        disk.powerCut()
        let (snapshot, records) = try start(disk)
        #expect(snapshot == 5)
        #expect(UInt64(records.count) + 5 == check.revision, "byte \(offset) of \(path)")
        for (index, record) in records.enumerated() { #expect(record == payload(index + 6, bytes: 40)) }
        #expect(try disk.list("data").contains("log.damaged"))
        #expect(try DirectoryCheck(folder, files: disk).isSound)
      }
    }
  }

  @Test func `Damage before the newest snapshot costs nothing`() throws {
    let disk = try make(records: 30, snapshots: [20], fileBytes: 1 << 20)
    let path = try #require(try logFiles(disk).first)
    try change(disk, path, at: 400)
    #expect(try DirectoryCheck(folder, files: disk).isSound == false)
    let repair = try DirectoryRepair(folder, files: disk)
    #expect(repair.check.revision == 30)
    disk.powerCut()
    let (snapshot, records) = try start(disk)
    #expect(snapshot == 20 && records.count == 10 && records.last == payload(30, bytes: 40))
  }

  @Test func `A damaged snapshot is set aside, and the one before it is enough`() throws {
    let disk = try make(records: 30, snapshots: [10, 20])
    try change(disk, "data/snapshots/00000000000000000020/state", at: 50)
    let check = try DirectoryCheck(folder, files: disk)
    #expect(!check.isSound && check.revision == 30)
    #expect(check.findings.contains { $0.kind == .damaged && $0.file.hasSuffix("20/state") })
    let repair = try DirectoryRepair(folder, files: disk)
    #expect(repair.moved.count == 1)
    let (snapshot, records) = try start(disk)
    #expect(snapshot == 10 && records.count == 20)
    #expect(try disk.list("data/snapshots").contains("00000000000000000020.damaged"))
  }

  @Test func `A file in the place of the snapshots is set aside, and the log is enough`() throws {
    // On the real disk: the simulated one lets a file and a folder have one name.
    let files = PosixFileSystem()
    let folder = "/tmp/repair-\(UInt64.random(in: 0...UInt64.max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let directory = try DataDirectory(path: folder, files: files)
    try directory.makeLogFolder()
    let log = try LocalLog.open(directory: directory.logPath, files: files, options: options(600)).log
    try log.waitUntilDurable(log.append([payload(1, bytes: 40)]).upperBound)
    try log.close()
    directory.close()
    let place = folder + "/snapshots"
    try? FileManager.default.removeItem(atPath: place)
    _ = try files.open(place, .create)
    let repair = try DirectoryRepair(folder, files: files)
    #expect(repair.moved.map(\.from) == [place])
    #expect(try files.kind(of: place + ".damaged") == .file)
    let repaired = try DataDirectory(path: folder, files: files)
    defer { repaired.close() }
    #expect(try SnapshotStore(directory: repaired.snapshotsPath, files: files).revisions().isEmpty)
    #expect(repair.check.revision == 1)
  }

  @Test func `A lost log file loses what came after it, and the check says so before`() throws {
    let disk = try make(records: 30, snapshots: [3])
    let gone = try logFiles(disk)[2]
    try disk.remove(gone)
    let check = try DirectoryCheck(folder, files: disk)
    let kept = try #require(check.revision)
    #expect(!check.isSound && kept < 30 && check.newestSeen == 30)
    _ = try DirectoryRepair(folder, files: disk)
    disk.powerCut()
    #expect(try UInt64(start(disk).records.count) + 3 == kept)
  }

  @Test func `Without a sound snapshot and a log from the beginning nothing is touched`() throws {
    let disk = try make(records: 30, snapshots: [20])
    try disk.remove(try logFiles(disk)[0])
    try change(disk, "data/snapshots/00000000000000000020/MANIFEST", at: 10)
    let before = try disk.list("data/snapshots")
    #expect(try DirectoryCheck(folder, files: disk).revision == nil)
    #expect(throws: StorageError.self) { try DirectoryRepair(folder, files: disk) }
    #expect(try disk.list("data/snapshots") == before)
  }

  @Test func `A damaged or missing FORMAT is written again`() throws {
    for isMissing in [true, false] {
      let disk = try make(records: 5, snapshots: [])
      if isMissing { try disk.remove("data/FORMAT") } else { try change(disk, "data/FORMAT", at: 3) }
      #expect(try DirectoryCheck(folder, files: disk).isSound == false)
      _ = try DirectoryRepair(folder, files: disk)
      #expect(try start(disk).records.count == 5)
    }
  }

  @Test func `A repair that dies in any call can be repeated and loses nothing of what it keeps`() throws {
    func damaged() throws -> SimulatedDisk {
      let disk = try make(records: 20, snapshots: [5, 10])
      try change(disk, try logFiles(disk)[1], at: 100)
      try change(disk, "data/snapshots/00000000000000000010/state", at: 1)
      return disk
    }
    let rehearsal = try damaged()
    rehearsal.arm(.none)
    let kept = try #require(try DirectoryRepair(folder, files: rehearsal).check.revision)
    for call in 1...rehearsal.calls {
      for isPowerCut in [false, true] {
        let disk = try damaged()
        disk.arm(.death(call: call))
        _ = try? DirectoryRepair(folder, files: disk)
        if isPowerCut { disk.powerCut() } else { disk.restart() }
        #expect(try DirectoryRepair(folder, files: disk).check.revision == kept, "death in call \(call)")
        let (snapshot, records) = try start(disk)
        #expect(snapshot == 5 && UInt64(records.count) + 5 == kept, "death in call \(call)")
      }
    }
  }

  @Test func `A directory in use is neither checked nor repaired`() throws {
    let disk = try make(records: 5, snapshots: [])
    let directory = try DataDirectory(path: folder, files: disk)
    defer { directory.close() }
    do throws(StorageError) {
      _ = try DirectoryCheck(folder, files: disk)
      Issue.record("a directory in use was checked")
    } catch { #expect(error.code == .locked) }
    // There is something to repair.
    let first = try #require(try logFiles(disk).first)
    disk.setBytes(of: first, to: [1, 2, 3])
    #expect { try DirectoryRepair(folder, files: disk) } throws: { ($0 as? StorageError)?.code == .locked }
    #expect(disk.bytes(of: first) == [1, 2, 3])
  }
}
