import HTTP2
import Protobuf

/// A call whose method takes exactly one request; the handler starts when it is complete.
// SAFETY: as for `ServerCall`.
class SingleRequestServerCall<Request: Message>: ServerCall, @unchecked Sendable {
  // Not an Optional: that of a generic type is looked up at run time at every access.
  @exclusivity(unchecked) fileprivate var request = Request()
  @exclusivity(unchecked) private var hasRequest = false
  /// A request that is read when its handler runs, for it is large: as it came.
  @exclusivity(unchecked) private var unread: ReceivedMessage?

  final override func receivedMessage(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    try checkIsFirst()
    if connection.isLargeRequest(bytes.count) {
      unread = ReceivedMessage(bytes: [UInt8](bytes), isCompressed: false)
    } else {
      request = try Request.decoding(bytes)
    }
    hold(bytes.count)
  }

  final override func receivedCompressed(_ message: UnsafeRawBufferPointer) throws(RPCError) {
    try checkIsFirst()
    requestWasCompressed = true
    if let plain = try inflateSmall(message) {
      request = try Request.decoding(plain)
      return hold(plain.count)
    }
    unread = ReceivedMessage(bytes: [UInt8](message), isCompressed: true)
    hold(message.count)
  }

  private func checkIsFirst() throws(RPCError) {
    guard !hasRequest else {
      throw RPCError(
        .unimplemented, "\(route.method.path) takes one request, but the client sent a second one")
    }
    hasRequest = true
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

  /// Whether the request is still to be read: `withUnread` has to be called instead of `takeRequest`.
  final var isUnread: Bool { unread != nil }

  /// The request, once; the call does not keep it while the handler runs.
  final func takeRequest() -> Request {
    var taken = Request()
    swap(&taken, &request)
    return taken
  }

  /// Inflates a request that is still to be read if need be, and calls `body` with it, both beside the loop where it is large.
  nonisolated(nonsending) final func withUnread<Result: Sendable>(
    _ body: @Sendable (Request) async throws -> Result
  ) async throws -> Result {
    guard let message = unread.take() else { return try await body(takeRequest()) }
    var plain = message.bytes
    if message.isCompressed {
      plain = try await inflateLarge(message.bytes)
      try holdInflated(plain.count)
    }
    requestWasLarge = connection.isLargeRequest(plain.count)
    guard requestWasLarge else { return try await body(try Request.decoding(plain)) }
    return try await withTaskExecutorPreference(executorOfLargeRequests) {
      try await body(try decodeInTurn(plain))
    }
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
    guard !isUnread else { return false }
    let request = takeRequest()
    try unaryRoute._withUnsafeGuaranteedRef { try $0.answer(request, to: self) }
    if !hasResponded { self.request = request }
    return hasResponded
  }

  override nonisolated(nonsending) func handle() async throws {
    if let postponedResponse = postponedResponse.take() {
      return try await respond(withEncoded: postponedResponse)
    }
    let route = unaryRoute.takeUnretainedValue()
    let context = ServerContext(self)
    let response =
      isUnread
      ? try await withUnread { try await route.handler($0, context) }
      : try await route.handler(takeRequest(), context)
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
    let (writer, context) = (ResponseWriter<Response>(self), ServerContext(self))
    guard isUnread else { return try await handler(takeRequest(), writer, context) }
    try await withUnread { [handler] request in try await handler(request, writer, context) }
  }
}

/// A message as it came.
struct ReceivedMessage {
  let bytes: [UInt8]
  let isCompressed: Bool
}
