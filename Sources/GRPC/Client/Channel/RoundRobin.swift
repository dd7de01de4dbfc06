/// Spreads calls evenly over every address that takes a connection.
final class RoundRobin: LoadBalancer {
  private var subchannels: [Subchannel] = []
  private var turn = 0
  private var isAwake = false

  var state: ConnectivityState {
    guard isAwake else { return .idle }
    if subchannels.contains(where: { $0.state == .ready }) { return .ready }
    // An address that has failed counts as failed until it takes a connection: a call is not to wait for one attempt after
    // the other that may come to nothing.
    let haveAllFailed = !subchannels.isEmpty && subchannels.allSatisfy { $0.lastError != nil }
    return haveAllFailed ? .transientFailure : .connecting
  }

  func adopt(_ subchannels: [Subchannel]) {
    self.subchannels = subchannels
    if isAwake { connectIdle() }
  }

  func wake() {
    isAwake = true
    connectIdle()
  }

  func changed(_ subchannel: Subchannel) {
    if isAwake, subchannel.state == .idle { subchannel.connect() }
  }

  func pick(avoiding failed: ClientConnection?) -> Pick {
    if let connection = next(but: failed) ?? next(but: nil) { return .connection(connection) }
    guard state == .transientFailure else { return .wait }
    let reason = subchannels.lazy.compactMap(\.lastError).first
    return .fail(reason ?? RPCError(.unavailable, "no address takes a connection"))
  }

  private func next(but failed: ClientConnection?) -> ClientConnection? {
    for step in 1...max(1, subchannels.count) where !subchannels.isEmpty {
      let position = (turn + step) % subchannels.count
      guard let connection = subchannels[position].connection, connection !== failed else { continue }
      turn = position
      return connection
    }
    return nil
  }

  private func connectIdle() {
    for subchannel in subchannels where subchannel.state == .idle { subchannel.connect() }
  }
}
