import Foundation
import Storage
import Testing

/// Files that are in use while somebody else cuts them.
@Suite struct MappedFileTests {
  @Test func `a mapped file that is cut ends the process, which names it`() async throws {
    // In a process of its own, which ends by the signal.
    let result = try #require(
      await #expect(processExitsWith: .signal(SIGBUS), observing: [\.standardErrorContent]) {
        let path = NSTemporaryDirectory() + "cut-\(getpid())"
        try Data(count: 100_000).write(to: URL(fileURLWithPath: path))
        defer { unlink(path) }
        let kept = try PosixFileSystem().map(path)
        let other = try PosixFileSystem().map(path)
        #expect(other.bytes[99_999] == 0)
        truncate(path, 8192)
        unlink(path)
        #expect(kept.bytes[8191] == 0)
        print(kept.bytes[50_000])
      })
    let said = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(said.contains(#/cut-\d+: byte 50000 can no longer be read/#))
  }

  @Test func `a check of what cannot be read finds damage and goes on`() throws {
    let path = NSTemporaryDirectory() + "matiane-unreadable-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    mkdir(path, 0o700)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let store = try SnapshotStore(directory: path)
    let writer = try store.begin(1)
    try writer.write("large") { (section) throws(StorageError) in
      try section.append([UInt8](repeating: 7, count: 300_000))
    }
    let snapshot = try writer.commit()
    let file = snapshot.path + "/large"
    let (mapped, _) = try snapshot.map("large")
    try mapped.fetch()
    func isDamage(_ error: any Error) -> Bool {
      guard let error = error as? StorageError else { return false }
      return error.code == .damaged && error.file == file && error.offset == 131_072
    }
    // Cut behind its first piece, when its length has been looked at.
    #expect {
      try snapshot.check("large", pace: .unlimited, locate: { _, _ in nil }) {
        truncate(file, 131_072)
        return true
      }
    } throws: { isDamage($0) }
    try mapped.fetch(0..<131_072)
    #expect(throws: StorageError.self) { try mapped.fetch() }
    #expect(throws: StorageError.self) { try mapped.fetch(262_144..<300_000) }
  }

  @Test func `what is not mapped any more is not named`() async throws {
    let result = try #require(
      await #expect(processExitsWith: .signal(SIGBUS), observing: [\.standardErrorContent]) {
        let path = NSTemporaryDirectory() + "gone-\(getpid())"
        try Data(count: 100_000).write(to: URL(fileURLWithPath: path))
        for _ in 0..<3000 { _ = try PosixFileSystem().map(path) }
        unlink(path)
        raise(SIGBUS)
      })
    #expect(!String(decoding: result.standardErrorContent, as: UTF8.self).contains("gone-"))
  }
}
