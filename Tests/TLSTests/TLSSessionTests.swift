import COpenSSL
import Glibc
import TLSTesting
import Testing

@testable import TLS

@Suite struct TLSSessionTests {
  @Test(arguments: [Int.max, 1, 7, 1000])
  func `bytes pass both ways however the ciphertext is cut`(fragmentBytes: Int) throws {
    let pair = try SessionPair()
    pair.fragmentBytes = fragmentBytes
    pair.exchange()
    #expect(pair.client.state == .established && pair.server.state == .established)
    #expect(pair.client.version == "TLSv1.3" && pair.client.applicationProtocol == "h2")
    let large = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try pair.sendFromClient(Array("request".utf8))
    try pair.sendFromServer(large)
    pair.exchange()
    #expect(pair.serverGot == Array("request".utf8) && pair.clientGot == large)
    #expect(pair.clientError == nil && pair.serverError == nil)
  }

  @Test func `TLS 1_2 works and older versions are refused`() throws {
    for (version, works) in [(TLS1_2_VERSION, true), (TLS1_1_VERSION, false)] {
      let context = try SessionPair.clientContext()
      SSL_CTX_ctrl(context.handle, SSL_CTRL_SET_MIN_PROTO_VERSION, 0, nil)
      SSL_CTX_ctrl(context.handle, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(version), nil)
      // Debian's security level refuses TLS 1.1 by itself; here the server has to.
      SSL_CTX_set_security_level(context.handle, 0)
      guard let pair = try? SessionPair(clientContext: context) else {
        #expect(!works)
        continue
      }
      pair.exchange()
      #expect((pair.server.state == .established) == works)
      if works { #expect(pair.client.version == "TLSv1.2") }
    }
  }

  @Test(arguments: ["server.test", "SERVER.test", "a.wild.test", "127.0.0.1", "::1"])
  func `a server is known by each of its names`(name: String) throws {
    let pair = try SessionPair(name: name)
    pair.exchange()
    #expect(pair.client.state == .established)
    #expect(pair.client.peerSubject == "CN=server.test")
  }

  @Test(arguments: ["other.test", "server.test.evil", "a.b.wild.test", "127.0.0.2", "wild.test"])
  func `a server under a name that is not its own is not accepted`(name: String) throws {
    let pair = try SessionPair(name: name)
    pair.exchange()
    #expect(pair.client.state == .failed && pair.server.state == .failed)
    #expect(pair.clientError?.code == .untrustedPeer)
    #expect(pair.clientError?.message.contains(name) == true)
  }

  @Test func `an expired certificate is not accepted`() throws {
    let context = try SessionPair.serverContext(TestAuthority.trusted.expiredServer)
    let pair = try SessionPair(serverContext: context)
    pair.exchange()
    #expect(pair.clientError?.code == .untrustedPeer && pair.clientError?.message.contains("expired") == true)
  }

  @Test func `a certificate of an unknown authority is not accepted`() throws {
    let pair = try SessionPair(serverContext: SessionPair.serverContext(TestAuthority.foreign.server))
    pair.exchange()
    #expect(pair.clientError?.code == .untrustedPeer)
    #expect(pair.serverError?.code == .handshake)
  }

  @Test func `a client that offers no ALPN, or not h2, is refused`() throws {
    for offer: [UInt8] in [[], [8] + "http/1.1".utf8] {
      let context = try SessionPair.clientContext()
      SSL_CTX_set_alpn_protos(context.handle, offer, UInt32(offer.count))
      let pair = try SessionPair(clientContext: context)
      pair.exchange()
      #expect(pair.serverError?.code == .noCommonProtocol)
      #expect(pair.server.state == .failed && pair.client.state == .failed)
    }
  }

  @Test func `a server that chooses no protocol is refused by the client`() throws {
    let context = try SessionPair.serverContext()
    SSL_CTX_set_alpn_select_cb(context.handle, nil, nil)
    let pair = try SessionPair(serverContext: context)
    pair.exchange()
    #expect(pair.clientError?.code == .noCommonProtocol)
  }

  @Test func `with mutual TLS a client is known by its certificate, and without one refused`() throws {
    let authority = TestAuthority.trusted
    let server = try SessionPair.serverContext(clients: authority.certificate)
    let known = try SessionPair(
      serverContext: server, clientContext: SessionPair.clientContext(authority.client))
    known.exchange()
    #expect(known.server.state == .established && known.server.peerSubject == "CN=client")
    for identity in [nil, TestAuthority.foreign.client] {
      let pair = try SessionPair(serverContext: server, clientContext: SessionPair.clientContext(identity))
      pair.exchange()
      #expect(pair.server.state == .failed && pair.serverError != nil)
      #expect(pair.clientError != nil)
    }
  }

  @Test func `where a certificate is welcome but not required, none will do and a bad one will not`() throws {
    let authority = TestAuthority.trusted
    var configuration = ServerTLSConfiguration(identity: authority.server)
    configuration.clientAuthorities = authority.certificate
    configuration.requiresClientCertificate = false
    let context = try TLSContext(server: configuration)
    let anonymous = try SessionPair(serverContext: context)
    anonymous.exchange()
    #expect(anonymous.server.state == .established && anonymous.server.peerSubject == nil)
    let known = try SessionPair(
      serverContext: context, clientContext: SessionPair.clientContext(authority.client))
    known.exchange()
    #expect(known.server.peerSubject == "CN=client")
    let foreign = try SessionPair(
      serverContext: context, clientContext: SessionPair.clientContext(TestAuthority.foreign.client))
    foreign.exchange()
    #expect(foreign.server.state == .failed)
  }

  @Test(arguments: ["server.test", "a.wild.test", "other.test", "b.other.test", "exact.wild.test"])
  func `a server shows the certificate of the name that the client asks for`(name: String) throws {
    var configuration = ServerTLSConfiguration(identity: TestAuthority.trusted.server)
    configuration.otherIdentities = [TestAuthority.trusted.otherServer]
    let pair = try SessionPair(name: name, serverContext: TLSContext(server: configuration))
    pair.exchange()
    #expect(pair.clientError == nil)
    let isOther = name.hasSuffix("other.test") || name == "exact.wild.test"
    #expect(pair.client.peerSubject == (isOther ? "CN=other.test" : "CN=server.test"))
  }

  @Test func `asked for a name that it does not have, a server shows its first certificate`() throws {
    var configuration = ServerTLSConfiguration(identity: TestAuthority.trusted.server)
    configuration.otherIdentities = [TestAuthority.trusted.otherServer]
    let pair = try SessionPair(name: "unknown.test", serverContext: TLSContext(server: configuration))
    pair.exchange()
    #expect(pair.clientError?.code == .untrustedPeer)
  }

  @Test func `a client takes its session up again, each once`() throws {
    let server = try SessionPair.serverContext()
    let client = try SessionPair.clientContext()
    func connect(_ name: String = "server.test") throws -> Bool {
      let pair = try SessionPair(name: name, serverContext: server, clientContext: client)
      pair.exchange()
      try pair.sendFromServer([1])
      pair.exchange()
      #expect(pair.clientGot == [1])
      return pair.client.isResumed && pair.server.isResumed
    }
    #expect(try !connect())
    #expect(try connect())
    #expect(try connect())
    #expect(try !connect("a.wild.test"))
    // A server with new keys takes up nothing, and all the same serves.
    let renewed = try SessionPair(serverContext: SessionPair.serverContext(), clientContext: client)
    renewed.exchange()
    #expect(renewed.client.state == .established && !renewed.client.isResumed)
  }

  @Test(arguments: [0, 40])
  func `a session is not taken up again when the client's certificate has expired`(days: Int) throws {
    var configuration = ServerTLSConfiguration(identity: TestAuthority.trusted.server)
    configuration.clientAuthorities = TestAuthority.trusted.certificate
    // The client's certificate is good for 30 days.
    let server = try TLSContext(server: configuration, checkingDates: false) { time(nil) + days * 86_400 }
    let client = try SessionPair.clientContext(TestAuthority.trusted.client)
    func connect() throws -> TLSSession {
      let pair = try SessionPair(serverContext: server, clientContext: client)
      pair.exchange()
      try pair.sendFromServer([1])
      pair.exchange()
      #expect(pair.clientGot == [1] && pair.server.peerSubject == "CN=client")
      return pair.server
    }
    #expect(try !connect().isResumed)
    #expect(try connect().isResumed == (days == 0))
    #expect(try connect().isResumed == (days == 0))
  }

  @Test func `sessions outlive the context that nobody else keeps`() throws {
    var configuration = ServerTLSConfiguration(identity: TestAuthority.trusted.server)
    configuration.otherIdentities = [TestAuthority.trusted.otherServer]
    var context: TLSContext? = try TLSContext(server: configuration)
    let pair = try SessionPair(name: "other.test", serverContext: context)
    let observed = { [weak context] in context }
    context = nil
    pair.exchange()
    #expect(pair.client.peerSubject == "CN=other.test")
    #expect(observed() != nil)
  }

  @Test func `one damaged byte of ciphertext anywhere ends the session and yields no plaintext`() throws {
    var generator = SystemRandomNumberGenerator()
    for position in 0..<60 {
      let pair = try SessionPair()
      pair.exchange()
      try pair.sendFromClient(Array("thirty-eight bytes of plain text, more".utf8))
      let flip = UInt8.random(in: 1...255, using: &generator)
      pair.damage = { bytes in if position < bytes.count { bytes[position] ^= flip } }
      pair.exchange()
      // A damaged length may leave the server waiting for the rest of a longer record.
      #expect(pair.serverGot.isEmpty && (pair.serverError != nil || pair.server.state == .established))
      if !(3...4).contains(position) { #expect(pair.serverError?.code == .damagedRecord) }
    }
  }

  @Test(arguments: ["GET / HTTP/1.1\r\nHost: server.test\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"])
  func `garbage instead of a handshake is refused with an alert`(greeting: String) throws {
    let pair = try SessionPair()
    pair.damage = { $0 = Array(greeting.utf8) }
    pair.exchange()
    #expect(pair.serverError?.code == .handshake)
    #expect(pair.serverError?.message.contains("does the peer speak TLS") == true)
  }

  @Test func `a closed side is reported as such, and the other may still finish`() throws {
    let pair = try SessionPair()
    pair.exchange()
    pair.client.finish()
    pair.client.finish()
    pair.exchange()
    #expect(pair.server.state == .endedByPeer && pair.serverError == nil)
    try pair.sendFromServer([1, 2, 3])
    pair.exchange()
    #expect(pair.clientGot == [1, 2, 3])
  }
}
