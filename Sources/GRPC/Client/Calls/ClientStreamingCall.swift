import Protobuf

/// A call with any number of requests and one response.
///
/// Dropping it before its end cancels the call.
public struct ClientStreamingCall<Request: Message, Response: Message>: Sendable {
  private let requests: RequestWriter<Request>
  private let responses: ResponseStream<Response>

  init(_ ends: (RequestWriter<Request>, ResponseStream<Response>)) {
    (requests, responses) = ends
  }

  /// Sends a request; suspends while the server does not take those before.
  ///
  /// - Parameter compressed: false leaves this one as it is in a call that compresses its requests.
  /// - Returns: whether the server takes more; once it has answered, further requests are dropped.
  /// - Throws: the status of the call, unless it is `OK`; `RESOURCE_EXHAUSTED` for a message over the
  ///   limit, which leaves the call as it is.
  @discardableResult
  public func send(_ request: Request, compressed: Bool = true) async throws(RPCError) -> Bool {
    try await requests.send(request, compressed: compressed)
  }

  /// Sends no more requests; idempotent.
  public func finish() { requests.finish() }

  /// The response; waits for the end of the call. To be called once, after `finish()`.
  ///
  /// - Throws: the status of the call, unless it is `OK`; `UNIMPLEMENTED` where the server did not
  ///   send exactly one response.
  public func response() async throws(RPCError) -> Response {
    try await reply().message
  }

  /// The response with its metadata; otherwise as `response()`.
  ///
  /// - Throws: as `response()`.
  public func reply() async throws(RPCError) -> UnaryReply<Response> {
    var iterator = responses.makeAsyncIterator()
    guard let message = try await iterator.next() else {
      throw RPCError(.unimplemented, "the server sent no response to a call that has one")
    }
    let wasCompressed = iterator.lastWasCompressed
    guard try await iterator.next() == nil else {
      cancel()
      throw RPCError(.unimplemented, "the server sent a second response to a call that has one")
    }
    return UnaryReply(
      message: message, initialMetadata: try await responses.initialMetadata,
      trailers: try await responses.trailers, wasCompressed: wasCompressed)
  }

  /// The metadata sent before the response; waits for it.
  ///
  /// - Throws: the status of a call that failed before.
  public var initialMetadata: Metadata {
    get async throws(RPCError) { try await responses.initialMetadata }
  }

  /// Ends the call early.
  public func cancel() { responses.cancel() }
}
