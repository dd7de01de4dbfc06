import EventLoops
import Transport

/// A connection at one moment.
struct ConnectionFacts: Sendable {
  let tally: CallTally
  let peer: String
  let local: SocketAddress?
  let remote: SocketAddress?
  let security: SecurityInfo?
  /// Whether the streams are ours.
  let isClient: Bool
  let startedStreams: Int64
  let finishedStreams: Int64
  let openStreams: Int64
  let keepalivesSent: Int64
  let lastStreamStart: UInt64
  let localWindow: Int64
  let remoteWindow: Int64

  /// A connection of a server.
  init(_ connection: Connection, _ side: ServerConnection) {
    self.init(
      connection, side.tally, peer: side.peer,
      finishedStreams: Int64(clamping: connection.session.finishedStreams))
  }

  /// A connection of a channel.
  init(_ connection: Connection, _ tally: TrafficTally, peer: String) {
    self.init(connection, tally.calls, peer: peer, finishedStreams: tally.completedStreams)
  }

  private init(_ connection: Connection, _ tally: CallTally, peer: String, finishedStreams: Int64) {
    let session = connection.session
    self.tally = tally
    self.peer = peer
    self.finishedStreams = finishedStreams
    isClient = session.role == .client
    local = connection.localAddress
    remote = connection.peerAddress
    security = connection.security
    startedStreams = Int64(clamping: session.startedStreams)
    openStreams = Int64(session.openStreams)
    keepalivesSent = Int64(clamping: connection.keepalivesSent)
    lastStreamStart = session.lastStreamStart
    localWindow = Int64(session.localWindow)
    remoteWindow = Int64(session.remoteWindow)
  }
}
