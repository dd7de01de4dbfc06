import GRPC
import Interop

/// Cases about which messages are compressed.
extension Session {
  private static let gzip = CallOptions(compression: .gzip)

  /// - Parameter probes: whether to ask first if the server looks at how requests come at all.
  func clientCompressedUnary(probes: Bool) async throws {
    var request = Self.largeRequest()
    request.expectCompressed = BoolValue(true)
    if probes {
      let probe = request
      try await expectFailure(.invalidArgument) { _ = try await service.unaryCall(probe) }
    }
    let compressed = try await service.unaryCall(request, options: Self.gzip)
    try expectZeros(compressed.payload, Self.responseBytes)
    request.expectCompressed = BoolValue(false)
    let plain = try await service.unaryCall(request)
    try expectZeros(plain.payload, Self.responseBytes)
  }

  func clientCompressedStreaming(probes: Bool) async throws {
    func request(_ size: Int, compressed: Bool) -> StreamingInputCallRequest {
      var request = StreamingInputCallRequest()
      request.expectCompressed = BoolValue(compressed)
      request.payload = Payload(zeros: size)
      return request
    }
    if probes {
      let probe = service.streamingInputCall(options: Self.gzip)
      try await expectFailure(.invalidArgument) {
        try await probe.send(request(27182, compressed: true), compressed: false)
        probe.finish()
        _ = try await probe.response()
      }
    }
    let call = service.streamingInputCall(options: Self.gzip)
    try await call.send(request(27182, compressed: true))
    try await call.send(request(45904, compressed: false), compressed: false)
    call.finish()
    let total = try await call.response().aggregatedPayloadSize
    try expect(total == 73086, "expected 73086 bytes, found \(total)")
  }

  func serverCompressedUnary() async throws {
    for compressed in [true, false] {
      var request = Self.largeRequest()
      request.responseCompressed = BoolValue(compressed)
      let reply = try await channel.unaryReply(TestServiceMethods.unaryCall, request)
      try expectZeros(reply.message.payload, Self.responseBytes)
      try expectCompressed(reply.wasCompressed, compressed)
    }
  }

  func serverCompressedStreaming() async throws {
    let wanted = [(31415, true), (92653, false)]
    var request = Self.request(wanted.map(\.0))
    for index in wanted.indices { request.responseParameters[index].compressed = BoolValue(wanted[index].1) }
    var responses = service.streamingOutputCall(request).makeAsyncIterator()
    for (size, compressed) in wanted {
      let response = try await responses.next()
      try expectZeros(response?.payload, size)
      try expectCompressed(responses.lastWasCompressed, compressed)
    }
    try expect(try await responses.next() == nil, "expected two responses, found more")
  }

  private func expectCompressed(_ found: Bool, _ expected: Bool) throws(Expectation) {
    try expect(
      found == expected, "expected a response \(expected ? "with" : "without") the compressed flag")
  }
}
