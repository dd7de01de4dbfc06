import GRPC
import Interop

/// The server's side of the interoperability suite.
///
/// Source: gRPC, "Interoperability Test Case Descriptions", "Server".
struct TestServiceHandlers: TestServiceServer {
  /// No response is larger, whatever a request asks for.
  private static let maxPayloadBytes: Int32 = 64 * 1024 * 1024

  let serverID: String
  let hostname: String
  let cache = ResponseCache()

  func emptyCall(_ request: Empty, context: ServerContext) async throws -> Empty {
    try echoMetadata(context)
    return Empty()
  }

  func unaryCall(_ request: SimpleRequest, context: ServerContext) async throws -> SimpleResponse {
    try echoMetadata(context)
    try check(request.expectCompressed, context)
    try raise(request.responseStatus)
    if request.responseCompressed?.value == true { context.compressResponses() }
    var response = SimpleResponse()
    response.payload = try payload(request.responseType, request.responseSize)
    if request.fillServerId { response.serverId = serverID }
    response.hostname = hostname
    return response
  }

  func cacheableUnaryCall(_ request: SimpleRequest, context: ServerContext) async throws -> SimpleResponse {
    var headers = Metadata()
    try headers.append("cache-control", "max-age=\(ResponseCache.maxAgeSeconds), public")
    context.addInitialMetadata(headers)
    return cache.response(to: request)
  }

  func streamingOutputCall(
    _ request: StreamingOutputCallRequest, responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext
  ) async throws {
    try echoMetadata(context)
    try await answer(request, responses, context)
  }

  func streamingInputCall(
    _ requests: RequestStream<StreamingInputCallRequest>, context: ServerContext
  ) async throws -> StreamingInputCallResponse {
    try echoMetadata(context)
    var response = StreamingInputCallResponse()
    for try await request in requests {
      try check(request.expectCompressed, context)
      response.aggregatedPayloadSize &+= Int32(clamping: request.payload?.body.count ?? 0)
    }
    return response
  }

  func fullDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    responses: ResponseWriter<StreamingOutputCallResponse>, context: ServerContext
  ) async throws {
    try echoMetadata(context)
    for try await request in requests { try await answer(request, responses, context) }
  }

  func halfDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    responses: ResponseWriter<StreamingOutputCallResponse>, context: ServerContext
  ) async throws {
    try echoMetadata(context)
    var waiting: [StreamingOutputCallRequest] = []
    for try await request in requests {
      guard waiting.count < 1000 else {
        throw RPCError(.resourceExhausted, "more than 1000 requests before the first answer")
      }
      waiting.append(request)
    }
    for request in waiting { try await answer(request, responses, context) }
  }

  func unimplementedCall(_ request: Empty, context: ServerContext) async throws -> Empty {
    throw RPCError(.unimplemented, "\(context.method.path) is never implemented")
  }

  // MARK: - What the methods share

  /// Sends the responses that a request asks for, each in its time, or its status.
  private func answer(
    _ request: StreamingOutputCallRequest, _ responses: ResponseWriter<StreamingOutputCallResponse>,
    _ context: ServerContext
  ) async throws {
    try raise(request.responseStatus)
    // Announced with the first response, and used for those that ask for it.
    context.compressResponses()
    for wanted in request.responseParameters {
      if wanted.intervalUs > 0 { try await Task.sleep(for: .microseconds(wanted.intervalUs)) }
      var response = StreamingOutputCallResponse()
      response.payload = try payload(request.responseType, wanted.size)
      try await responses.send(response, compressed: wanted.compressed?.value == true)
    }
  }

  private func payload(_ type: PayloadType, _ size: Int32) throws(RPCError) -> Payload {
    guard type == .compressable else {
      throw RPCError(.invalidArgument, "payload type \(type.rawValue) is not supported")
    }
    guard size >= 0 else { throw RPCError(.invalidArgument, "a payload of \(size) bytes cannot be made") }
    guard size <= Self.maxPayloadBytes else {
      throw RPCError(.resourceExhausted, "a payload of \(size) bytes is over \(Self.maxPayloadBytes)")
    }
    return Payload(zeros: Int(size))
  }

  private func check(_ expectation: BoolValue?, _ context: ServerContext) throws(RPCError) {
    guard let expected = expectation?.value, expected != context.requestWasCompressed else { return }
    throw RPCError(
      .invalidArgument, expected ? "the request is not compressed" : "the request is compressed")
  }

  private func raise(_ status: EchoStatus?) throws(RPCError) {
    guard let status, status.code != 0 else { return }
    throw RPCError(StatusCode(number: Int(status.code)), status.message)
  }

  private func echoMetadata(_ context: ServerContext) throws(RPCError) {
    let received = context.metadata
    var (initial, trailing) = (Metadata(), Metadata())
    let (text, bytes) = ("x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin")
    for value in received.values(of: text) { try initial.append(text, value) }
    for value in received.binaryValues(of: bytes) { try trailing.append(bytes, binary: value) }
    if !initial.isEmpty { context.addInitialMetadata(initial) }
    if !trailing.isEmpty { context.addTrailingMetadata(trailing) }
  }
}
