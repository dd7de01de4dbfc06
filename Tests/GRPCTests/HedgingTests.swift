import EventLoops
import HTTP2
import Synchronization
import Testing

@testable import GRPC

/// Calls of which several attempts race, over the real client and a scripted server.
@Suite(.timeLimit(.minutes(10))) struct HedgingTests {
  private func start(
    _ policy: HedgingPolicy, throttling: RetryThrottling? = nil,
    _ script: @escaping @Sendable (ScriptedStream) -> Void
  ) throws -> (ScriptedServer, Channel) {
    var configuration = ChannelConfiguration()
    configuration.serviceConfig = ServiceConfig(
      methods: [MethodConfig(persistence: .hedge(policy))], retryThrottling: throttling)
    let server = try ScriptedServer(script)
    return (server, try server.channel(configuration))
  }

  private func stop(_ server: ScriptedServer, _ channel: Channel) async {
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `the first response wins and the other attempts are cancelled`() async throws {
    let (server, channel) = try start(HedgingPolicy(maxAttempts: 3, delay: .milliseconds(1))) { stream in
      if stream.number == 3 { stream.succeed(Note("third")) }
    }
    let response = try await EchoServiceClient(channel).echo(Note("x"))
    #expect(response.text == "third")
    await server.wait { $0.closeCodes.filter { $0 == .cancel }.count == 2 }
    await stop(server, channel)
  }

  @Test func `a fatal failure ends all attempts`() async throws {
    let (server, channel) = try start(HedgingPolicy(maxAttempts: 3, delay: .milliseconds(1))) { stream in
      if stream.number == 2 { stream.refuse("9") }
    }
    let error = await #expect(throws: RPCError.self) { try await EchoServiceClient(channel).echo(Note("x")) }
    #expect(error?.code == .failedPrecondition)
    await server.wait { $0.closeCodes.contains(.cancel) }
    await stop(server, channel)
  }

  @Test func `a failure that is not fatal brings the next attempt forward`() async throws {
    let policy = HedgingPolicy(maxAttempts: 3, delay: .seconds(3600), nonFatalCodes: [.unavailable])
    let (server, channel) = try start(policy) { stream in
      if stream.number < 3 { stream.refuse("14") } else { stream.succeed() }
    }
    _ = try await EchoServiceClient(channel).echo(Note("x"))
    let attempts = server.seen.requests.map { $0.first { $0.name == "grpc-previous-rpc-attempts" }?.value }
    #expect(attempts == [nil, "1", "2"])
    await stop(server, channel)
  }

  @Test func `when all attempts have failed the last failure is the call's`() async throws {
    let policy = HedgingPolicy(maxAttempts: 2, nonFatalCodes: [.unavailable])
    let (server, channel) = try start(policy) { $0.refuse("14") }
    let error = await #expect(throws: RPCError.self) { try await EchoServiceClient(channel).echo(Note("x")) }
    #expect(error?.code == .unavailable)
    #expect(server.seen.requests.count == 2)
    await stop(server, channel)
  }

  @Test func `every attempt of a stream gets all requests`() async throws {
    let (server, channel) = try start(HedgingPolicy(maxAttempts: 2, delay: .milliseconds(1))) { stream in
      if stream.number == 2 { stream.onEnd = { stream.succeed(Note("second")) } }
    }
    let call = EchoServiceClient(channel).join()
    try await call.send(Note("one"))
    await server.wait { $0.requests.count == 2 }
    try await call.send(Note("two"))
    call.finish()
    #expect(try await call.response().text == "second")
    await stop(server, channel)
  }

  @Test(arguments: [false, true])
  func `a sender that waits for a stalled attempt goes on with the one that takes its place`(fails: Bool)
    async throws
  {
    // More in one message than the window of the stalled attempt and what may wait behind it: the sender waits.
    let enough = SessionConfiguration().streamWindowBytes + RequestQueue.highWaterBytes + 1
    let stalled = Mutex<ScriptedStream?>(nil)
    let policy = HedgingPolicy(maxAttempts: 2, delay: .milliseconds(1), nonFatalCodes: [.unavailable])
    let (server, channel) = try start(policy) { stream in
      guard stream.number == 2 else {
        stream.reads = false
        return stalled.withLock { $0 = stream }
      }
      var received = 0
      stream.onBytes = { bytes in
        let before = received
        received += bytes
        guard before < enough, received >= enough else { return }
        if fails { stalled.withLock { $0 }?.refuse("14") } else { stream.headers() }
      }
      stream.onEnd = {
        if fails { stream.headers() }
        stream.message(Note("second"))
        stream.trailers()
      }
    }
    let call = EchoServiceClient(channel).join()
    try await call.send(Note(String(repeating: "x", count: enough)))
    try await call.send(Note("y"))
    call.finish()
    #expect(try await call.response().text == "second")
    await stop(server, channel)
    // It holds the server, which holds the script, which holds it.
    stalled.withLock { $0 = nil }
  }

  /// On a busy machine a short deadline may pass before all attempts are made; then a longer one is tried.
  @Test func `a deadline ends all attempts`() async throws {
    var attempts = 0
    for timeout in [.milliseconds(50), .seconds(2), .seconds(60)] as [Duration] where attempts < 3 {
      let (server, channel) = try start(HedgingPolicy(maxAttempts: 3, delay: .milliseconds(1))) { _ in }
      let error = await #expect(throws: RPCError.self) {
        try await EchoServiceClient(channel).echo(Note("x"), options: CallOptions(timeout: timeout))
      }
      #expect(error?.code == .deadlineExceeded)
      await server.wait { $0.closeCodes.count == $0.requests.count }
      attempts = server.seen.requests.count
      await stop(server, channel)
    }
    #expect(attempts == 3)
  }

  @Test func `a throttled channel sends no second attempt`() async throws {
    let policy = HedgingPolicy(maxAttempts: 4, delay: .seconds(3600), nonFatalCodes: [.unavailable])
    let throttling = RetryThrottling(maxTokens: 2, tokenRatio: 0.1)
    let (server, channel) = try start(policy, throttling: throttling) { $0.refuse("14") }
    for _ in 0..<3 {
      _ = await #expect(throws: RPCError.self) { try await EchoServiceClient(channel).echo(Note("x")) }
    }
    #expect(server.seen.requests.count == 3)
    await stop(server, channel)
  }
}
