import Protobuf

/// Takes the response of a call that has exactly one, and resumes the task that waits for its end.
// SAFETY: `prepare` is called before the call is started, which hands the object over to the call's event loop; from
// then on the loop alone touches the variables, until it resumes the waiting task, once, in `finished`.
final class UnaryResponse<Response: Message>: ResponseHandler, @unchecked Sendable {
  let keepsMetadata: Bool
  private var waiter: UnsafeContinuation<CallStatus, Never>?
  private var initialMetadata = Metadata()
  private var message: Response?
  private var wasCompressed = false

  init(keepsMetadata: Bool) {
    self.keepsMetadata = keepsMetadata
  }

  /// The message and its metadata, once the call has ended with this status.
  ///
  /// - Throws: the status, unless it is `OK`; `UNIMPLEMENTED` where there is no message.
  func reply(_ status: CallStatus) throws(RPCError) -> UnaryReply<Response> {
    let message = try takeMessage(status)
    return UnaryReply(
      message: message, initialMetadata: initialMetadata, trailers: status.trailers,
      wasCompressed: wasCompressed)
  }

  /// The message, once the call has ended with this status; otherwise as `reply(_:)`.
  func takeMessage(_ status: CallStatus) throws(RPCError) -> Response {
    if let error = status.error { throw error }
    guard let message = message.take() else {
      throw RPCError(.unimplemented, "the server sent no response to a call that has one")
    }
    return message
  }

  var wantsMore: Bool { true }

  func receivedInitialMetadata(_ metadata: Metadata) {
    initialMetadata = metadata
  }

  func receivedMessage(_ bytes: UnsafeRawBufferPointer, isCompressed: Bool) throws(RPCError) {
    guard message == nil else {
      throw RPCError(.unimplemented, "the server sent a second response to a call that has one")
    }
    message = try Response.decoding(bytes)
    wasCompressed = isCompressed
  }

  func finished(_ status: CallStatus) {
    waiter.take()?.resume(returning: status)
  }
}

extension UnaryResponse: AwaitedResponse {
  func prepare(_ waiter: UnsafeContinuation<CallStatus, Never>) {
    self.waiter = waiter
  }
}

/// A response whose end one task waits for.
protocol AwaitedResponse: ResponseHandler {
  /// Takes the task that waits; before the call is started.
  func prepare(_ waiter: UnsafeContinuation<CallStatus, Never>)
}
