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
  }
}
