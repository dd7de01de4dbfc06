import EventLoops
import HTTP2

extension Connection {
  /// The bytes of the PING that asks for a sign of life; any answer at all is one.
  private static let keepalivePayload: UInt64 = 0x6d61_7469_6b65_6570

  /// Sets the timer of whatever becomes due next.
  func watchLifetime() {
    guard let deadline = lifetime.nextDeadline(configuration.lifetime, observation) else { return }
    arm(.lifetime, after: loop.now.duration(to: deadline))
  }

  /// The sign of life has come: the next is due when it would be had this one taken no time.
  func receivedPingAcknowledgement(_ payload: UInt64) {
    guard payload == Self.keepalivePayload, state == .open else { return }
    disarm(.lifetime)
    watchLifetime()
  }

  func checkLifetime() {
    while state == .open, let action = lifetime.due(configuration.lifetime, observation) {
      switch action {
      case .probe:
        keepalivesSent += 1
        session.ping(Self.keepalivePayload)
      case .leave: shutDownGracefully()
      case .close(.silent):
        let limit = configuration.lifetime.keepaliveTimeout.readable
        close(TransportError(.timedOut, "\(peerName) has given no sign of life for \(limit) after a PING"))
      case .close:
        close(TransportError(.closedLocally, "\(peerName) was asked to leave and its time is over"))
      }
    }
    if state == .open { watchLifetime() }
  }

  private var observation: ConnectionLifetime.Observation {
    ConnectionLifetime.Observation(
      now: loop.now, lastReceived: lastReceived, openStreams: session.openStreams,
      startedStreams: session.startedStreams)
  }
}
