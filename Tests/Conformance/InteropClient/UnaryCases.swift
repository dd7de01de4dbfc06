import GRPC
import Interop

/// Cases with one request and one response.
extension Session {
  func emptyUnary() async throws {
    let response = try await service.emptyCall(Empty())
    try expect(response == Empty(), "expected an empty message")
  }

  func largeUnary() async throws {
    let response = try await service.unaryCall(Self.largeRequest())
    try expectZeros(response.payload, Self.responseBytes)
  }

  /// Two equal requests get equal answers where a caching proxy, or a server that behaves like one, stands between.
  func cacheableUnary() async throws {
    var request = SimpleRequest()
    request.payload = Payload()
    request.payload?.body = Array("\(ContinuousClock.now) \(UInt64.random(in: .min ... .max))".utf8)
    var options = CallOptions()
    try options.metadata.append("x-user-ip", "1.2.3.4")
    let first = try await service.cacheableUnaryCall(request, options: options)
    let second = try await service.cacheableUnaryCall(request, options: options)
    try expect(first.payload == second.payload, "expected equal payloads: is there no caching proxy?")
  }

  func concurrentLargeUnary() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<1000 { group.addTask(executorPreference: channel.loop) { try await largeUnary() } }
      try await group.waitForAll()
    }
  }

  func customMetadata() async throws {
    let (name, text) = ("x-grpc-test-echo-initial", "test_initial_metadata_value")
    let (binaryName, bytes): (String, [UInt8]) = ("x-grpc-test-echo-trailing-bin", [0xab, 0xab, 0xab])
    var options = CallOptions()
    try options.metadata.append(name, text)
    try options.metadata.append(binaryName, binary: bytes)
    func check(_ initial: Metadata, _ trailers: Metadata) throws {
      try expect(initial[name] == text, "expected \(name) in the initial metadata, found \(initial)")
      try expect(
        trailers[binary: binaryName] == bytes, "expected \(binaryName) in the trailers, found \(trailers)")
    }
    let reply = try await channel.unaryReply(TestServiceMethods.unaryCall, Self.largeRequest(), options)
    try check(reply.initialMetadata, reply.trailers)
    try expectZeros(reply.message.payload, Self.responseBytes)

    let call = service.fullDuplexCall(options: options)
    try await call.send(Self.request([Self.responseBytes], payload: Self.requestBytes))
    call.finish()
    for try await response in call.responses { try expectZeros(response.payload, Self.responseBytes) }
    try check(await call.responses.initialMetadata, await call.responses.trailers)
  }

  func unimplementedMethod() async throws {
    try await expectFailure(.unimplemented) { _ = try await service.unimplementedCall(Empty()) }
  }

  func unimplementedService() async throws {
    let stub = UnimplementedServiceClient(channel)
    try await expectFailure(.unimplemented) { _ = try await stub.unimplementedCall(Empty()) }
  }
}
