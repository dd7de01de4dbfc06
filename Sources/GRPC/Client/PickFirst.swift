/// Sends every call to one address: the first, in order, that takes a connection.
///
/// Once every address has failed, calls fail until one of them, retried with its own backoff,
/// connects. A connection that is lost leaves the balancer idle until the next call.
final class PickFirst: LoadBalancer {
  private(set) var state = ConnectivityState.idle
  private var subchannels: [Subchannel] = []
  private var selected: Subchannel?
  /// The subchannel whose turn it is in the present pass through the list.
  private var position = 0
  private var lastError: RPCError?
  private let shuffles: Bool

  /// - Parameter shuffles: whether the order of the addresses is left to chance.
  init(shuffles: Bool) {
    self.shuffles = shuffles
  }

  func adopt(_ subchannels: [Subchannel]) {
    self.subchannels = shuffles ? subchannels.shuffled() : subchannels
    position = 0
    if let selected, subchannels.contains(where: { $0 === selected }) { return }
    selected = nil
    if state == .transientFailure {
      // Stays so until it has connected, to whichever address.
      for subchannel in self.subchannels { subchannel.connect() }
    } else if state != .idle {
      state = .idle
      wake()
    }
  }

  func wake() {
    guard state == .idle, !subchannels.isEmpty else { return }
    state = .connecting
    position = 0
    connectFromPosition()
  }

  func changed(_ subchannel: Subchannel) {
    switch subchannel.state {
    case .ready: select(subchannel)
    case .idle where subchannel === selected:
      selected = nil
      state = .idle
    case .idle where state == .transientFailure:
      // Its backoff is over; the channel stays in failure until it has connected.
      subchannel.connect()
    case .transientFailure:
      lastError = subchannel.lastError
      if subchannel === selected {
        (selected, state, position) = (nil, .connecting, 0)
        return connectFromPosition()
      }
      guard state == .connecting, subchannel === current else { return }
      position += 1
      connectFromPosition()
    default: return
    }
  }

  func pick() -> Pick {
    if let connection = selected?.connection { return .connection(connection) }
    guard state == .transientFailure, let lastError else { return .wait }
    return .fail(lastError)
  }

  private var current: Subchannel? {
    position < subchannels.count ? subchannels[position] : nil
  }

  private func select(_ subchannel: Subchannel) {
    guard selected !== subchannel else { return }
    selected = subchannel
    state = .ready
    lastError = nil
    for other in subchannels where other !== subchannel { other.disconnect() }
  }

  /// Starts the next attempt of the pass, over addresses that still wait for their backoff.
  private func connectFromPosition() {
    while let subchannel = current {
      switch subchannel.state {
      case .transientFailure:
        lastError = subchannel.lastError
        position += 1
      default: return subchannel.connect()
      }
    }
    state = .transientFailure
    for subchannel in subchannels where subchannel.state == .idle { subchannel.connect() }
  }
}
