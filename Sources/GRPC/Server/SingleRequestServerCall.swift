import HTTP2
import Protobuf

/// A call whose method takes exactly one request; the handler starts when it is complete.
// SAFETY: as for `ServerCall`.
class SingleRequestServerCall<Request: Message>: ServerCall, @unchecked Sendable {
  // Not an Optional: that of a generic type is looked up at run time at every access.
  @exclusivity(unchecked) fileprivate var request = Request()
  @exclusivity(unchecked) private var hasRequest = false
  /// A request that is inflated when its handler runs, for it is large.
  @exclusivity(unchecked) private var compressed: [UInt8]?

  final override func receivedMessage(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    try checkIsFirst()
    request = try Request.decoding(bytes)
    hold(bytes.count)
  }

  final override func receivedCompressed(_ message: UnsafeRawBufferPointer) throws(RPCError) {
    try checkIsFirst()
    requestWasCompressed = true
    if let plain = try inflateSmall(message) { return try decode(plain) }
    compressed = [UInt8](message)
    hold(message.count)
  }

  private func checkIsFirst() throws(RPCError) {
    guard !hasRequest else {
      throw RPCError(
        .unimplemented, "\(route.method.path) takes one request, but the client sent a second one")
    }
    hasRequest = true
  }

  private func decode(_ plain: [UInt8]) throws(RPCError) {
    request = try plain.span.bytes.withUnsafeBytes { raw throws(RPCError) in try Request.decoding(raw) }
    hold(plain.count)
  }

  final override func creditReceived(_ count: Int) {
    if connection.takesRequestsFreely {
      stream.consumed(count)
    } else {
      connection.creditSparingly(count, of: self)
    }
  }

  final override func requestsEnded() {
    guard hasRequest else {
      return fail(
        CallStatus(.unimplemented, "\(route.method.path) takes one request, but the client sent none"))
    }
    start()
  }

  /// Whether the request is still to be inflated.
  final var isCompressed: Bool { compressed != nil }

  /// The request, once; the call does not keep it while the handler runs.
  final func takeRequest() -> Request {
    var taken = Request()
    swap(&taken, &request)
    return taken
  }

  /// Inflates a request that is still to be, before it is taken.
  nonisolated(nonsending) final func inflateRequest() async throws(RPCError) {
    guard let compressed = compressed.take() else { return }
    let plain = try await inflateLarge(compressed)
    try holdInflated(plain.count)
    try decode(plain)
  }
}

// SAFETY: as for `ServerCall`.
final class UnaryServerCall<Request: Message, Response: Message>: SingleRequestServerCall<Request>,
  @unchecked Sendable
{
  // SAFETY: as for `ServerCall.sharedRoute`, which is the same object.
  private let unaryRoute: Unmanaged<UnaryRoute<Request, Response>>

  required init(
    _ route: borrowing UnaryRoute<Request, Response>, on stream: borrowing HTTP2.Stream,
    of connection: borrowing ServerConnection
  ) {
    unaryRoute = .passUnretained(copy route)
    super.init(route, on: stream, of: connection)
  }

  override func respondImmediately() throws -> Bool {
    guard !isCompressed else { return false }
    let request = takeRequest()
    try unaryRoute._withUnsafeGuaranteedRef { try $0.answer(request, to: self) }
    if !hasResponded { self.request = request }
    return hasResponded
  }

  override nonisolated(nonsending) func handle() async throws {
    if let postponedResponse = postponedResponse.take() {
      return try await respond(withEncoded: postponedResponse)
    }
    if isCompressed { try await inflateRequest() }
    let response = try await unaryRoute.takeUnretainedValue().handler(takeRequest(), ServerContext(self))
    if mayCompress { try await respond(with: response) } else { try send(response) }
  }
}

// SAFETY: as for `ServerCall`.
final class ServerStreamingServerCall<Request: Message, Response: Message>: SingleRequestServerCall<Request>,
  @unchecked Sendable
{
  private let handler: ServerStreamingRoute<Request, Response>.Handler

  init(
    _ route: ServerStreamingRoute<Request, Response>, on stream: borrowing HTTP2.Stream,
    of connection: borrowing ServerConnection
  ) {
    handler = route.handler
    super.init(route, on: stream, of: connection)
  }

  override nonisolated(nonsending) func handle() async throws {
    if isCompressed { try await inflateRequest() }
    try await handler(takeRequest(), ResponseWriter(self), ServerContext(self))
  }
}
