import HTTP2
import Testing

@testable import GRPC

/// Unary methods that are answered on the spot, without a task.
@Suite struct ImmediateAnswerTests {
  /// A service whose handler says "later", and which answers immediately what `answer` makes of a request.
  private func harness(
    interceptors: [any ServerInterceptor] = [],
    configuration: ServerConfiguration = ServerConfiguration(),
    _ answer: @escaping @Sendable (Note, ServerContext) throws -> Note?
  ) async throws -> ServerHarness {
    var service = EchoHandlers()
    service.onEcho = { _, _ in Note("later") }
    service.onEchoImmediately = answer
    return try await ServerHarness(service, interceptors: interceptors, configuration: configuration)
  }

  private func answer(_ harness: ServerHarness, _ text: String = "x") async -> RawCall {
    await harness.call(ServerHarness.head(ServerHarness.echo), framed(text))
  }

  @Test func `the answer of an immediate handler is the response`() async throws {
    let harness = try await harness { note, _ in Note("now: \(note.text)") }
    for text in ["a", "b"] {
      let call = await answer(harness, text)
      #expect(call.notes.map(\.text) == ["now: \(text)"])
      #expect(call.status == 0)
      #expect(call.code == .noError)
    }
    #expect(await harness.serverStreams == 0)
    await harness.stop()
  }

  @Test func `what it leaves is answered by the method's handler`() async throws {
    let harness = try await harness { note, _ in note.text == "wait" ? nil : note }
    #expect(await answer(harness, "wait").notes.map(\.text) == ["later"])
    #expect(await answer(harness, "go").notes.map(\.text) == ["go"])
    await harness.stop()
  }

  @Test func `its error is the status`() async throws {
    let harness = try await harness { _, _ in throw RPCError(.notFound, "no such note") }
    let call = await answer(harness)
    #expect(call.status == 5)
    #expect(call.message == "no such note")
    #expect(call.messages.isEmpty)
    await harness.stop()
  }

  @Test func `an answer above the limit is refused and the connection goes on`() async throws {
    var configuration = ServerConfiguration()
    configuration.maxResponseBytes = 100
    let harness = try await harness(configuration: configuration) { note, _ in
      note.text == "long" ? Note(String(repeating: "x", count: 200)) : note
    }
    #expect(await answer(harness, "long").status == 8)
    #expect(await answer(harness, "short").notes.map(\.text) == ["short"])
    await harness.stop()
  }

  @Test func `a second response is refused`() async throws {
    var service = EchoHandlers()
    service.onEchoTwice = true
    let harness = try await ServerHarness(service)
    let call = await answer(harness)
    #expect(call.notes.map(\.text) == ["x"])
    #expect(call.status == 13)
    await harness.stop()
  }

  @Test func `interceptors go round every call, so none is answered immediately`() async throws {
    let harness = try await harness(interceptors: [PassingInterceptor()]) { note, _ in note }
    #expect(await answer(harness).notes.map(\.text) == ["later"])
    await harness.stop()
  }

  @Test func `a client that does not read is not answered immediately`() async throws {
    var configuration = ServerConfiguration()
    configuration.maxQueuedResponseBytes = 100_000
    let size = 2 * SessionConfiguration().connectionWindowBytes
    let harness = try await harness(configuration: configuration) { _, _ in
      Note(String(repeating: "x", count: size))
    }
    // The first answer fills the window and the queue; the second has to wait for the reader, and so has a task.
    var calls: [RawCall] = []
    for _ in 0..<2 {
      let call = await harness.open(ServerHarness.head(ServerHarness.echo))
      await harness.onLoop { call.reads = false }
      await call.send(framed("x"))
      await call.end()
      calls.append(call)
    }
    for call in calls { await call.readOn() }
    for call in calls { await call.closed() }
    #expect(calls.map(\.status) == [0, 0])
    #expect(calls.map { $0.notes.first?.text.utf8.count } == [size, "later".utf8.count])
    await harness.stop()
  }

  @Test func `a number told by many calls is in the headers of each, with other metadata and without`()
    async throws
  {
    let harness = try await harness { note, context in
      context.addInitialMetadata("revision", UInt64(note.count))
      if note.text == "more" {
        var metadata = Metadata()
        try metadata.append("kind", "more")
        context.addInitialMetadata(metadata)
      }
      if note.text == "error" { throw RPCError(.aborted, "no") }
      return note
    }
    let head = ServerHarness.head(ServerHarness.echo)
    for (text, count) in [("a", 7), ("a", 7), ("more", 7), ("a", 8), ("error", 9)] {
      let call = await harness.call(head, framed(text, count: Int32(count)))
      #expect(call.header("revision") == String(count))
      #expect(call.header("kind") == (text == "more" ? "more" : nil))
      #expect(call.status == (text == "error" ? 10 : 0))
    }
    await harness.stop()
  }
}

private struct PassingInterceptor: ServerInterceptor {
  func intercept(
    _ context: ServerContext, next: nonisolated(nonsending) () async throws -> Void
  ) async throws {
    try await next()
  }
}
