import HTTP2

/// The attempts of a call, from the connection that takes one to the decision about the next.
extension ClientCall {
  /// Sends the call on a connection.
  func run(on connection: ClientConnection) {
    guard case .waiting = state else { return }
    admission = nil
    let fields = requestFields()
    guard fields.listBytes <= connection.maxHeaderListBytes else {
      return end(tooLarge(fields, connection))
    }
    guard let attempt = open(fields, on: connection) else { return core.dispatchLater(self) }
    state = .active(attempt)
    sendEverything(to: attempt)
    if plan != nil { expectRival() }
  }

  /// No connection can be made; that is a failed attempt, and may be the end.
  func connectionFailed(_ status: CallStatus) {
    guard isWaiting else { return }
    guard let plan, !core.isShutdown else { return end(status) }
    plan.attemptBegan()
    decide(plan.failed(status, hasRivals: false, &core.retryTokens), status)
  }

  /// The response has begun on one attempt, so the call will not be sent again.
  func commit(_ attempt: CallAttempt) {
    guard !isCommitted else { return }
    isCommitted = true
    forgetRequests()
    stop(&attemptTimer)
    guard !rivals.isEmpty, case .active(let other) = state, other !== attempt else { return abandonRivals() }
    rivals.removeAll { $0 === attempt }
    activate(attempt)
    abandonRivals()
    other.abandon()
  }

  /// An attempt is over.
  func attemptFinished(_ attempt: CallAttempt, _ status: CallStatus, _ fate: AttemptFate) {
    guard case .active = state else { return }
    guard !isCommitted, status.code != .ok, !core.isShutdown else { return end(status, by: attempt) }
    let isRepeated = repeats.permits(after: fate, onSameConnection: failedConnection === attempt.connection)
    failedConnection = attempt.connection
    if isRepeated {
      plan?.attemptUndone()
      return remove(attempt) ? startRival() : waitAgain()
    }
    guard let plan else { return end(status, by: attempt) }
    let hasRivals = remove(attempt)
    decide(plan.failed(status, hasRivals: hasRivals, &core.retryTokens), status)
  }

  func requestFields() -> HeaderFields {
    core.requestTemplate.fields(for: head, now: core.loop.now, previousAttempts: plan?.attempts ?? 0)
  }

  private func tooLarge(_ fields: HeaderFields, _ connection: ClientConnection) -> CallStatus {
    let limit = connection.maxHeaderListBytes
    let whose = limit < Session.maxSentHeaderListBytes ? "the server's" : "the client's"
    return CallStatus(
      .resourceExhausted,
      "the call's headers of \(fields.listBytes) bytes are over \(whose) limit of \(limit)")
  }

  /// Begins an attempt; nil where the connection takes no new streams.
  func open(_ fields: HeaderFields, on connection: ClientConnection) -> CallAttempt? {
    let attempt = CallAttempt(self, connection)
    do throws(HTTP2Error) { try attempt.open(fields) } catch { return nil }
    plan?.attemptBegan()
    return attempt
  }

  private func decide(_ decision: AttemptDecision, _ status: CallStatus) {
    stop(&attemptTimer)
    switch decision {
    case .wait: return
    case .fail: end(status)
    case .next(let delay):
      if case .active = state {
        if delay == .zero { return startRival() }
      } else {
        state = .pausing
        core.callPaused(self)
      }
      attemptTimer = core.loop.schedule(after: delay, self)
    }
  }

  /// Takes an attempt out; true where others are under way.
  private func remove(_ attempt: CallAttempt) -> Bool {
    guard case .active(let current) = state else { return false }
    if current !== attempt {
      rivals.removeAll { $0 === attempt }
    } else if let rival = rivals.popLast() {
      activate(rival)
    } else {
      state = .pausing
      return false
    }
    return true
  }

  /// Makes an attempt the one that senders of requests are held back by.
  private func activate(_ attempt: CallAttempt) {
    state = .active(attempt)
    reportBacklog(of: attempt)
  }

  private func waitAgain() {
    state = .waiting
    core.dispatchLater(self)
  }
}
