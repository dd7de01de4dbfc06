import TLSTesting

@testable import TLS

/// A client and a server session whose ciphertext is carried by hand.
final class SessionPair {
  let client: TLSSession
  let server: TLSSession
  private(set) var clientGot: [UInt8] = []
  private(set) var serverGot: [UInt8] = []
  private(set) var clientError: TLSError?
  private(set) var serverError: TLSError?
  /// The most bytes that arrive in one piece.
  var fragmentBytes = Int.max
  /// Spoils what goes from the client to the server.
  var damage: (inout [UInt8]) -> Void = { _ in }

  init(
    name: String = "server.test", serverContext: TLSContext? = nil, clientContext: TLSContext? = nil
  ) throws {
    client = try TLSSession(client: clientContext ?? Self.clientContext(), serverName: name)
    server = try TLSSession(server: serverContext ?? Self.serverContext())
  }

  static func serverContext(_ identity: TLSIdentity = TestAuthority.trusted.server, clients: PEM? = nil)
    throws -> TLSContext
  {
    var configuration = ServerTLSConfiguration(identity: identity)
    configuration.clientAuthorities = clients
    return try TLSContext(server: configuration, checkingDates: false)
  }

  static func clientContext(_ identity: TLSIdentity? = nil, trusting: PEM = TestAuthority.trusted.certificate)
    throws -> TLSContext
  {
    var configuration = ClientTLSConfiguration()
    configuration.authorities = trusting
    configuration.identity = identity
    return try TLSContext(client: configuration)
  }

  /// Carries ciphertext both ways until there is none.
  func exchange() {
    while client.hasOutput || server.hasOutput {
      var toServer = client.takeOutput()
      damage(&toServer)
      deliver(toServer, to: server, &serverGot, &serverError)
      deliver(server.takeOutput(), to: client, &clientGot, &clientError)
    }
  }

  func sendFromClient(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try client.send($0) } }
  func sendFromServer(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try server.send($0) } }

  private func deliver(
    _ bytes: [UInt8], to session: TLSSession, _ got: inout [UInt8], _ error: inout TLSError?
  ) {
    var rest = bytes[...]
    var received: [UInt8] = []
    while !rest.isEmpty {
      let piece = Array(rest.prefix(fragmentBytes))
      rest = rest.dropFirst(piece.count)
      do throws(TLSError) {
        try piece.withUnsafeBufferPointer { buffer throws(TLSError) in
          try session.receive(UnsafeRawBufferPointer(buffer)) {
            received += $0
            return true
          }
        }
      } catch let failure {
        error = failure
      }
    }
    got += received
  }
}
