import Checksums
import Foundation
import Glibc
import Storage
import StorageTesting
import Testing

/// What a damaged, forged or later snapshot is taken for.
extension SnapshotTests {
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

  func changed(_ bytes: [UInt8], at offset: Int) -> [UInt8] {
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
}
