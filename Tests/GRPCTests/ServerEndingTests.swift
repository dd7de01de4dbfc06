import HTTP2
import Synchronization
import Testing

@testable import GRPC

/// Deadlines, cancellation, back-pressure and what observers hear of the end.
@Suite struct ServerEndingTests {
  final class Log: ServerObserver, ConnectionObserver {
    let codes = Mutex<[StatusCode]>([])
    let heard = Signal()
    func open(_ connection: ConnectionSummary) -> any ConnectionObserver { self }
    func callEnded(_ call: ServerCallSummary) {
      codes.withLock { $0.append(call.code) }
      heard.send()
    }
  }

  /// The handler may lose the race against a short deadline on a busy machine; then a longer one is tried.
  @Test func `a deadline ends the call and cancels its handler`() async throws {
    for timeout in ["20m", "1S", "60S"] {
      let started = Atomic<Bool>(false)
      let cancelled = Signal()
      var service = EchoHandlers()
      service.onEcho = { note, context in
        started.store(true, ordering: .relaxed)
        #expect(context.deadline != nil)
        await untilCancelled()
        #expect(context.isCancelled)
        cancelled.send()
        return note
      }
      let log = Log()
      let harness = try await ServerHarness(service, observers: [log])
      let head = ServerHarness.head(ServerHarness.echo, ["grpc-timeout": timeout])
      let call = await harness.call(head, framed("x"))
      #expect(call.status == 4)
      #expect(log.codes.withLock { $0 } == [.deadlineExceeded])
      if started.load(ordering: .relaxed) { await cancelled.wait() }
      await harness.stop()
      if started.load(ordering: .relaxed) { return }
    }
    Issue.record("no handler was started within its deadline")
  }

  @Test func `metadata that were to go first go before a failure, too`() async throws {
    var service = EchoHandlers()
    service.onEcho = { _, context in
      var metadata = Metadata()
      try metadata.append("x-first", "m")
      context.addInitialMetadata(metadata)
      throw RPCError(.notFound, "no such note")
    }
    let harness = try await ServerHarness(service)
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed("x"))
    #expect(call.header("x-first") == "m" && call.header("grpc-status") == nil)
    #expect(call.status == 5 && call.trailer("x-first") == nil)
    await harness.stop()
  }

  @Test func `a deadline ends an idle bidirectional call`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.open(ServerHarness.head(ServerHarness.chat, ["grpc-timeout": "5000u"]))
    await call.closed()
    #expect(call.status == 4)
    #expect(call.code == .noError)
    await harness.stop()
  }

  @Test func `a deadline ends a request that is never completed`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.open(ServerHarness.head(ServerHarness.echo, ["grpc-timeout": "5m"]))
    await call.closed()
    #expect(call.status == 4)
    await harness.stop()
  }

  /// On a busy machine the deadline may pass before there is a response; then a longer one is tried.
  @Test(arguments: [true, false])
  func `a deadline ends the stream of a client that reads nothing`(isComplete: Bool) async throws {
    for timeout in ["50m", "2S", "60S"] {
      var service = EchoHandlers()
      service.onRepeat = { _, responses, _ in
        var note = Note()
        // The smaller one is just above the window: its handler returns, and its trailers wait.
        note.text = String(repeating: "x", count: isComplete ? 270_000 : 400_000)
        repeat { try await responses.send(note) } while !isComplete
      }
      let harness = try await ServerHarness(service)
      let call = await harness.open(ServerHarness.head(ServerHarness.repeat, ["grpc-timeout": timeout]))
      await harness.onLoop { call.reads = false }
      await call.send(framed("x"))
      await call.end()
      await call.closed()
      let hasBegun = !call.body.isEmpty
      if hasBegun { #expect(call.code == .cancel) }
      #expect(await harness.serverStreams == 0)
      await harness.stop()
      if hasBegun { return }
    }
    Issue.record("no response was begun within its deadline")
  }

  @Test(arguments: ["0S", "0n"])
  func `a timeout of nothing is over at once`(timeout: String) async throws {
    let harness = try await ServerHarness()
    let call = await harness.open(ServerHarness.head(ServerHarness.echo, ["grpc-timeout": timeout]))
    await call.closed()
    #expect(call.status == 4)
    await harness.stop()
  }

  @Test func `a long deadline leaves a quick call alone`() async throws {
    let harness = try await ServerHarness()
    let head = ServerHarness.head(ServerHarness.echo, ["grpc-timeout": "99999999H"])
    let call = await harness.call(head, framed("x"))
    #expect(call.status == 0)
    await harness.stop()
  }

  @Test func `the client's cancellation reaches the handler`() async throws {
    let started = Signal()
    let cancelled = Signal()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      started.send()
      await untilCancelled()
      cancelled.send()
      return note
    }
    let log = Log()
    let harness = try await ServerHarness(service, observers: [log])
    let call = await harness.open(ServerHarness.head(ServerHarness.echo))
    await call.send(framed("x"))
    await call.end()
    await started.wait()
    await call.reset(.cancel)
    await cancelled.wait()
    await log.heard.wait()
    #expect(log.codes.withLock { $0 } == [.cancelled])
    #expect(await harness.serverStreams == 0)
    await harness.stop()
  }

  @Test func `a lost connection cancels a handler that waits for requests`() async throws {
    let started = Signal()
    let ended = Signal()
    let code = Mutex<StatusCode?>(nil)
    var service = EchoHandlers()
    service.onJoin = { requests, _ in
      started.send()
      do { for try await _ in requests {} } catch { code.withLock { $0 = (error as? RPCError)?.code } }
      ended.send()
      return Note()
    }
    let harness = try await ServerHarness(service)
    _ = await harness.open(ServerHarness.head(ServerHarness.join))
    await started.wait()
    await harness.loseConnection()
    await ended.wait()
    #expect(code.withLock { $0 } == .cancelled)
    await harness.stop()
  }

  @Test func `a call that is cancelled before its handler starts never runs it`() async throws {
    let ran = Atomic<Bool>(false)
    var service = EchoHandlers()
    service.onChat = { _, _, _ in ran.store(true, ordering: .relaxed) }
    let harness = try await ServerHarness(service)
    let call = await harness.onLoop { [harness] in
      let call = RawCall(harness)
      call.stream = harness.openNow(ServerHarness.head(ServerHarness.chat), call)
      harness.endOfTurn()
      call.stream?.reset(.cancel)
      harness.endOfTurn()
      return call
    }
    await call.closed()
    _ = await harness.call(ServerHarness.head(ServerHarness.echo), framed("x"))
    let hasRun = ran.load(ordering: .relaxed)
    #expect(!hasRun)
    await harness.stop()
  }

  @Test func `a writer waits for a client that does not read`() async throws {
    let sent = Atomic<Int>(0)
    let blocked = Signal()
    var service = EchoHandlers()
    service.onRepeat = { note, responses, _ in
      var big = note
      big.payload = Array(repeating: 1, count: 10_000)
      for index in 0..<100 {
        sent.store(index, ordering: .relaxed)
        if index == 15 { blocked.send() }
        try await responses.send(big)
      }
    }
    let harness = try await ServerHarness(service)
    let call = await harness.open(ServerHarness.head(ServerHarness.repeat))
    await harness.onLoop { call.reads = false }
    await call.send(framed("x"))
    await call.end()
    await call.wait(forMessages: 6)
    for _ in 0..<100 { await harness.onLoop {} }
    // One window of 256 KiB is with the client, at most 64 KiB and a message wait here.
    let count = sent.load(ordering: .relaxed)
    #expect(count < 40)
    await call.readOn()
    await call.closed()
    #expect(call.messages.count == 100)
    #expect(call.status == 0)
    await harness.stop()
  }

  @Test func `a client waits for a handler that does not read`() async throws {
    let proceed = Signal()
    var service = EchoHandlers()
    service.onJoin = { requests, _ in
      await proceed.wait()
      var total = Note()
      for try await note in requests { total.count += Int32(note.payload.count) }
      return total
    }
    let harness = try await ServerHarness(service)
    var note = Note()
    note.payload = Array(repeating: 1, count: 10_000)
    let call = await harness.open(ServerHarness.head(ServerHarness.join))
    for _ in 0..<200 { await call.send(framed(note.serialized())) }
    await call.end()
    for _ in 0..<100 { await harness.onLoop {} }
    let queued = await harness.onLoop { call.stream?.queuedBytes ?? 0 }
    #expect(queued > 1_500_000)
    proceed.send()
    await call.closed()
    #expect(call.notes.first?.count == 2_000_000)
    await harness.stop()
  }

  @Test func `observers hear every kind of end`() async throws {
    let log = Log()
    let harness = try await ServerHarness(observers: [log])
    _ = await harness.call(ServerHarness.head(ServerHarness.echo), framed("x"))
    _ = await harness.call(ServerHarness.head(ServerHarness.echo), framed([0xff]))
    #expect(log.codes.withLock { $0 } == [.ok, .internal])
    await harness.stop()
  }
}
