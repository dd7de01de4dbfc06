import EventLoops
import Testing

@testable import GRPC

/// What a service config does to calls, and how it meets what their callers say.
@Suite(.timeLimit(.minutes(10))) struct ServiceConfigCallTests {
  private func configuration(_ json: String) throws -> ChannelConfiguration {
    var configuration = ChannelConfiguration()
    configuration.backoff = ConnectionBackoff(initial: .milliseconds(1), maximum: .milliseconds(5))
    configuration.serviceConfig = try ServiceConfig(json: json)
    return configuration
  }

  @Test func `a method's time-out ends its calls, and a shorter one of the caller comes first`() async throws
  {
    let server = try ScriptedServer { _ in }
    let channel = try server.channel(
      configuration(#"{"methodConfig": [{"name": [{}], "timeout": "0.02s"}]}"#))
    let error = await #expect(throws: RPCError.self) { try await EchoServiceClient(channel).echo(Note("x")) }
    #expect(error?.code == .deadlineExceeded)
    let now = MonotonicInstant.now
    let table = MethodTable(try ServiceConfig(json: #"{"methodConfig": [{"name": [{}], "timeout": "2s"}]}"#))
    let method = EchoServiceMethods.echo.erased
    func deadline(_ options: CallOptions) -> Duration? {
      CallHead(method, options, channel: CallOptions(), table[method], now: now).deadline.map {
        now.duration(to: $0)
      }
    }
    #expect(deadline(CallOptions()) == .seconds(2))
    #expect(deadline(CallOptions(timeout: .seconds(1))) == .seconds(1))
    #expect(deadline(CallOptions(timeout: .seconds(3))) == .seconds(2))
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a method's limits of message sizes hold`() async throws {
    let config = """
      {"methodConfig": [
        {"name": [{"service": "matiane.test.v1.EchoService", "method": "Echo"}], "maxRequestMessageBytes": 100},
        {"name": [{"service": "matiane.test.v1.EchoService"}], "maxResponseMessageBytes": 100}]}
      """
    let harness = try CallHarness(client: try configuration(config))
    let large = Note(String(repeating: "x", count: 200), count: 1)
    let request = await #expect(throws: RPCError.self) { try await harness.echo.echo(large) }
    #expect(request?.code == .resourceExhausted)
    let response = await #expect(throws: RPCError.self) { for try await _ in harness.echo.repeat(large) {} }
    #expect(response?.code == .resourceExhausted)
    #expect(try await harness.echo.echo(Note("small")).text == "small")
    await harness.stop()
  }

  @Test func `a method may wait for ready, and its caller may not`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let path = "/tmp/matiane-\(UInt64.random(in: 0...UInt64.max)).sock"
    let channel = try Channel(
      "unix:\(path)",
      configuration: configuration(#"{"methodConfig": [{"name": [{}], "waitForReady": true}]}"#),
      group: loops)
    let echo = EchoServiceClient(channel)
    let impatient = await #expect(throws: RPCError.self) {
      try await echo.echo(Note("x"), options: CallOptions(waitsForReady: false))
    }
    #expect(impatient?.code == .unavailable)
    async let patient = echo.echo(Note("patient"))
    let server = Server([EchoHandlers()], on: loops)
    try server.listen(at: .unix(path: path))
    #expect(try await patient.text == "patient")
    await channel.close()
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
  }

  @Test func `the policy of a service config goes before the channel's`() async throws {
    let loops = try EventLoopGroup(count: 1)
    var (servers, addresses): ([Server], [String]) = ([], [])
    let counters = [Counter(), Counter()]
    for counter in counters {
      var service = EchoHandlers()
      service.onEcho = { note, _ in
        counter.increment()
        return note
      }
      servers.append(Server([service], on: loops))
      addresses.append("\(try servers.last!.listen(at: SocketAddress(numeric: "127.0.0.1", port: 0))[0])")
    }
    let channel = try Channel(
      "ipv4:" + addresses.joined(separator: ","),
      configuration: configuration(#"{"loadBalancingConfig": [{"round_robin": {}}]}"#), group: loops)
    let echo = EchoServiceClient(channel)
    while counters.contains(where: { $0.value < 2 }) { _ = try await echo.echo(Note("x")) }
    await channel.close()
    for server in servers { await server.shutDownGracefully(grace: nil) }
    await loops.shutdown()
  }

  @Test func `metadata of a channel goes with every call, before the call's own`() async throws {
    let server = try ScriptedServer { $0.succeed() }
    var configuration = ChannelConfiguration()
    try configuration.defaults.metadata.append("x-channel", "one")
    let channel = try server.channel(configuration)
    var options = CallOptions()
    try options.metadata.append("x-call", "two")
    _ = try await EchoServiceClient(channel).echo(Note("x"), options: options)
    let names = server.seen.requests[0].map(\.name).filter { $0.hasPrefix("x-") }
    #expect(names == ["x-channel", "x-call"])
    await channel.close()
    await server.loops.shutdown()
  }
}
