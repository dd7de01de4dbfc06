import EventLoops
import Glibc
import HTTP2
import Synchronization
import Testing

@testable import Transport

@Suite(.timeLimit(.minutes(10)))
struct ListenerTests {
  @Test func `stopping lets an open stream finish, refuses new connections and then returns`() async throws {
    try await Fixture.with(loops: 2) { fixture in
      let client = await fixture.connect()
      await client.ready()
      async let held = client.call("/hold")
      while fixture.journal.held.withLock({ $0.isEmpty }) { await Task.yield() }
      async let stopped: Void = fixture.listener.stop(grace: nil)
      let late = await TestClient.connect(to: fixture.address, on: fixture.client)
      _ = await late.ending()
      fixture.journal.release()
      #expect(await held.status == "200")
      await stopped
      #expect(await client.ending() == nil)
      await fixture.listener.stop(grace: nil)
    }
  }

  @Test func `stopping with a grace that runs out closes what is left`() async throws {
    try await Fixture.with { fixture in
      let client = await fixture.connect()
      async let held = client.call("/hold")
      while fixture.journal.held.withLock({ $0.isEmpty }) { await Task.yield() }
      await fixture.listener.stop(grace: .milliseconds(5))
      #expect(await held.code != .noError)
      #expect(await client.ending() != nil)
    }
  }

  /// Sockets that spread what they accept are those of Unix and those that the process was started with.
  @Test(arguments: [false, true])
  func `whoever waits to be let in while the listener stops gets a GOAWAY`(spreads: Bool) async throws {
    let group = try EventLoopGroup(count: 1)
    let loop = group.loops[0]
    let configuration = ListenerConfiguration()
    let acceptor = Acceptor(
      on: loop, configuration: configuration, census: ConnectionCensus(limit: 9, perAddress: nil)
    ) { EchoServer($0, EchoServer.Journal()) }
    let listening = try ListeningSocket(at: SocketAddress(numeric: "127.0.0.1", port: 0))
    let port = try #require(listening.address.port)
    let held = Mutex<ListeningSocket?>(listening)
    let bytes = try await Task(executorPreference: loop) {
      if let socket = held.withLock({ $0.take() }) {
        acceptor.open(socket, spreadingOver: spreads ? [acceptor] : [])
      }
      // The loop lets nobody in before it has done what it was given to do: to stop.
      let socket = try RawSocket(to: port)
      socket.send(RawSocket.preface)
      socket.finish()
      await acceptor.stop()
      return socket.readToEnd().bytes
    }.value
    #expect(RawFrames(bytes).last(ofType: 7) != nil)
    await group.shutdown()
  }

  @Test func `an address in use is refused, although the port may be shared`() async throws {
    try await Fixture.with { fixture in
      #expect(throws: EventLoopError.self) {
        _ = try Listener(at: [fixture.address], on: fixture.servers, configuration: ListenerConfiguration()) {
          EchoServer($0, EchoServer.Journal())
        }
      }
    }
  }

  @Test func `connections above the limits are closed, and counted out when they end`() async throws {
    let refusals = Mutex(0)
    try await Fixture.with {
      $0.maxConnections = 3
      $0.maxConnectionsPerAddress = 2
      $0.onEvent = { event in if case .refused = event { refusals.withLock { $0 += 1 } } }
    } _: { fixture in
      let first = await fixture.connect()
      let second = await fixture.connect()
      #expect(await first.call("/echo", body: [1]).body == [1])
      #expect(await second.call("/echo", body: [1]).body == [1])
      #expect(await fixture.connect().ending() != nil)
      #expect(await fixture.connect(.pipe).call("/echo", body: [2]).body == [2])
      #expect(await fixture.connect(.pipe).ending() != nil)
      // A client can hear of its end before the listener has told of it.
      while refusals.withLock({ $0 }) < 2 { await Task.yield() }
      first.close()
      _ = await fixture.journal.endings(1)
      #expect(await fixture.connect().call("/echo", body: [3]).body == [3])
      #expect(refusals.withLock { $0 } == 2)
    }
  }

  @Test func `of IPv6 a network is counted as one address`() throws {
    let census = ConnectionCensus(limit: 10, perAddress: 1)
    func peer(_ host: String) throws -> SocketAddress {
      try SocketAddress(numeric: host, port: .random(in: 1...9))
    }
    try census.admit(peer("2001:db8::1"))
    #expect(throws: TransportError.self) { try census.admit(peer("2001:db8::2")) }
    try census.admit(peer("2001:db8:0:1::1"))
    census.discharge(try peer("2001:db8::1"))
    try census.admit(peer("2001:db8::2"))
  }

  @Test
  func
    `a peer that has gone before it is let in is no connection, unless it has said something in plaintext`()
    async throws
  {
    let missed = Mutex(0)
    try await Fixture.with {
      $0.onMissed = { _, _ in missed.withLock { $0 += 1 } }
    } _: { fixture in
      // While the loop is busy with this nobody is let in.
      let (inside, outside) = (Gate(), Gate())
      fixture.servers.loops[0].execute {
        inside.open()
        outside.wait()
      }
      inside.wait()
      let (silent, http) = (try fixture.rawSocket(), try fixture.rawSocket())
      silent.close()
      http.send(Array("GET / HTTP/1.1\r\n\r\n".utf8))
      http.finish()
      outside.open()
      #expect(String(decoding: http.readToEnd().bytes, as: UTF8.self).hasPrefix("HTTP/1.1 505"))
      #expect(await fixture.journal.endings(1).count == 1)
      #expect(missed.withLock { $0 } == 1)
    }
  }

  @Test func `a peer's reset ends its connection alone`() async throws {
    try await Fixture.with { fixture in
      let client = await fixture.connect()
      let socket = try fixture.rawSocket()
      socket.send(RawSocket.preface + RawSocket.headers(1, path: "/hold"))
      while fixture.journal.held.withLock({ $0.isEmpty }) { await Task.yield() }
      socket.reset()
      #expect(await fixture.journal.endings(1)[0]?.code == .connectionLost)
      #expect(await client.call("/echo", body: [1]).body == [1])
    }
  }

  @Test func `a peer that leaves with a call open is reported, one that leaves idle is not`() async throws {
    try await Fixture.with { fixture in
      let leaver = try fixture.rawSocket()
      leaver.send(RawSocket.preface + RawSocket.headers(1, path: "/hold"))
      while fixture.journal.held.withLock({ $0.isEmpty }) { await Task.yield() }
      leaver.finish()
      #expect(await fixture.journal.endings(1)[0]?.code == .closedByPeer)
      let idler = try fixture.rawSocket()
      idler.send(RawSocket.preface)
      idler.finish()
      _ = idler.readToEnd()
      #expect(await fixture.journal.endings(2)[1] == nil)
    }
  }

  @Test func `HTTP/1, TLS and garbage are answered and closed without a reset`() async throws {
    try await Fixture.with { fixture in
      let cases: [(sent: [UInt8], answer: [UInt8])] = [
        (Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8), Array("HTTP/1.1 505".utf8)),
        ([0x16, 0x03, 0x01, 0x02, 0x00, 0x01] + [UInt8](repeating: 0, count: 200), [0x15, 0x03]),
      ]
      for (sent, answer) in cases {
        let socket = try fixture.rawSocket()
        socket.send(sent)
        let (bytes, wasReset) = socket.readToEnd()
        #expect(bytes.starts(with: answer) && !wasReset)
      }
      let endings = await fixture.journal.endings(2)
      #expect(endings.allSatisfy { $0?.code == .http2 })
    }
  }

  @Test func `without descriptors accepting pauses, and goes on when one is free`() async {
    // In a process of its own, whose limit may be lowered.
    await #expect(processExitsWith: .success) {
      let (paused, pause) = AsyncStream<EventLoopError>.makeStream()
      try await Fixture.with { configuration in
        configuration.exhaustionPause = .seconds(3600)
        configuration.onEvent = { event in if case .paused(let error) = event { pause.yield(error) } }
      } _: { fixture in
        let first = await fixture.connect()
        await first.ready()
        let second = RawSocket()
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = rlim_t(second.descriptor + 1)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        try second.connect(to: fixture.address.port!)
        var events = paused.makeAsyncIterator()
        #expect(await events.next()?.systemError == EMFILE)
        first.close()
        second.send(RawSocket.preface + RawSocket.headers(1, path: "/echo"))
        second.finish()
        #expect(!RawFrames(second.readToEnd().bytes).frames.isEmpty)
      }
    }
  }
}

/// Holds threads up until it is opened.
private final class Gate: Sendable {
  // SAFETY: made in `init`, destroyed in `deinit`; the calls on it are safe from any thread.
  private nonisolated(unsafe) let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
  init() { sem_init(semaphore, 0, 0) }
  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }
  func open() { sem_post(semaphore) }
  func wait() { sem_wait(semaphore) }
}
