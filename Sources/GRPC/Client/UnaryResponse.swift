import Protobuf

/// Takes the response of a call that has exactly one, and resumes the task that waits for it.
// SAFETY: `continuation` is set before the call is started, which hands the object over to the call's event loop;
// from then on the loop alone touches the variables, and resumes the continuation once, in `finished`.
final class UnaryResponse<Response: Message>: ResponseHandler, @unchecked Sendable {
  typealias Outcome = Result<UnaryReply<Response>, RPCError>

  let keepsMetadata: Bool
  private var continuation: UnsafeContinuation<Outcome, Never>?
  private var initialMetadata = Metadata()
  private var message: Response?

  init(keepsMetadata: Bool) {
    self.keepsMetadata = keepsMetadata
  }

  /// Takes the task that waits; before the call is started.
  func wait(_ continuation: UnsafeContinuation<Outcome, Never>) {
    self.continuation = continuation
  }

  var wantsMore: Bool { true }

  func receivedInitialMetadata(_ metadata: Metadata) {
    initialMetadata = metadata
  }

  func receivedMessage(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    guard message == nil else {
      throw RPCError(.unimplemented, "the server sent a second response to a call that has one")
    }
    message = try Response.decoding(bytes)
  }

  func finished(_ status: CallStatus) {
    continuation.take()?.resume(returning: outcome(status))
  }

  private func outcome(_ status: CallStatus) -> Outcome {
    if let error = status.error { return .failure(error) }
    guard let message else {
      return .failure(RPCError(.unimplemented, "the server sent no response to a call that has one"))
    }
    return .success(
      UnaryReply(
        message: message, initialMetadata: initialMetadata, trailers: status.trailers))
  }
}
