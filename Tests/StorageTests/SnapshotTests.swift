import Glibc
import Storage
import StorageTesting
import Testing

@Suite struct SnapshotTests {
  func makeDisk(seed: UInt64 = 1) -> SimulatedDisk {
    let disk = SimulatedDisk(seed: seed)
    try? disk.createDirectory("snapshots")
    try? disk.synchronizeDirectory("/")
    return disk
  }

  func content(_ revision: UInt64) -> [UInt8] { payload(Int(revision), bytes: 90) }

  /// Three sections; `shared` is taken over from the snapshot before when there is one.
  @discardableResult
  func write(
    _ disk: SimulatedDisk, _ revision: UInt64, after previous: StoredSnapshot? = nil
  ) throws(StorageError) -> StoredSnapshot {
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    let writer = try store.begin(revision, attributes: ["index": "3"])
    let bytes = content(revision)
    try writer.write("categories") { (section) throws(StorageError) in
      for byte in bytes { try section.append([byte]) }
    }
    try writer.write("empty") { _ in }
    if let previous {
      try writer.link("shared", from: previous)
    } else {
      try writer.write("shared") { (section) throws(StorageError) in try section.append(payload(1, bytes: 50))
      }
    }
    return try writer.commit()
  }

  /// The newest snapshot that is sound, as recovery looks for it.
  func newest(_ disk: SimulatedDisk) throws -> UInt64? {
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    for revision in try store.revisions().reversed() {
      guard let snapshot = try? store.open(revision), (try? snapshot.verify()) != nil else { continue }
      #expect(try snapshot.section("categories").withUnsafeBytes { Array($0) } == content(revision))
      #expect(try snapshot.section("shared").withUnsafeBytes { Array($0) } == payload(1, bytes: 50))
      return revision
    }
    return nil
  }

  @Test func `A snapshot that is deleted while it is read is gone, not damaged`() throws {
    let disk = makeDisk()
    let open = try write(disk, 4)
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    try store.delete(4)
    #expect((#expect(throws: StorageError.self) { try open.damages() })?.code == .deleted)
    #expect((#expect(throws: StorageError.self) { try open.mapAll() })?.code == .deleted)
    #expect((#expect(throws: StorageError.self) { try open.manifestBytes() })?.code == .deleted)
    #expect(throws: StorageError.self) { try CheckedSections(open).section("shared") }
    #expect((#expect(throws: StorageError.self) { try store.open(4) })?.code == .missing)
    // One that has only lost a file is not gone.
    let other = try write(disk, 5)
    try disk.remove(other.path + "/shared")
    #expect(try other.damages().map(\.code) == [.damaged])
    try disk.remove(other.path + "/MANIFEST")
    #expect((#expect(throws: StorageError.self) { try store.open(5) })?.code == .damaged)
  }

  /// Deletes a snapshot at the first call of a kind on a path that ends in `suffix`.
  private func delete(_ revision: UInt64, on disk: SimulatedDisk, at name: String, _ suffix: String) {
    disk.beforeCall.withLock {
      $0 = { [unowned disk] call, path in
        guard call == name, path.hasSuffix(suffix) else { return }
        disk.beforeCall.withLock { $0 = nil }
        try? SnapshotStore(reading: "snapshots", files: disk).delete(revision)
      }
    }
  }

  @Test
  func `A snapshot that is deleted while it is opened or copied is copied whole, or said to be deleted`()
    throws
  {
    for (name, suffix, isHeld) in [
      (StorageError.openToRead, "/MANIFEST", false), (StorageError.openToRead, "/shared", false),
      ("mkdir", "copy", true),
    ] {
      let disk = makeDisk()
      try write(disk, 4)
      let store = try SnapshotStore(directory: "snapshots", files: disk)
      delete(4, on: disk, at: name, suffix)
      if isHeld {
        let copy = try store.copy(4, intoNewDirectory: "copy")
        try copy.verify()
        #expect(copy.revision == 4)
      } else {
        let error = #expect(throws: StorageError.self) { try store.copy(4, intoNewDirectory: "copy") }
        #expect(error?.code == .deleted && error?.file == "snapshots/00000000000000000004")
        #expect(error?.description.contains("--keep-snapshots") == true)
        #expect(try disk.kind(of: "copy") == nil)
      }
      #expect(try store.revisions().isEmpty)
    }
  }

  @Test func `A section that is written from memory is the one that it is taken for`() throws {
    let disk = makeDisk()
    let entry = try #require(try write(disk, 7).entry("shared"))
    let writer = try SnapshotStore(directory: "snapshots", files: disk).begin(8)
    func put(_ bytes: [UInt8]) throws(StorageError) {
      try bytes.withUnsafeBytes { bytes in
        Result { () throws(StorageError) in try writer.write(entry, bytes) }
      }.get()
    }
    #expect(throws: StorageError.self) { try put(payload(2, bytes: 50)) }
    try put(payload(1, bytes: 50))
    let snapshot = try writer.commit()
    #expect(snapshot.manifest.sections == [entry])
    try snapshot.verify()
  }

  @Test func `A damaged snapshot is not copied, and nothing is made for it`() throws {
    let disk = makeDisk()
    let snapshot = try write(disk, 7)
    let bytes = try #require(disk.bytes(of: snapshot.path + "/shared"))
    disk.setBytes(of: snapshot.path + "/shared", to: changed(bytes, at: 20))
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    #expect { try store.copy(7, intoNewDirectory: "copy") } throws: {
      ($0 as? StorageError)?.code == .damaged
    }
    #expect(try disk.kind(of: "copy") == nil)
  }

  @Test func `A copy that the disk has no room for leaves nothing of it, and can be made again`() throws {
    let rehearsal = makeDisk()
    try write(rehearsal, 4)
    rehearsal.arm(.none)
    _ = try SnapshotStore(directory: "snapshots", files: rehearsal).copy(4, intoNewDirectory: "copy")
    for call in 1...rehearsal.calls {
      let disk = makeDisk()
      try write(disk, 4)
      let store = try SnapshotStore(directory: "snapshots", files: disk)
      disk.arm(.failure(call: call, error: ENOSPC))
      _ = try? store.copy(4, intoNewDirectory: "copy")
      disk.restart()
      let left = try disk.kind(of: "copy/snapshots") == nil ? [] : disk.list("copy/snapshots")
      #expect(left.allSatisfy { $0 == "00000000000000000004" }, "call \(call): \(left)")
      if left.isEmpty { _ = try store.copy(4, intoNewDirectory: "copy") }
    }
  }

  @Test
  func `What could not be removed goes with the next snapshot, and a folder that is gone is made again`()
    throws
  {
    let disk = makeDisk()
    let first = try write(disk, 4)
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    for name in ["00000000000000000003.new", "00000000000000000002.deleted"] {
      try disk.createDirectory("snapshots/" + name)
      _ = try disk.open("snapshots/" + name + "/state", .create)
    }
    _ = try store.begin(6).commit()
    #expect(
      try disk.list("snapshots") == [first.path, "x/00000000000000000006"].map { String($0.suffix(20)) })
    for revision in try store.revisions() { try store.delete(revision) }
    try disk.removeDirectory("snapshots")
    #expect(try store.revisions().isEmpty)
    _ = try store.begin(8).commit()
    disk.powerCut()
    #expect(try store.revisions() == [8])
  }

  @Test func `A snapshot that is not written when the process has to end is given up`() throws {
    let disk = makeDisk()
    try write(disk, 5)
    let stopSignal = StopSignal()
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    let writer = try store.begin(7, pace: Pace(bytesPerSecond: 1 << 30, until: stopSignal))
    try writer.write("first") { (section) throws(StorageError) in try section.append(payload(1, bytes: 50))
    }
    stopSignal.begin(by: nil)
    try writer.write("second") { (section) throws(StorageError) in try section.append(payload(1, bytes: 50))
    }
    stopSignal.begin(by: .now)
    let error = #expect(throws: StorageError.self) {
      try writer.write("third") { (section) throws(StorageError) in
        try section.append(payload(1, bytes: 50))
      }
    }
    #expect(error?.code == .outOfTime)
    writer.abandon()
    #expect(try newest(disk) == 5)
  }

  @Test func `A snapshot is read back as it was written, after a power cut too`() throws {
    let disk = makeDisk()
    let first = try write(disk, 7)
    disk.powerCut()
    #expect(try newest(disk) == 7)
    #expect(first.manifest.attributes == ["index": "3"])
    #expect(first.byteCount == 140)
    try write(disk, 20, after: first)
    disk.powerCut()
    #expect(try newest(disk) == 20)
    #expect(try SnapshotStore(directory: "snapshots", files: disk).revisions() == [7, 20])
  }

  @Test func `On a real file system unchanged sections are links, and mapped ones outlive their snapshot`()
    throws
  {
    let path = "/tmp/matiane-snapshots-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    mkdir(path, 0o700)
    let store = try SnapshotStore(directory: path)
    let writer = try store.begin(1)
    try writer.write("shared") { (section) throws(StorageError) in
      try section.append(payload(1, bytes: 3 << 20))
    }
    let first = try writer.commit()
    let next = try store.begin(2)
    try next.link("shared", from: first)
    let second = try next.commit()
    var status = stat()
    stat(second.path + "/shared", &status)
    #expect(status.st_nlink == 2)
    let mapped = try first.section("shared")
    try store.delete(1)
    #expect(mapped.withUnsafeBytes { Array($0) } == payload(1, bytes: 3 << 20))
    try second.verify()
    try store.delete(2)
    #expect(rmdir(path) == 0)
  }

  @Test func `Keeping the newest counts sound snapshots only`() throws {
    let disk = makeDisk()
    for revision in UInt64(1)...5 { try write(disk, revision) }
    disk.setBytes(of: "snapshots/00000000000000000005/MANIFEST", to: [])
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    #expect(try store.keepNewest(2) == 3)
    #expect(try store.revisions() == [3, 4, 5])
  }

  @Test func `A snapshot that somebody else deletes meanwhile is as good as deleted`() throws {
    let disk = makeDisk()
    for revision in UInt64(1)...4 { try write(disk, revision) }
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    let other = SnapshotStore(reading: "snapshots", files: disk)
    let oldest = try store.keepNewest(2) { snapshot in
      try? other.delete(snapshot.revision)
      return false
    }
    #expect(try oldest == 3 && store.revisions() == [3, 4])
  }

  @Test(arguments: [EMFILE, EACCES, EIO])
  func `What cannot be read just now is not deleted: it may be a snapshot that is wanted`(error: Int32) throws
  {
    let disk = makeDisk()
    for revision in UInt64(1)...5 { try write(disk, revision) }
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    disk.unreadable.withLock { $0["snapshots/00000000000000000002/MANIFEST"] = error }
    #expect(try store.keepNewest(2) == 4)
    #expect(try store.revisions() == [2, 4, 5])
    disk.unreadable.withLock { $0 = [:] }
    #expect(try store.keepNewest(2) { $0.revision == 2 } == 4)
    #expect(try store.revisions() == [2, 4, 5])
    #expect(try store.keepNewest(2) == 4)
    #expect(try store.revisions() == [4, 5])
  }

  @Test func `One that cannot be deleted keeps none of the others`() throws {
    let disk = makeDisk()
    for revision in UInt64(1)...5 { try write(disk, revision) }
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    disk.unchangeable.withLock { $0["snapshots/00000000000000000003"] = EPERM }
    var left: [String] = []
    #expect(try store.keepNewest(2, isLeft: { left.append($0.file) }) == 4)
    #expect(try left == ["snapshots/00000000000000000003"] && store.revisions() == [3, 4, 5])
    disk.unchangeable.withLock { $0 = [:] }
    #expect(try store.keepNewest(2) == 4)
    #expect(try store.revisions() == [4, 5])
  }

  @Test func `A folder of a number that no revision has is no snapshot`() throws {
    let disk = makeDisk()
    try write(disk, 7)
    for name in ["09223372036854775808", "18446744073709551615", "99999999999999999999"] {
      try disk.createDirectory("snapshots/" + name)
    }
    #expect(try SnapshotStore(directory: "snapshots", files: disk).revisions() == [7])
  }

  @Test func `A snapshot replaces one of the same revision`() throws {
    let disk = makeDisk()
    try write(disk, 7)
    disk.setBytes(of: "snapshots/00000000000000000007/shared", to: [1])
    try write(disk, 7)
    #expect(try newest(disk) == 7)
  }

  @Test(arguments: [ENOSPC, EIO, EACCES])
  func `After a failing call the snapshot before is still there, and the next attempt succeeds`(error: Int32)
    throws
  {
    try atEveryCall { disk, call in disk.arm(.failure(call: call, error: error)) }
  }

  @Test func `After a death or power cut in any call a sound snapshot is there`() throws {
    try atEveryCall { disk, call in disk.arm(.death(call: call)) }
  }

  private func atEveryCall(_ arm: (SimulatedDisk, Int) -> Void) throws {
    func attempt(_ disk: SimulatedDisk, _ first: StoredSnapshot) -> Bool {
      guard (try? write(disk, 9, after: first)) != nil else { return false }
      return (try? SnapshotStore(directory: "snapshots", files: disk).delete(4)) != nil
    }
    let rehearsal = makeDisk()
    let first = try write(rehearsal, 4)
    rehearsal.arm(.none)
    #expect(attempt(rehearsal, first))
    for call in 1...rehearsal.calls {
      for seed in UInt64(1)...4 {
        let disk = makeDisk(seed: seed)
        let first = try write(disk, 4)
        arm(disk, call)
        let finished = attempt(disk, first)
        if seed % 2 == 0 { disk.powerCut() } else { disk.restart() }
        let found = try newest(disk)
        #expect(found == 9 || (found == 4 && !finished), "call \(call), seed \(seed)")
        try write(disk, 9)
        disk.powerCut()
        #expect(try newest(disk) == 9)
        #expect(try disk.list("snapshots").allSatisfy { !$0.contains(".") })
      }
    }
  }

  @Test func `Short writes are continued`() throws {
    let disk = makeDisk()
    disk.arm(.shortWrites)
    try write(disk, 7)
    disk.powerCut()
    #expect(try newest(disk) == 7)
  }
}
