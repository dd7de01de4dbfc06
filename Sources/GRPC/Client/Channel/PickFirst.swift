import EventLoops

/// Sends every call to one address: the first, in order, that takes a connection.
///
/// An address that takes its time gets company: the next is tried beside it. Once every address has failed, calls fail until
/// one of them, retried with its own backoff, connects. A connection that is lost leaves the balancer idle until the next call.
///
/// Source: gRFC A61, "Happy Eyeballs in the pick_first LB Policy"; RFC 8305 §5.
final class PickFirst: LoadBalancer {
  /// How long an address is tried alone.
  private static let attemptDelay: Duration = .milliseconds(250)

  private(set) var state = ConnectivityState.idle
  private let loop: EventLoop
  private var subchannels: [Subchannel] = []
  private var selected: Subchannel?
  /// The subchannel that was begun last in the present pass through the list.
  private var position = 0
  private var timer: Timer?
  private var lastError: RPCError?
  private let shuffles: Bool

  /// - Parameter shuffles: whether the order of the addresses is left to chance.
  init(on loop: EventLoop, shuffles: Bool) {
    self.loop = loop
    self.shuffles = shuffles
  }

  func adopt(_ subchannels: [Subchannel]) {
    self.subchannels = shuffles ? subchannels.shuffled() : subchannels
    cancelTimer()
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
    beginPass()
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
        selected = nil
        return beginPass()
      }
      guard state == .connecting else { return }
      if subchannel === current { tryNext() } else { endPassIfOver() }
    default: return
    }
  }

  func pick(avoiding failed: ClientConnection?) -> Pick {
    if let connection = selected?.connection { return .connection(connection) }
    guard state == .transientFailure, let lastError else { return .wait }
    return .fail(lastError)
  }

  private var current: Subchannel? {
    position < subchannels.count ? subchannels[position] : nil
  }

  private func select(_ subchannel: Subchannel) {
    guard selected !== subchannel else { return }
    cancelTimer()
    selected = subchannel
    state = .ready
    lastError = nil
    // Backoff goes on: two addresses that take connections and no calls would cancel that of one another for ever.
    for other in subchannels where other !== subchannel && other.state != .transientFailure {
      other.disconnect()
    }
  }

  // MARK: - A pass through the addresses

  private func beginPass() {
    state = .connecting
    position = 0
    connectFromPosition()
  }

  private func tryNext() {
    position += 1
    connectFromPosition()
  }

  /// Starts the next attempt of the pass, over addresses that still wait for their backoff.
  private func connectFromPosition() {
    cancelTimer()
    while let subchannel = current {
      guard subchannel.state == .transientFailure else {
        subchannel.connect()
        return watchAttempt()
      }
      lastError = subchannel.lastError
      position += 1
    }
    endPassIfOver()
  }

  private func watchAttempt() {
    guard position + 1 < subchannels.count else { return }
    timer = loop.schedule(after: Self.attemptDelay) { [weak self] in
      guard let self else { return }
      timer = nil
      if state == .connecting { tryNext() }
    }
  }

  /// Every address was tried, and none of the attempts is under way any more.
  private func endPassIfOver() {
    guard !subchannels.contains(where: { $0.state == .connecting }) else { return }
    state = .transientFailure
    for subchannel in subchannels { subchannel.connect() }
  }

  private func cancelTimer() {
    if let timer { loop.cancel(timer) }
    timer = nil
  }
}
