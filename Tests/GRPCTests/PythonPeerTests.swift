import EventLoops
import GRPC
import Testing

/// Our client against a server that we did not write.
@Suite(.enabled(if: PythonPeer.python != nil), .timeLimit(.minutes(10)))
struct PythonPeerTests {
  private func with(_ body: (PythonPeer) async throws -> Void) async throws {
    let peer = try await PythonPeer()
    try await body(peer)
    try await peer.stop()
  }

  private var retrying: ChannelConfiguration {
    let policy = RetryPolicy(
      maxAttempts: 5, initialBackoff: .milliseconds(1), maxBackoff: .milliseconds(2),
      retryableCodes: [.unavailable])
    var configuration = ChannelConfiguration()
    configuration.serviceConfig = ServiceConfig(methods: [MethodConfig(persistence: .retry(policy))])
    return configuration
  }

  private func options(_ pairs: KeyValuePairs<String, String>) throws -> CallOptions {
    var options = CallOptions()
    for (name, value) in pairs { try options.metadata.append(name, value) }
    return options
  }

  @Test func `grpcio answers every kind of call`() async throws {
    try await with { peer in
      let note = Note("მატიანე", count: 3, payload: [0, 255])
      let echoed = try await peer.echo.echo(note)
      #expect(echoed == note)
      var counts: [Int32] = []
      for try await response in peer.echo.repeat(note) { counts.append(response.count) }
      #expect(counts == [0, 1, 2])
      let join = peer.echo.join()
      for text in ["a", "b", "c"] { try await join.send(Note(text)) }
      join.finish()
      let joined = try await join.response()
      #expect(joined == Note("abc", count: 3))
      let chat = peer.echo.chat()
      var responses = chat.responses.makeAsyncIterator()
      for text in ["a", "b", "c"] {
        try await chat.send(Note(text))
        let response = try await responses.next()
        #expect(response == Note(text))
      }
      chat.finish()
      let end = try await responses.next()
      #expect(end == nil)
    }
  }

  @Test func `grpcio and we agree on large messages and long streams`() async throws {
    try await with { peer in
      let payload = (0..<3_900_000).map { UInt8(truncatingIfNeeded: $0) }
      let echoed = try await peer.echo.echo(Note("large", payload: payload))
      #expect(echoed.payload == payload)
      var bytes = 0
      let part = [UInt8](repeating: 7, count: 100_000)
      for try await note in peer.echo.repeat(Note("x", count: 200, payload: part)) {
        bytes += note.payload.count
      }
      #expect(bytes == 20_000_000)
      let join = peer.echo.join()
      for _ in 0..<200 { try await join.send(Note("", payload: part)) }
      join.finish()
      let joined = try await join.response()
      #expect(joined.count == 200)
    }
  }

  @Test func `a status of grpcio arrives with message, details and trailers`() async throws {
    try await with { peer in
      let options = try options([
        "x-test-status": "9 stale %", "x-test-reason": "STALE", "x-trail-why": "because",
      ])
      let error = await #expect(throws: RPCError.self) {
        try await peer.echo.echo(Note("x"), options: options)
      }
      #expect(error?.code == .failedPrecondition)
      #expect(error?.message == "stale %")
      #expect(error?.detail(of: ErrorInfo.self)?.reason == "STALE")
      #expect(error?.metadata["x-trail-why"] == "because")
      var received = 0
      let streamed = await #expect(throws: RPCError.self) {
        for try await _ in peer.echo.repeat(Note("x", count: 2), options: options) { received += 1 }
      }
      #expect(received == 2)
      #expect(streamed?.code == .failedPrecondition)
    }
  }

  @Test func `metadata goes to grpcio and comes back`() async throws {
    try await with { peer in
      var options = try options(["x-echo-text": "some text"])
      try options.metadata.append("x-trail-bytes-bin", binary: [0, 255, 7])
      let reply = try await peer.channel.unaryReply(EchoServiceMethods.echo, Note("x"), options)
      #expect(reply.initialMetadata["x-echo-text"] == "some text")
      #expect(reply.trailers[binary: "x-trail-bytes-bin"] == [0, 255, 7])
    }
  }

  @Test func `deadlines and cancellation end calls to grpcio`() async throws {
    try await with { peer in
      var slow = try options(["x-test-delay-ms": "60000"])
      slow.timeout = .milliseconds(100)
      let late = await #expect(throws: RPCError.self) {
        try await peer.echo.echo(Note("x"), options: slow)
      }
      #expect(late?.code == .deadlineExceeded)
      slow.timeout = nil
      let (echo, endless) = (peer.echo, slow)
      let task = Task { try await echo.echo(Note("x"), options: endless) }
      task.cancel()
      let cancelled = await #expect(throws: RPCError.self) { try await task.value }
      #expect(cancelled?.code == .cancelled)
      let echoed = try await peer.echo.echo(Note("still here"))
      #expect(echoed.text == "still here")
    }
  }

  @Test func `a method that grpcio does not know is UNIMPLEMENTED`() async throws {
    try await with { peer in
      let method = MethodDescriptor<Note, Note>(service: "no.Service", name: "Nothing", kind: .unary)
      let error = await #expect(throws: RPCError.self) {
        try await peer.channel.unary(method, Note("x"))
      }
      #expect(error?.code == .unimplemented)
    }
  }

  @Test func `an early answer of grpcio ends the requests`() async throws {
    try await with { peer in
      let join = peer.echo.join(options: try options(["x-test-early": "2"]))
      while try await join.send(Note("x")) {}
      let joined = try await join.response()
      #expect(joined.count == 2)
    }
  }

  @Test func `grpcio reads our compressed messages`() async throws {
    try await with { peer in
      let note = Note(String(repeating: "again and ", count: 10_000))
      for encoding in [MessageEncoding.gzip, .deflate] {
        let echoed = try await peer.echo.echo(note, options: CallOptions(compression: encoding))
        #expect(echoed == note)
      }
    }
  }

  @Test(arguments: [nil, "3"] as [String?])
  func `calls that grpcio fails are sent again`(pushback: String?) async throws {
    let peer = try await PythonPeer(configuration: retrying)
    var options = try options(["x-test-flaky": "3"])
    if let pushback { try options.metadata.append("x-test-pushback-ms", pushback) }
    let echoed = try await peer.echo.echo(Note("after all"), options: options)
    #expect(echoed.text == "after all")
    try await peer.stop()
  }

  @Test func `grpcio can tell us not to send a call again`() async throws {
    let peer = try await PythonPeer(configuration: retrying)
    let options = try options(["x-test-flaky": "1", "x-test-pushback-ms": "-1"])
    let error = await #expect(throws: RPCError.self) { try await peer.echo.echo(Note("x"), options: options) }
    #expect(error?.code == .unavailable)
    try await peer.stop()
  }

  @Test func `grpcio finds our health, reflection and channelz as it wants them`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let channelz = ChannelzService()
    let services: [any Service] = [HealthService(), EchoHandlers(), channelz]
    let server = Server(services + [ReflectionService(describing: services)], on: loops)
    channelz.describe(server)
    let address = try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: 0))[0]
    let output = try await PythonPeer.run(
      "standard_services.py", "\(address)", "grpc.health.v1.Health", "matiane.test.v1.EchoService")
    #expect(output.contains("as grpcio wants them"))
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
  }
}
