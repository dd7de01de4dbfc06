/// A call that did not succeed: the status that the peer sent, or that this side found.
///
/// The same type is thrown by clients and by handlers; a handler's error becomes the call's
/// trailers. An error that is no `RPCError` reaches the caller as `UNKNOWN` without its text.
public struct RPCError: Error, Sendable {
  /// The status code; never `ok`.
  public var code: StatusCode

  /// What was expected, what was found, and what to do; shown to the caller.
  public var message: String

  /// The encoded `google.rpc.Status` of the `grpc-status-details-bin` trailer; empty without details.
  ///
  /// `details` reads and writes it as messages.
  public var encodedStatus: [UInt8]

  /// Trailing metadata that came, or goes, with the status.
  public var metadata: Metadata

  /// Why the stack itself ended the call, if it did.
  var refusal: StackRefusal?

  /// The error behind this one; stays in this process.
  public var cause: (any Error)?

  /// Describes a failed call.
  public init(
    _ code: StatusCode, _ message: String, metadata: Metadata = Metadata(),
    cause: (any Error)? = nil
  ) {
    self.code = code == .ok ? .unknown : code
    self.message = message
    self.encodedStatus = []
    self.metadata = metadata
    self.cause = cause
  }

  /// RESOURCE_EXHAUSTED by the stack itself.
  init(_ refusal: StackRefusal, _ message: String, cause: (any Error)? = nil) {
    self.init(.resourceExhausted, message, cause: cause)
    self.refusal = refusal
  }

  /// What becomes of any error that a handler or an encoder lets out.
  ///
  /// An `RPCError` stays itself, a task's cancellation is `CANCELLED`, and everything else is
  /// `UNKNOWN`: its text could tell a stranger about the inside of the server.
  public init(wrapping error: any Error) {
    switch error {
    case let error as RPCError: self = error
    case is CancellationError: self.init(.cancelled, "the call was cancelled", cause: error)
    default: self.init(.unknown, "the handler failed", cause: error)
    }
  }
}

extension RPCError: CustomStringConvertible {
  /// Code, message and cause in one line; the cause is left out where the message tells it already.
  public var description: String {
    let told = cause.map { "\($0)" } ?? ""
    let tail = told.isEmpty || message.contains(told) ? "" : " (\(told))"
    return message.isEmpty ? "\(code)\(tail)" : "\(code): \(message)\(tail)"
  }
}
