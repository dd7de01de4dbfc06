/// Decides which calls of a server are traced, and follows them.
public protocol CallTracer: Sendable {
  /// A call has begun; called on its loop, within the event: it must return at once.
  ///
  /// - Returns: what follows the call; nil when it is not traced.
  func begin(_ call: ArrivingCall) -> (any CallSpan)?
}

/// Follows one call; `ServerContext.span` shows it to handlers.
public protocol CallSpan: AnyObject, Sendable {
  /// The identifier of the trace, as logs have it.
  var traceID: String { get }

  /// The call is over; called on the loop, once.
  func end(_ call: ServerCallSummary)
}
