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
