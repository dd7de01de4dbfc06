import HTTP2
import Protobuf

/// A call whose method takes exactly one request; the handler starts when it is complete.
// SAFETY: as for `ServerCall`.
class SingleRequestServerCall<Request: Message>: ServerCall, @unchecked Sendable {
  // Not an Optional: that of a generic type is looked up at run time at every access.
  @exclusivity(unchecked) fileprivate var request = Request()
  @exclusivity(unchecked) private var hasRequest = false

  final override func receivedMessage(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    guard !hasRequest else {
      throw RPCError(
        .unimplemented, "\(route.method.path) takes one request, but the client sent a second one")
    }
    request = try Request.decoding(bytes)
    hasRequest = true
    requestWasCompressed = isReceivingCompressed
    hold(bytes.count)
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

  /// The request, once; the call does not keep it while the handler runs.
  final func takeRequest() -> Request {
    defer { request = Request() }
    return request
  }
}

// SAFETY: as for `ServerCall`.
final class UnaryServerCall<Request: Message, Response: Message>: SingleRequestServerCall<Request>,
  @unchecked Sendable
{
  // SAFETY: as for `ServerCall.sharedRoute`, which is the same object.
  private let unaryRoute: Unmanaged<UnaryRoute<Request, Response>>

  required init(
    _ route: UnaryRoute<Request, Response>, on stream: HTTP2.Stream, of connection: ServerConnection
  ) {
    unaryRoute = .passUnretained(route)
    super.init(route, on: stream, of: connection)
  }

  override func respondImmediately() throws -> Bool {
    try unaryRoute._withUnsafeGuaranteedRef {
      try $0.immediate?(request, ImmediateResponse(self), ServerContext(self))
    }
    return hasResponded
  }

  override nonisolated(nonsending) func handle() async throws {
    try send(await unaryRoute.takeUnretainedValue().handler(takeRequest(), ServerContext(self)))
  }
}

// SAFETY: as for `ServerCall`.
final class ServerStreamingServerCall<Request: Message, Response: Message>: SingleRequestServerCall<Request>,
  @unchecked Sendable
{
  private let handler: ServerStreamingRoute<Request, Response>.Handler

  init(
    _ route: ServerStreamingRoute<Request, Response>, on stream: HTTP2.Stream, of connection: ServerConnection
  ) {
    handler = route.handler
    super.init(route, on: stream, of: connection)
  }

  override nonisolated(nonsending) func handle() async throws {
    try await handler(takeRequest(), ResponseWriter(self), ServerContext(self))
  }
}
