import Protobuf

/// Why the stack itself, and no handler, ended a call: the reason of its `ErrorInfo` where the code alone does not say it.
enum StackRefusal: String, Sendable {
  /// A message, compressed or not, is over the limit; it will be the next time, too.
  case messageTooLarge = "MESSAGE_TOO_LARGE"
  /// The metadata are over the limit.
  case headersTooLarge = "HEADERS_TOO_LARGE"
  /// Connections hold as much as they may in all; they will hold less again.
  case buffersFull = "BUFFERS_FULL"

  /// What there is too much of.
  fileprivate var subject: String {
    switch self {
    case .messageTooLarge: "message"
    case .headersTooLarge: "metadata"
    case .buffersFull: "buffers"
    }
  }
}

extension CallStatus {
  /// Says to programs why the call failed, where nobody has said it yet.
  mutating func explain(in domain: String) {
    guard encodedStatus.isEmpty, code != .cancelled else { return }
    let message = ResponseHeaders.bounded(message)
    var info = ErrorInfo()
    info.reason = refusal?.rawValue ?? code.description
    info.domain = domain
    var details: [any Message] = [info]
    if let refusal {
      var violation = QuotaFailure.Violation()
      violation.subject = refusal.subject
      violation.description = message
      var quota = QuotaFailure()
      quota.violations = [violation]
      details.append(quota)
    }
    if refusal == .buffersFull {
      var retry = RetryInfo()
      retry.retryDelay = DurationMessage(.seconds(1))
      details.append(retry)
    }
    encodedStatus = RPCError(code, message, details: details).encodedStatus
  }
}
