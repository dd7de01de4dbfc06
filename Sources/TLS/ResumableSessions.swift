import COpenSSL
import Synchronization

/// Sessions that servers have offered to take up again, the newest of each name: they save a client half of the
/// handshake. Each is used once (RFC 8446 §C.4).
final class ResumableSessions: Sendable {
  /// Names beyond this many are not remembered.
  private static let limit = 1000

  // SAFETY: the table owns one reference to each session; OpenSSL counts references with atomics.
  private struct Ticket: @unchecked Sendable {
    let handle: OpaquePointer
  }

  private let tickets = Mutex<[String: Ticket]>([:])

  deinit {
    for ticket in tickets.withLock({ $0.values.map { $0 } }) { SSL_SESSION_free(ticket.handle) }
  }

  /// Keeps a copy of a session, in place of an older one; OpenSSL spoils the original when its connection breaks.
  func keep(_ session: OpaquePointer, for name: String) {
    guard let copy = SSL_SESSION_dup(session) else { return }
    let ticket = Ticket(handle: copy)
    let surplus: Ticket? = tickets.withLock { tickets in
      if tickets.count >= Self.limit, tickets[name] == nil { return ticket }
      return tickets.updateValue(ticket, forKey: name)
    }
    if let surplus { SSL_SESSION_free(surplus.handle) }
  }

  /// Lets a connection that is about to begin ask for the session of its name, if there is one.
  func offer(_ name: String, to connection: OpaquePointer) {
    guard let ticket = tickets.withLock({ $0.removeValue(forKey: name) }) else { return }
    SSL_set_session(connection, ticket.handle)
    SSL_SESSION_free(ticket.handle)
  }
}
