import EventLoops
import Protobuf
import Testing

@testable import GRPC

/// Health and reflection as clients meet them.
@Suite(.timeLimit(.minutes(10))) struct StandardServiceTests {
  private func with(
    _ services: [any Service], _ body: (Channel) async throws -> Void
  ) async throws {
    let loops = try EventLoopGroup(count: 1)
    let server = Server(services, on: loops)
    let channel = try Channel(inProcess: server)
    try await body(channel)
    await channel.close()
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
  }

  private func request(_ service: String) -> HealthCheckRequest {
    var request = HealthCheckRequest()
    request.service = service
    return request
  }

  @Test func `health is checked by service`() async throws {
    let health = HealthService(services: ["a"])
    health.set(.notServing, of: "b")
    try await with([health]) { channel in
      let client = HealthClient(channel)
      let states = [
        try await client.check(request("")).status, try await client.check(request("a")).status,
        try await client.check(request("b")).status,
      ]
      #expect(states == [.serving, .serving, .notServing])
      let unknown = await #expect(throws: RPCError.self) { try await client.check(request("c")) }
      #expect(unknown?.code == .notFound)
      let listed = try await client.list(HealthListRequest()).statuses.mapValues(\.status)
      #expect(listed == ["": .serving, "a": .serving, "b": .notServing])
    }
  }

  @Test func `health is watched until the watcher leaves`() async throws {
    let health = HealthService()
    try await with([health]) { channel in
      do {
        var watch = HealthClient(channel).watch(request("late")).makeAsyncIterator()
        let before = try await watch.next()
        #expect(before?.status == .serviceUnknown)
        health.set(.serving, of: "late")
        let after = try await watch.next()
        #expect(after?.status == .serving)
        health.shutDown()
        let stopped = try await watch.next()
        #expect(stopped?.status == .notServing)
      }
      let state = try await HealthClient(channel).check(request(""))
      #expect(state.status == .notServing)
    }
  }

  @Test func `a watch that the server ends is UNAVAILABLE, so that its client looks elsewhere`() async throws
  {
    let health = HealthService()
    try await with([health]) { channel in
      var watch = HealthClient(channel).watch(request("")).makeAsyncIterator()
      let before = try await watch.next()
      #expect(before?.status == .serving)
      health.shutDown()
      health.endWatches()
      let after = try await watch.next()
      #expect(after?.status == .notServing)
      let error = await #expect(throws: RPCError.self) { try await watch.next() }
      #expect(error?.code == .unavailable)
    }
  }

  @Test func `too many services are not listed`() async throws {
    let health = HealthService(services: (0..<200).map { "service \($0)" })
    try await with([health]) { channel in
      let error = await #expect(throws: RPCError.self) {
        try await HealthClient(channel).list(HealthListRequest())
      }
      #expect(error?.code == .resourceExhausted)
    }
  }

  @Test(arguments: ["v1", "v1alpha"])
  func `reflection answers under both names`(version: String) async throws {
    let services: [any Service] = [HealthService(), EchoHandlers()]
    try await with(services + [ReflectionService(describing: services)]) { channel in
      let method = MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse>(
        service: "grpc.reflection.\(version).ServerReflection", name: "ServerReflectionInfo",
        kind: .bidirectional)
      let call = channel.bidirectional(method)
      var responses = call.responses.makeAsyncIterator()
      var question = ServerReflectionRequest()
      question.messageRequest = .listServices("")
      try await call.send(question)
      let list = try await responses.next()
      guard case .listServicesResponse(let listed) = list?.messageResponse else {
        Issue.record("no list but \(String(describing: list))")
        return
      }
      #expect(
        listed.service.map(\.name) == [
          "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
          "grpc.reflection.v1alpha.ServerReflection", "matiane.test.v1.EchoService",
        ])
      question.messageRequest = .fileContainingSymbol("grpc.reflection.\(version).ServerReflection")
      try await call.send(question)
      let answer = try await responses.next()
      guard case .fileDescriptorResponse(let files) = answer?.messageResponse else {
        Issue.record("no file but \(String(describing: answer))")
        return
      }
      let file = try FileDescriptorProto(serialized: files.fileDescriptorProto[0])
      #expect(file.name == "grpc/reflection/\(version)/reflection.proto")
      call.finish()
      let end = try await responses.next()
      #expect(end == nil)
    }
  }
}
