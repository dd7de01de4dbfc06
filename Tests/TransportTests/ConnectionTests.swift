import EventLoops
import HTTP2
import Testing

@testable import Transport

@Suite struct ConnectionTests {
  @Test(arguments: Fixture.Route.allCases)
  func `an exchange goes there and back`(route: Fixture.Route) async throws {
    try await Fixture.with { fixture in
      let client = await fixture.connect(route)
      let response = await client.call("/echo", body: Array("bytes".utf8))
      #expect(response.status == "200" && response.body == Array("bytes".utf8) && response.code == .noError)
      client.close()
      #expect(await client.ending()?.code == .closedLocally)
    }
  }

  @Test(arguments: Fixture.Route.allCases)
  func `bodies far larger than every buffer pass in both directions at once`(route: Fixture.Route)
    async throws
  {
    try await Fixture.with { fixture in
      let client = await fixture.connect(route)
      let body = (0..<6_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
      await withTaskGroup(of: TestClient.Response.self) { group in
        for _ in 0..<3 { group.addTask { await client.call("/echo", body: body) } }
        for await response in group { #expect(response.body == body && response.code == .noError) }
      }
    }
  }

  @Test func `bytes that come one by one are understood`() async throws {
    try await Fixture.with { fixture in
      let client = await fixture.connect(.pipe, fragmentBytes: 1)
      let body = [UInt8](repeating: 5, count: 3_000)
      #expect(await client.call("/echo", body: body).body == body)
    }
  }

  @Test func `many streams on many connections over several loops all finish`() async throws {
    try await Fixture.with(loops: 3) { fixture in
      await withTaskGroup(of: Int.self) { group in
        for connection in 0..<6 {
          let client = await fixture.connect(connection % 2 == 0 ? .tcp : .pipe)
          for number in 0..<100 {
            group.addTask {
              await client.call("/echo", body: [UInt8](repeating: 3, count: 1 + number * 50)).body.count
            }
          }
        }
        #expect(await group.reduce(0, +) == 6 * (0..<100).reduce(0) { $0 + 1 + $1 * 50 })
      }
    }
  }

  @Test func `calls made before the connection is up wait for it`() async throws {
    try await Fixture.with { fixture in
      let (address, loop) = (fixture.address, fixture.client)
      let client = await TestClient.connect(to: address, on: loop)
      async let first = client.call("/echo", body: [1])
      async let second = client.call("/echo", body: [2])
      #expect(await first.body == [1])
      #expect(await second.body == [2])
    }
  }

  @Test func `a loop that ends closes the connections that it has still`() async throws {
    try await Fixture.with { fixture in
      let group = try EventLoopGroup(count: 1)
      let client = await TestClient.connect(to: fixture.address, on: group.loops[0])
      #expect(await client.call("/echo", body: [1]).body == [1])
      await group.shutdown()
      #expect(await client.ending()?.code == .closedLocally)
      _ = await fixture.journal.endings(1)
    }
  }

  @Test func `connecting where nobody listens ends with the reason`() async throws {
    let address = try ListeningSocket(at: SocketAddress(numeric: "127.0.0.1", port: 0)).address
    let group = try EventLoopGroup(count: 1)
    let client = await TestClient.connect(to: address, on: group.loops[0])
    let call = await client.call("/echo")
    let error = await client.ending()
    #expect(error?.code == .connectFailed && error?.message.contains("\(address)") == true)
    #expect(call.code != .noError)
    await group.shutdown()
  }

  /// A server's end of a pipe that says what a test wants once a request has come, and never closes.
  private final class Babbler: ByteStreamHandler {
    private let end: MemoryPipeEnd
    private let words: [UInt8]
    private var heard: [UInt8] = []
    private var hasSpoken = false

    init(_ end: MemoryPipeEnd, saying words: [UInt8]) {
      self.end = end
      self.words = words
    }

    func opened() {}

    func received(_ bytes: UnsafeRawBufferPointer) {
      heard += bytes
      let (preface, headers): (Int, UInt8) = (24, 1)
      guard !hasSpoken, RawFrames(Array(heard.dropFirst(preface))).last(ofType: headers) != nil else {
        return
      }
      hasSpoken = true
      _ = try? words.withUnsafeBytes { (bytes) throws(TransportError) in try end.write(bytes) }
    }

    func receivedEnd() {}
    func becameWritable() {}
    func failed(_ error: TransportError) {}
  }

  private static let settings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]

  @Test(
    arguments: [
      [0, 0, 0, 0, 0, 0, 0, 0, 0],  // DATA on stream 0
      [0, 0, 1, 6, 0, 0, 0, 0, 0, 1],  // a PING of one byte
      [0, 0, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0],  // a WINDOW_UPDATE of nothing
    ] as [[UInt8]])
  func `calls end at once when the server breaks the protocol, whether or not it closes the connection`(
    offence: [UInt8]
  ) async throws {
    let group = try EventLoopGroup(count: 1)
    let loop = group.loops[0]
    let pipe = MemoryPipe(from: loop, to: loop)
    var connector = Connector()
    // However long a busy machine takes, nothing but the offence ends the call.
    connector.configuration.lingerTimeout = .seconds(100_000)
    connector.configuration.openTimeout = .seconds(100_000)
    let client = await TestClient.connect(over: pipe.first, connector)
    async let call = client.call("/hold")
    let error = Task { await client.ending() }
    loop.execute { pipe.second.start(Babbler(pipe.second, saying: Self.settings + offence)) }
    #expect(await call.code == .cancel)
    #expect(await error.value?.isOffence == true)
    client.close()
    loop.execute { pipe.second.close() }
    await group.shutdown()
  }

  @Test func `closing from within a callback of the session is safe, and twice is once`() async throws {
    try await Fixture.with { fixture in
      let client = await fixture.connect()
      #expect(await client.call("/close").code != .noError)
      #expect(await client.ending() != nil)
      let endings = await fixture.journal.endings(1)
      #expect(endings.count == 1 && endings[0]?.code == .closedLocally)
      client.close()
      client.close()
    }
  }

  @Test func `a client's orderly shutdown lets its call finish and leaves no error on either side`()
    async throws
  {
    try await Fixture.with { fixture in
      let client = await fixture.connect()
      async let response = client.call("/hold", body: [UInt8](repeating: 1, count: 500_000))
      while fixture.journal.held.withLock({ $0.isEmpty }) { await Task.yield() }
      client.shutDownGracefully()
      fixture.journal.release()
      #expect(await response.status == "200")
      #expect(await client.ending() == nil)
      #expect(await fixture.journal.endings(1)[0] == nil)
    }
  }
}
