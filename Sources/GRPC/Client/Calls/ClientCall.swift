import EventLoops
import HTTP2

/// One call of a client, from its start to its status, over as many attempts as it takes.
///
/// | state | event | next |
/// | --- | --- | --- |
/// | idle | `start` | waiting; finished where it was cancelled before |
/// | | `start(preparing:)` | preparing, while interceptors look at it; finished likewise |
/// | preparing | they let it go | waiting |
/// | | they refuse it | finished |
/// | waiting (for a connection) | `run` | active; waiting where the connection takes no more streams |
/// | | `connectionFailed` | pausing where it is tried again; finished |
/// | active (on a stream, or on several that race) | `commit` | active, on the attempt whose response has begun |
/// | | `attemptFinished` | finished; before the response began also active on a rival, waiting, or pausing |
/// | pausing (until the next attempt) | the timer | waiting |
/// | any but finished | `cancel`, the deadline, the channel's end | finished |
///
/// All ways to finished lead through `end`. Every method but `start`, `cancel`, `sendRequests` and `resumeReading`
/// belongs to the event loop of the channel.
// SAFETY: owner: the channel's event loop, which alone touches every `var`. What other threads call is listed above
// and only hands itself over to the loop. Lives until the last of the loop, the stream and the caller lets go.
final class ClientCall: @unchecked Sendable {
  enum State {
    case idle
    case preparing
    case waiting
    case active(CallAttempt)
    case pausing
    case finished
  }

  private(set) var head: CallHead
  let response: any ResponseHandler
  let core: ChannelCore
  /// Until the call is over; its stream may outlive it, where the server takes nothing.
  var requests: RequestSource?

  var state = State.idle
  /// The other attempts of a hedged call.
  var rivals: [CallAttempt] = []
  var plan: AttemptPlan?
  /// Its place among the channel's calls.
  var place = 0
  /// Its place among those that wait as it does.
  var ticket: WaitingCalls.Ticket = .max
  /// The connection that waits with it for a stream; nil while it waits for a connection.
  var admission: ClientConnection?
  private var deadlineTimer: Timer?
  var silence: SilenceWatch?
  /// Where the last attempt failed; the next one goes elsewhere, if it can.
  weak var failedConnection: ClientConnection?
  /// Until the next attempt.
  var attemptTimer: Timer?
  var replay = ReplayBuffer()
  var haveRequestsEnded = false
  var isCommitted = false
  var repeats = TransparentRetries()
  /// What the call ended with before it began.
  private var earlyEnd: CallStatus?
  /// Asks the interceptors.
  private var preparation: Task<Void, Never>?

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
  func start() {
    onLoop { call in
      guard case .idle = call.state else { return }
      call.begin()
    }
  }

  /// Starts the call with the head that `prepare` makes, or ends it with what that throws; its deadline runs meanwhile.
  func start(preparing prepare: @escaping @Sendable () async throws(RPCError) -> CallHead) {
    onLoop { call in
      guard case .idle = call.state else { return }
      call.state = .preparing
      call.core.callPaused(call)
      if let earlyEnd = call.earlyEnd { return call.end(earlyEnd) }
      call.awaitDeadline()
    }
    // Made here, so that it has the caller's task-local values; the loop comes to it after what it was given before.
    let preparation = Task(executorPreference: core.loop) {
      let prepared: Result<CallHead, RPCError>
      do throws(RPCError) { prepared = .success(try await prepare()) } catch { prepared = .failure(error) }
      self.onLoop { call in call.take(prepared) }
    }
    onLoop { call in
      if case .preparing = call.state { call.preparation = preparation }
      if case .finished = call.state { preparation.cancel() }
    }
  }

  /// Ends the call early; does nothing once it has ended.
  func cancel(_ status: CallStatus) {
    onLoop { call in call.end(status) }
  }

  /// Puts what is in the request queue on the wire.
  func sendRequests() {
    onLoop { call in call.flush() }
  }

  /// Gives the peer room again after `ResponseHandler.wantsMore` was false.
  func resumeReading() {
    onLoop { call in
      if case .active(let attempt) = call.state { call.heard(by: attempt) }
      call.resumeAttempt()
    }
  }

  private func onLoop(_ body: @escaping @Sendable (ClientCall) -> Void) {
    if core.loop.isCurrent { body(self) } else { core.loop.execute { body(self) } }
  }

  // MARK: - Beginning and ending

  /// Whether the call still waits for a connection.
  var isWaiting: Bool {
    if case .waiting = state { true } else { false }
  }

  /// Goes on with what the interceptors have made of the call; they are told of its end even if that came before.
  private func take(_ prepared: Result<CallHead, RPCError>) {
    guard case .preparing = state else {
      if case (.success(let head), let earlyEnd?) = (prepared, earlyEnd) {
        head.tellCompleted(earlyEnd, at: core.loop.now)
      }
      return
    }
    switch prepared {
    case .success(let head):
      core.callResumed(self)
      self.head = head
      begin()
    case .failure(let error): end(CallStatus(error))
    }
  }

  private func awaitDeadline() {
    if let deadline = head.deadline { deadlineTimer = core.loop.schedule(at: deadline, self) }
  }

  private func begin() {
    state = .waiting
    core.callStarted(self)
    if let earlyEnd { return end(earlyEnd) }
    if let persistence = head.settings?.config.persistence { plan = AttemptPlan(persistence) }
    stop(&deadlineTimer)
    if let deadline = head.deadline, deadline <= core.loop.now { return end(deadlineStatus()) }
    awaitDeadline()
    if let limit = head.maxSilence { silence = SilenceWatch(limit, of: self, on: core.loop) }
    core.dispatch(self)
  }

  /// Ends the call, whatever state it is in, and gives up all attempts but the one that brought the status; once.
  func end(_ status: CallStatus, by ended: CallAttempt? = nil) {
    var current: CallAttempt?
    switch state {
    case .idle:
      earlyEnd = status
      return
    case .preparing:
      earlyEnd = status
      preparation?.cancel()
      core.callResumed(self)
      core.callStarted(self)
    case .finished: return
    case .waiting: leaveQueue()
    case .pausing: core.callResumed(self)
    case .active(let attempt): current = attempt
    }
    state = .finished
    stop(&deadlineTimer)
    stop(&attemptTimer)
    silence?.stop()
    rivals.removeAll { $0 === ended }
    abandonRivals()
    forgetRequests()
    if case .queue(let queue) = requests { queue.close(status) }
    requests = nil
    response.finished(status)
    if core.retryTokens != nil { recordOutcome(status.code) }
    core.callEnded(self, status)
    if let current, current !== ended { current.abandon() }
  }

  /// Counts how the call ended; failures before the response began have been counted attempt by attempt.
  private func recordOutcome(_ code: StatusCode) {
    if code == .ok {
      core.retryTokens?.succeeded()
    } else if isCommitted, plan?.isMendable(code) == true {
      core.retryTokens?.failed()
    }
  }

  private func deadlineStatus() -> CallStatus {
    guard isWaiting else { return CallStatus(.deadlineExceeded, "the deadline passed") }
    let whatFor = admission?.waitingReason ?? core.waitingReason
    return CallStatus(.deadlineExceeded, "the deadline passed while waiting for \(whatFor)")
  }

  func stop(_ timer: inout Timer?) {
    if let timer { core.loop.cancel(timer) }
    timer = nil
  }

  // MARK: - Waiting for a stream, and for the server

  /// The call's turn comes when the server lets the connection have another stream.
  func wait(for connection: ClientConnection, _ ticket: WaitingCalls.Ticket) {
    self.ticket = ticket
    admission = connection
  }

  /// The connection takes no more streams; what else there is decides the channel.
  func dismissed() {
    admission = nil
    core.dispatchLater(self)
  }

  private func leaveQueue() {
    guard let connection = admission.take() else { return core.waitingCallEnded(ticket) }
    connection.waitingCallEnded(ticket)
  }

  /// Something of an attempt has come.
  func heard(by attempt: CallAttempt) { silence?.heard(holdsRequests: attempt.queuedBytes > 0) }

  /// The stream holds few bytes again.
  func requestsDrained(_ attempt: CallAttempt) {
    guard case .queue(let queue) = requests, case .active(let current) = state, current === attempt else {
      return
    }
    silence?.sent(last: haveRequestsEnded)
    queue.update(streamBytes: attempt.queuedBytes)
  }

  /// The server has told how the call ended, and only the reader is to be waited for.
  func responseArrived() {
    stop(&deadlineTimer)
    silence?.stop()
  }

  /// Goes on with what has come once others of the loop have had their turn.
  func resumeLater() {
    core.loop.execute { [weak self] in self?.resumeAttempt() }
  }

  private func resumeAttempt() {
    if case .active(let attempt) = state { attempt.resumeReading() }
  }
}

extension ClientCall: TimerHandler {
  func timerFired(_ timer: Timer) {
    if timer == deadlineTimer {
      deadlineTimer = nil
      return end(deadlineStatus())
    }
    attemptTimer = nil
    if case .pausing = state {
      core.callResumed(self)
      state = .waiting
      core.dispatch(self)
    } else {
      startRival()
    }
  }
}
