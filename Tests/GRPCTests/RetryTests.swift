import EventLoops
import HTTP2
import Synchronization
import Testing

@testable import GRPC

/// Calls that are sent more than once, over the real client and a scripted server.
@Suite(.timeLimit(.minutes(10))) struct RetryTests {
  private static let quick = RetryPolicy(
    maxAttempts: 4, initialBackoff: .milliseconds(1), maxBackoff: .milliseconds(2),
    retryableCodes: [.unavailable])

  /// One that nobody sees the second attempt of.
  private static let slow = RetryPolicy(
    maxAttempts: 4, initialBackoff: .seconds(3600), maxBackoff: .seconds(3600), retryableCodes: [.unavailable]
  )

  private func configuration(
    _ persistence: MethodConfig.Persistence? = .retry(quick), throttling: RetryThrottling? = nil
  ) -> ChannelConfiguration {
    var configuration = ChannelConfiguration()
    configuration.backoff = ConnectionBackoff(initial: .milliseconds(1), maximum: .milliseconds(5))
    configuration.serviceConfig = ServiceConfig(
      methods: [MethodConfig(persistence: persistence)], retryThrottling: throttling)
    return configuration
  }

  /// Runs calls against a script and returns what the server saw of them.
  private func record(
    _ configuration: ChannelConfiguration, script: @escaping @Sendable (ScriptedStream) -> Void,
    calls: (EchoServiceClient) async throws -> Void
  ) async throws -> ScriptedServer.Record {
    let server = try ScriptedServer(script)
    let channel = try server.channel(configuration)
    try await calls(EchoServiceClient(channel))
    await channel.close()
    let seen = server.seen
    await server.loops.shutdown()
    return seen
  }

  private func attempts(_ record: ScriptedServer.Record) -> [String?] {
    record.requests.map { $0.first { $0.name == "grpc-previous-rpc-attempts" }?.value }
  }

  @Test func `a call that fails is sent again and says how often it was`() async throws {
    let seen = try await record(configuration()) { stream in
      if stream.number < 4 { stream.refuse("14") } else { stream.succeed() }
    } calls: { echo in
      let response = try await echo.echo(Note("x"))
      #expect(response.text == "scripted")
    }
    #expect(attempts(seen) == [nil, "1", "2", "3"])
  }

  @Test func `every attempt may find its connection closed under it`() async throws {
    var configuration = configuration()
    // So long a wait for a connection would be seen.
    configuration.backoff = ConnectionBackoff(initial: .seconds(3600), maximum: .seconds(3600))
    let seen = try await record(configuration) { stream in
      if stream.number < 4 { stream.onEnd = { stream.connection.close() } } else { stream.succeed() }
    } calls: { echo in
      let response = try await echo.echo(Note("x"))
      #expect(response.text == "scripted")
    }
    #expect(seen.connections == 4)
  }

  @Test func `the last failure is the call's`() async throws {
    let seen = try await record(configuration()) { stream in
      stream.refuse("14", [("x-number", "\(stream.number)")])
    } calls: { echo in
      let error = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
      #expect(error?.code == .unavailable)
      #expect(error?.metadata["x-number"] == "4")
    }
    #expect(seen.requests.count == 4)
  }

  @Test func `a code that is not retryable ends the call at once`() async throws {
    let seen = try await record(configuration()) {
      $0.refuse("9")
    } calls: { echo in
      let error = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
      #expect(error?.code == .failedPrecondition)
    }
    #expect(seen.requests.count == 1)
  }

  @Test func `a response that has begun commits the call`() async throws {
    let seen = try await record(configuration()) { stream in
      stream.headers()
      stream.trailers(["grpc-status": "14"])
    } calls: { echo in
      let error = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
      #expect(error?.code == .unavailable)
    }
    #expect(seen.requests.count == 1)
  }

  @Test func `pushback overrides the policy`() async throws {
    let willing = try await record(configuration()) { stream in
      // Not a retryable code, but the server asks for another attempt.
      if stream.number == 1 {
        stream.refuse("10", [("grpc-retry-pushback-ms", "3")])
      } else {
        stream.succeed()
      }
    } calls: {
      _ = try await $0.echo(Note("x"))
    }
    #expect(willing.requests.count == 2)
    let unwilling = try await record(configuration()) { stream in
      stream.refuse("14", [("grpc-retry-pushback-ms", "-1")])
    } calls: { echo in
      _ = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
    }
    #expect(unwilling.requests.count == 1)
  }

  @Test func `many failures stop the retries until calls succeed again`() async throws {
    let throttling = RetryThrottling(maxTokens: 4, tokenRatio: 1)
    let fails = Mutex(true)
    let seen = try await record(configuration(throttling: throttling)) { stream in
      if fails.withLock({ $0 }) { stream.refuse("14") } else { stream.succeed() }
    } calls: { echo in
      for _ in 0..<2 { _ = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) } }
      fails.withLock { $0 = false }
      for _ in 0..<4 { _ = try await echo.echo(Note("x")) }
      fails.withLock { $0 = true }
      _ = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
    }
    // The first call may retry once (4 tokens, then 3, then 2), the second not; four successes fill up again.
    #expect(attempts(seen) == [nil, "1", nil, nil, nil, nil, nil, nil, "1"])
  }

  @Test func `the requests of a stream are sent again, those that were given meanwhile as well`() async throws
  {
    let bytes = Mutex<[Int: Int]>([:])
    let server = try ScriptedServer { stream in
      let number = stream.number
      stream.onBytes = { count in bytes.withLock { $0[number, default: 0] += count } }
      if number == 1 { stream.onData = { stream.refuse("14") } } else { stream.onEnd = { stream.succeed() } }
    }
    let channel = try server.channel(configuration())
    let call = EchoServiceClient(channel).join()
    for text in ["one", "two"] { try await call.send(Note(text)) }
    await server.wait { $0.requests.count == 2 }
    try await call.send(Note("three"))
    call.finish()
    #expect(try await call.response().text == "scripted")
    let expected = ["one", "two", "three"].reduce(0) { $0 + framed(Note($1).serialized()).count }
    #expect(bytes.withLock { $0[2] } == expected)
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a stream that has sent more than is kept is not sent again`() async throws {
    let received = Mutex(0)
    let server = try ScriptedServer { stream in
      stream.onBytes = { count in
        let total = received.withLock {
          $0 += count
          return $0
        }
        if total > 1_100_000 { stream.refuse("14") }
      }
    }
    let channel = try server.channel(configuration())
    let call = EchoServiceClient(channel).join()
    let error = await #expect(throws: RPCError.self) {
      while true { try await call.send(Note("", payload: [UInt8](repeating: 7, count: 50_000))) }
    }
    #expect(error?.code == .unavailable)
    #expect(server.seen.requests.count == 1)
    await channel.close()
    await server.loops.shutdown()
  }

  /// On a busy machine a short deadline may pass before the first attempt is made; then a longer one is tried.
  @Test func `a deadline ends a call between two attempts`() async throws {
    var attempts = 0
    for timeout in [.milliseconds(20), .seconds(1), .seconds(60)] as [Duration] where attempts == 0 {
      let seen = try await record(configuration(.retry(Self.slow))) {
        $0.refuse("14")
      } calls: { echo in
        let error = await #expect(throws: RPCError.self) {
          try await echo.echo(Note("x"), options: CallOptions(timeout: timeout))
        }
        #expect(error?.code == .deadlineExceeded)
      }
      attempts = seen.requests.count
    }
    #expect(attempts == 1)
  }

  /// A call that waits between two attempts, `end` of which ends it with a code.
  private func waiting(
    endsWith code: StatusCode, _ end: (Channel, Task<Note, any Error>) async -> Void
  ) async throws {
    let server = try ScriptedServer { $0.refuse("14") }
    let channel = try server.channel(configuration(.retry(Self.slow)))
    let echo = EchoServiceClient(channel)
    let task = Task { try await echo.echo(Note("x")) }
    await server.wait { !$0.closeCodes.isEmpty }
    await end(channel, task)
    let error = await #expect(throws: RPCError.self) { try await task.value }
    #expect(error?.code == code)
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a call between two attempts can be cancelled`() async throws {
    try await waiting(endsWith: .cancelled) { _, task in task.cancel() }
  }

  @Test func `closing the channel ends calls between two attempts`() async throws {
    try await waiting(endsWith: .unavailable) { channel, _ in await channel.close() }
  }

  @Test func `a connection that cannot be made is a failed attempt`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let channel = try Channel("127.0.0.1:1", configuration: configuration(), group: loops)
    let error = await #expect(throws: RPCError.self) { try await EchoServiceClient(channel).echo(Note("x")) }
    #expect(error?.code == .unavailable)
    await channel.close()
    await loops.shutdown()
  }

  @Test func `a lost connection is a failed attempt`() async throws {
    let seen = try await record(configuration()) { stream in
      if stream.number == 1 { stream.onEnd = { stream.connection.close() } } else { stream.succeed() }
    } calls: {
      _ = try await $0.echo(Note("x"))
    }
    #expect(attempts(seen) == [nil, "1"])
  }

  @Test func `what one server does not take the next attempt brings to another`() async throws {
    let loops = try EventLoopGroup(count: 1)
    var servers: [Server] = []
    var addresses: [String] = []
    for isLoading in [true, false] {
      var service = EchoHandlers()
      service.onEcho = { note, _ in
        if isLoading { throw RPCError(.unavailable, "still loading") }
        return note
      }
      let server = Server([service], on: loops)
      addresses.append("\(try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: 0))[0])")
      servers.append(server)
    }
    var configuration = configuration(
      .retry(
        RetryPolicy(
          maxAttempts: 2, initialBackoff: .milliseconds(5), maxBackoff: .milliseconds(5),
          retryableCodes: [.unavailable])))
    configuration.loadBalancing = .roundRobin
    let channel = try Channel(
      "ipv4:" + addresses.joined(separator: ","), configuration: configuration, group: loops)
    let echo = EchoServiceClient(channel)
    while (try? await echo.echo(Note("the other is connected"))) == nil {}
    // Many at a time: one after the other they would take turns by chance.
    try await withThrowingTaskGroup(of: Note.self) { group in
      for number in 0..<200 { group.addTask { try await echo.echo(Note("\(number)")) } }
      for try await _ in group {}
    }
    await channel.close()
    for server in servers { await server.shutDownGracefully(grace: nil) }
    await loops.shutdown()
  }

  @Test func `a refused stream is sent again without counting`() async throws {
    let seen = try await record(configuration()) { stream in
      switch stream.number {
      case 1: stream.stream.reset(.refusedStream)
      case 2: stream.refuse("14")
      default: stream.succeed()
      }
    } calls: {
      _ = try await $0.echo(Note("x"))
    }
    #expect(attempts(seen) == [nil, nil, "1"])
  }

  @Test func `a call that waits for a free stream outlives the connection`() async throws {
    let server = try ScriptedServer(maxStreams: 1) { stream in
      if stream.number == 1 { stream.onEnd = { stream.connection.close() } } else { stream.succeed() }
    }
    let channel = try server.channel(configuration(nil))
    let echo = EchoServiceClient(channel)
    async let first = echo.echo(Note("x"))
    async let second = echo.echo(Note("x"))
    var codes: [StatusCode] = []
    do { _ = try await first } catch { codes.append(RPCError(wrapping: error).code) }
    do { _ = try await second } catch { codes.append(RPCError(wrapping: error).code) }
    #expect(codes == [.unavailable])
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a call that waits for a free stream moves on after GOAWAY`() async throws {
    let server = try ScriptedServer(maxStreams: 1) { stream in
      if stream.number == 1 { stream.connection.shutDownGracefully() }
      stream.onEnd = { stream.succeed(Note("\(stream.number)")) }
    }
    let channel = try server.channel(configuration(nil))
    let echo = EchoServiceClient(channel)
    async let first = echo.echo(Note("x"))
    async let second = echo.echo(Note("x"))
    let texts = [try await first.text, try await second.text]
    #expect(texts.sorted() == ["1", "2"])
    #expect(server.seen.connections == 2)
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `metadata over the server's limit is RESOURCE_EXHAUSTED, and nothing is sent`() async throws {
    var options = CallOptions()
    for index in 0..<20 { try options.metadata.append("x-\(index)", String(repeating: "v", count: 1000)) }
    let large = options
    let seen = try await record(configuration(nil)) {
      $0.succeed()
    } calls: { echo in
      let error = await #expect(throws: RPCError.self) { try await echo.echo(Note("x"), options: large) }
      #expect(error?.code == .resourceExhausted)
      _ = try await echo.echo(Note("x"))
    }
    #expect(seen.requests.count == 1)
  }

  @Test
  func `metadata of some size is sent, and more than a connection can send is RESOURCE_EXHAUSTED at once`()
    async throws
  {
    let server = try FrameServer { frame, connection in
      // Its headers go on in CONTINUATION frames; the answer is to the last.
      guard frame.type == Frame.headers || frame.type == Frame.continuation, frame.flags & 4 != 0 else {
        return
      }
      connection.send(Frame.refusal(frame.stream, "9", "seen").bytes)
    }
    let channel = try server.channel()
    for (bytes, expected) in [(90_000, "seen"), (300_000, "are over the client's limit of 262144")] {
      var options = CallOptions()
      try options.metadata.append("x-large", String(repeating: "v", count: bytes))
      let error = await #expect(throws: RPCError.self) {
        try await EchoServiceClient(channel).echo(Note("x"), options: options)
      }
      #expect(error?.code == (bytes < 100_000 ? .failedPrecondition : .resourceExhausted))
      #expect(error?.message.contains(expected) == true)
    }
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `metadata of a failure is there whatever comes first`() async throws {
    _ = try await record(configuration(nil)) { stream in
      stream.headers(
        [
          ":status": "200", "content-type": "application/grpc", "x-early": "first", "grpc-status": "3",
          "x-late": "last",
        ], endStream: true)
    } calls: { echo in
      let error = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
      #expect(error?.metadata["x-early"] == "first")
      #expect(error?.metadata["x-late"] == "last")
    }
  }
}
