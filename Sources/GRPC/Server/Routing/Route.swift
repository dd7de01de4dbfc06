import Glibc
import HTTP2
import Protobuf

/// A method that is served: makes the call object for a stream that asks for it.
///
/// Immutable, shared by all loops; one subclass for each way of taking requests.
// SAFETY: only `let`s of Sendable types but `index`, which is set before another thread can see the route.
class Route: @unchecked Sendable {
  let method: AnyMethodDescriptor
  let path: [UInt8]
  /// The position among the methods of the server; set before it serves anybody.
  fileprivate(set) var index = 0
  /// Whether calls may be answered without a task.
  var answersImmediately: Bool { false }

  init(_ method: AnyMethodDescriptor) {
    self.method = method
    path = Array(method.path.utf8)
  }

  /// Numbers the routes of a server in order.
  static func number(_ routes: [Route]) {
    for (index, route) in routes.enumerated() { route.index = index }
  }

  @inline(__always)
  final func hasPath(_ other: UnsafeRawBufferPointer) -> Bool {
    guard path.count == other.count else { return false }
    return path.withUnsafeBytes { memcmp($0.baseAddress!, other.baseAddress!, other.count) == 0 }
  }

  /// Makes the object that carries one call of the method.
  func makeCall(on stream: HTTP2.Stream, of connection: ServerConnection) -> ServerCall {
    preconditionFailure("a subclass of Route makes the calls")
  }
}

/// Answers a request on the spot, or leaves it to the method's handler by sending nothing.
typealias ImmediateHandler<Request: Message, Response: Message> =
  @Sendable (Request, ImmediateResponse<Response>, ServerContext) throws -> Void

// SAFETY: only `let`s of Sendable types; `@unchecked` because the class has subclasses.
final class UnaryRoute<Request: Message, Response: Message>: Route, @unchecked Sendable {
  let handler: @Sendable (Request, ServerContext) async throws -> Response
  /// Asked first where `answersImmediately`. Not an Optional: looking into one counts a reference that all cores count.
  private let immediate: ImmediateHandler<Request, Response>
  private let isImmediate: Bool
  // Kept, because looking up the metadata of a generic class costs more than making the object.
  private let callType = UnaryServerCall<Request, Response>.self

  init(
    _ method: AnyMethodDescriptor,
    _ handler: @escaping @Sendable (Request, ServerContext) async throws -> Response,
    immediate: ImmediateHandler<Request, Response>? = nil
  ) {
    self.handler = handler
    self.immediate = immediate ?? { _, _, _ in }
    isImmediate = immediate != nil
    super.init(method)
  }

  override var answersImmediately: Bool { isImmediate }

  /// Asks the handler that answers on the spot.
  func answer(_ request: Request, to call: UnaryServerCall<Request, Response>) throws {
    try immediate(request, ImmediateResponse(call), ServerContext(call))
  }

  override func makeCall(on stream: HTTP2.Stream, of connection: ServerConnection) -> ServerCall {
    callType.init(self, on: stream, of: connection)
  }
}

// SAFETY: only `let`s of Sendable types; `@unchecked` because the class has subclasses.
final class ServerStreamingRoute<Request: Message, Response: Message>: Route, @unchecked Sendable {
  typealias Handler = @Sendable (Request, ResponseWriter<Response>, ServerContext) async throws -> Void
  let handler: Handler

  init(_ method: AnyMethodDescriptor, _ handler: @escaping Handler) {
    self.handler = handler
    super.init(method)
  }

  override func makeCall(on stream: HTTP2.Stream, of connection: ServerConnection) -> ServerCall {
    ServerStreamingServerCall(self, on: stream, of: connection)
  }
}

// SAFETY: only `let`s of Sendable types; `@unchecked` because the class has subclasses.
final class RequestStreamingRoute<Request: Message>: Route, @unchecked Sendable {
  typealias Handler = @Sendable (RequestStream<Request>, ServerCall) async throws -> Void
  let handler: Handler

  init(_ method: AnyMethodDescriptor, _ handler: @escaping Handler) {
    self.handler = handler
    super.init(method)
  }

  override func makeCall(on stream: HTTP2.Stream, of connection: ServerConnection) -> ServerCall {
    RequestStreamingServerCall(self, on: stream, of: connection)
  }
}
