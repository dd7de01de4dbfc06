/// What an attempt is given to send.
extension ClientCall {
  /// Bytes of requests that are kept to be sent again; a call that has sent more is never repeated.
  private static let replayBytes = 1024 * 1024

  /// Sends a new attempt what the others have been sent, and what has come since.
  func sendEverything(to attempt: CallAttempt) {
    switch requests {
    case .single(let message)?:
      attempt.send(message)
      attempt.end()
      silence?.sent(last: true)
    case .queue?:
      for message in replay.messages { attempt.send(message) }
      if haveRequestsEnded { attempt.end() }
      flush()
    case nil: return
    }
  }

  /// Sends what has come since the last time.
  func flush() {
    guard case .queue(let queue) = requests, case .active(let attempt) = state else { return }
    let batch = queue.take()
    for message in batch.messages {
      attempt.send(message)
      for rival in rivals { rival.send(message) }
      keep(message, sentOn: attempt)
    }
    if !batch.messages.isEmpty || batch.isLast { silence?.sent(last: batch.isLast) }
    if batch.isLast {
      haveRequestsEnded = true
      attempt.end()
      for rival in rivals { rival.end() }
    }
    reportBacklog(of: attempt)
  }

  func keep(_ message: FramedMessage, sentOn attempt: CallAttempt) {
    guard !isCommitted else { return }
    let fits = replay.bytes + message.count <= Self.replayBytes && core.reserveReplay(message.count)
    if fits { replay.append(message) } else { commit(attempt) }
  }

  /// Tells senders how much the active attempt's stream holds, now and when it is little.
  func reportBacklog(of attempt: CallAttempt) {
    guard case .queue(let queue) = requests else { return }
    attempt.notifyWhenDrained(to: RequestQueue.lowWaterBytes)
    queue.update(streamBytes: attempt.queuedBytes)
  }

  /// Keeps nothing to be sent again any more.
  func forgetRequests() {
    guard replay.bytes > 0 else { return }
    core.releaseReplay(replay.bytes)
    replay.removeAll()
  }
}
