import HTTP2
import Testing

@testable import GRPC

/// What a client says of the header lists that it takes (SETTINGS_MAX_HEADER_LIST_SIZE).
@Suite(.timeLimit(.minutes(10))) struct HeaderListLimitTests {
  private static let limit = 400

  /// Calls a handler whose response goes to a client with a small limit, and returns what came.
  private func call(
    _ handler: @escaping @Sendable (ServerContext) throws -> Void
  ) async throws -> RawCall {
    var configuration = SessionConfiguration()
    configuration.maxHeaderListBytes = Self.limit
    var service = EchoHandlers()
    service.onEcho = { note, context in
      try handler(context)
      return note
    }
    let harness = try await ServerHarness(service, client: configuration)
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed("x"))
    await harness.stop()
    for list in [call.headers, call.trailers] {
      let size = list.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 32 }
      #expect(size <= Self.limit)
    }
    return call
  }

  @Sendable private static func large() throws -> Metadata {
    var metadata = Metadata()
    try metadata.append("x-large", String(repeating: "m", count: Self.limit))
    return metadata
  }

  @Test func `what fits is sent as it is`() async throws {
    let call = try await call { context in
      var metadata = Metadata()
      try metadata.append("x-small", "m")
      context.addInitialMetadata(metadata)
      context.addTrailingMetadata(metadata)
    }
    #expect(call.status == 0)
    #expect(call.header("x-small") == "m" && call.trailer("x-small") == "m")
  }

  @Test func `metadata before or behind the response that the client does not take fail the call`()
    async throws
  {
    let before = try await call { context in context.addInitialMetadata(try Self.large()) }
    #expect(before.status == 8 && before.messages.isEmpty)
    #expect(before.message?.contains("over the client's limit of 400") == true)
    let behind = try await call { context in context.addTrailingMetadata(try Self.large()) }
    #expect(behind.status == 8 && behind.messages.count == 1)
    let early = try await call { context in
      context.addInitialMetadata(try Self.large())
      context.sendInitialMetadata()
    }
    #expect(early.status == 8)
  }

  @Test func `of a failure the details go first, then metadata, then the message`() async throws {
    let detailed = try await call { context in
      var small = Metadata()
      try small.append("x-small", "m")
      context.addTrailingMetadata(small)
      var error = RPCError(.notFound, "no such article")
      error.encodedStatus = Array(repeating: 8, count: Self.limit)
      throw error
    }
    #expect(detailed.status == 5 && detailed.message == "no such article")
    #expect(detailed.trailer("grpc-status-details-bin") == nil)
    #expect(detailed.trailer("x-small") == "m")
    let decorated = try await call { context in
      context.addTrailingMetadata(try Self.large())
      throw RPCError(.notFound, "no such article")
    }
    #expect(decorated.status == 5 && decorated.message == "no such article")
    #expect(decorated.trailer("x-large") == nil)
    let talkative = try await call { _ in
      throw RPCError(.notFound, String(repeating: "no ", count: Self.limit))
    }
    #expect(talkative.status == 5 && talkative.message == nil)
  }
}
