import GRPC

/// What the program's exit code means, for scripts.
enum ExitCode: Int32 {
  case ok = 0
  /// Anything that the codes below do not say.
  case failure = 1
  /// The command line or the request cannot be understood.
  case usage = 2
  case notFound = 3
  /// Exists already, or someone else was faster.
  case conflict = 4
  /// Some lines or articles of an import were refused; the others are stored.
  case partialImport = 5
  /// No server, or one that does not serve now.
  case unavailable = 6

  init(_ code: StatusCode) {
    switch code {
    case .ok: self = .ok
    case .invalidArgument: self = .usage
    case .notFound: self = .notFound
    case .alreadyExists, .aborted, .failedPrecondition: self = .conflict
    case .unavailable, .deadlineExceeded: self = .unavailable
    default: self = .failure
    }
  }
}
