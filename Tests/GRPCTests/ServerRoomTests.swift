import HTTP2
import Synchronization
import Testing

@testable import GRPC

/// Streams of responses that ask for room before they make the next one.
@Suite(.timeLimit(.minutes(10))) struct ServerRoomTests {
  private static let partBytes = 60_000

  /// Makes parts without an end, and counts those that it has made.
  private static func parts(_ made: Counter) -> EchoHandlers {
    var service = EchoHandlers()
    service.onRepeat = { note, responses, _ in
      for _ in 0..<max(1, note.count) {
        try await responses.waitForRoom(for: partBytes)
        made.increment()
        try await responses.send(Note(String(repeating: "z", count: partBytes)))
      }
    }
    return service
  }

  private static func open(_ count: Int, on harness: ServerHarness, parts: Int32) async -> [RawCall] {
    var calls: [RawCall] = []
    for _ in 0..<count {
      let call = await harness.open(ServerHarness.head(ServerHarness.repeat))
      await harness.onLoop { call.reads = false }
      calls.append(call)
    }
    for call in calls {
      await call.send(framed("", count: parts))
      await call.end()
    }
    return calls
  }

  @Test func `parts are not made while the server has no room for them, and come when it has`() async throws {
    var configuration = ServerConfiguration()
    configuration.maxBufferedBytes = 1 << 20
    let made = Counter()
    let harness = try await ServerHarness(Self.parts(made), configuration: configuration)
    let calls = await Self.open(40, on: harness, parts: 6)
    while await harness.callsWaitingForRoom == 0 { await Task.yield() }
    // Beside what the windows of the client take.
    #expect(made.value < 40)
    #expect(await harness.heldResponseBytes <= 3 << 18)
    for call in calls { await call.readOn() }
    for call in calls {
      await call.closed()
      #expect(call.status == 0)
    }
    #expect(made.value == 240)
    #expect(await harness.promisedBytes == 0)
    #expect(await harness.callsWaitingForRoom == 0)
    await harness.stop()
  }

  @Test func `of calls that wait for room so many are refused as would be too many themselves`() async throws
  {
    var configuration = ServerConfiguration()
    configuration.maxBufferedBytes = 1 << 20
    let harness = try await ServerHarness(Self.parts(Counter()), configuration: configuration)
    let calls = await Self.open(99, on: harness, parts: 6)
    while await harness.onLoop({ calls.count { $0.code != nil } }) == 0 { await Task.yield() }
    let refused = await harness.onLoop { calls.filter { $0.code != nil } }
    #expect(refused.allSatisfy { $0.status == 8 })
    for call in calls { await call.reset(.cancel) }
    while await harness.callsWaitingForRoom > 0 { await Task.yield() }
    #expect(await harness.promisedBytes == 0)
    await harness.stop()
  }

  @Test func `a call that asks for room ends when its client reads nothing for long`() async throws {
    var configuration = ServerConfiguration()
    configuration.responsePatience = .milliseconds(20)
    let harness = try await ServerHarness(Self.parts(Counter()), configuration: configuration)
    let call = await Self.open(1, on: harness, parts: 9)[0]
    await call.closed()
    #expect(call.code == .enhanceYourCalm)
    #expect(await harness.promisedBytes == 0)
    await harness.stop()
  }

  @Test func `room that is kept for a message goes back with the call, and when it is given back`()
    async throws
  {
    for count in [0, 1] as [Int32] {
      let (asked, goOn) = (Signal(), Signal())
      var service = EchoHandlers()
      service.onRepeat = { note, responses, _ in
        try await responses.waitForRoom(for: Self.partBytes)
        if note.count == 1 { await responses.giveBackRoom() }
        asked.send()
        await goOn.wait()
      }
      let harness = try await ServerHarness(service)
      let call = await Self.open(1, on: harness, parts: count)[0]
      await asked.wait()
      if count == 1 { #expect(await harness.promisedBytes == 0) }
      await call.reset(.cancel)
      _ = await harness.call(ServerHarness.head("/no.Such/Method"), [])
      #expect(await harness.promisedBytes == 0)
      goOn.send()
      await harness.stop()
    }
  }

  @Test func `streams of responses leave a quarter of the budget to calls that cannot wait`() {
    let budget = BufferBudget(limit: 1 << 20)
    var (stream, call) = (BufferLease(), BufferLease())
    var isHeld = stream.hold(900_000, of: budget, leaving: budget.reserve)
    #expect(!isHeld)
    isHeld = call.hold(900_000, of: budget)
    #expect(isHeld)
  }

  @Test func `a small budget is drawn on in small steps`() {
    let budget = BufferBudget(limit: 16 << 20)
    var leases = [BufferLease](repeating: BufferLease(), count: 200)
    for index in leases.indices {
      let isHeld = leases[index].hold(60_000, of: budget)
      #expect(isHeld)
    }
  }

  @Test func `connections of a loop share the tasks that wait for calls, and the last one ends them`()
    async throws
  {
    var service = EchoHandlers()
    let goOn = Mutex(Signal())
    service.onEcho = { note, _ in
      await goOn.withLock { $0 }.wait()
      return note
    }
    let harness = try await ServerHarness(service)
    let other = await harness.onLoop { [harness] in harness.neighbour() }
    for _ in 0..<2 {
      var calls: [RawCall] = []
      for _ in 0..<100 { calls.append(await harness.open(ServerHarness.head(ServerHarness.echo))) }
      for call in calls {
        await call.send(framed("x"))
        await call.end()
      }
      goOn.withLock { $0 }.send()
      for call in calls { await call.closed() }
      goOn.withLock { $0 = Signal() }
    }
    #expect(await harness.idleRunners == 100)
    #expect(await harness.onLoop { other.runners.count } == 100)
    await harness.onLoop { [harness] in harness.leaveRunners() }
    #expect(await harness.idleRunners == 100)
    await harness.onLoop { other.leaveRunners() }
    #expect(await harness.idleRunners == 0)
    await harness.stop()
  }
}
