import Foundation
import InputFiles
import Testing

@Suite(.timeLimit(.minutes(10)))
struct InputFileTests {
  private func path() -> String {
    FileManager.default.temporaryDirectory.path + "/matiane-input-\(UInt64.random(in: 0...UInt64.max))"
  }

  private func read(_ path: String, atMost limit: Int = 100_000, patience: Duration = .seconds(600)) throws
    -> [UInt8]
  {
    try InputFile(path).read(atMost: limit, patience: patience)
  }

  private func complaint(_ body: () throws -> [UInt8]) -> String {
    do { return "read \(try body().count) bytes" } catch { return "\(error)" }
  }

  @Test func `a file is read whole up to its bound, and refused beyond it`() throws {
    let path = path()
    let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    #expect(try read(path, atMost: 70_000) == bytes)
    #expect(complaint { try read(path, atMost: 69_999) } == "expected at most 69999 bytes, found more")
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(try read(path).isEmpty)
  }

  @Test func `a device without end is given up at the bound`() {
    #expect(complaint { try read("/dev/zero") } == "expected at most 100000 bytes, found more")
  }

  @Test func `what there is not, and what is no file, is refused in the system's words`() {
    #expect(complaint { try read("/nonexistent/file") } == "No such file or directory")
    #expect(complaint { try read("/") } == "Is a directory")
  }

  @Test func `a FIFO that nobody writes to is not waited for without end`() {
    let path = path()
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    #expect(complaint { try read(path, patience: .milliseconds(10)) }.contains("from which nothing comes"))
  }

  @Test func `what is written into a FIFO later, in pieces, is read to its end`() async throws {
    let path = path()
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let writer = Thread {
      let descriptor = open(path, O_WRONLY)
      for piece in ["one ", "two"] { write(descriptor, piece, piece.utf8.count) }
      close(descriptor)
    }
    writer.start()
    #expect(String(decoding: try read(path), as: UTF8.self) == "one two")
  }

  @Test func `a pipe whose writer has gone, as of a shell's process substitution, is read to its end`() throws
  {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    write(ends[1], "all", 3)
    close(ends[1])
    defer { close(ends[0]) }
    #expect(try read("/proc/self/fd/\(ends[0])") == Array("all".utf8))
  }

  @Test func `a FIFO whose writer goes without a word is empty`() throws {
    let path = path()
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let file = try InputFile(path)
    let writer = open(path, O_WRONLY)
    #expect(writer >= 0)
    close(writer)
    #expect(try file.read(atMost: 16).isEmpty)
  }
}
