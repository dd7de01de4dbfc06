import Glibc
import Storage
import StorageTesting
import Testing

/// Numbers that are given out again are of another epoch.
@Suite struct LineageTests {
  private func directory(_ disk: SimulatedDisk, _ path: String = "data") throws -> DataDirectory {
    try DataDirectory(path: path, files: disk)
  }

  /// Opens the directory behind record `last`; what went wrong must be nothing.
  private func begin(
    _ disk: SimulatedDisk, after last: UInt64, from snapshot: StoredSnapshot? = nil, in path: String = "data"
  ) throws -> ArchiveIdentity {
    let directory = try directory(disk, path)
    defer { directory.close() }
    return directory.beginEpoch(after: last, from: snapshot) { Issue.record("\($0)") }
  }

  private func snapshot(_ disk: SimulatedDisk, _ revision: UInt64, _ lineage: Lineage?) throws
    -> StoredSnapshot
  {
    let directory = try directory(disk)
    defer { directory.close() }
    let store = try SnapshotStore(directory: directory.snapshotsPath, files: disk)
    return try store.begin(revision, lineage: lineage).commit()
  }

  @Test func `A record keeps its epoch through every restart, and the key stays`() throws {
    let disk = SimulatedDisk()
    let first = try begin(disk, after: 0)
    let second = try begin(disk, after: 10)
    let third = try begin(disk, after: 20)
    for record in 1...10 as ClosedRange<UInt64> {
      #expect(third.lineage.epoch(of: record) == first.lineage.epoch(of: record))
    }
    #expect(third.lineage.epoch(of: 11) == second.lineage.epoch(of: 11))
    #expect(third.lineage.epoch(of: 20) == second.lineage.epoch(of: 20))
    #expect(Set([1, 11, 21].map { third.lineage.epoch(of: $0) }).count == 3)
    #expect(third.lineage.epoch(of: 0) == 0)
    #expect(third.key == first.key)
  }

  @Test func `A record that was lost and one of its number have different epochs`() throws {
    let disk = SimulatedDisk()
    _ = try begin(disk, after: 0)
    let before = try begin(disk, after: 10).lineage
    // The end is lost, even of the epoch before.
    let after = try begin(disk, after: 7).lineage
    #expect(after.epoch(of: 7) == before.epoch(of: 7))
    for record in 8...30 as ClosedRange<UInt64> {
      #expect(after.epoch(of: record) != before.epoch(of: record), "record \(record)")
    }
    #expect(after.lastRecord(of: before.epoch(of: 7)) == 7)
    #expect(after.lastRecord(of: before.epoch(of: 11)) == nil)
  }

  @Test func `An epoch without records does not lengthen the list, nor is it used again`() throws {
    let disk = SimulatedDisk()
    var seen: Set<UInt64> = []
    for _ in 0..<600 { seen.insert(try begin(disk, after: 5).lineage.epoch(of: 6)) }
    #expect(seen.count == 600)
    #expect(try #require(disk.bytes(of: "data/LINEAGE")).count < 200)
  }

  @Test func `Only so many epochs are remembered; records from before have none`() throws {
    let disk = SimulatedDisk()
    var lineage = Lineage()
    for record in 0..<300 as Range<UInt64> { lineage = try begin(disk, after: record * 10).lineage }
    #expect(lineage.epoch(of: 1) == 0)
    #expect(lineage.epoch(of: 441) != 0)
    #expect(lineage.epoch(of: 440) == 0)
    #expect(try begin(disk, after: 3000).lineage.epoch(of: 2999) == lineage.epoch(of: 2999))
  }

  @Test func `A copy has the history of its snapshot and goes on with its own`() throws {
    let disk = SimulatedDisk()
    _ = try begin(disk, after: 0)
    let original = try begin(disk, after: 10).lineage
    let store = SnapshotStore(reading: "data/snapshots", files: disk)
    _ = try snapshot(disk, 15, original)
    let copied = try store.copy(15, intoNewDirectory: "copy")
    let copy = try begin(disk, after: 15, from: copied, in: "copy")
    for record in 1...15 as ClosedRange<UInt64> {
      #expect(copy.lineage.epoch(of: record) == original.epoch(of: record))
    }
    #expect(copy.lineage.epoch(of: 16) != original.epoch(of: 16))
    let going = try begin(disk, after: 20)
    #expect(copy.key != going.key)
  }

  @Test func `Without its file an archive knows what its snapshot knows, and nothing of the log behind it`()
    throws
  {
    let disk = SimulatedDisk()
    let before = try begin(disk, after: 0).lineage
    let kept = try snapshot(disk, 5, before)
    try disk.remove("data/LINEAGE")
    let after = try begin(disk, after: 9, from: kept).lineage
    #expect(after.epoch(of: 5) == before.epoch(of: 5))
    #expect(after.epoch(of: 6) != before.epoch(of: 6))
  }

  @Test func `A snapshot of a history that the file does not know is believed`() throws {
    let disk = SimulatedDisk()
    _ = try begin(disk, after: 0)
    let strange = try begin(SimulatedDisk(), after: 0).lineage
    let after = try begin(disk, after: 8, from: try snapshot(disk, 8, strange)).lineage
    #expect(after.epoch(of: 8) == strange.epoch(of: 8))
  }

  @Test func `Records from before epochs were noted have none, and keep that`() throws {
    let disk = SimulatedDisk()
    let first = try begin(disk, after: 40, from: try snapshot(disk, 30, nil)).lineage
    #expect(first.epoch(of: 40) == 0 && first.epoch(of: 41) != 0)
    #expect(first.lastRecord(of: 0) == 40)
  }

  @Test func `Any changed byte of the file is found; it is set aside, and the start goes on without it`()
    throws
  {
    let disk = SimulatedDisk()
    let before = try begin(disk, after: 10)
    let sound = try #require(disk.bytes(of: "data/LINEAGE"))
    #expect(try DirectoryCheck("data", files: disk).isSound)
    for place in sound.indices {
      var changed = sound
      changed[place] ^= 0x04
      disk.setBytes(of: "data/LINEAGE", to: changed)
      let check = try DirectoryCheck("data", files: disk)
      #expect(check.findings.contains { $0.kind == .damaged && $0.file == "data/LINEAGE" }, "byte \(place)")
    }
    let directory = try directory(disk)
    var said: [StorageError] = []
    let after = directory.beginEpoch(after: 10, from: nil) { said.append($0) }
    directory.close()
    #expect(said.map(\.code) == [.damaged] && after.key != before.key)
    #expect(after.lineage.epoch(of: 10) == 0)
    #expect(try DirectoryCheck("data", files: disk).isSound)
    disk.setBytes(of: "data/LINEAGE", to: Array(sound.dropLast()))
    #expect(try DirectoryRepair("data", files: disk).moved.map(\.to) == ["data/LINEAGE.damaged"])
    #expect(try DirectoryCheck("data", files: disk).isSound)
  }

  @Test func `Dying or failing in any call of a start never brings an epoch back`() throws {
    for call in 1...8 {
      for fault in [
        SimulatedDisk.Fault.death(call: call), .failure(call: call, error: EIO),
        .failures(from: call, error: ENOSPC),
      ] {
        let disk = SimulatedDisk(seed: UInt64(call))
        let first = try begin(disk, after: 0).lineage
        let directory = try directory(disk)
        disk.arm(fault)
        let second = directory.beginEpoch(after: 10, from: nil) { _ in }.lineage
        disk.arm(.none)
        directory.close()
        disk.powerCut()
        // What the second run told of was lost, but for its first record.
        let third = try begin(disk, after: 11).lineage
        // Whoever died has told nobody anything.
        let hasServed = if case .death = fault { false } else { true }
        for record in (hasServed ? 11 : 12)...20 as ClosedRange<UInt64> {
          #expect(third.epoch(of: record) != first.epoch(of: record), "\(fault), record \(record)")
        }
        for record in 12...20 as ClosedRange<UInt64> {
          #expect(third.epoch(of: record) != second.epoch(of: record), "\(fault), record \(record)")
        }
      }
    }
  }

  @Test func `Nobody but its owner reads the key`() throws {
    let path = "/tmp/matiane-lineage-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let directory = try DataDirectory(path: path)
    _ = directory.beginEpoch(after: 0, from: nil) { Issue.record("\($0)") }
    directory.close()
    var status = stat()
    #expect(stat(path + "/LINEAGE", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    for name in ["FORMAT", "LOCK", "LINEAGE"] { unlink(path + "/" + name) }
    for name in ["/snapshots", ""] { rmdir(path + name) }
  }
}
