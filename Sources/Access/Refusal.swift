import GRPC
import Protobuf

/// Why a call was not taken.
public enum Refusal: Int, Sendable, CaseIterable {
  /// No credentials, and nobody may come without.
  case unauthenticated
  /// Credentials that nobody has, or that have expired.
  case credentialsInvalid
  /// The role, the key's methods or its scope do not allow it.
  case roleDenied
  /// Too many calls of the key.
  case keyRate
  /// Too many calls from the address.
  case addressRate
  /// Too many calls in flight.
  case inFlight
  /// Calls wait too long for their loop.
  case overloaded
  /// It could not be finished before its deadline.
  case deadline

  /// As the metric's label has it.
  public var name: String {
    switch self {
    case .unauthenticated: "unauthenticated"
    case .credentialsInvalid: "credentials_invalid"
    case .roleDenied: "role_denied"
    case .keyRate: "key_rate"
    case .addressRate: "address_rate"
    case .inFlight: "in_flight"
    case .overloaded: "overloaded"
    case .deadline: "deadline"
    }
  }

  private var code: StatusCode {
    switch self {
    case .unauthenticated, .credentialsInvalid: .unauthenticated
    case .roleDenied: .permissionDenied
    case .keyRate, .addressRate: .resourceExhausted
    case .inFlight, .overloaded: .unavailable
    case .deadline: .deadlineExceeded
    }
  }

  private var reason: String {
    switch self {
    case .unauthenticated: "CREDENTIALS_MISSING"
    case .credentialsInvalid: "CREDENTIALS_INVALID"
    case .roleDenied: "ROLE_DENIED"
    case .keyRate, .addressRate: "RATE_LIMITED"
    case .inFlight, .overloaded: "OVERLOADED"
    case .deadline: "DEADLINE_EXCEEDED"
    }
  }

  /// The status that the caller gets.
  func error(_ message: String, subject: String = "", retryAfter: Duration? = nil) -> RPCError {
    var info = ErrorInfo()
    info.reason = reason
    info.domain = "matiane"
    var details: [any Message] = [info]
    if self == .keyRate || self == .addressRate {
      var violation = QuotaFailure.Violation()
      violation.subject = subject
      violation.description = message
      var quota = QuotaFailure()
      quota.violations = [violation]
      details.append(quota)
    }
    if let retryAfter {
      var retry = RetryInfo()
      retry.retryDelay = DurationMessage(retryAfter)
      details.append(retry)
    }
    return RPCError(code, message, details: details)
  }
}
