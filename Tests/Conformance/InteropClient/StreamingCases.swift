import GRPC
import Interop

/// Cases with more than one message in a direction, and those that end early.
extension Session {
  private static let requestSizes = [27182, 8, 1828, 45904]
  private static let responseSizes = [31415, 9, 2653, 58979]

  /// A request that asks for responses of these sizes.
  static func request(_ sizes: [Int], payload: Int? = nil) -> StreamingOutputCallRequest {
    var request = StreamingOutputCallRequest()
    request.responseParameters = sizes.map { size in
      var parameters = ResponseParameters()
      parameters.size = Int32(size)
      return parameters
    }
    request.payload = payload.map { Payload(zeros: $0) }
    return request
  }

  func clientStreaming() async throws {
    let call = service.streamingInputCall()
    for size in Self.requestSizes {
      var request = StreamingInputCallRequest()
      request.payload = Payload(zeros: size)
      try await call.send(request)
    }
    call.finish()
    let total = try await call.response().aggregatedPayloadSize
    try expect(total == 74922, "expected 74922 bytes, found \(total)")
  }

  func serverStreaming() async throws {
    var sizes = Self.responseSizes[...]
    for try await response in service.streamingOutputCall(Self.request(Self.responseSizes)) {
      guard let size = sizes.popFirst() else {
        throw Expectation(description: "expected four responses, found more")
      }
      try expectZeros(response.payload, size)
    }
    try expect(sizes.isEmpty, "expected four responses, \(sizes.count) are missing")
  }

  func pingPong() async throws {
    let call = service.fullDuplexCall()
    var responses = call.responses.makeAsyncIterator()
    for (request, size) in zip(Self.requestSizes, Self.responseSizes) {
      try await call.send(Self.request([size], payload: request))
      let response = try await responses.next()
      try expectZeros(response?.payload, size)
    }
    call.finish()
    try expect(try await responses.next() == nil, "expected four responses, found more")
  }

  func emptyStream() async throws {
    let call = service.fullDuplexCall()
    call.finish()
    for try await _ in call.responses { throw Expectation(description: "expected no response, found one") }
  }

  func timeoutOnSleepingServer() async throws {
    let call = service.fullDuplexCall(options: CallOptions(timeout: .milliseconds(1)))
    try await expectFailure(.deadlineExceeded) {
      // The deadline may pass before the request is sent or while the response is awaited.
      try await call.send(Self.request([], payload: 27182))
      for try await _ in call.responses {}
    }
  }

  func cancelAfterBegin() async throws {
    let call = service.streamingInputCall()
    call.cancel()
    try await expectFailure(.cancelled) { _ = try await call.response() }
  }

  func cancelAfterFirstResponse() async throws {
    let call = service.fullDuplexCall()
    var responses = call.responses.makeAsyncIterator()
    try await call.send(Self.request([31415], payload: 27182))
    let response = try await responses.next()
    try expectZeros(response?.payload, 31415)
    call.cancel()
    try await expectFailure(.cancelled) { _ = try await responses.next() }
  }
}
