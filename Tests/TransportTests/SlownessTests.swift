import EventLoops
import HTTP2
import Testing

@testable import Transport

/// Peers that stall: the bounds are set to milliseconds, and what is awaited is the end of the connection.
@Suite struct SlownessTests {
  @Test func `who connects and says nothing is told so and dropped`() async throws {
    try await Fixture.with {
      $0.connection.openTimeout = .milliseconds(20)
    } _: { fixture in
      let socket = try fixture.rawSocket()
      let (bytes, _) = socket.readToEnd()
      #expect(RawFrames(bytes).last(ofType: 7)?.goAwayCode == HTTP2ErrorCode.enhanceYourCalm.rawValue)
      #expect(await fixture.journal.endings(1)[0]?.code == .timedOut)
    }
  }

  @Test func `who stops in the middle of the preface is dropped`() async throws {
    try await Fixture.with {
      $0.connection.openTimeout = .milliseconds(20)
    } _: { fixture in
      let socket = try fixture.rawSocket()
      socket.send(Array(RawSocket.preface.prefix(20)))
      _ = socket.readToEnd()
      #expect(await fixture.journal.endings(1)[0]?.code == .timedOut)
    }
  }

  @Test(arguments: [5, 9, 20])
  func `who stops in the middle of a frame is dropped`(cut: Int) async throws {
    try await Fixture.with {
      $0.connection.frameTimeout = .milliseconds(20)
    } _: { fixture in
      let socket = try fixture.rawSocket()
      socket.send(RawSocket.preface + RawSocket.headers(1, path: "/hold").prefix(cut))
      let (bytes, _) = socket.readToEnd()
      #expect(RawFrames(bytes).last(ofType: 7)?.goAwayCode == HTTP2ErrorCode.enhanceYourCalm.rawValue)
      #expect(await fixture.journal.endings(1)[0]?.code == .timedOut)
    }
  }

  @Test func `who owes a CONTINUATION is dropped`() async throws {
    try await Fixture.with {
      $0.connection.frameTimeout = .milliseconds(20)
    } _: { fixture in
      let socket = try fixture.rawSocket()
      var headers = RawSocket.headers(1, path: "/hold")
      headers[4] = 1
      socket.send(RawSocket.preface + headers)
      _ = socket.readToEnd()
      #expect(await fixture.journal.endings(1)[0]?.code == .timedOut)
    }
  }

  @Test func `an idle connection that owes nothing is left alone`() async throws {
    try await Fixture.with {
      $0.connection.frameTimeout = .milliseconds(5)
      $0.connection.openTimeout = .milliseconds(500)
    } _: { fixture in
      let client = await fixture.connect()
      await client.ready()
      // Other connections come and go beside it for far longer than the bound on frames.
      for _ in 0..<3 {
        let socket = try fixture.rawSocket()
        socket.send(RawSocket.preface + [0])
        _ = socket.readToEnd()
      }
      #expect(await client.call("/echo", body: [1]).body == [1])
    }
  }

  @Test func `a server that accepts and stays silent fails the client's attempt`() async throws {
    let listener = try ListeningSocket(at: SocketAddress(numeric: "127.0.0.1", port: 0))
    let group = try EventLoopGroup(count: 1)
    var connector = Connector()
    connector.configuration.openTimeout = .milliseconds(20)
    let client = await TestClient.connect(to: listener.address, on: group.loops[0], connector)
    #expect(await client.ending()?.code == .timedOut)
    await group.shutdown()
  }

  @Test func `a peer that never reads is not written to, not hoarded for, and dropped in the end`()
    async throws
  {
    try await Fixture.with {
      $0.connection.writeTimeout = .milliseconds(50)
    } _: { fixture in
      let socket = try fixture.rawSocket()
      // A window as large as the answer, so that only the socket holds it back.
      let window: [UInt8] = [0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 4, 0x7f, 0xff, 0xff, 0xff]
      let connectionWindow: [UInt8] = [0, 0, 4, 8, 0, 0, 0, 0, 0, 0x7f, 0, 0, 0]
      socket.send(
        RawSocket.preface + window + connectionWindow + RawSocket.headers(1, path: "/big/1000000000"))
      #expect(await fixture.journal.endings(1)[0]?.code == .timedOut)
    }
  }

  @Test func `a peer that sends without reading is read from no further`() async throws {
    let group = try EventLoopGroup(count: 1)
    let loop = group.loops[0]
    let pipe = MemoryPipe(from: loop, to: loop, capacity: 1)
    var configuration = ConnectionConfiguration()
    configuration.session.connectionWindowBytes = 65_535
    configuration.maxUnansweredBytes = 10_000
    let bounds = configuration
    let isReading = await withCheckedContinuation { (done: CheckedContinuation<Bool, Never>) in
      loop.execute {
        let connection = Connection(pipe.second, role: .server, configuration: bounds)
        connection.start(EchoServer(connection, EchoServer.Journal()))
        // The other end is never started, so the one byte of capacity is all that ever goes out.
        RawSocket.preface.withUnsafeBytes { connection.received($0) }
        _ = loop.schedule(after: .zero) {
          #expect(connection.isBlocked)
          let ping: [UInt8] = [0, 0, 8, 6, 1, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 8)
          for _ in 0..<5_000 { ping.withUnsafeBytes { connection.received($0) } }
          done.resume(returning: pipe.second.isReading)
          connection.close()
        }
      }
    }
    #expect(!isReading)
    await group.shutdown()
  }
}
