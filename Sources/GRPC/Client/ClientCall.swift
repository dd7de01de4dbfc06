import EventLoops
import HTTP2

/// One call of a client, from its start to its status, over as many attempts as it takes.
///
/// States: idle → waiting (for a connection) → active (on a stream) → finished; a refused stream
/// leads from active back to waiting, once. Every method but `start`, `cancel`, `sendRequests` and
/// `resumeReading` belongs to the event loop of the channel.
// SAFETY: owner: the channel's event loop, which alone touches every `var`. What other threads call is listed above
// and only hands itself over to the loop. Lives until the last of the loop, the stream and the caller lets go.
final class ClientCall: @unchecked Sendable {
  private enum State {
    case idle
    case waiting
    case active(CallAttempt)
    case finished
  }

  /// Bytes of requests that are kept to be sent again; a call that has sent more is never repeated.
  private static let replayBytes = 1024 * 1024

  /// How often a call is repeated because the server has not looked at it.
  private static let transparentRetries = 1

  private(set) var head: CallHead
  let response: any ResponseHandler
  private let core: ChannelCore
  private let requests: RequestSource

  private var state = State.idle
  private var deadlineTimer: Timer?
  private var sent: [FramedMessage] = []
  private var sentBytes = 0
  private var isCommitted = false
  private var retries = 0
  private var earlyEnd: CallStatus?

  init(
    core: ChannelCore, head: CallHead, requests: RequestSource, response: any ResponseHandler
  ) {
    self.core = core
    self.head = head
    self.requests = requests
    self.response = response
  }

  // MARK: - From any thread

  /// Starts the call; at once where the caller is on the channel's loop.
  ///
  /// - Parameters:
  ///   - head: what interceptors have made of the head, where there are any.
  ///   - refusal: what the call ends with at once, where they refused it.
  func start(_ head: CallHead? = nil, refusal: CallStatus? = nil) {
    onLoop { call in
      if let head { call.head = head }
      if let refusal { call.earlyEnd = refusal }
      call.begin()
    }
  }

  /// Ends the call early; does nothing once it has ended.
  func cancel(_ status: CallStatus) {
    onLoop { call in call.abandon(status) }
  }

  /// Puts what is in the request queue on the wire.
  func sendRequests() {
    onLoop { call in
      if case .active(let attempt) = call.state { call.flush(to: attempt) }
    }
  }

  /// Gives the peer room again after `ResponseHandler.wantsMore` was false.
  func resumeReading() {
    onLoop { call in
      if case .active(let attempt) = call.state { attempt.resumeReading() }
    }
  }

  private func onLoop(_ body: @escaping @Sendable (ClientCall) -> Void) {
    if core.loop.isCurrent { body(self) } else { core.loop.execute { body(self) } }
  }

  // MARK: - On the loop

  /// Whether the call still waits for a connection.
  var isWaiting: Bool {
    if case .waiting = state { true } else { false }
  }

  private func begin() {
    guard case .idle = state else { return }
    state = .waiting
    core.callStarted()
    if let earlyEnd { return finish(earlyEnd) }
    if let deadline = head.deadline {
      guard deadline > core.loop.now else { return abandon(deadlineStatus()) }
      deadlineTimer = core.loop.schedule(at: deadline, self)
    }
    core.dispatch(self)
  }

  /// Sends the call on a connection.
  func run(on connection: ClientConnection) {
    guard case .waiting = state else { return }
    let attempt = CallAttempt(self, connection)
    do throws(HTTP2Error) {
      try attempt.open(
        core.requestTemplate.fields(for: head, now: core.loop.now, previousAttempts: 0))
    } catch {
      return core.dispatchLater(self)
    }
    state = .active(attempt)
    for message in sent { attempt.send(message) }
    flush(to: attempt)
  }

  /// The response has begun, so the call will not be sent again.
  func commit() {
    isCommitted = true
    sent = []
  }

  /// The stream holds few bytes again.
  func requestsDrained(_ attempt: CallAttempt) {
    if case .queue(let queue) = requests { queue.update(streamBytes: attempt.queuedBytes) }
  }

  /// An attempt is over.
  ///
  /// - Parameter isUntouched: the server has certainly not looked at it.
  func attemptFinished(_ status: CallStatus, isUntouched: Bool) {
    guard case .active = state else { return }
    if isUntouched, !isCommitted, retries < Self.transparentRetries, !core.isShutdown {
      retries += 1
      state = .waiting
      return core.dispatchLater(self)
    }
    finish(status)
  }

  /// Ends a call that could not be sent.
  func fail(_ status: CallStatus) {
    if isWaiting { finish(status) }
  }

  private func abandon(_ status: CallStatus) {
    switch state {
    case .idle:
      earlyEnd = status
    case .waiting:
      core.waitingCallEnded()
      finish(status)
    case .active(let attempt):
      finish(status)
      attempt.abandon()
    case .finished:
      return
    }
  }

  private func finish(_ status: CallStatus) {
    state = .finished
    if let deadlineTimer { core.loop.cancel(deadlineTimer) }
    deadlineTimer = nil
    sent = []
    if case .queue(let queue) = requests { queue.close(status) }
    response.finished(status)
    core.callEnded(head, status)
  }

  private func flush(to attempt: CallAttempt) {
    let batch = requests.take(alreadySent: sentBytes > 0)
    for message in batch.messages {
      keep(message)
      attempt.send(message)
    }
    if batch.isLast { attempt.end() }
    if case .queue(let queue) = requests {
      attempt.notifyWhenDrained(to: RequestQueue.lowWaterBytes)
      queue.update(streamBytes: attempt.queuedBytes)
    }
  }

  private func keep(_ message: FramedMessage) {
    guard !isCommitted else { return }
    sentBytes += message.count
    if sentBytes > Self.replayBytes { commit() } else { sent.append(message) }
  }

  private func deadlineStatus() -> CallStatus {
    let reason = isWaiting ? core.waitingReason.map { " while waiting for a connection: \($0)" } : nil
    return CallStatus(.deadlineExceeded, "the deadline passed\(reason ?? "")")
  }
}

extension ClientCall: TimerHandler {
  func timerFired(_ timer: Timer) {
    deadlineTimer = nil
    abandon(deadlineStatus())
  }
}
