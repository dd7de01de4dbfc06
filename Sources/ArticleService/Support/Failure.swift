import GRPC
import Protobuf

/// Why a call failed, as programs tell failures apart: the reason of the `ErrorInfo` that every error carries.
public enum FailureReason: String, Sendable {
  case etagMismatch = "ETAG_MISMATCH"
  case querySyntax = "QUERY_SYNTAX"
  case filterSyntax = "FILTER_SYNTAX"
  case fieldInvalid = "FIELD_INVALID"
  case pageTokenMismatch = "PAGE_TOKEN_MISMATCH"
  case revisionCompacted = "REVISION_COMPACTED"
  case revisionUnknown = "REVISION_UNKNOWN"
  case indexLoading = "INDEX_LOADING"
  case draining = "DRAINING"
  case readOnly = "READ_ONLY"
  case storageFailed = "STORAGE_FAILED"
  case diskFull = "DISK_FULL"
  case memoryLimit = "MEMORY_LIMIT"
  case notFound = "RESOURCE_NOT_FOUND"
  case alreadyExists = "RESOURCE_EXISTS"
  case inUse = "RESOURCE_IN_USE"
  case categoryUnknown = "CATEGORY_UNKNOWN"
  case categoryCycle = "CATEGORY_CYCLE"
  case languageTaken = "LANGUAGE_TAKEN"
  case deadlineExceeded = "DEADLINE_EXCEEDED"
  case reloadFailed = "RELOAD_FAILED"
  case tooManyWatches = "TOO_MANY_WATCHES"
  case queryTooCostly = "QUERY_TOO_COSTLY"
  case roleDenied = "ROLE_DENIED"
  case queryChanged = "QUERY_CHANGED"

  /// The domain of every `ErrorInfo`.
  public static let domain = "matiane"
}

extension RPCError {
  /// An error with its reason, and whatever else a program may want to know.
  static func failure(
    _ code: StatusCode, _ reason: FailureReason, _ message: String, _ facts: [String: String] = [:],
    details: [any Message] = []
  ) -> RPCError {
    var info = ErrorInfo()
    info.reason = reason.rawValue
    info.domain = FailureReason.domain
    info.metadata = facts.mapValues { $0.cut(toBytes: mostFactBytes) }
    return RPCError(code, message.cut(toBytes: mostMessageBytes), details: [info] + details)
  }

  /// A message may quote what a caller sent: together with the details it has to stay below the 8 KiB of trailers from which stock
  /// clients report a failure of their own instead.
  private static let mostMessageBytes = 640
  private static let mostFactBytes = 256

  /// INVALID_ARGUMENT for a field: what was expected, what was found.
  static func invalid(
    _ field: String, _ message: String, reason: FailureReason = .fieldInvalid, byte: Int? = nil
  ) -> RPCError {
    var violation = BadRequest.FieldViolation()
    violation.field = field
    violation.description = message.cut(toBytes: mostMessageBytes)
    var request = BadRequest()
    request.fieldViolations = [violation]
    let facts = byte.map { ["byte": String($0)] } ?? [:]
    return failure(.invalidArgument, reason, "\(field): \(message)", facts, details: [request])
  }

  /// The error as a part of a message.
  var status: Status {
    var status = Status()
    status.code = Int32(code.rawValue)
    status.message = message
    status.details = details
    return status
  }

  /// OUT_OF_RANGE for a watch whose query means something else now.
  static var queryChanged: RPCError {
    failure(
      .outOfRange, .queryChanged,
      "synonyms or the languages of the archive changed, and with them what the query finds; read the archive anew and watch from the revision read"
    )
  }

  /// NOT_FOUND for a resource.
  static func notFound(_ name: String) -> RPCError {
    failure(.notFound, .notFound, "\(name) does not exist", ["resource": name])
  }

  /// RESOURCE_EXHAUSTED for what the server lacks, or does not give.
  ///
  /// - Parameter delay: when it may have some again; nil where trying again is of no use.
  static func exhausted(
    _ reason: FailureReason, _ message: String, what: String, retryAfter delay: Duration? = .seconds(5)
  ) -> RPCError {
    var violation = QuotaFailure.Violation()
    violation.subject = what
    violation.description = message
    var quota = QuotaFailure()
    quota.violations = [violation]
    guard let delay else { return failure(.resourceExhausted, reason, message, details: [quota]) }
    var retry = RetryInfo()
    retry.retryDelay = DurationMessage(delay)
    return failure(.resourceExhausted, reason, message, details: [quota, retry])
  }

  /// UNAVAILABLE with the time after which trying again makes sense.
  static func unavailable(_ reason: FailureReason, _ message: String, retryAfter: Duration) -> RPCError {
    var retry = RetryInfo()
    retry.retryDelay = DurationMessage(retryAfter)
    return failure(.unavailable, reason, message, details: [retry])
  }
}
