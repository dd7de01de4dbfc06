import EventLoops
import Testing

@testable import Transport

/// The machine that probes and ends connections, on a clock of the test's own.
@Suite struct LifetimeTests {
  /// A connection as the machine sees it.
  struct Scene {
    var policy = LifetimePolicy()
    var jitter = 0.0
    var seen = ConnectionLifetime.Observation(
      now: .init(nanoseconds: 0), lastReceived: .init(nanoseconds: 0), openStreams: 0, startedStreams: 0)
    private lazy var machine = ConnectionLifetime(policy, openedAt: .init(nanoseconds: 0), jitter: jitter)

    init(_ configure: (inout LifetimePolicy) -> Void) { configure(&policy) }

    /// What is due when the clock shows so many seconds.
    mutating func due(at seconds: Double) -> [ConnectionLifetime.Action] {
      seen.now = .init(nanoseconds: UInt64(seconds * 1e9))
      var actions: [ConnectionLifetime.Action] = []
      while let action = machine.due(policy, seen) {
        actions.append(action)
        if case .close = action { break }
      }
      return actions
    }

    mutating func receive(at seconds: Double) {
      seen.lastReceived = .init(nanoseconds: UInt64(seconds * 1e9))
    }

    mutating func nextDeadline() -> Double? {
      machine.nextDeadline(policy, seen).map { Double($0.nanoseconds) / 1e9 }
    }
  }

  @Test func `a policy that asks for nothing sets no timer`() {
    var scene = Scene { _ in }
    #expect(scene.due(at: 1e6) == [])
    #expect(scene.nextDeadline() == nil)
  }

  @Test func `silence is answered by a PING, and silence after that by the end`() {
    var scene = Scene {
      $0.keepaliveInterval = .seconds(60)
      $0.keepaliveTimeout = .seconds(20)
    }
    #expect(scene.due(at: 59) == [])
    #expect(scene.nextDeadline() == 60)
    #expect(scene.due(at: 60) == [.probe])
    #expect(scene.nextDeadline() == 80)
    #expect(scene.due(at: 79) == [])
    #expect(scene.due(at: 80) == [.close(.silent)])
  }

  @Test func `any byte after the PING is a sign of life`() {
    var scene = Scene { $0.keepaliveInterval = .seconds(60) }
    #expect(scene.due(at: 60) == [.probe])
    scene.receive(at: 61)
    #expect(scene.due(at: 80) == [])
    #expect(scene.nextDeadline() == 121)
    #expect(scene.due(at: 121) == [.probe])
  }

  @Test func `a peer that talks is not probed`() {
    var scene = Scene { $0.keepaliveInterval = .seconds(60) }
    for second in stride(from: 50.0, through: 1000, by: 50) {
      scene.receive(at: second)
      #expect(scene.due(at: second + 49) == [])
    }
  }

  @Test func `without streams there is no probe where the policy says so`() {
    var scene = Scene {
      $0.keepaliveInterval = .seconds(60)
      $0.probesWithoutStreams = false
    }
    #expect(scene.due(at: 100) == [])
    // A stream may have been opened by then.
    #expect(scene.nextDeadline() == 160)
    scene.seen.openStreams = 1
    #expect(scene.due(at: 101) == [.probe])
  }

  @Test func `an idle connection is asked to leave, once`() {
    var scene = Scene { $0.maxIdle = .seconds(300) }
    #expect(scene.due(at: 299) == [])
    #expect(scene.due(at: 300) == [.leave(.idle)])
    #expect(scene.due(at: 10_000) == [])
    #expect(scene.nextDeadline() == nil)
  }

  @Test func `open streams, and those that came and went unseen, put idleness off`() {
    var scene = Scene { $0.maxIdle = .seconds(300) }
    scene.seen.openStreams = 1
    scene.seen.startedStreams = 1
    #expect(scene.due(at: 300) == [])
    #expect(scene.nextDeadline() == 600)
    scene.seen.openStreams = 0
    scene.seen.startedStreams = 9
    scene.receive(at: 500)
    #expect(scene.due(at: 600) == [])
    #expect(scene.nextDeadline() == 800)
    #expect(scene.due(at: 800) == [.leave(.idle)])
  }

  @Test func `what comes without streams puts idleness off no further`() {
    var scene = Scene { $0.maxIdle = .seconds(300) }
    scene.seen.startedStreams = 1
    scene.receive(at: 10)
    #expect(scene.due(at: 100) == [])
    scene.receive(at: 250)
    #expect(scene.due(at: 310) == [.leave(.idle)])
  }

  @Test(arguments: [(-1.0, 90.0), (0.0, 100.0), (1.0, 110.0)])
  func `an old connection is asked to leave, a tenth sooner or later`(jitter: Double, age: Double) {
    var scene = Scene { $0.maxAge = .seconds(100) }
    scene.jitter = jitter
    #expect(scene.due(at: age - 0.5) == [])
    #expect(scene.due(at: age) == [.leave(.old)])
    #expect(scene.nextDeadline() == nil)
  }

  @Test func `an old connection whose streams outlast the grace is closed`() {
    var scene = Scene {
      $0.maxAge = .seconds(100)
      $0.ageGrace = .seconds(10)
    }
    scene.seen.openStreams = 1
    #expect(scene.due(at: 100) == [.leave(.old)])
    #expect(scene.nextDeadline() == 110)
    #expect(scene.due(at: 110) == [.close(.old)])
  }

  @Test func `a connection that leaves is still probed`() {
    var scene = Scene {
      $0.maxAge = .seconds(100)
      $0.keepaliveInterval = .seconds(60)
      $0.keepaliveTimeout = .seconds(20)
    }
    scene.receive(at: 90)
    #expect(scene.due(at: 100) == [.leave(.old)])
    #expect(scene.due(at: 150) == [.probe])
    #expect(scene.due(at: 170) == [.close(.silent)])
  }
}

/// The same over whole connections in memory; the bounds are set to milliseconds.
@Suite struct ConnectionLifetimeTests {
  @Test func `an idle client is told to go and goes in good order`() async throws {
    try await Fixture.with {
      $0.connection.lifetime.maxIdle = .milliseconds(10)
    } _: { fixture in
      let client = await fixture.connect(.pipe)
      await client.ready()
      #expect(await client.ending() == nil)
      #expect(await fixture.journal.endings(1)[0] == nil)
    }
  }

  @Test func `an old connection lets its stream finish`() async throws {
    try await Fixture.with {
      $0.connection.lifetime.maxAge = .milliseconds(10)
      $0.connection.shutdownPingTimeout = .milliseconds(10)
    } _: { fixture in
      let socket = try fixture.rawSocket()
      socket.send(RawSocket.preface + RawSocket.headers(1, path: "/hold"))
      var bytes = socket.read { RawFrames($0).last(ofType: 7) != nil }
      fixture.journal.release()
      bytes += socket.readToEnd().bytes
      #expect(RawFrames(bytes).last(ofType: 1) != nil)
      #expect(await fixture.journal.endings(1)[0] == nil)
    }
  }

  @Test func `a stream that outlasts the grace of an old connection is cut`() async throws {
    try await Fixture.with {
      $0.connection.lifetime.maxAge = .milliseconds(10)
      $0.connection.lifetime.ageGrace = .milliseconds(10)
    } _: { fixture in
      let socket = try fixture.rawSocket()
      socket.send(RawSocket.preface + RawSocket.headers(1, path: "/hold"))
      _ = socket.readToEnd()
      #expect(await fixture.journal.endings(1)[0]?.code == .closedLocally)
    }
  }

  @Test func `a peer that answers no PING is given up`() async throws {
    try await Fixture.with {
      $0.connection.lifetime.keepaliveInterval = .milliseconds(10)
      $0.connection.lifetime.keepaliveTimeout = .milliseconds(10)
    } _: { fixture in
      let socket = try fixture.rawSocket()
      socket.send(RawSocket.preface)
      let (bytes, _) = socket.readToEnd()
      #expect(RawFrames(bytes).last(ofType: 6) != nil)
      #expect(await fixture.journal.endings(1)[0]?.code == .timedOut)
    }
  }

  @Test
  func `a peer that has answered is asked again once it is silent again, however long it might have taken`()
    async throws
  {
    try await Fixture.with {
      $0.connection.lifetime.keepaliveInterval = .milliseconds(2)
      $0.connection.lifetime.keepaliveTimeout = .seconds(3600)
    } _: { fixture in
      let socket = try fixture.rawSocket()
      socket.giveUp(after: 60)
      socket.send(RawSocket.preface)
      for _ in 0..<3 {
        let asked = socket.read { RawFrames($0).last(ofType: 6) != nil }
        let ping = try #require(RawFrames(asked).last(ofType: 6))
        socket.send([0, 0, 8, 6, 1, 0, 0, 0, 0] + ping.payload)
      }
    }
  }

  @Test func `a peer that answers PINGs stays`() async throws {
    try await Fixture.with {
      // More than a hundred PINGs a second would be a flood.
      $0.connection.lifetime.keepaliveInterval = .milliseconds(20)
      $0.connection.lifetime.keepaliveTimeout = .seconds(30)
    } _: { fixture in
      let client = await fixture.connect(.pipe)
      await client.ready()
      // Others that answer nothing come and go meanwhile.
      for _ in 0..<3 {
        let other = await fixture.connect(.pipe)
        await other.ready()
        #expect(await other.call("/echo", body: [1]).body == [1])
        other.close()
      }
      #expect(await client.call("/echo", body: [1]).body == [1])
    }
  }
}
