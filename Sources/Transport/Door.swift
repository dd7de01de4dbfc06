import EventLoops

/// One listening socket on one loop.
final class Door: ReadinessHandler, TimerHandler {
  private unowned let acceptor: Acceptor
  private let loop: EventLoop
  /// Where accepted sockets go in turn; empty for this loop alone.
  private let others: [Acceptor]
  private let configuration: ListenerConfiguration
  private var socket: ListeningSocket?
  private var registration: Registration?
  private var pause: EventLoops.Timer?
  private var turn = 0

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

  /// Takes who waits already, then closes.
  func close() {
    while acceptNext() != .nobody {}
    shut()
  }

  /// What an attempt to accept has come to.
  private enum Arrival {
    case nobody, gone, welcomed
  }

  /// How many of those that have gone already are seen off in one go; they cost next to nothing.
  private static let maxGone = 8

  /// Takes one who stays; each costs as much as dozens of calls.
  func becameReady(_ readiness: Readiness) {
    for _ in 0..<Self.maxGone {
      guard acceptNext() == .gone else { return }
    }
  }

  /// Accepts again if it has paused.
  func resume() {
    guard let pause = pause.take() else { return }
    loop.cancel(pause)
    if let registration { loop.update(registration, for: .readable) }
  }

  func timerFired(_ timer: EventLoops.Timer) { resume() }

  private func acceptNext() -> Arrival {
    guard let result = socket?.accept() else { return .nobody }
    switch consume result {
    case .accepted(let accepted, let peer):
      guard !hasGone(accepted) else {
        configuration.onMissed(peer, loop)
        return .gone
      }
      welcome(accepted, from: peer)
      return .welcomed
    case .lost: return .gone
    case .wouldBlock: return .nobody
    case .exhausted(let reason):
      rest(.system("accepting a connection", errno: reason))
      return .nobody
    case .failed(let reason):
      fail(.system("accepting a connection", errno: reason))
      return .nobody
    }
  }

  /// Whether there is no use in serving a peer any more. One that speaks plaintext may still get an answer to what it has
  /// said; a handshake needs two.
  private func hasGone(_ accepted: borrowing Socket) -> Bool {
    accepted.peerHasFinished() && (configuration.tls != nil || !accepted.hasInput())
  }

  private func welcome(_ accepted: consuming Socket, from peer: SocketAddress?) {
    guard !others.isEmpty else {
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
