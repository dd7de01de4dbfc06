import HTTP2
import Synchronization
import Testing

@testable import GRPC

/// What bounds the memory that clients can make a server hold, and that clients within their rights do not notice it.
@Suite(.timeLimit(.minutes(10))) struct ServerMemoryTests {
  @Test func `a request of a stream is held until the handler asks for the next one`() async throws {
    let (taken, goOn, asked, finish) = (Signal(), Signal(), Signal(), Signal())
    var service = EchoHandlers()
    service.onJoin = { notes, _ in
      for try await note in notes {
        if note.text.isEmpty {
          asked.send()
          await finish.wait()
        } else {
          taken.send()
          await goOn.wait()
        }
      }
      return Note()
    }
    let harness = try await ServerHarness(service)
    let call = await harness.open(ServerHarness.head(ServerHarness.join))
    await call.send(large(60_000))
    await taken.wait()
    #expect(await harness.heldRequestBytes >= 60_000)
    await call.send(framed(""))
    goOn.send()
    await asked.wait()
    #expect(await harness.heldRequestBytes < 1000)
    await call.end()
    finish.send()
    await call.closed()
    #expect(call.status == 0)
    #expect(await harness.heldRequestBytes == 0)
    await harness.stop()
  }

  @Test func `what requests of streams are inflated to counts against what a connection may hold`()
    async throws
  {
    let goOn = Signal()
    var service = EchoHandlers()
    service.onJoin = { notes, _ in
      for try await _ in notes { await goOn.wait() }
      return Note()
    }
    var configuration = ServerConfiguration()
    configuration.maxBufferedRequestBytes = 1_000_000
    let harness = try await ServerHarness(service, configuration: configuration)
    let note = Note(String(repeating: "y", count: 400_000)).serialized()
    let small = try #require(note.withUnsafeBytes { MessageEncoding.gzip.compress($0) })
    var calls: [RawCall] = []
    for _ in 0..<5 {
      calls.append(await harness.open(ServerHarness.head(ServerHarness.join, ["grpc-encoding": "gzip"])))
    }
    for call in calls { await call.send(framed(small, flag: 1)) }
    for call in calls[2...] {
      await call.closed()
      #expect(call.status == 8)
      #expect(call.message == "the connection's calls hold too many bytes of requests")
    }
    goOn.send()
    for call in calls[..<2] {
      await call.end()
      await call.closed()
      #expect(call.status == 0)
    }
    #expect(await harness.heldRequestBytes == 0)
    await harness.stop()
  }

  @Test func `a large compressed request does not hold up the calls beside it`() async throws {
    let order = Mutex<[Int]>([])
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      order.withLock { $0.append(note.text.utf8.count) }
      return Note("done")
    }
    let harness = try await ServerHarness(service)
    let plain = Note(String(repeating: "y", count: 3_000_000)).serialized()
    let compressed = framed(plain.withUnsafeBytes { MessageEncoding.gzip.compress($0) } ?? [], flag: 1)
    let head = ServerHarness.head(ServerHarness.echo, ["grpc-encoding": "gzip"])
    let calls = [await harness.open(head), await harness.open(head)]
    await harness.onLoop {
      for (call, bytes) in zip(calls, [compressed, framed("y")]) {
        bytes.withUnsafeBytes { call.stream?.send($0) }
        call.stream?.sendEnd()
      }
    }
    for call in calls {
      await call.closed()
      #expect(call.status == 0)
    }
    #expect(order.withLock { $0 } == [1, 3_000_000])
    await harness.stop()
  }

  @Test func `what large compressed requests come to is bounded as well`() async throws {
    var configuration = ServerConfiguration()
    configuration.maxBufferedRequestBytes = 2_000_000
    let harness = try await ServerHarness(configuration: configuration)
    let plain = Note(String(repeating: "y", count: 3_000_000)).serialized()
    let compressed = framed(plain.withUnsafeBytes { MessageEncoding.gzip.compress($0) } ?? [], flag: 1)
    let call = await harness.call(
      ServerHarness.head(ServerHarness.echo, ["grpc-encoding": "gzip"]), compressed)
    #expect(call.status == 8)
    await harness.stop()
  }

  @Test func `what the server may hold in all is a limit of its own`() async throws {
    var configuration = ServerConfiguration()
    configuration.maxBufferedBytes = 1 << 20
    let harness = try await ServerHarness(configuration: configuration)
    let fits = await harness.call(ServerHarness.head(ServerHarness.join), large(500_000))
    #expect(fits.status == 0)
    let over = await harness.call(ServerHarness.head(ServerHarness.echo), large(1_500_000))
    #expect(over.status == 8)
    let next = await harness.call(ServerHarness.head(ServerHarness.join), large(500_000))
    #expect(next.status == 0)
    await harness.stop()
  }

  @Test func `handlers wait while their client reads nothing, and run when it does`() async throws {
    var configuration = ServerConfiguration()
    configuration.maxQueuedResponseBytes = 150_000
    let begun = Counter()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      begun.increment()
      var answer = note
      // More than a stream's window, so that no call ends unread.
      answer.text = String(repeating: "z", count: 300_000)
      return answer
    }
    let harness = try await ServerHarness(service, configuration: configuration)
    var calls: [RawCall] = []
    for _ in 0..<20 {
      let call = await harness.open(ServerHarness.head(ServerHarness.echo))
      await harness.onLoop { call.reads = false }
      calls.append(call)
    }
    for call in calls {
      await call.send(framed("x"))
      await call.end()
    }
    // The client takes no more than its windows hold, so most of the handlers cannot have begun.
    _ = await harness.call(ServerHarness.head("/no.Such/Method"), [])
    #expect(begun.value < 20)
    for call in calls { await call.readOn() }
    for call in calls {
      await call.closed()
      #expect(call.status == 0)
    }
    #expect(begun.value == 20)
    await harness.stop()
  }

  @Test func `a compressed message waits compressed until the handler asks for it`() async throws {
    let began = Signal()
    let goOn = Signal()
    var service = EchoHandlers()
    service.onJoin = { requests, _ in
      began.send()
      await goOn.wait()
      var joined = Note()
      for try await note in requests { joined.count += Int32(note.text.utf8.count) }
      return joined
    }
    let harness = try await ServerHarness(service)
    let call = await harness.open(ServerHarness.head(ServerHarness.join, ["grpc-encoding": "gzip"]))
    var note = Note()
    note.text = String(repeating: "a", count: 1_000_000)
    let packed = try #require(note.serialized().withUnsafeBytes { MessageEncoding.gzip.compress($0) })
    for _ in 0..<20 { await call.send(framed(packed, flag: 1)) }
    await call.end()
    await began.wait()
    goOn.send()
    await call.closed()
    #expect(call.status == 0)
    #expect(call.notes.first?.count == 20_000_000)
    await harness.stop()
  }

  @Test func `empty messages that wait for their handler close the client's window, too`() async throws {
    let began = Signal()
    let goOn = Signal()
    var service = EchoHandlers()
    service.onJoin = { requests, _ in
      began.send()
      await goOn.wait()
      var joined = Note()
      for try await _ in requests { joined.count += 1 }
      return joined
    }
    let harness = try await ServerHarness(service)
    let call = await harness.open(ServerHarness.head(ServerHarness.join))
    await began.wait()
    await call.send([UInt8](repeating: 0, count: 5 * 60_000))
    #expect(await harness.onLoop { (call.stream?.queuedBytes ?? 0) > 0 })
    goOn.send()
    await call.end()
    await call.closed()
    #expect(call.status == 0)
    #expect(call.notes.first?.count == 60_000)
    await harness.stop()
  }

  @Test func `a call with thousands of messages at hand lets the others of its loop run`() async throws {
    let taken = Atomic<Int>(0)
    let takenBefore = Atomic<Int>(-1)
    var service = EchoHandlers()
    service.onJoin = { requests, _ in
      for try await _ in requests { taken.add(1, ordering: .relaxed) }
      return Note()
    }
    service.onEcho = { note, _ in
      takenBefore.store(taken.load(ordering: .relaxed), ordering: .relaxed)
      return note
    }
    let harness = try await ServerHarness(service)
    let (many, single) = await harness.onLoop { [harness] in
      let many = RawCall(harness)
      many.stream = harness.openNow(ServerHarness.head(ServerHarness.join), many)
      [UInt8](repeating: 0, count: 5 * 5000).withUnsafeBytes { many.stream?.send($0) }
      many.stream?.sendEnd()
      let single = RawCall(harness)
      single.stream = harness.openNow(ServerHarness.head(ServerHarness.echo), single)
      framed("x").withUnsafeBytes { single.stream?.send($0) }
      single.stream?.sendEnd()
      return (many, single)
    }
    await single.closed()
    await many.closed()
    #expect(single.status == 0 && many.status == 0)
    let before = takenBefore.load(ordering: .relaxed)
    #expect((0..<5000).contains(before))
    #expect(taken.load(ordering: .relaxed) == 5000)
    await harness.stop()
  }

  @Test func `a lease draws on the budget in steps and gives back what it no longer needs`() {
    let budget = BufferBudget(limit: 4 << 20)
    var lease = BufferLease()
    var isHeld = lease.hold(16 * 1024, of: budget)
    #expect(isHeld && !budget.isShort)
    isHeld = lease.hold(3 << 20, of: budget)
    #expect(isHeld && budget.isShort)
    var other = BufferLease()
    isHeld = other.hold(1000, of: budget)
    #expect(isHeld)
    isHeld = other.hold(2 << 20, of: budget)
    #expect(!isHeld)
    isHeld = lease.hold(0, of: budget)
    #expect(isHeld && !budget.isShort)
    isHeld = other.hold(2 << 20, of: budget)
    #expect(isHeld)
  }
}
