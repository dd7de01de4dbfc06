import EventLoops

/// One listening socket on one loop.
final class ListenerSocket: ReadinessHandler, TimerHandler {
  private unowned let acceptor: Acceptor
  private let loop: EventLoop
  /// Where accepted sockets go in turn; empty for this loop alone.
  private let others: [Acceptor]
  private let configuration: ListenerConfiguration
  private var socket: ListeningSocket?
  private var registration: Registration?
  private var pause: EventLoops.Timer?
  private var turn = 0
  private var isClosing = false

  init(
    _ socket: consuming ListeningSocket, of acceptor: Acceptor, spreadingOver others: [Acceptor],
    _ configuration: ListenerConfiguration
  ) {
    self.acceptor = acceptor
    self.others = others
    self.configuration = configuration
    loop = acceptor.loop
    self.socket = consume socket
  }

  func open() {
    guard let descriptor = socket?.descriptor else { return }
    do throws(EventLoopError) {
      registration = try loop.register(descriptor, for: .readable, standingBack: true, self)
    } catch {
      fail(error)
    }
  }

  /// Takes who waits already, to this loop alone, for the others may have stopped; then closes.
  func close() {
    isClosing = true
    while acceptNext() {}
    shut()
  }

  /// Takes one; each costs as much as dozens of calls, and one that has gone already is also closed.
  func becameReady(_ readiness: Readiness) { acceptNext() }

  /// Accepts again if it has paused.
  func resume() {
    guard let pause = pause.take() else { return }
    loop.cancel(pause)
    if let registration { loop.update(registration, for: .readable) }
  }

  func timerFired(_ timer: EventLoops.Timer) { resume() }

  /// False when nobody waits, or nobody can be let in.
  @discardableResult
  private func acceptNext() -> Bool {
    guard let result = socket?.accept() else { return false }
    switch consume result {
    case .accepted(let accepted, let peer):
      if hasGone(accepted) { configuration.onMissed(peer, loop) } else { welcome(accepted, from: peer) }
      return true
    case .lost: return true
    case .wouldBlock: return false
    case .exhausted(let reason):
      rest(.system("accepting a connection", errno: reason))
      return false
    case .failed(let reason):
      fail(.system("accepting a connection", errno: reason))
      return false
    }
  }

  /// Whether there is no use in serving a peer any more. One that speaks plaintext may still get an answer to what it has
  /// said; a handshake needs two.
  private func hasGone(_ accepted: borrowing Socket) -> Bool {
    accepted.peerHasFinished() && (configuration.tls != nil || !accepted.hasInput())
  }

  private func welcome(_ accepted: consuming Socket, from peer: SocketAddress?) {
    guard !others.isEmpty, !isClosing else {
      return acceptor.welcome(SocketStream(accepted, peer: peer, on: loop))
    }
    let host = others[turn % others.count]
    turn += 1
    let stream = SocketStream(accepted, peer: peer, on: host.loop)
    host.loop.execute { host.welcome(stream) }
  }

  /// Stops watching for a while: the kernel would report the waiting connection again and again.
  private func rest(_ error: EventLoopError) {
    guard pause == nil, let registration else { return }
    loop.update(registration, for: [])
    pause = loop.schedule(after: configuration.exhaustionPause, self)
    configuration.onEvent(.paused(error))
  }

  private func fail(_ error: EventLoopError) {
    shut()
    configuration.onEvent(.failed(error))
  }

  private func shut() {
    if let pause = pause.take() { loop.cancel(pause) }
    if let registration = registration.take() { loop.deregister(registration) }
    socket = nil
  }
}
