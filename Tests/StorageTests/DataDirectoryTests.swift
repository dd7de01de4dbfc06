import Glibc
import Storage
import StorageTesting
import Testing

@Suite struct DataDirectoryTests {
  private func code(_ body: () throws -> Void) -> StorageError.Code? {
    do {
      try body()
      return nil
    } catch let error as StorageError {
      #expect(!error.description.isEmpty)
      return error.code
    } catch { return nil }
  }

  @Test func `A new folder is made, and opened again after closing`() throws {
    let disk = SimulatedDisk()
    let directory = try DataDirectory(path: "data/", files: disk)
    #expect(directory.path == "data")
    #expect(disk.bytes(of: "data/FORMAT") == Array("matiane data directory\nformat 1\n".utf8))
    directory.close()
    #expect(try disk.list("data") == ["FORMAT", "LOCK", "snapshots"])
    try directory.makeLogFolder()
    #expect(try disk.kind(of: directory.logPath) == .directory)
    try DataDirectory(path: "data", files: disk).close()
  }

  @Test func `The folders that a directory gets are there after a power cut`() throws {
    for seed in UInt64(1)...16 {
      let disk = SimulatedDisk(seed: seed)
      let directory = try DataDirectory(path: "data", files: disk)
      disk.powerCut()
      #expect(try disk.kind(of: directory.snapshotsPath) == .directory, "seed \(seed)")
      try directory.makeLogFolder()
      disk.powerCut()
      #expect(try disk.kind(of: directory.logPath + "/00000000000000000001.log") == .file, "seed \(seed)")
    }
  }

  @Test func `A second process is told which one holds the directory`() throws {
    let disk = SimulatedDisk()
    let first = try DataDirectory(path: "data", files: disk)
    do {
      _ = try DataDirectory(path: "data", files: disk)
      Issue.record("the lock was given twice")
    } catch {
      #expect(error.code == .locked)
      #expect(error.description.contains("process \(getpid())"))
      #expect(error.file == "data/LOCK")
    }
    first.close()
    try DataDirectory(path: "data", files: disk).close()
  }

  @Test func `The real lock keeps a second opener out`() throws {
    let path = "/tmp/matiane-directory-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let first = try DataDirectory(path: path)
    #expect(code { _ = try DataDirectory(path: path) } == .locked)
    // Taken for left behind.
    unlink(path + "/LOCK")
    #expect(code { _ = try DataDirectory(path: path) } == .locked)
    #expect(code { _ = try DirectoryCheck(path) } == .locked)
    first.close()
    let second = try DataDirectory(path: path)
    second.close()
    for name in ["FORMAT", "LOCK"] { unlink(path + "/" + name) }
    for name in ["/snapshots", ""] { rmdir(path + name) }
  }

  @Test func `Through a link that leads nowhere no lock is made in another place`() throws {
    let path = "/tmp/matiane-directory-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    try DataDirectory(path: path).close()
    defer {
      for name in ["LOCK", "FORMAT"] { unlink(path + "/" + name) }
      rmdir(path + "/snapshots")
      rmdir(path)
    }
    unlink(path + "/LOCK")
    symlink(path + "-elsewhere", path + "/LOCK")
    #expect(code { _ = try DataDirectory(path: path) } == .damaged)
    #expect(access(path + "-elsewhere", F_OK) != 0)
  }

  @Test func `A log folder without files is one that lost them`() throws {
    let disk = SimulatedDisk()
    let directory = try DataDirectory(path: "data", files: disk)
    // Whatever the call that it dies in: the folder is there with its file, or not at all.
    for call in 1...40 {
      disk.arm(.death(call: call))
      try? directory.makeLogFolder(first: 8)
      disk.powerCut()
      if try disk.kind(of: "data/log") != nil {
        #expect(try disk.list("data/log") == ["00000000000000000008.log"])
      }
    }
    #expect(try disk.list("data/log") == ["00000000000000000008.log"])
    #expect(try LocalLog.open(directory: "data/log", files: disk).log.lastSequence == 7)
  }

  @Test func `What stands in the place of a file is named`() throws {
    let files = PosixFileSystem()
    let path = "/tmp/matiane-stranger-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    mkfifo(path, 0o600)
    defer { unlink(path) }
    for (stranger, kind) in [(path, "a pipe"), ("/tmp", "a folder"), ("/dev/null", "a device")] {
      do {
        _ = try files.open(stranger, .read)
        Issue.record("\(stranger) was opened as a file")
      } catch { #expect(error.description.contains("found \(kind)")) }
      do {
        _ = try files.map(stranger)
        Issue.record("\(stranger) was mapped as a file")
      } catch { #expect(error.description.contains("found \(kind)")) }
    }
  }

  @Test func `A later format is refused with both version numbers`() throws {
    let disk = SimulatedDisk()
    try DataDirectory(path: "data", files: disk).close()
    disk.setBytes(of: "data/FORMAT", to: Array("matiane data directory\nformat 2\n".utf8))
    do {
      _ = try DataDirectory(path: "data", files: disk)
      Issue.record("a newer format was opened")
    } catch {
      #expect(error.code == .newerVersion)
      #expect(error.description.contains("format 2") && error.description.contains("format 1"))
    }
  }

  @Test
  func `What takes room and is read by nobody is named, and goes with the next start if nobody set it aside`()
    throws
  {
    let disk = SimulatedDisk()
    let directory = try DataDirectory(path: "data", files: disk)
    try directory.makeLogFolder(first: 8)
    let store = try SnapshotStore(directory: directory.snapshotsPath, files: disk)
    let snapshot = try store.begin(7).commit()
    directory.close()
    let unfinished = [
      "data/FORMAT.new", "data/LINEAGE.new", "data/log.new", "data/log/00000000000000000009.log.new",
      "data/snapshots/00000000000000000008.new", "data/snapshots/00000000000000000006.deleted",
      snapshot.path + "/segment-1.index.new",
    ]
    let setAside = ["data/LINEAGE.damaged-2", "data/snapshots/00000000000000000005.damaged"]
    for path in unfinished + setAside {
      let file = try disk.open(path, .create)
      try file.truncate(to: 5 << 20)
    }
    _ = try disk.open("data/notes.new", .create)
    let all = Leftover.all(in: "data", disk)
    #expect(Set(all.filter { $0.origin == .unfinished }.map(\.path)) == Set(unfinished))
    #expect(Set(all.filter { $0.origin == .setAside }.map(\.path)) == Set(setAside))
    #expect(all.allSatisfy { $0.byteCount == 5 << 20 && $0.remark.contains("5 MiB") })
    let check = try DirectoryCheck("data", files: disk)
    #expect(check.isSound)
    for path in unfinished + setAside {
      #expect(check.findings.contains { $0.kind == .note && $0.file == path }, "\(path)")
    }
    let next = try DataDirectory(path: "data", files: disk)
    _ = try SnapshotStore(directory: next.snapshotsPath, files: disk)
    try LocalLog.open(directory: next.logPath, files: disk).log.close()
    next.close()
    #expect(Set(Leftover.all(in: "data", disk).map(\.path)) == Set(setAside))
    #expect(try disk.kind(of: "data/notes.new") == .file)
  }

  @Test(arguments: [true, false])
  func `Who only reads shares the directory with others who do, and with nobody who writes`(isForeign: Bool)
    throws
  {
    let disk = SimulatedDisk()
    let writer = try DataDirectory(path: "data", files: disk)
    try writer.makeLogFolder()
    disk.isForeign.withLock { $0 = isForeign }
    disk.isReadOnly.withLock { $0 = !isForeign }
    #expect(code { _ = try DataDirectory(path: "data", files: disk, isForReading: true) } == .locked)
    #expect(code { _ = try DirectoryCheck("data", files: disk) } == .locked)
    writer.close()
    let first = try DataDirectory(path: "data", files: disk, isForReading: true)
    let second = try DataDirectory(path: "data", files: disk, isForReading: true)
    #expect(first.seal != nil && second.seal != nil)
    #expect(try DirectoryCheck("data", files: disk).isSound)
    #expect(code { _ = try DataDirectory(path: "data", files: disk) } == .unwritable)
    disk.isForeign.withLock { $0 = false }
    disk.isReadOnly.withLock { $0 = false }
    first.close()
    first.close()
    #expect(code { _ = try DataDirectory(path: "data", files: disk) } == .locked)
    second.close()
    try DataDirectory(path: "data", files: disk).close()
  }

  @Test func `A folder of something else is refused and not touched`() throws {
    let disk = SimulatedDisk()
    try disk.createDirectory("home")
    _ = try disk.open("home/thesis.txt", .create)
    #expect(code { _ = try DataDirectory(path: "home", files: disk) } == .notADataDirectory)
    #expect(try disk.list("home") == ["thesis.txt"])
    #expect(code { _ = try DataDirectory(path: "home/thesis.txt", files: disk) } == .notADataDirectory)
  }

  @Test func `A mounted empty volume with lost+found is taken`() throws {
    let disk = SimulatedDisk()
    try disk.createDirectory("volume")
    try disk.createDirectory("volume/lost+found")
    try DataDirectory(path: "volume", files: disk).close()
  }

  @Test func `A damaged FORMAT file is named`() throws {
    let disk = SimulatedDisk()
    try DataDirectory(path: "data", files: disk).close()
    for text in [
      "", "matiane data directory\n", "something\nformat 1\n", "matiane data directory\nformat x\n",
    ] {
      disk.setBytes(of: "data/FORMAT", to: Array(text.utf8))
      #expect(code { _ = try DataDirectory(path: "data", files: disk) } == .damaged)
    }
  }

  @Test func `A read-only parent is reported as unwritable`() {
    let disk = SimulatedDisk()
    disk.arm(.failures(from: 1, error: EROFS))
    #expect(code { _ = try DataDirectory(path: "data", files: disk) } == .unwritable)
  }

  @Test func `A first start that dies or loses power at any call leaves a directory that opens`() throws {
    let rehearsal = SimulatedDisk()
    try DataDirectory(path: "data", files: rehearsal).close()
    for call in 1...rehearsal.calls {
      for seed in UInt64(1)...4 {
        let disk = SimulatedDisk(seed: seed)
        disk.arm(.death(call: call))
        try? DataDirectory(path: "data", files: disk).close()
        if seed % 2 == 0 { disk.powerCut() } else { disk.restart() }
        try DataDirectory(path: "data", files: disk).close()
      }
    }
  }
}
