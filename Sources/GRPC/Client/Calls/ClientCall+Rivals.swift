/// Attempts of a hedged call, which race.
extension ClientCall {
  /// Lets another attempt begin when its time comes.
  func expectRival() {
    guard !isCommitted, attemptTimer == nil, let delay = plan?.timeToRival(core.retryTokens) else { return }
    attemptTimer = core.loop.schedule(after: delay, self)
  }

  /// Begins another attempt beside those under way.
  func startRival() {
    guard case .active(let attempt) = state, !isCommitted, plan?.timeToRival(core.retryTokens) != nil else {
      return
    }
    if let connection = core.readyConnection(avoiding: attempt.connection), connection.hasFreeStream,
      let rival = open(requestFields(), on: connection)
    {
      rivals.append(rival)
      sendEverything(to: rival)
    } else {
      // Nowhere to go; it counts, so that the tries come to an end.
      plan?.attemptBegan()
    }
    expectRival()
  }

  /// Gives up all attempts but the active one.
  func abandonRivals() {
    guard !rivals.isEmpty else { return }
    let abandoned = rivals
    rivals = []
    for rival in abandoned { rival.abandon() }
  }
}
