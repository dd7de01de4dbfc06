import EventLoops
import Synchronization
import TLS
import TLSTesting
import Testing

@testable import Transport

/// TLS handshakes, a step of which is taken beside the loop.
@Suite struct HandshakeStepTests {
  /// A stream on which nothing happens but what the test says.
  private final class StillStream: ByteStream {
    let loop: EventLoop
    private(set) var isReading = true
    let peerHasFinished: Bool
    init(on loop: EventLoop, peerHasFinished: Bool = false) {
      self.loop = loop
      self.peerHasFinished = peerHasFinished
    }
    var peerAddress: SocketAddress? { nil }
    var security: SecurityInfo? { nil }
    func start(_ handler: any ByteStreamHandler) {}
    func write(_ bytes: UnsafeRawBufferPointer) throws(TransportError) -> WriteResult { .complete }
    func setReading(_ isWanted: Bool) { isReading = isWanted }
    func finishOutput() {}
    func close() {}
  }

  // SAFETY: everything here happens on one loop.
  private final class Watcher: ByteStreamHandler, @unchecked Sendable {
    private(set) var events: [String] = []
    var onFailure: (String) -> Void = { _ in }
    func opened() { events.append("opened") }
    func received(_ bytes: UnsafeRawBufferPointer) { events.append("received") }
    func receivedEnd() { events.append("end") }
    func becameWritable() { events.append("writable") }
    func failed(_ error: TransportError) {
      events.append("failed")
      onFailure(error.message)
    }
  }

  /// Lets the stream below break as soon as the step's turn has come, which is when a turn of the loop ends.
  private final class Breakdown: EndOfTurnHandler {
    private let stream: TLSStream
    init(of stream: TLSStream) { self.stream = stream }
    func endOfTurn() { stream.failed(TransportError(.connectionLost, "connection reset by peer")) }
  }

  /// Writes down, turn by turn, how many have gone, until all have.
  private final class Census: EndOfTurnHandler {
    private let total: Int
    private let loop: EventLoop
    private let done: ([Int]) -> Void
    private var turns: [Int] = []
    var gone = 0
    var watchers: [Watcher] = []
    init(of total: Int, on loop: EventLoop, _ done: @escaping ([Int]) -> Void) {
      (self.total, self.loop, self.done) = (total, loop, done)
    }
    func endOfTurn() {
      turns.append(gone)
      guard gone == total else { return loop.atEndOfTurn(self) }
      // They know the census.
      watchers = []
      done(turns)
    }
  }

  private static let garbage = [UInt8](repeating: 0, count: 100)

  private func withLoop<Result: Sendable>(_ body: (EventLoop) async throws -> Result) async throws -> Result {
    let group = try EventLoopGroup(count: 1)
    let result: Swift.Result<Result, any Error>
    do { result = .success(try await body(group.loops[0])) } catch { result = .failure(error) }
    await group.shutdown()
    return try result.get()
  }

  private static func context() throws -> TLSContext {
    try TLSContext(server: ServerTLSConfiguration(identity: TestAuthority.trusted.server))
  }

  /// Takes a step and says whether its session was made on a loop; nothing where none was made.
  private func place(on loop: EventLoop, cancelled: Bool = false) async throws -> [Bool] {
    let context = try Self.context()
    let madeOnLoop = Mutex<[Bool]>([])
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
      loop.execute {
        let step = Self.garbage.withUnsafeBytes { bytes in
          HandshakeStep(nil, bytes) { () throws(TLSError) in
            madeOnLoop.withLock { $0.append(EventLoop.current != nil) }
            return try TLSSession(server: context)
          }
        }
        if cancelled { step.cancel() }
        step.start(on: loop) {
          loop.preconditionInLoop()
          done.resume()
        }
      }
    }
    return madeOnLoop.withLock { $0 }
  }

  @Test func `a step is taken on no loop, and its end is told on the connection's`() async throws {
    #expect(try await withLoop { try await place(on: $0) } == [false])
  }

  @Test func `a step whose connection is gone before it begins does nothing`() async throws {
    #expect(try await withLoop { try await place(on: $0, cancelled: true) }.isEmpty)
  }

  @Test func `while a step is taken nothing more is read`() async throws {
    let context = try Self.context()
    let states = try await withLoop { loop in
      await withCheckedContinuation { (done: CheckedContinuation<[Bool], Never>) in
        loop.execute {
          let (below, watcher) = (StillStream(on: loop), Watcher())
          let stream = TLSStream(server: context, over: below, queue: HandshakeQueue(on: loop))
          stream.start(watcher)
          stream.opened()
          let before = below.isReading
          Self.garbage.withUnsafeBytes { stream.received($0) }
          let meanwhile = below.isReading
          watcher.onFailure = { _ in
            done.resume(returning: [before, meanwhile, stream.security == nil])
            // They know one another.
            stream.close()
          }
        }
      }
    }
    #expect(states == [true, false, true])
  }

  @Test(arguments: [false, true])
  func `garbage fails the handshake with the reason, and no event came before`(breaksMeanwhile: Bool)
    async throws
  {
    let context = try Self.context()
    let (events, reason) = try await withLoop { loop in
      await withCheckedContinuation { (done: CheckedContinuation<([String], String), Never>) in
        loop.execute {
          let watcher = Watcher()
          let stream = TLSStream(
            server: context, over: StillStream(on: loop), queue: HandshakeQueue(on: loop))
          stream.start(watcher)
          stream.opened()
          watcher.onFailure = { [unowned watcher] in done.resume(returning: (watcher.events, $0)) }
          Self.garbage.withUnsafeBytes { stream.received($0) }
          // Who has said why goes at once, and the kernel tells that first.
          if breaksMeanwhile { loop.atEndOfTurn(Breakdown(of: stream)) }
        }
      }
    }
    #expect(events == ["failed"])
    #expect(reason.contains("TLS handshake failed"))
  }

  @Test func `of a crowd that has gone a few are seen off in each turn of the loop, and then the others`()
    async throws
  {
    let context = try Self.context()
    let turns = try await withLoop { loop in
      await withCheckedContinuation { (done: CheckedContinuation<[Int], Never>) in
        loop.execute {
          let queue = HandshakeQueue(on: loop)
          let census = Census(of: 20, on: loop) { done.resume(returning: $0) }
          for _ in 0..<20 {
            let below = StillStream(on: loop, peerHasFinished: true)
            let stream = TLSStream(server: context, over: below, queue: queue)
            let watcher = Watcher()
            watcher.onFailure = { _ in census.gone += 1 }
            stream.start(watcher)
            stream.opened()
            Self.garbage.withUnsafeBytes { stream.received($0) }
            census.watchers.append(watcher)
          }
          loop.atEndOfTurn(census)
        }
      }
    }
    #expect(turns == Array(stride(from: 2, through: 20, by: 2)))
  }

  @Test func `a peer that has gone since it said hello costs no step`() async throws {
    let context = try Self.context()
    let (events, reason) = try await withLoop { loop in
      await withCheckedContinuation { (done: CheckedContinuation<([String], String), Never>) in
        loop.execute {
          let watcher = Watcher()
          let below = StillStream(on: loop, peerHasFinished: true)
          let stream = TLSStream(server: context, over: below, queue: HandshakeQueue(on: loop))
          stream.start(watcher)
          stream.opened()
          watcher.onFailure = { [unowned watcher] in done.resume(returning: (watcher.events, $0)) }
          Self.garbage.withUnsafeBytes { stream.received($0) }
        }
      }
    }
    #expect(events == ["failed"])
    #expect(reason == "the peer closed the connection during the TLS handshake")
  }
}
