import EventLoops

/// Ends a call that has waited too long for its server: nothing came, and nothing was taken of what is sent.
///
/// Time in which the caller has nothing to wait for does not count: while it does not read what has come, and while the stream is open
/// for more requests and an answer came behind the last one. Belongs to the channel's event loop.
final class SilenceWatch: TimerHandler {
  private let limit: Duration
  private weak var call: ClientCall?
  private let loop: EventLoop
  private var lastSign: MonotonicInstant
  /// Whether the server's word is next.
  private var waitsForServer = false
  private var haveRequestsEnded = false
  private var timer: Timer?

  init(_ limit: Duration, of call: ClientCall, on loop: EventLoop) {
    self.limit = limit
    self.call = call
    self.loop = loop
    lastSign = loop.now
    timer = loop.schedule(after: limit, self)
  }

  /// The server has given a sign of life in the call; requests that it has not taken yet still wait for it.
  func heard(holdsRequests: Bool) {
    lastSign = loop.now
    waitsForServer = haveRequestsEnded || holdsRequests
  }

  /// Requests were sent.
  func sent(last: Bool) {
    lastSign = loop.now
    waitsForServer = true
    if last { haveRequestsEnded = true }
  }

  /// The call is over.
  func stop() {
    if let timer = timer.take() { loop.cancel(timer) }
  }

  func timerFired(_ timer: Timer) {
    self.timer = nil
    guard let call else { return }
    if !waitsForServer || !call.response.wantsMore { lastSign = loop.now }
    let due = lastSign.advanced(by: limit)
    guard due <= loop.now else { return self.timer = loop.schedule(at: due, self) }
    call.cancel(CallStatus(.deadlineExceeded, "nothing came from the server for \(limit.readable)"))
  }
}
