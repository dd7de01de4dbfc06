import EventLoops
import Transport

/// A connection at one moment.
struct ConnectionFacts: Sendable {
  let tally: CallTally
  let peer: String
  let local: SocketAddress?
  let remote: SocketAddress?
  let security: SecurityInfo?
  let startedStreams: Int64
  let finishedStreams: Int64
  let openStreams: Int64
  let keepalivesSent: Int64
  let lastStreamStart: UInt64
  let localWindow: Int64
  let remoteWindow: Int64

  init(_ connection: Connection, _ side: ServerConnection) {
    let session = connection.session
    tally = side.tally
    peer = side.peer
    local = connection.localAddress
    remote = connection.peerAddress
    security = connection.security
    startedStreams = Int64(clamping: session.startedStreams)
    finishedStreams = Int64(clamping: session.finishedStreams)
    openStreams = Int64(session.openStreams)
    keepalivesSent = Int64(clamping: connection.keepalivesSent)
    lastStreamStart = session.lastStreamStart
    localWindow = Int64(session.localWindow)
    remoteWindow = Int64(session.remoteWindow)
  }
}
