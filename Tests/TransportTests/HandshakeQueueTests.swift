import EventLoops
import TLS
import TLSTesting
import Testing

@testable import Transport

/// TLS handshakes that come together.
@Suite struct HandshakeQueueTests {
  /// A stream on which nothing happens but what the test says.
  private final class StillStream: ByteStream {
    let loop: EventLoop
    private(set) var isReading = true
    init(on loop: EventLoop) { self.loop = loop }
    var peerAddress: SocketAddress? { nil }
    var security: SecurityInfo? { nil }
    func start(_ handler: any ByteStreamHandler) {}
    func write(_ bytes: UnsafeRawBufferPointer) throws(TransportError) -> WriteResult { .complete }
    func setReading(_ isWanted: Bool) { isReading = isWanted }
    func finishOutput() {}
    func close() {}
  }

  // SAFETY: everything here happens on one loop; the test reads when that is over.
  private final class Watcher: ByteStreamHandler, @unchecked Sendable {
    private(set) var events: [String] = []
    func opened() { events.append("opened") }
    func received(_ bytes: UnsafeRawBufferPointer) { events.append("received") }
    func receivedEnd() { events.append("end") }
    func becameWritable() { events.append("writable") }
    func failed(_ error: TransportError) { events.append("failed") }
    func note(_ event: String) { events.append(event) }
  }

  private func onLoop<Result: Sendable>(
    _ body: @escaping @Sendable (EventLoop) throws -> Result
  ) async throws -> Result {
    let group = try EventLoopGroup(count: 1)
    let loop = group.loops[0]
    let result: Swift.Result<Result, any Error> = await withCheckedContinuation { done in
      loop.execute { done.resume(returning: Swift.Result { try body(loop) }) }
    }
    // What the body has queued runs before this.
    for _ in 0..<8 { await withCheckedContinuation { done in loop.execute { done.resume() } } }
    await group.shutdown()
    return try result.get()
  }

  private static func context() throws -> TLSContext {
    try TLSContext(server: ServerTLSConfiguration(identity: TestAuthority.trusted.server))
  }

  @Test func `of handshakes that come together each lets the rest of the loop go first`() async throws {
    let context = try Self.context()
    let watcher = try await onLoop { loop in
      let (queue, watcher) = (HandshakeQueue(on: loop), Watcher())
      for _ in 0..<3 {
        let stream = TLSStream(server: context, over: StillStream(on: loop), queue)
        stream.start(watcher)
        stream.opened()
        [UInt8](repeating: 0, count: 100).withUnsafeBytes { stream.received($0) }
      }
      loop.execute { watcher.note("another job") }
      return watcher
    }
    #expect(watcher.events == ["failed", "another job", "failed", "failed"])
  }

  @Test func `while a step waits for its turn nothing more is read`() async throws {
    let context = try Self.context()
    let states = try await onLoop { loop in
      let (below, watcher) = (StillStream(on: loop), Watcher())
      let stream = TLSStream(server: context, over: below, HandshakeQueue(on: loop))
      stream.start(watcher)
      stream.opened()
      let before = below.isReading
      // The beginning of a handshake record.
      [UInt8]([22, 3, 1, 2, 0, 1]).withUnsafeBytes { stream.received($0) }
      let meanwhile = below.isReading
      stream.goOn()
      return [before, meanwhile, below.isReading]
    }
    #expect(states == [true, false, true])
  }

  @Test func `a stream that is closed before its turn does nothing any more`() async throws {
    let context = try Self.context()
    let watcher = try await onLoop { loop in
      let watcher = Watcher()
      let stream = TLSStream(server: context, over: StillStream(on: loop), HandshakeQueue(on: loop))
      stream.start(watcher)
      stream.opened()
      [UInt8](repeating: 0, count: 100).withUnsafeBytes { stream.received($0) }
      stream.close()
      return watcher
    }
    #expect(watcher.events.isEmpty)
  }
}
