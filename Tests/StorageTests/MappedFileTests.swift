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
