import Protobuf

/// The sending end of a call with any number of requests.
struct RequestWriter<Request: Message>: Sendable {
  let call: ClientCall
  let queue: RequestQueue
  let maxMessageBytes: Int
  let encoding: MessageEncoding

  /// Sends a message, after waiting for the peer to take those before.
  ///
  /// - Parameter compressed: whether to use the encoding of the call.
  /// - Returns: whether the server still takes messages.
  /// - Throws: the status of the call, unless it is `OK`; `RESOURCE_EXHAUSTED` for a message over the
  ///   limit, which leaves the call as it is.
  func send(_ request: Request, compressed: Bool) async throws(RPCError) -> Bool {
    let message = try FramedMessage.encode(
      request, maxMessageBytes: maxMessageBytes, compression: compressed ? encoding : .identity)
    switch queue.append(message) {
    case .endedBySender:
      throw RPCError(.failedPrecondition, "a message is sent after the last one")
    case .ended(let status): return try goesOn(status)
    case .queued(let wakesLoop, let isFull):
      if wakesLoop { call.sendRequests() }
      guard isFull else { return true }
      return try goesOn(await space())
    }
  }

  /// Sends no more.
  func finish() {
    if queue.end() { call.sendRequests() }
  }

  private func space() async -> CallStatus? {
    await withTaskCancellationHandler {
      await queue.waitForSpace()
    } onCancel: {
      call.cancel(.cancelledByTask)
    }
  }

  private func goesOn(_ status: CallStatus?) throws(RPCError) -> Bool {
    if let error = status?.error { throw error }
    return status == nil
  }
}
