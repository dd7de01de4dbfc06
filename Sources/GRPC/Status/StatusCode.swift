/// The outcome of a call, as every gRPC implementation numbers it.
///
/// Source: gRPC, "Status codes and their use in gRPC".
public enum StatusCode: Int, Sendable, Hashable, CaseIterable {
  /// The call succeeded.
  case ok = 0
  /// The call was cancelled, usually by its caller.
  case cancelled = 1
  /// An error that names no better code, or a code this side does not know.
  case unknown = 2
  /// The request is wrong whatever the state of the system.
  case invalidArgument = 3
  /// The deadline passed before the call completed.
  case deadlineExceeded = 4
  /// What the request names does not exist.
  case notFound = 5
  /// What the request wants to create exists already.
  case alreadyExists = 6
  /// The caller is known but not allowed to do this.
  case permissionDenied = 7
  /// A quota, a size limit or a resource is used up.
  case resourceExhausted = 8
  /// The system is not in the state that the request needs; do not retry unchanged.
  case failedPrecondition = 9
  /// A concurrent change got in the way; retry from the reading step.
  case aborted = 10
  /// The request reaches past the valid range of the present state.
  case outOfRange = 11
  /// The method does not exist or is not supported here.
  case unimplemented = 12
  /// An invariant of one side is broken.
  case `internal` = 13
  /// The service cannot be reached now; retry with backoff.
  case unavailable = 14
  /// Data is lost or damaged for good.
  case dataLoss = 15
  /// The caller did not prove who it is.
  case unauthenticated = 16

  /// The code with this number, or `unknown` where gRPC defines none.
  public init(number: Int) {
    self = StatusCode(rawValue: number) ?? .unknown
  }

  /// The code written in a `grpc-status` value, or `nil` where that is not a decimal number.
  init?(header value: UnsafeRawBufferPointer) {
    guard !value.isEmpty, value.count <= 9 else { return nil }
    var number = 0
    for byte in value {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self.init(number: number)
  }
}

extension StatusCode: CustomStringConvertible {
  /// The name that gRPC's documents use, for example `NOT_FOUND`.
  public var description: String {
    switch self {
    case .ok: "OK"
    case .cancelled: "CANCELLED"
    case .unknown: "UNKNOWN"
    case .invalidArgument: "INVALID_ARGUMENT"
    case .deadlineExceeded: "DEADLINE_EXCEEDED"
    case .notFound: "NOT_FOUND"
    case .alreadyExists: "ALREADY_EXISTS"
    case .permissionDenied: "PERMISSION_DENIED"
    case .resourceExhausted: "RESOURCE_EXHAUSTED"
    case .failedPrecondition: "FAILED_PRECONDITION"
    case .aborted: "ABORTED"
    case .outOfRange: "OUT_OF_RANGE"
    case .unimplemented: "UNIMPLEMENTED"
    case .internal: "INTERNAL"
    case .unavailable: "UNAVAILABLE"
    case .dataLoss: "DATA_LOSS"
    case .unauthenticated: "UNAUTHENTICATED"
    }
  }
}
