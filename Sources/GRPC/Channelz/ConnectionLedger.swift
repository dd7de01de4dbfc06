import EventLoops
import Transport

/// The connections of one server on one loop, and what those that have ended came to.
// SAFETY: everything mutable is touched on `loop` only.
final class ConnectionLedger: @unchecked Sendable {
  let loop: EventLoop
  private var entries: [Int64: Entry] = [:]
  private var ended = CallTally()

  private struct Entry {
    let connection: Connection
    let side: ServerConnection
  }

  init(on loop: EventLoop) { self.loop = loop }

  /// Enters a connection until `remove(_:)`.
  ///
  /// - Returns: its id.
  func add(_ connection: Connection, _ side: ServerConnection) -> Int64 {
    let id = ChannelzID.next()
    entries[id] = Entry(connection: connection, side: side)
    return id
  }

  func remove(_ id: Int64) {
    if let entry = entries.removeValue(forKey: id) { ended.add(entry.side.tally) }
  }

  /// What all connections so far came to.
  var tally: CallTally {
    entries.values.reduce(into: ended) { $0.add($1.side.tally) }
  }

  /// Has every connection end streams of requests on which nothing comes for so long, from now on.
  func endIdleRequestStreams(after patience: Duration) {
    for entry in entries.values {
      entry.side.endIdleRequestStreams(after: patience, entry.connection.session.openHandlers)
    }
  }

  /// Ids and peers of the connections from an id on.
  func names(from first: Int64) -> [SocketName] {
    entries.compactMap { $0.key >= first ? SocketName(id: $0.key, name: $0.value.side.peer) : nil }
  }

  /// What is known of a connection; nil when it is not here.
  func facts(of id: Int64) -> ConnectionFacts? {
    entries[id].map { ConnectionFacts($0.connection, $0.side) }
  }
}

/// A socket as lists show it.
struct SocketName: Sendable {
  let id: Int64
  let name: String
}
