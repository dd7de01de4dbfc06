import Protobuf

/// Takes the response of a call that has exactly one, and resumes the task that waits for it.
// SAFETY: `continuation` and `keepsMetadata` never change; the other variables are touched on the call's event loop
// only, and the continuation is resumed there, once, by `finished`.
final class UnaryResponse<Response: Message>: ResponseHandler, @unchecked Sendable {
  typealias Outcome = Result<UnaryReply<Response>, RPCError>

  let keepsMetadata: Bool
  private let continuation: UnsafeContinuation<Outcome, Never>
  private var initialMetadata = Metadata()
  private var message: Response?

  init(_ continuation: UnsafeContinuation<Outcome, Never>, keepsMetadata: Bool) {
    self.continuation = continuation
    self.keepsMetadata = keepsMetadata
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
    continuation.resume(returning: outcome(status))
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
