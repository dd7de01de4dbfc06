import HTTP2
import Testing

@testable import GRPC

/// Calls of every kind against the server's call layer, over two sessions in memory.
@Suite struct ServerCallTests {
  @Test func `a unary call is answered with headers, message and OK trailers`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed("hello"))
    #expect(call.header(":status") == "200")
    #expect(call.header("content-type") == "application/grpc")
    #expect(call.notes.map(\.text) == ["hello"])
    #expect(call.trailers.map(\.name) == ["grpc-status"])
    #expect(call.status == 0)
    #expect(call.code == .noError)
    await harness.stop()
  }

  @Test func `what belongs to the call is no metadata, nor is a host`() async throws {
    var handlers = EchoHandlers()
    handlers.onEcho = { _, context in
      var note = Note()
      note.text = context.metadata.map(\.name).joined(separator: " ")
      return note
    }
    let harness = try await ServerHarness(handlers)
    let fields: KeyValuePairs = [
      "host": "another", "grpc-timeout": "9H", "grpc-accept-encoding": "gzip", "hoot": "owl",
      "content-length": "8",
    ]
    let call = await harness.call(ServerHarness.head(ServerHarness.echo, fields), framed("x"))
    #expect(call.notes.map(\.text) == ["hoot"])
    await harness.stop()
  }

  @Test func `an empty message is a message`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed([]))
    #expect(call.messages == [[]])
    #expect(call.status == 0)
    await harness.stop()
  }

  @Test func `a message may come byte by byte`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.open(ServerHarness.head(ServerHarness.echo))
    for byte in framed("in pieces") { await call.send([byte]) }
    await call.end()
    await call.closed()
    #expect(call.notes.map(\.text) == ["in pieces"])
    await harness.stop()
  }

  @Test func `a large unary message passes in both directions`() async throws {
    let harness = try await ServerHarness()
    let text = String(repeating: "x", count: 3_000_000)
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed(text))
    #expect(call.notes.first?.text == text)
    #expect(call.status == 0)
    await harness.stop()
  }

  @Test func `a server stream sends every response`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.call(ServerHarness.head(ServerHarness.repeat), framed("r", count: 1000))
    #expect(call.notes.map(\.count) == Array(0..<1000))
    #expect(call.status == 0)
    await harness.stop()
  }

  @Test func `a server stream without responses is headers and trailers`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.call(ServerHarness.head(ServerHarness.repeat), framed("r", count: 0))
    #expect(call.messages.isEmpty)
    #expect(call.status == 0)
    await harness.stop()
  }

  @Test func `a client stream is read to its end`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.call(
      ServerHarness.head(ServerHarness.join), (0..<500).flatMap { framed("\($0 % 10)") })
    #expect(call.notes.map(\.count) == [500])
    #expect(call.status == 0)
    await harness.stop()
  }

  @Test func `a client stream without requests is legal`() async throws {
    let harness = try await ServerHarness()
    let head = ServerHarness.head(ServerHarness.join)
    let call = await harness.open(head, endStream: true)
    await call.closed()
    #expect(call.notes.map(\.count) == [0])
    await harness.stop()
  }

  @Test func `a bidirectional call answers each request before the next is sent`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.open(ServerHarness.head(ServerHarness.chat))
    for index in 1...20 {
      await call.send(framed("ping \(index)"))
      await call.wait(forMessages: index)
    }
    await call.end()
    await call.closed()
    #expect(call.notes.last?.text == "ping 20")
    #expect(call.status == 0)
    await harness.stop()
  }

  @Test func `a bidirectional handler may end before the client does`() async throws {
    var service = EchoHandlers()
    service.onChat = { requests, responses, _ in
      for try await note in requests { return try await responses.send(note) }
    }
    let harness = try await ServerHarness(service)
    let call = await harness.open(ServerHarness.head(ServerHarness.chat))
    await call.send(framed("only") + framed("too much"))
    await call.closed()
    #expect(call.notes.map(\.text) == ["only"])
    #expect(call.status == 0)
    #expect(call.code == .noError)
    await harness.stop()
  }

  @Test func `metadata reaches the handler, and its own reaches the client`() async throws {
    var service = EchoHandlers()
    service.onEcho = { note, context in
      var answer = note
      answer.text = context.metadata["x-who"] ?? ""
      answer.payload = context.metadata[binary: "x-what-bin"] ?? []
      var initial = Metadata()
      try initial.append("x-first", "1")
      context.addInitialMetadata(initial)
      var trailing = Metadata()
      try trailing.append("x-last-bin", binary: [0xab, 0xab, 0xab])
      context.addTrailingMetadata(trailing)
      #expect(context.metadata["user-agent"] == "tester")
      #expect(context.method.path == ServerHarness.echo)
      #expect(context.peer == "test")
      return answer
    }
    let harness = try await ServerHarness(service)
    let head = ServerHarness.head(
      ServerHarness.echo, ["x-who": "me", "x-what-bin": "AQID", "user-agent": "tester", "grpc-foo": "x"])
    let call = await harness.call(head, framed(""))
    #expect(call.notes.first?.text == "me")
    #expect(call.notes.first?.payload == [1, 2, 3])
    #expect(call.header("x-first") == "1")
    #expect(call.trailer("x-last-bin") == "q6ur")
    #expect(call.status == 0)
    await harness.stop()
  }

  @Test func `an error becomes Trailers-Only with message, details and metadata`() async throws {
    var service = EchoHandlers()
    service.onEcho = { _, _ in
      var error = RPCError(.notFound, "no ☃ at 100%\n")
      error.encodedStatus = [8, 5]
      try error.metadata.append("x-hint", "look elsewhere")
      throw error
    }
    let harness = try await ServerHarness(service)
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed(""))
    #expect(call.trailers.isEmpty)
    #expect(call.header(":status") == "200")
    #expect(call.status == 5)
    #expect(call.message == "no %E2%98%83 at 100%25%0A")
    #expect(call.trailer("grpc-status-details-bin") == "CAU")
    #expect(call.trailer("x-hint") == "look elsewhere")
    await harness.stop()
  }

  @Test func `an error after responses comes in the trailers`() async throws {
    var service = EchoHandlers()
    service.onRepeat = { note, responses, _ in
      try await responses.send(note)
      throw RPCError(.dataLoss, "gone")
    }
    let harness = try await ServerHarness(service)
    let call = await harness.call(ServerHarness.head(ServerHarness.repeat), framed("r", count: 3))
    #expect(call.messages.count == 1)
    #expect(call.status == 15)
    #expect(call.message == "gone")
    await harness.stop()
  }

  @Test func `any other error is UNKNOWN without its text`() async throws {
    struct Secret: Error {}
    var service = EchoHandlers()
    service.onEcho = { _, _ in throw Secret() }
    let harness = try await ServerHarness(service)
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed(""))
    #expect(call.status == 2)
    #expect(call.message?.contains("Secret") == false)
    await harness.stop()
  }

  @Test func `handlers run on the connection's loop`() async throws {
    var service = EchoHandlers()
    service.onEcho = { note, context in
      var answer = note
      answer.count = context.eventLoop.isCurrent ? 1 : 0
      return answer
    }
    let harness = try await ServerHarness(service)
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed(""))
    #expect(call.notes.first?.count == 1)
    await harness.stop()
  }

  @Test func `a handler may send and read from a task that runs elsewhere`() async throws {
    var service = EchoHandlers()
    service.onChat = { requests, responses, context in
      let task = Task.detached {
        for try await note in requests { try await responses.send(note) }
        var trailing = Metadata()
        try trailing.append("x-from", "elsewhere")
        context.addTrailingMetadata(trailing)
      }
      try await task.value
    }
    let harness = try await ServerHarness(service)
    let call = await harness.call(ServerHarness.head(ServerHarness.chat), framed("a") + framed("b"))
    #expect(call.notes.map(\.text) == ["a", "b"])
    #expect(call.trailer("x-from") == "elsewhere")
    await harness.stop()
  }

  @Test func `interceptors wrap the handler, the first one outermost`() async throws {
    struct Tag: ServerInterceptor {
      let name: String
      func intercept(
        _ context: ServerContext, next: nonisolated(nonsending) () async throws -> Void
      ) async throws {
        var metadata = Metadata()
        try metadata.append("x-tag", name)
        context.addInitialMetadata(metadata)
        try await next()
        context.addTrailingMetadata(metadata)
      }
    }
    let harness = try await ServerHarness(interceptors: [Tag(name: "a"), Tag(name: "b")])
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed("x"))
    #expect(call.headers.filter { $0.name == "x-tag" }.map(\.value) == ["a", "b"])
    #expect(call.trailers.filter { $0.name == "x-tag" }.map(\.value) == ["b", "a"])
    await harness.stop()
  }

  @Test func `an interceptor may refuse a call`() async throws {
    struct Guardian: ServerInterceptor {
      func intercept(
        _ context: ServerContext, next: nonisolated(nonsending) () async throws -> Void
      ) async throws {
        guard context.metadata["authorization"] != nil else {
          throw RPCError(.unauthenticated, "who are you?")
        }
        try await next()
      }
    }
    let harness = try await ServerHarness(interceptors: [Guardian()])
    let refused = await harness.call(ServerHarness.head(ServerHarness.echo), framed("x"))
    #expect(refused.status == 16)
    let head = ServerHarness.head(ServerHarness.echo, ["authorization": "Bearer x"])
    let allowed = await harness.call(head, framed("x"))
    #expect(allowed.status == 0)
    await harness.stop()
  }
}
