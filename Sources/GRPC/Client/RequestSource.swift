/// Where the requests of a call come from.
enum RequestSource: Sendable {
  /// The one request of a call that has no more.
  case single(FramedMessage)
  /// Requests that other tasks send while the call runs.
  case queue(RequestQueue)
}

extension RequestSource {
  /// What is to be sent now; the single request counts as sent after `alreadySent`.
  func take(alreadySent: Bool) -> RequestQueue.Batch {
    switch self {
    case .single(let message):
      RequestQueue.Batch(messages: alreadySent ? [] : [message], isLast: true)
    case .queue(let queue): queue.take()
    }
  }
}
