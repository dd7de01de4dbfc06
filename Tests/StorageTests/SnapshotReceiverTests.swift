import Storage
import StorageTesting
import Testing

/// A snapshot that comes in pieces.
@Suite struct SnapshotReceiverTests {
  private func source() throws -> (SimulatedDisk, StoredSnapshot) {
    let disk = SimulatedDisk()
    try disk.createDirectory("snapshots")
    let writer = try SnapshotStore(directory: "snapshots", files: disk).begin(7)
    for name in ["one", "two"] {
      try writer.write(name) { (section) throws(StorageError) in
        try section.append(payload(name.utf8.count, bytes: 500))
      }
    }
    try writer.write("empty") { _ in }
    return (disk, try writer.commit())
  }

  private func send(
    _ snapshot: StoredSnapshot, to receiver: SnapshotReceiver,
    _ change: (String, inout [UInt8]) -> Void = { _, _ in }
  ) throws {
    var files: [(String, [UInt8])] = []
    for section in snapshot.manifest.sections {
      files.append((section.name, try snapshot.section(section.name).withUnsafeBytes { Array($0) }))
    }
    files.append(("MANIFEST", try snapshot.manifestBytes()))
    for (name, bytes) in files {
      var bytes = bytes
      change(name, &bytes)
      for start in stride(from: 0, to: max(1, bytes.count), by: 200) {
        try receiver.receive(Array(bytes[start..<min(start + 200, bytes.count)]), of: name, at: start)
      }
    }
  }

  @Test func `What arrives whole is the same snapshot in a directory that opens`() throws {
    let (_, snapshot) = try source()
    let disk = SimulatedDisk()
    let receiver = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
    try send(snapshot, to: receiver)
    let received = try receiver.finish()
    #expect(received.manifest == snapshot.manifest)
    disk.powerCut()
    let store = SnapshotStore(reading: "new/snapshots", files: disk)
    #expect(try store.revisions() == [7])
    try store.open(7).verify()
  }

  @Test func `What is given up takes no room, and the place can be used again`() throws {
    let (_, snapshot) = try source()
    let disk = SimulatedDisk()
    var receiver: SnapshotReceiver? = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
    try receiver?.receive(payload(1, bytes: 500), of: "one", at: 0)
    #expect(try disk.list("new/snapshots").count == 1)
    receiver = nil
    #expect(try disk.list("new/snapshots").isEmpty)
    let again = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
    try send(snapshot, to: again)
    #expect(try again.finish().manifest == snapshot.manifest)
  }

  @Test func `A changed byte, a missing piece or a strange name is refused, and nothing becomes visible`()
    throws
  {
    let (_, snapshot) = try source()
    for name in ["one", "two", "MANIFEST"] {
      let disk = SimulatedDisk()
      let receiver = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
      try send(snapshot, to: receiver) { if $0 == name { $1[$1.count / 2] ^= 1 } }
      #expect(throws: StorageError.self) { try receiver.finish() }
      #expect(try SnapshotStore(reading: "new/snapshots", files: disk).revisions() == [])
    }
    let disk = SimulatedDisk()
    let receiver = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
    #expect(throws: StorageError.self) { try receiver.receive([1], of: "../LOCK", at: 0) }
    try receiver.receive([1, 2], of: "one", at: 0)
    #expect(throws: StorageError.self) { try receiver.receive([3], of: "one", at: 5) }
  }

  @Test func `A directory that holds an archive is not overwritten`() throws {
    let (_, snapshot) = try source()
    let disk = SimulatedDisk()
    let first = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
    try send(snapshot, to: first)
    _ = try first.finish()
    disk.restart()
    #expect(throws: StorageError.self) { try SnapshotReceiver(7, intoNewDirectory: "new", files: disk) }
    // One that has no snapshot yet is in its log.
    let young = try DataDirectory(path: "young", files: disk)
    try young.makeLogFolder()
    young.close()
    #expect(throws: StorageError.self) { try SnapshotReceiver(7, intoNewDirectory: "young", files: disk) }
    disk.restart()
    try DataDirectory(path: "young", files: disk).close()
  }

  @Test func `Nothing starts on half a download, and it may be begun again in the same place`() throws {
    let (_, snapshot) = try source()
    // A folder that was empty or new, or in which a server had just been started for the first time.
    for hadServer in [false, true] {
      let disk = SimulatedDisk()
      if hadServer { try DataDirectory(path: "new", files: disk).close() }
      let half = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
      try half.receive([1, 2, 3], of: "one", at: 0)
      disk.restart()
      let error = #expect(throws: StorageError.self) { try DataDirectory(path: "new", files: disk) }
      #expect(error?.code == .notADataDirectory && error?.remedy.contains("again") == true)
      #expect(throws: StorageError.self) { try DirectoryRepair("new", files: disk) }
      let again = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
      try send(snapshot, to: again)
      _ = try again.finish()
      disk.restart()
      try DataDirectory(path: "new", files: disk).close()
    }
  }

  @Test func `A power cut during a download does not bring back the empty archive that was in its place`()
    throws
  {
    for seed in UInt64(1)...16 {
      let disk = SimulatedDisk(seed: seed)
      try DataDirectory(path: "new", files: disk).close()
      try disk.synchronizeDirectory("")
      let half = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
      try half.receive([1, 2, 3], of: "one", at: 0)
      disk.powerCut()
      #expect(throws: StorageError.self) { try DataDirectory(path: "new", files: disk) }
      withExtendedLifetime(half) {}
    }
  }

  @Test
  func `A snapshot that came whole into a folder which is no data directory yet is finished by a repair`()
    throws
  {
    let (_, snapshot) = try source()
    let disk = SimulatedDisk()
    let receiver = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
    try send(snapshot, to: receiver)
    _ = try receiver.finish()
    try disk.remove("new/FORMAT")
    disk.restart()
    let start = #expect(throws: StorageError.self) { try DataDirectory(path: "new", files: disk) }
    let again = #expect(throws: StorageError.self) {
      try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
    }
    #expect(start?.remedy.contains("repair") == true && again?.remedy.contains("repair") == true)
    disk.restart()
    #expect(try DirectoryRepair("new", files: disk).check.revision == 7)
    try DataDirectory(path: "new", files: disk).close()
    try SnapshotStore(reading: "new/snapshots", files: disk).open(7).verify()
  }

  @Test(arguments: [false, true])
  func `A power cut at any call of a download or a copy leaves the whole snapshot, or nothing to start from`(
    isCopy: Bool
  ) throws {
    func put(into disk: SimulatedDisk, _ snapshot: StoredSnapshot, _ store: SnapshotStore) throws {
      if isCopy {
        _ = try store.copy(7, intoNewDirectory: "new")
      } else {
        let receiver = try SnapshotReceiver(7, intoNewDirectory: "new", files: disk)
        try send(snapshot, to: receiver)
        _ = try receiver.finish()
      }
    }
    func run(_ fault: SimulatedDisk.Fault) throws -> (disk: SimulatedDisk, calls: Int) {
      let (disk, snapshot) = try source()
      let store = try SnapshotStore(directory: "snapshots", files: disk)
      try disk.synchronizeDirectory("")
      disk.arm(fault)
      try? put(into: disk, snapshot, store)
      return (disk, disk.calls)
    }
    let calls = try run(.none).calls
    for call in 1...calls {
      let (disk, _) = try run(.death(call: call))
      disk.powerCut()
      // A folder whose name was lost, or that is still empty, is a new one as any other.
      if try disk.kind(of: "new/snapshots") == nil { continue }
      guard let directory = try? DataDirectory(path: "new", files: disk) else { continue }
      directory.close()
      try SnapshotStore(reading: "new/snapshots", files: disk).open(7).verify()
    }
    let (disk, _) = try run(.none)
    disk.powerCut()
    try DataDirectory(path: "new", files: disk).close()
    try SnapshotStore(reading: "new/snapshots", files: disk).open(7).verify()
  }
}
