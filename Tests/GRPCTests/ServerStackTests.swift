import EventLoops
import HTTP2
import Testing
import Transport

@testable import GRPC

/// Whole calls over the real stack, once over a memory pipe and once over a socket.
@Suite(.timeLimit(.minutes(10))) struct ServerStackTests {
  enum Road: CaseIterable {
    case pipe, socket
  }

  /// Runs `body` with a channel to a server that is then stopped.
  private func withServer(
    _ road: Road, _ service: EchoHandlers = EchoHandlers(),
    _ body: (Channel, Server) async throws -> Void
  ) async throws {
    let group = try EventLoopGroup(count: 2)
    let server = Server([service], on: group)
    let channel: Channel
    switch road {
    case .pipe: channel = try Channel(inProcess: server)
    case .socket:
      let address = try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: 0))[0]
      channel = try Channel("127.0.0.1:\(address.port ?? 0)", group: group)
    }
    try await body(channel, server)
    await channel.close()
    await server.shutDownGracefully(grace: .seconds(5))
    await group.shutdown()
  }

  @Test(arguments: Road.allCases)
  func `unary calls, one after the other and many at once`(road: Road) async throws {
    try await withServer(road) { channel, _ in
      var note = Note()
      note.text = "hello"
      let first = try await channel.unary(EchoServiceMethods.echo, note)
      #expect(first == note)
      try await withThrowingTaskGroup(of: Int32.self) { tasks in
        for index in 0..<200 as Range<Int32> {
          var note = note
          note.count = index
          let request = note
          tasks.addTask { try await channel.unary(EchoServiceMethods.echo, request).count }
        }
        var seen = Set<Int32>()
        for try await count in tasks { seen.insert(count) }
        #expect(seen.count == 200)
      }
    }
  }

  @Test(arguments: Road.allCases)
  func `a graceful stop lets the call under way finish`(road: Road) async throws {
    let started = Signal()
    let proceed = Signal()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      started.send()
      await proceed.wait()
      return note
    }
    try await withServer(road, service) { channel, server in
      var note = Note()
      note.text = "late"
      let request = note
      async let answer = channel.unary(EchoServiceMethods.echo, request)
      await started.wait()
      async let stopped: Void = server.shutDownGracefully(grace: nil)
      proceed.send()
      let text = try await answer.text
      #expect(text == "late")
      await stopped
    }
  }

  @Test(arguments: Road.allCases)
  func `the grace of a stop ends; what is left is cancelled`(road: Road) async throws {
    let started = Signal()
    let cancelled = Signal()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      started.send()
      await untilCancelled()
      cancelled.send()
      return note
    }
    try await withServer(road, service) { channel, server in
      let call = Task { try await channel.unary(EchoServiceMethods.echo, Note()) }
      await started.wait()
      await server.shutDownGracefully(grace: .milliseconds(20))
      await cancelled.wait()
      let result = await call.result
      #expect(throws: RPCError.self) { try result.get() }
    }
  }

  @Test(arguments: Road.allCases)
  func `a stop ends a stream of requests that waits for the next one`(road: Road) async throws {
    try await withServer(road) { channel, server in
      let call = EchoServiceClient(channel).chat()
      try await call.send(Note("x"))
      var responses = call.responses.makeAsyncIterator()
      #expect(try await responses.next()?.text == "x")
      await server.shutDownGracefully(grace: nil, requestPatience: .milliseconds(1))
      let error = await #expect(throws: RPCError.self) { try await responses.next() }
      #expect(error?.code == .unavailable)
    }
  }

  @Test(arguments: Road.allCases)
  func `a stop leaves a stream of requests alone whose handler is at work`(road: Road) async throws {
    let (started, proceed) = (Signal(), Signal())
    var service = EchoHandlers()
    service.onJoin = { requests, _ in
      var iterator = requests.makeAsyncIterator()
      let note = try await iterator.next() ?? Note()
      started.send()
      await proceed.wait()
      return note
    }
    try await withServer(road, service) { channel, server in
      let call = EchoServiceClient(channel).join()
      try await call.send(Note("x"))
      await started.wait()
      async let stopped: Void = server.shutDownGracefully(grace: nil, requestPatience: .zero)
      proceed.send()
      #expect(try await call.response().text == "x")
      await stopped
    }
  }
}
