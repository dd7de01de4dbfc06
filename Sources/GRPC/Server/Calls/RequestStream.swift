import Protobuf

/// The requests of a client-streaming or bidirectional call, in order.
///
/// Iterate it once, from one task at a time. Reading slowly closes the client's flow-control window.
public struct RequestStream<Request: Message>: AsyncSequence, Sendable {
  private let call: RequestStreamingServerCall<Request>

  init(_ call: RequestStreamingServerCall<Request>) { self.call = call }

  /// Takes requests one after the other.
  public struct AsyncIterator: AsyncIteratorProtocol, Sendable {
    let call: RequestStreamingServerCall<Request>

    /// The next request, or nil when the client has sent its last.
    ///
    /// - Throws: `RPCError`: `CANCELLED` when the call is over, `INTERNAL` when a message cannot be decoded.
    public mutating func next() async throws(RPCError) -> Request? { try await read() }

    /// The next request, or nil when the client has sent its last.
    ///
    /// - Throws: as `next()`.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(RPCError) -> Request? { try await read() }

    private func read() async throws(RPCError) -> Request? {
      if call.connection.loop.isCurrent { return try await call.next() }
      let call = call
      return try await call.connection.onLoop { () async throws(RPCError) in try await call.next() }
    }
  }

  /// Begins to read.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(call: call) }
}
