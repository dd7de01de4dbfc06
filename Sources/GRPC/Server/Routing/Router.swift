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

  /// Lets the calls of a unary method be answered on the spot where that is possible: on the event loop, within the
  /// event that completed the request, without a task of their own.
  ///
  /// `handler` is asked first and must return at once; when it has sent no response, the call is left to the method's
  /// asynchronous handler, with the metadata that was added to it. It is not asked while the server has interceptors, nor
  /// for a client that does not read.
  ///
  /// - Precondition: the method is served already, by `unary(_:_:)`.
  public mutating func immediate<Request: Message, Response: Message>(
    _ method: MethodDescriptor<Request, Response>,
    _ handler: @escaping @Sendable (Request, ImmediateResponse<Response>, ServerContext) throws -> Void
  ) {
    let path = method.erased.path
    let index = routes.firstIndex { $0.method.path == path }
    guard let index, let route = routes[index] as? UnaryRoute<Request, Response> else {
      preconditionFailure("\(path) is not served as a unary method yet")
    }
    routes[index] = UnaryRoute(method.erased, route.handler, immediate: handler)
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
        try await call.respond(with: try await handler(requests, ServerContext(call)))
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
