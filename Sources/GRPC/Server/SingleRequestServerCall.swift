import HTTP2
import Protobuf

/// A call whose method takes exactly one request; the handler starts when it is complete.
// SAFETY: as for `ServerCall`.
class SingleRequestServerCall<Request: Message>: ServerCall, @unchecked Sendable {
  private var request: Request?

  final override func receivedMessage(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    guard request == nil else {
      throw RPCError(
        .unimplemented, "\(route.method.path) takes one request, but the client sent a second one")
    }
    request = try Request.decoding(bytes)
  }

  final override func requestsEnded() {
    guard request != nil else {
      return fail(
        CallStatus(.unimplemented, "\(route.method.path) takes one request, but the client sent none"))
    }
    start()
  }

  /// The request, once; the call does not keep it while the handler runs.
  final func takeRequest() -> Request { request.take() ?? Request() }
}

// SAFETY: as for `ServerCall`.
final class UnaryServerCall<Request: Message, Response: Message>: SingleRequestServerCall<Request>,
  @unchecked Sendable
{
  private let handler: @Sendable (Request, ServerContext) async throws -> Response

  init(_ route: UnaryRoute<Request, Response>, on stream: HTTP2.Stream, of connection: ServerConnection) {
    handler = route.handler
    super.init(route, on: stream, of: connection)
  }

  override func handle() async throws {
    try send(await handler(takeRequest(), ServerContext(self)))
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

  override func handle() async throws {
    try await handler(takeRequest(), ResponseWriter(self), ServerContext(self))
  }
}
