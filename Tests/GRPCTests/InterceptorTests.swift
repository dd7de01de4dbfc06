import EventLoops
import Synchronization
import Testing

@testable import GRPC

/// The interceptors that come with the package, on both sides.
@Suite(.timeLimit(.minutes(10))) struct InterceptorTests {
  private func client(_ interceptors: any ClientInterceptor...) -> ChannelConfiguration {
    var configuration = ChannelConfiguration()
    configuration.interceptors = interceptors
    return configuration
  }

  /// A service that answers with one of the metadata it was sent.
  private func telling(_ name: String) -> EchoHandlers {
    var service = EchoHandlers()
    service.onEcho = { _, context in Note(context.metadata.values(of: name).joined(separator: ",")) }
    return service
  }

  @Test func `a bearer token goes with every call over TLS`() async throws {
    let harness = try CallHarness(
      telling("authorization"), depth: .tls, client: client(BearerToken("old"), BearerToken("abc")))
    #expect(try await harness.echo.echo(Note("x")).text == "Bearer abc")
    await harness.stop()
  }

  @Test func `secrets are not sent without TLS unless that is asked for`() async throws {
    let refused = try CallHarness(telling("x-api-key"), client: client(APIKey("secret")))
    let error = await #expect(throws: RPCError.self) { try await refused.echo.echo(Note("x")) }
    #expect(error?.code == .unauthenticated)
    #expect(error?.message.contains("TLS") == true)
    await refused.stop()
    let allowed = try CallHarness(
      telling("x-api-key"),
      client: client(APIKey("secret", allowsPlaintext: true), BearerToken("abc", allowsPlaintext: true)))
    #expect(try await allowed.echo.echo(Note("x")).text == "secret")
    await allowed.stop()
  }

  @Test func `a token is asked for before every call and its failure is the call's`() async throws {
    let count = Counter()
    let token = BearerToken(allowsPlaintext: true) { () async throws(RPCError) in
      count.increment()
      if count.value == 2 { throw RPCError(.unauthenticated, "the token cannot be renewed") }
      return "token-\(count.value)"
    }
    let harness = try CallHarness(telling("authorization"), client: client(token))
    #expect(try await harness.echo.echo(Note("x")).text == "Bearer token-1")
    let error = await #expect(throws: RPCError.self) { try await harness.echo.echo(Note("x")) }
    #expect(error?.message == "the token cannot be renewed")
    #expect(try await harness.echo.echo(Note("x")).text == "Bearer token-3")
    await harness.stop()
  }

  @Test func `a log has a line for each call, with what a peer said in quotes`() async throws {
    let lines = Recorder()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      guard note.text != "fail" else { throw RPCError(.notFound, "no such\nline") }
      return note
    }
    let harness = try CallHarness(service, client: client(CallLog { lines.write($0) }))
    _ = try await harness.echo.echo(Note("x"))
    _ = await #expect(throws: RPCError.self) { try await harness.echo.echo(Note("fail")) }
    await harness.stop()
    let path = "method=/matiane.test.v1.EchoService/Echo"
    #expect(lines.lines.count == 2)
    #expect(lines.lines[0].hasPrefix("\(path) code=OK ms="))
    #expect(lines.lines[1].hasPrefix("\(path) code=NOT_FOUND ms="))
    #expect(lines.lines[1].hasSuffix(#"peer=in-process message="no such\nline""#))
  }

  @Test func `metrics count calls by method and code`() async throws {
    let metrics = CallMetrics()
    let harness = try CallHarness(client: client(metrics))
    for _ in 0..<3 { _ = try await harness.echo.echo(Note("x")) }
    for try await _ in harness.echo.repeat(Note("x", count: 2)) {}
    let unknown = MethodDescriptor<Note, Note>(service: "no.Service", name: "X", kind: .unary)
    _ = await #expect(throws: RPCError.self) { try await harness.channel.unary(unknown, Note("x")) }
    await harness.stop()
    let figures = metrics.snapshot
    #expect(figures.map(\.count) == [3, 1, 1])
    #expect(figures.map(\.code) == [.ok, .ok, .unimplemented])
    #expect(figures.allSatisfy { $0.buckets.reduce(0, +) == $0.count && $0.total > .zero })
  }

  @Test func `a handler's calls end no later than the call that it handles`() async throws {
    let recorder = DeadlineRecorder()
    let inner = try CallHarness(EchoHandlers(), client: client(DeadlinePropagation(), recorder))
    let loops = try EventLoopGroup(count: 1)
    var service = EchoHandlers()
    let echo = inner.echo
    service.onEcho = { note, context in
      try await echo.echo(note, options: note.count == 1 ? context.options() : CallOptions())
    }
    service.onRepeat = { note, responses, _ in
      for try await response in echo.repeat(note) { try await responses.send(response) }
    }
    let server = Server([service], on: loops, interceptors: [DeadlinePropagation()])
    let channel = try Channel(inProcess: server)
    let outer = EchoServiceClient(channel, options: CallOptions(timeout: .seconds(100)))
    for count in 0...1 { _ = try await outer.echo(Note("x", count: Int32(count))) }
    for try await _ in outer.repeat(Note("x", count: 1)) {}
    _ = try await outer.echo(Note("x"), options: CallOptions())
    let remaining = recorder.seen.withLock { $0 }
    #expect(remaining.count == 4)
    for seen in remaining.prefix(3) { #expect(seen.map { $0 > .zero && $0 <= .seconds(100) } == true) }
    #expect(remaining.last == .some(nil))
    await channel.close()
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
    await inner.stop()
  }

  @Test func `a call that its interceptors hold up ends with its deadline and with its task`() async throws {
    let stuck = StuckInterceptor()
    let harness = try CallHarness(client: client(stuck))
    let short = CallOptions(timeout: .milliseconds(20))
    let late = await #expect(throws: RPCError.self) { try await harness.echo.echo(Note("x"), options: short) }
    #expect(late?.code == .deadlineExceeded)
    let lateStream = await #expect(throws: RPCError.self) {
      for try await _ in harness.echo.repeat(Note("x"), options: short) {}
    }
    #expect(lateStream?.code == .deadlineExceeded)
    let waiting = Task { [echo = harness.echo] in try await echo.echo(Note("x")) }
    let reading = Task { [echo = harness.echo] in for try await _ in echo.repeat(Note("x")) {} }
    for await _ in stuck.begun.prefix(4) {}
    waiting.cancel()
    reading.cancel()
    await #expect(throws: RPCError.self) { try await waiting.value }
    await #expect(throws: RPCError.self) { try await reading.value }
    // Each was told to stop, and how its call had ended.
    for await _ in stuck.cancelled.prefix(4) {}
    var codes: [StatusCode] = []
    for await code in stuck.ended.prefix(4) { codes.append(code) }
    #expect(codes.count { $0 == .deadlineExceeded } == 2 && codes.count { $0 == .cancelled } == 2)
    await harness.stop()
  }

  @Test func `a channel that is closed ends what its interceptors hold up`() async throws {
    let stuck = StuckInterceptor()
    let harness = try CallHarness(client: client(stuck))
    let waiting = Task { [echo = harness.echo] in try await echo.echo(Note("x")) }
    for await _ in stuck.begun.prefix(1) {}
    await harness.channel.close()
    let error = await #expect(throws: RPCError.self) { try await waiting.value }
    #expect(error?.code == .unavailable)
    for await code in stuck.ended.prefix(1) { #expect(code == .unavailable) }
    await harness.stop()
  }

  @Test func `a server lets only calls with an accepted token through`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let check = TokenCheck { token, method in token == "good" && method.name == "Echo" }
    let server = Server([EchoHandlers(), HealthService()], on: loops, interceptors: [check])
    let channel = try Channel(inProcess: server)
    let echo = EchoServiceClient(channel)
    func code(_ authorization: String?) async throws -> StatusCode? {
      var options = CallOptions()
      if let authorization { try options.metadata.append("authorization", authorization) }
      do throws(RPCError) {
        _ = try await echo.echo(Note("x"), options: options)
        return nil
      } catch { return error.code }
    }
    #expect(try await code(nil) == .unauthenticated)
    #expect(try await code("Basic good") == .unauthenticated)
    #expect(try await code("bearer bad") == .permissionDenied)
    #expect(try await code("bearer  good") == nil)
    _ = try await HealthClient(channel).check(HealthCheckRequest())
    await channel.close()
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
  }
}

/// Writes down how long calls have left when they start.
private final class DeadlineRecorder: ClientInterceptor {
  let seen = Mutex<[Duration?]>([])

  func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    let left = call.options.deadline.map { ContinuousClock.now.duration(to: $0) }
    seen.withLock { $0.append(left) }
  }
}

/// Waits until it is cancelled, and goes on then as if nothing had been.
private final class StuckInterceptor: ClientInterceptor {
  let (begun, begin) = AsyncStream<Void>.makeStream()
  let (cancelled, cancel) = AsyncStream<Void>.makeStream()
  let (ended, end) = AsyncStream<StatusCode>.makeStream()

  func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    begin.yield()
    try? await Task.sleep(for: .seconds(3600))
    cancel.yield()
  }

  func completed(_ call: OutgoingCall, _ outcome: CallOutcome) { end.yield(outcome.code) }
}
