import EventLoops

/// What went over a connection of a channel, and, in that of its subchannel, over all that it has had.
///
/// Belongs to the channel's event loop.
final class TrafficTally {
  private(set) var calls = CallTally()
  /// Streams whose end has come from the server.
  private(set) var completedStreams: Int64 = 0
  private let whole: TrafficTally?

  /// - Parameter whole: what counts along.
  init(partOf whole: TrafficTally? = nil) { self.whole = whole }

  func attemptBegan(at instant: MonotonicInstant) {
    calls.begin(at: instant)
    whole?.attemptBegan(at: instant)
  }

  func attemptEnded(_ isSuccess: Bool) {
    calls.end(isSuccess)
    whole?.attemptEnded(isSuccess)
  }

  func sentMessage() {
    calls.messagesSent += 1
    whole?.sentMessage()
  }

  func receivedMessage() {
    calls.messagesReceived += 1
    whole?.receivedMessage()
  }

  func completedStream() {
    completedStreams += 1
    whole?.completedStream()
  }
}
