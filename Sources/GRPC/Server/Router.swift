import Protobuf

/// Collects what a server answers: for every method its handler.
///
/// This is the one place where message types are erased: a route makes the call object of its types.
public struct Router {
  private(set) var routes: [Route] = []

  /// A router without methods.
  public init() {}

  /// Serves a method with one request and one response.
  public mutating func unary<Request: Message, Response: Message>(
    _ method: MethodDescriptor<Request, Response>,
    _ handler: @escaping @Sendable (Request, ServerContext) async throws -> Response
  ) {
    routes.append(UnaryRoute(method.erased, handler))
  }

  /// Serves a method with one request and a stream of responses.
  public mutating func serverStreaming<Request: Message, Response: Message>(
    _ method: MethodDescriptor<Request, Response>,
    _ handler: @escaping @Sendable (Request, ResponseWriter<Response>, ServerContext) async throws -> Void
  ) {
    routes.append(ServerStreamingRoute(method.erased, handler))
  }

  /// Serves a method with a stream of requests and one response.
  public mutating func clientStreaming<Request: Message, Response: Message>(
    _ method: MethodDescriptor<Request, Response>,
    _ handler: @escaping @Sendable (RequestStream<Request>, ServerContext) async throws -> Response
  ) {
    routes.append(
      RequestStreamingRoute<Request>(method.erased) { requests, call in
        try call.send(try await handler(requests, ServerContext(call)))
      })
  }

  /// Serves a method with a stream in each direction.
  public mutating func bidirectional<Request: Message, Response: Message>(
    _ method: MethodDescriptor<Request, Response>,
    _ handler:
      @escaping @Sendable (RequestStream<Request>, ResponseWriter<Response>, ServerContext) async throws ->
      Void
  ) {
    routes.append(
      RequestStreamingRoute<Request>(method.erased) { requests, call in
        try await handler(requests, ResponseWriter(call), ServerContext(call))
      })
  }
}
