import Protobuf

/// A call with any number of requests and responses, in any interleaving.
///
/// Dropping it and its `responses` before the end cancels the call.
public struct BidirectionalCall<Request: Message, Response: Message>: Sendable {
  private let requests: RequestWriter<Request>

  /// The responses.
  public let responses: ResponseStream<Response>

  init(_ ends: (RequestWriter<Request>, ResponseStream<Response>)) {
    (requests, responses) = ends
  }

  /// Sends a request; suspends while the server does not take those before.
  ///
  /// - Parameter compressed: false leaves this one as it is in a call that compresses its requests.
  /// - Returns: whether the server takes more; once it has ended the call, further requests are dropped.
  /// - Throws: the status of the call, unless it is `OK`; `RESOURCE_EXHAUSTED` for a message over the
  ///   limit, which leaves the call as it is.
  @discardableResult
  public func send(_ request: Request, compressed: Bool = true) async throws(RPCError) -> Bool {
    try await requests.send(request, compressed: compressed)
  }

  /// Sends no more requests; idempotent.
  public func finish() { requests.finish() }

  /// Ends the call early.
  public func cancel() { responses.cancel() }
}
