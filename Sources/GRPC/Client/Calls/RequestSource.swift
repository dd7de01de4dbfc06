/// Where the requests of a call come from.
enum RequestSource: Sendable {
  /// The one request of a call that has no more.
  case single(FramedMessage)
  /// Requests that other tasks send while the call runs.
  case queue(RequestQueue)
}
