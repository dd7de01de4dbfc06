import EventLoops
import Testing

@testable import Transport

@Suite struct MemoryPipeTests {
  private final class Recorder: ByteStreamHandler {
    var events: [String] = []
    func opened() { events.append("opened") }
    func received(_ bytes: UnsafeRawBufferPointer) { events.append("received \(bytes.count)") }
    func receivedEnd() { events.append("end") }
    func becameWritable() { events.append("writable") }
    func failed(_ error: TransportError) { events.append("failed") }
  }

  /// Runs the steps on one loop, each after what the one before has set off, and returns what the far end saw.
  private func far(
    capacity: Int = 100, _ steps: [@Sendable (MemoryPipe, any ByteStreamHandler) throws -> Void]
  ) async throws -> [String] {
    let group = try EventLoopGroup(count: 1)
    let loop = group.loops[0]
    let events = try await Task(executorPreference: loop) {
      let pipe = MemoryPipe(from: loop, to: loop, capacity: capacity)
      let recorder = Recorder()
      for step in steps {
        try step(pipe, recorder)
        for _ in 0..<3 { await Task.yield() }
      }
      defer {
        pipe.first.close()
        pipe.second.close()
      }
      return recorder.events
    }.value
    await group.shutdown()
    return events
  }

  private static func write(_ count: Int, to end: MemoryPipeEnd) throws -> WriteResult {
    try [UInt8](repeating: 1, count: count).withUnsafeBytes { try end.write($0) }
  }

  @Test func `what arrives before the start is delivered after the stream has opened`() async throws {
    let events = try await far([
      { pipe, _ in _ = try Self.write(10, to: pipe.first) },
      { pipe, recorder in
        // Queued before `opened` is, as from another loop.
        _ = try Self.write(5, to: pipe.first)
        pipe.second.start(recorder)
      },
    ])
    #expect(events == ["opened", "received 10", "received 5"])
  }

  @Test func `a full pipe blocks the writer until the reader reads`() async throws {
    let events = try await far(
      capacity: 8,
      [
        { pipe, recorder in pipe.first.start(recorder) },
        { pipe, _ in
          let (first, second) = (try Self.write(10, to: pipe.first), try Self.write(1, to: pipe.first))
          #expect(first == .blocked(taken: 8) && second == .blocked(taken: 0))
        },
        { pipe, _ in pipe.second.start(Recorder()) },
      ])
    #expect(events == ["opened", "writable"])
  }

  @Test func `pausing holds bytes and the end back, resuming lets them come in order`() async throws {
    let events = try await far([
      { pipe, recorder in pipe.second.start(recorder) },
      { pipe, _ in pipe.second.setReading(false) },
      { pipe, recorder in
        _ = try Self.write(3, to: pipe.first)
        pipe.first.close()
        pipe.first.close()
      },
      { pipe, recorder in
        #expect((recorder as? Recorder)?.events == ["opened"])
        pipe.second.setReading(true)
      },
      { pipe, _ in
        #expect(throws: TransportError.self) { _ = try Self.write(1, to: pipe.second) }
      },
    ])
    #expect(events == ["opened", "received 3", "end"])
  }
}
