/// How a call ended: a status code of any kind with what came along.
struct CallStatus: Sendable {
  /// The code; `ok` for success.
  var code: StatusCode

  /// The text of `grpc-message`.
  var message: String

  /// The encoded `google.rpc.Status`; empty without details.
  var encodedStatus: [UInt8] = []

  /// Why the stack itself ended the call, if it did.
  var refusal: StackRefusal?

  /// The metadata in the trailers.
  var trailers = Metadata()

  /// Success.
  static let ok = CallStatus(.ok, "")

  /// Describes an end.
  init(_ code: StatusCode, _ message: String, _ refusal: StackRefusal? = nil) {
    self.code = code
    self.refusal = refusal
    self.message = message
  }

  /// The end that an error stands for.
  init(_ error: RPCError) {
    self.init(error.code, error.message, error.refusal)
    encodedStatus = error.encodedStatus
    trailers = error.metadata
  }

  /// The error to throw, unless the call succeeded.
  var error: RPCError? {
    guard code != .ok else { return nil }
    var error = RPCError(code, message, metadata: trailers)
    error.encodedStatus = encodedStatus
    return error
  }
}
