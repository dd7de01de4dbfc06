import Protobuf

/// Requests that are decoded beside the loop.
extension ServerCall {
  /// Where large requests are decoded; nil for the loop.
  var executorOfLargeRequests: (any TaskExecutor)? {
    connection.configuration.largeRequestPool.map { connection.lane(in: $0) }
  }

  /// Decodes a large request when it is the connection's turn, for which the client may not have waited.
  func decodeInTurn<Request: Message>(_ bytes: [UInt8]) throws(RPCError) -> Request {
    guard !cancelled.load(ordering: .relaxed) else { throw RPCError(.cancelled, "the call is over") }
    return try Request.decoding(bytes)
  }
}
