import EventLoops
import Synchronization
import TLS
import Testing
import Transport

@testable import GRPC
@testable import HTTP2

/// How a channel makes, keeps and replaces its connections.
@Suite(.timeLimit(.minutes(10))) struct ChannelTests {
  private func fast() -> ChannelConfiguration {
    var configuration = ChannelConfiguration()
    configuration.backoff = ConnectionBackoff(
      initial: .milliseconds(1), maximum: .milliseconds(5), connectTimeout: .seconds(5))
    return configuration
  }

  @Test func `a lost connection ends its calls and the next call makes another`() async throws {
    let server = try ScriptedServer { stream in
      if stream.number == 1 {
        stream.onEnd = { stream.connection.close() }
      } else {
        stream.succeed()
      }
    }
    let channel = try server.channel(fast())
    let echo = EchoServiceClient(channel)
    let error = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
    #expect(error?.code == .unavailable)
    let response = try await echo.echo(Note("x"))
    #expect(response.text == "scripted")
    #expect(server.seen.connections == 2)
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a call in flight survives GOAWAY and the next goes elsewhere`() async throws {
    let server = try ScriptedServer { stream in
      guard stream.number == 1 else { return stream.succeed(Note("second")) }
      stream.connection.shutDownGracefully()
      stream.onEnd = { stream.succeed(Note("first")) }
    }
    let channel = try server.channel(fast())
    let echo = EchoServiceClient(channel)
    let first = try await echo.echo(Note("x"))
    #expect(first.text == "first")
    let second = try await echo.echo(Note("x"))
    #expect(second.text == "second")
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `streams above the last id of a GOAWAY are sent again`() async throws {
    let server = try ScriptedServer { stream in
      // The first connection says goodbye before it has looked at the stream.
      if stream.number == 1 {
        stream.connection.session.finishShutdown()
        stream.stream.reset(.refusedStream)
      } else {
        stream.succeed()
      }
    }
    let channel = try server.channel(fast())
    let response = try await EchoServiceClient(channel).echo(Note("x"))
    #expect(response.text == "scripted")
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a connection that has used up its stream ids is left for another, and its calls go on`()
    async throws
  {
    let server = try ScriptedServer { stream in
      stream.onEnd = { stream.succeed() }
    }
    let channel = try server.channel(fast())
    let echo = EchoServiceClient(channel)
    _ = try await echo.echo(Note("connects"))
    await channel.core.ask { $0.subchannels[0].connection?.transport?.session.skipStreamIDs(to: .max) }
    let last = echo.chat()
    try await last.send(Note("on the last id"))
    for _ in 0..<3 { _ = try await echo.echo(Note("x")) }
    #expect(server.seen.connections == 2)
    last.finish()
    for try await response in last.responses { #expect(response.text == "scripted") }
    await channel.close()
    await server.loops.shutdown()
  }

  @Test(arguments: [LoadBalancing.pickFirst, .roundRobin], [1, 2, 3])
  func `a server that says nothing but goodbye is not called upon again and again`(
    policy: LoadBalancing, addresses: Int
  ) async throws {
    let server = try ScriptedServer {
      $0.session.finishShutdown()
    } _: {
      $0.succeed()
    }
    var configuration = ChannelConfiguration()
    configuration.loadBalancing = policy
    configuration.backoff = ConnectionBackoff(initial: .seconds(3600), maximum: .seconds(3600))
    let channel = try server.channel(addresses: addresses, configuration)
    let error = await #expect(throws: RPCError.self) {
      try await EchoServiceClient(channel).echo(Note("x"), options: CallOptions(timeout: .seconds(60)))
    }
    #expect(error?.code == .unavailable)
    // No more than a call may have attempts, at each of them.
    #expect(server.seen.connections <= 5 * addresses)
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `where nobody listens a call fails with the reason`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let channel = try Channel("127.0.0.1:1", configuration: fast(), group: loops)
    let error = await #expect(throws: RPCError.self) {
      try await EchoServiceClient(channel).echo(Note("x"))
    }
    #expect(error?.code == .unavailable)
    #expect(error?.message.contains("127.0.0.1:1") == true)
    await channel.close()
    await loops.shutdown()
  }

  @Test func `a name without address is UNAVAILABLE`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let channel = try Channel("dns:///no-such-host.invalid:1", configuration: fast(), group: loops)
    let error = await #expect(throws: RPCError.self) {
      try await EchoServiceClient(channel).echo(Note("x"))
    }
    #expect(error?.code == .unavailable)
    await channel.close()
    await loops.shutdown()
  }

  @Test func `a call that waits for ready is sent once the server is there`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let path = "/tmp/matiane-\(UInt64.random(in: 0...UInt64.max)).sock"
    let channel = try Channel("unix:\(path)", configuration: fast(), group: loops)
    let echo = EchoServiceClient(channel)
    let error = await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
    #expect(error?.code == .unavailable)
    async let waiting = echo.echo(Note("patient"), options: CallOptions(waitsForReady: true))
    let server = Server([EchoHandlers()], on: loops)
    try server.listen(at: .unix(path: path))
    let response = try await waiting
    #expect(response.text == "patient")
    await channel.close()
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
  }

  @Test func `a call that waits for ready ends at its deadline with the reason`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let channel = try Channel("127.0.0.1:1", configuration: fast(), group: loops)
    let options = CallOptions(timeout: .milliseconds(30), waitsForReady: true)
    let error = await #expect(throws: RPCError.self) {
      try await EchoServiceClient(channel).echo(Note("x"), options: options)
    }
    #expect(error?.code == .deadlineExceeded)
    await channel.close()
    await loops.shutdown()
  }

  @Test(arguments: [LoadBalancing.pickFirst, .roundRobin])
  func `an address that refuses is passed over`(
    policy: LoadBalancing
  ) async throws {
    let loops = try EventLoopGroup(count: 1)
    let server = Server([EchoHandlers()], on: loops)
    let address = try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: 0))[0]
    var configuration = fast()
    configuration.loadBalancing = policy
    let channel = try Channel(
      "ipv4:127.0.0.1:1,\(address)", configuration: configuration, group: loops)
    for _ in 0..<5 {
      let response = try await EchoServiceClient(channel).echo(Note("x"))
      #expect(response.text == "x")
    }
    await channel.close()
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
  }

  @Test func `an address that takes connections and says nothing does not keep calls from the next`()
    async throws
  {
    let loops = try EventLoopGroup(count: 1)
    let server = Server([EchoHandlers()], on: loops)
    let address = try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: 0))[0]
    let silent = Endpoint.inProcess(InProcessAcceptor { MemoryPipe(from: $0, to: $0).first })
    var configuration = fast()
    configuration.backoff.connectTimeout = .seconds(3600)
    let channel = try Channel(
      target: "name", endpoints: .fixed([silent, .socket(address)]), authority: "name", serverName: "name",
      configuration, loops)
    for _ in 0..<3 {
      let response = try await EchoServiceClient(channel).echo(Note("x"))
      #expect(response.text == "x")
    }
    await channel.close()
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
  }

  @Test func `round robin uses every address`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let counters = [Counter(), Counter()]
    var servers: [Server] = []
    var addresses: [String] = []
    for counter in counters {
      var service = EchoHandlers()
      service.onEcho = { note, _ in
        counter.increment()
        return note
      }
      let server = Server([service], on: loops)
      let address = try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: 0))[0]
      servers.append(server)
      addresses.append("\(address)")
    }
    var configuration = fast()
    configuration.loadBalancing = .roundRobin
    let target = "ipv4:" + addresses.joined(separator: ",")
    let channel = try Channel(target, configuration: configuration, group: loops)
    let echo = EchoServiceClient(channel)
    while counters.contains(where: { $0.value < 3 }) { _ = try await echo.echo(Note("x")) }
    await channel.close()
    for server in servers { await server.shutDownGracefully(grace: nil) }
    await loops.shutdown()
  }

  @Test(arguments: [LoadBalancing.pickFirst, .roundRobin])
  func `where every address has failed calls fail at once, whatever attempt is under way`(
    policy: LoadBalancing
  )
    async throws
  {
    let loops = try EventLoopGroup(count: 1)
    let seconds = [Signal(), Signal()]
    // Each closes its first connection at once and says nothing on the next.
    let endpoints = seconds.map { second in
      let visits = Counter()
      return Endpoint.inProcess(
        InProcessAcceptor { loop in
          let pipe = MemoryPipe(from: loop, to: loop)
          if visits.value == 0 { loop.execute { pipe.second.close() } } else { second.send() }
          visits.increment()
          return pipe.first
        })
    }
    var configuration = fast()
    configuration.loadBalancing = policy
    configuration.backoff.connectTimeout = .seconds(3600)
    let channel = try Channel(
      target: "silent", endpoints: .fixed(endpoints), authority: "silent", serverName: "silent",
      configuration,
      loops)
    let echo = EchoServiceClient(channel)
    await #expect(throws: RPCError.self) { try await echo.echo(Note("x")) }
    for second in seconds { await second.wait() }
    let error = await #expect(throws: RPCError.self) {
      try await echo.echo(Note("x"), options: CallOptions(timeout: .seconds(15)))
    }
    #expect(error?.code == .unavailable)
    let state = await channel.state
    #expect(state == .transientFailure)
    await channel.close()
    await loops.shutdown()
  }

  @Test
  func `where one of several servers leaves, the name is looked up again, and who came instead gets calls`()
    async throws
  {
    let loops = try EventLoopGroup(count: 1)
    let counters = [Counter(), Counter(), Counter()]
    var servers: [Server] = []
    var endpoints: [Endpoint] = []
    for counter in counters {
      var service = EchoHandlers()
      service.onEcho = { note, _ in
        counter.increment()
        return note
      }
      let server = Server([service], on: loops)
      let address = try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: 0))[0]
      servers.append(server)
      endpoints.append(.socket(address))
    }
    let known = Mutex([endpoints[0], endpoints[1]])
    var configuration = fast()
    configuration.loadBalancing = .roundRobin
    configuration.nameInterval = .zero
    let channel = try Channel(
      target: "name", endpoints: .lookedUp { .success(known.withLock { $0 }) }, authority: "name",
      serverName: "name", configuration, loops)
    let echo = EchoServiceClient(channel)
    while counters[..<2].contains(where: { $0.value == 0 }) { _ = try await echo.echo(Note("x")) }
    known.withLock { $0 = [endpoints[0], endpoints[2]] }
    await servers[1].shutDownGracefully(grace: nil)
    while counters[2].value == 0 { _ = try await echo.echo(Note("x")) }
    await channel.close()
    for server in servers { await server.shutDownGracefully(grace: nil) }
    await loops.shutdown()
  }

  @Test func `a peer that does not speak HTTP/2 is UNAVAILABLE`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let listener = try HTTP1Listener()
    let channel = try Channel(
      "127.0.0.1:\(listener.port)", configuration: fast(), group: loops)
    let error = await #expect(throws: RPCError.self) {
      try await EchoServiceClient(channel).echo(Note("x"))
    }
    #expect(error?.code == .unavailable)
    #expect(error?.message.contains("expected HTTP/2, found HTTP/1") == true)
    await channel.close()
    await loops.shutdown()
    listener.stop()
  }

  @Test func `interceptors see a call before it starts and after it ends`() async throws {
    let seen = Recorder()
    var configuration = fast()
    configuration.interceptors = [
      RecordingInterceptor(name: "outer", recorder: seen),
      RecordingInterceptor(name: "inner", recorder: seen),
    ]
    let harness = try CallHarness(client: configuration)
    _ = try await harness.echo.echo(Note("x"))
    for try await _ in harness.echo.repeat(Note("x", count: 1)) {}
    await harness.stop()
    let unary = ["outer prepares Echo", "inner prepares Echo", "inner saw OK", "outer saw OK"]
    let streaming = unary.map { $0.replacing("Echo", with: "Repeat") }
    #expect(seen.lines == unary + streaming)
  }

  @Test func `an interceptor may refuse a call`() async throws {
    struct Refusal: ClientInterceptor {
      func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
        throw RPCError(.unauthenticated, "no token")
      }
    }
    var configuration = fast()
    configuration.interceptors = [Refusal()]
    let harness = try CallHarness(client: configuration)
    let unary = await #expect(throws: RPCError.self) { try await harness.echo.echo(Note("x")) }
    #expect(unary?.code == .unauthenticated)
    let streaming = await #expect(throws: RPCError.self) {
      for try await _ in harness.echo.repeat(Note("x")) {}
    }
    #expect(streaming?.code == .unauthenticated)
    await harness.stop()
  }

  @Test func `a certificate for another name is refused with the reason`() async throws {
    var configuration = fast()
    configuration.authority = "other.test"
    let harness = try CallHarness(depth: .tls, client: configuration)
    let error = await #expect(throws: RPCError.self) { try await harness.echo.echo(Note("x")) }
    #expect(error?.code == .unavailable)
    #expect(error?.message.contains("other.test") == true)
    await harness.stop()
  }

  @Test func `a plain client of a TLS server and a TLS client of a plain server fail at once`() async throws {
    let secure = try CallHarness(depth: .tls)
    let plain = try CallHarness(depth: .socket)
    let loops = try EventLoopGroup(count: 1)
    var configuration = fast()
    let plainToSecure = try Channel(secure.address, configuration: configuration, group: loops)
    configuration.tls = ClientTLSConfiguration()
    let secureToPlain = try Channel(plain.address, configuration: configuration, group: loops)
    for (channel, hint) in [
      (plainToSecure, "TLS"), (secureToPlain, "does the peer speak TLS"),
    ] {
      let error = await #expect(throws: RPCError.self) {
        try await EchoServiceClient(channel).echo(Note("x"))
      }
      #expect(error?.code == .unavailable)
      #expect(error?.message.contains(hint) == true)
      await channel.close()
    }
    await secure.stop()
    await plain.stop()
    await loops.shutdown()
  }

  @Test func `unusable certificates are refused when the channel is made`() {
    var configuration = fast()
    configuration.tls = ClientTLSConfiguration()
    configuration.tls?.authorities = PEM(Array("no certificate".utf8), name: "authorities.pem")
    let error = #expect(throws: RPCError.self) { try Channel("host:1", configuration: configuration) }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.contains("authorities.pem") == true)
  }
}
