import Checksums
import Foundation
import Glibc
import Storage
import StorageTesting
import Testing

@Suite struct SnapshotTests {
  private func makeDisk(seed: UInt64 = 1) -> SimulatedDisk {
    let disk = SimulatedDisk(seed: seed)
    try? disk.createDirectory("snapshots")
    try? disk.synchronizeDirectory("/")
    return disk
  }

  private func content(_ revision: UInt64) -> [UInt8] { payload(Int(revision), bytes: 90) }

  /// Three sections; `shared` is taken over from the snapshot before when there is one.
  @discardableResult
  private func write(
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
  private func newest(_ disk: SimulatedDisk) throws -> UInt64? {
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

  @Test func `Every changed or missing byte of a snapshot is noticed and named`() throws {
    let pristine = makeDisk()
    let snapshot = try write(pristine, 7)
    for name in ["MANIFEST", "categories", "shared"] {
      let file = snapshot.path + "/" + name
      let bytes = try #require(pristine.bytes(of: file))
      for offset in bytes.indices {
        for variant in [changed(bytes, at: offset), Array(bytes[..<offset])] {
          let disk = makeDisk()
          try write(disk, 3)
          try write(disk, 7)
          disk.setBytes(of: file, to: variant)
          let store = try SnapshotStore(directory: "snapshots", files: disk)
          do {
            try store.open(7).verify()
            Issue.record("\(name): a change of byte \(offset) went unnoticed")
          } catch { #expect(error.file == file && error.code == .damaged) }
          if offset % 16 == 0 { #expect(try newest(disk) == 3) }
        }
      }
    }
  }

  private func changed(_ bytes: [UInt8], at offset: Int) -> [UInt8] {
    var bytes = bytes
    bytes[offset] ^= 0x20
    return bytes
  }

  @Test func `Sections checked piece by piece are the ones that were written, and damage shows in its own`()
    throws
  {
    let path = "/tmp/matiane-snapshots-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    mkdir(path, 0o700)
    defer { try? SnapshotStore(directory: path).delete(1); rmdir(path) }
    let writer = try SnapshotStore(directory: path).begin(1)
    let block = [UInt8](repeating: 7, count: 1 << 20)
    for (name, blocks, rest) in [("large", 40, 0), ("small", 0, 9), ("empty", 0, 0)] {
      try writer.write(name) { (section) throws(StorageError) in
        for _ in 0..<blocks { try section.append(block) }
        try section.append(payload(3, bytes: rest))
      }
    }
    let snapshot = try writer.commit()
    let checked = CheckedSections(snapshot)
    for name in ["large", "small", "empty"] {
      let section = try checked.section(name)
      #expect(section.bytes.count == snapshot.entry(name)?.byteCount)
    }
    let large = try checked.section("large")
    #expect(try residentBytes(of: large) < 1 << 20)
    #expect(stride(from: 0, to: large.bytes.count, by: 4096).allSatisfy { large.bytes[$0] == 7 })
    #expect(try residentBytes(of: large) >= 40 << 20)
    large.letGo(of: 0..<large.bytes.count)
    #expect(large.bytes.last == 7)
    let file = try PosixFileSystem().open(snapshot.path + "/large", .write)
    _ = try [UInt8(0)].withUnsafeBytes { bytes in
      try Result { () throws(StorageError) in try file.write(bytes, at: 20 << 20) }.get()
    }
    let damaged = CheckedSections(snapshot)
    #expect(throws: StorageError.self) { try damaged.section("large") }
    #expect(try damaged.section("small").bytes.count == 9)
    #expect(throws: StorageError.self) { try damaged.section("none") }
  }

  /// How much of a mapped file is in this process's memory.
  private func residentBytes(of file: MappedFile) throws -> Int {
    let handle = try #require(FileHandle(forReadingAtPath: "/proc/self/smaps"))
    let lines = String(decoding: handle.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
    let start = String(Int(bitPattern: file.bytes.baseAddress), radix: 16)
    let head = try #require(lines.firstIndex { $0.hasPrefix(start + "-") })
    let resident = try #require(lines[head...].first { $0.hasPrefix("Rss:") })
    return try #require(Int(resident.filter(\.isNumber))) << 10
  }

  @Test func `A section that is missing or named by no manifest is damage`() throws {
    let disk = makeDisk()
    let snapshot = try write(disk, 7)
    #expect(throws: StorageError.self) { try snapshot.section("nothing") }
    try disk.remove(snapshot.path + "/shared")
    #expect(throws: StorageError.self) { try snapshot.verify() }
    try disk.remove(snapshot.path + "/MANIFEST")
    #expect(throws: StorageError.self) {
      try SnapshotStore(directory: "snapshots", files: disk).open(7)
    }
  }

  /// A manifest with the checksum of its text.
  private func signed(_ text: String) -> [UInt8] {
    let checksum = Array(text.utf8).withUnsafeBytes { Checksum.of($0) }
    return Array("\(text)checksum crc32c \(checksum.hexadecimal)\n".utf8)
  }

  @Test(arguments: [
    "section a 1 crc32c 00000000\nsection b 1 crc32c 00000000\nsection a 1 crc32c 00000000\n",
    "section a 9223372036854775807 crc32c 00000000\nsection b 1 crc32c 00000000\n",
    "section a -1 crc32c 00000000\n", "section ../a 1 crc32c 00000000\n",
  ])
  func `A manifest that cannot have been written is damaged, whatever its checksum says`(sections: String)
    throws
  {
    let disk = makeDisk()
    let path = try write(disk, 7).path + "/MANIFEST"
    disk.setBytes(of: path, to: signed("matiane snapshot 1\nrevision 7\n" + sections))
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    #expect { try store.open(7) } throws: { ($0 as? StorageError)?.code == .damaged }
    #expect { try store.copy(7, intoNewDirectory: "copy") } throws: {
      ($0 as? StorageError)?.code == .damaged
    }
  }

  @Test func `A section that fits its CRC-32C and not its SHA-256 is damaged`() throws {
    let disk = makeDisk()
    let snapshot = try write(disk, 7)
    var manifest = String(decoding: try snapshot.manifestBytes(), as: UTF8.self)
    let digest = try #require(snapshot.entry("shared")).digest
    let other = String(digest.reversed())
    manifest = manifest.replacingOccurrences(of: digest, with: other)
    let text = manifest.prefix(upTo: try #require(manifest.range(of: "checksum")).lowerBound)
    disk.setBytes(of: snapshot.path + "/MANIFEST", to: signed(String(text)))
    let store = try SnapshotStore(directory: "snapshots", files: disk)
    let damages = try store.open(7).damages()
    #expect(damages.map(\.file) == [snapshot.path + "/shared"] && damages[0].problem.contains("SHA-256"))
  }

  @Test func `A later version is refused as such`() throws {
    let disk = makeDisk()
    let path = try write(disk, 7).path + "/MANIFEST"
    disk.setBytes(of: path, to: signed("matiane snapshot 2\nrevision 7\n"))
    do {
      _ = try SnapshotStore(directory: "snapshots", files: disk).open(7)
      Issue.record("a newer version was opened")
    } catch { #expect(error.code == .newerVersion) }
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
