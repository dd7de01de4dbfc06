import Glibc
import Logging
import Testing

/// Both ends of a pipe; what a log writes into it can be read.
private struct Pipe {
  let reading: Int32
  let writing: Int32

  init() {
    var ends: [Int32] = [0, 0]
    precondition(pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    (reading, writing) = (ends[0], ends[1])
  }

  func text() -> String {
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var text: [UInt8] = []
    while case let count = read(reading, &bytes, bytes.count), count > 0 { text += bytes[..<count] }
    return String(decoding: text, as: UTF8.self)
  }

  func close() {
    _ = Glibc.close(reading)
    _ = Glibc.close(writing)
  }
}

@Test func `a JSON line holds time, level, message and fields, and no raw control character`() {
  let pipe = Pipe()
  defer { pipe.close() }
  EventLog(to: pipe.writing, format: .json).write(
    .warning, "a \"b\"\nc",
    [LogField("peer", "1.2.3.4:5"), LogField("count", 7), LogField("ms", milliseconds: .microseconds(1500))])
  let line = pipe.text()
  #expect(line.hasPrefix("{\"time\":\"2"))
  #expect(
    line.hasSuffix(
      ",\"level\":\"warning\",\"message\":\"a \\\"b\\\"\\nc\",\"peer\":\"1.2.3.4:5\",\"count\":7,\"ms\":1.5}\n"
    ))
}

@Test func `what somebody else wrote cannot begin a line of its own`() {
  let pipe = Pipe()
  defer { pipe.close() }
  EventLog(to: pipe.writing).write(.info, "one\ntwo", [LogField("query", "x\nERROR forged")])
  let text = pipe.text()
  #expect(text.filter { $0 == "\n" }.count == 1)
  #expect(text.contains("query=\"x\\nERROR forged\""))
}

@Test func `the journal gets a priority and no time`() {
  let pipe = Pipe()
  defer { pipe.close() }
  let log = EventLog(to: pipe.writing, format: .journal)
  log.write(.error, "gone")
  log.write(.info, "well")
  #expect(pipe.text() == "<3>ERROR   gone\n<6>INFO    well\n")
}

@Test func `lines below the level are not written, and the level can be changed`() {
  let pipe = Pipe()
  defer { pipe.close() }
  let log = EventLog(to: pipe.writing, format: .journal)
  log.write(.debug, "no")
  log.level = .debug
  log.write(.debug, "yes")
  #expect(pipe.text() == "<7>DEBUG   yes\n")
}

@Test func `a pipe that nobody reads loses lines instead of holding the writer up`() {
  let pipe = Pipe()
  defer { pipe.close() }
  let log = EventLog(to: pipe.writing)
  let line = String(repeating: "x", count: 4000)
  for _ in 0..<200 { log.write(.info, line) }
  #expect(log.droppedLines > 0)
  #expect(log.droppedLines < 200)
}

@Test func `a line is cut where a pipe would not take it in one piece, and stays JSON`() {
  let pipe = Pipe()
  defer { pipe.close() }
  EventLog(to: pipe.writing, format: .json).write(.info, String(repeating: "x", count: 10_000))
  let line = pipe.text()
  #expect(line.utf8.count <= 4097)
  #expect(line.hasSuffix("}\n"))
}

@Test func `the journal is known by its device and inode`() {
  let pipe = Pipe()
  defer { pipe.close() }
  var status = stat()
  fstat(pipe.writing, &status)
  #expect(EventLog.isJournal(pipe.writing, stream: "\(status.st_dev):\(status.st_ino)"))
  #expect(!EventLog.isJournal(pipe.writing, stream: "\(status.st_dev):\(status.st_ino + 1)"))
  #expect(!EventLog.isJournal(pipe.writing, stream: nil))
}
