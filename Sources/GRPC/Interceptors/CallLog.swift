/// Writes a line for every call of a channel that has ended.
///
/// The line is of `name=value` pairs, for people and for machines:
/// `method=/matiane.v1.SearchService/Search code=UNAVAILABLE ms=12.345 peer=127.0.0.1:50051 message="…"`.
public struct CallLog: ClientInterceptor {
  private let logsSuccesses: Bool
  private let write: @Sendable (String) -> Void

  /// A log.
  ///
  /// - Parameters:
  ///   - logsSuccesses: whether calls that ended with `OK` are logged as well.
  ///   - write: takes a line without its end; called on an event loop, so it must return at once.
  public init(logsSuccesses: Bool = true, write: @escaping @Sendable (String) -> Void) {
    self.logsSuccesses = logsSuccesses
    self.write = write
  }

  /// Logs a call.
  public func completed(_ call: OutgoingCall, _ outcome: CallOutcome) {
    guard logsSuccesses || outcome.code != .ok else { return }
    let message = outcome.message
    let microseconds = Int(outcome.duration / .microseconds(1))
    let (whole, rest) = microseconds.quotientAndRemainder(dividingBy: 1000)
    let thousandths = String(rest + 1000).dropFirst()
    // Quoted, because a peer's message may hold anything, line ends included.
    let tail = message.isEmpty ? "" : " message=\(message.debugDescription)"
    write(
      "method=\(call.method.path) code=\(outcome.code) ms=\(whole).\(thousandths) peer=\(call.target)\(tail)")
  }
}
