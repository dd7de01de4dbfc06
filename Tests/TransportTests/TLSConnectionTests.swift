import EventLoops
import TLS
import TLSTesting
import Testing

@testable import Transport

@Suite struct TLSConnectionTests {
  private static func serverContext(clients: PEM? = nil) throws -> TLSContext {
    var configuration = ServerTLSConfiguration(identity: TestAuthority.trusted.server)
    configuration.clientAuthorities = clients
    return try TLSContext(server: configuration)
  }

  private static func connector(_ identity: TLSIdentity? = nil) throws -> Connector {
    var configuration = ClientTLSConfiguration()
    configuration.authorities = TestAuthority.trusted.certificate
    configuration.identity = identity
    var connector = Connector()
    connector.tls = try TLSContext(client: configuration)
    return connector
  }

  private func withServer(clients: PEM? = nil, _ body: (Fixture) async throws -> Void) async throws {
    let context = try Self.serverContext(clients: clients)
    try await Fixture.with({ $0.tls = { context } }, body)
  }

  @Test(arguments: [Fixture.Route.tcp, .pipe, .pipeOnOneLoop])
  func `exchanges pass through TLS, large and in both directions at once`(route: Fixture.Route) async throws {
    try await withServer { fixture in
      let client = try await fixture.connect(route, Self.connector())
      let body = (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 &* 13 >> 2) }
      async let first = client.call("/echo", body: body)
      async let second = client.call("/echo", body: [1, 2, 3])
      #expect(await first.body == body)
      #expect(await second.body == [1, 2, 3])
      #expect(await client.security()?.tlsVersion == "TLSv1.3")
      client.shutDownGracefully()
      #expect(await client.ending() == nil)
      #expect(await fixture.journal.endings(1)[0] == nil)
    }
  }

  @Test func `ciphertext that comes byte by byte is understood`() async throws {
    try await withServer { fixture in
      let client = try await fixture.connect(.pipe, fragmentBytes: 1, Self.connector())
      #expect(await client.call("/echo", body: [4, 5]).body == [4, 5])
    }
  }

  @Test func `a server under a wrong name is left with the reason`() async throws {
    try await withServer { fixture in
      let client = try await TestClient.connect(
        to: fixture.address, on: fixture.client, Self.connector(), name: "other.test")
      let error = await client.ending()
      #expect(error?.code == .tls && error?.message.contains("other.test") == true)
      #expect(await fixture.journal.endings(1)[0]?.code == .tls)
    }
  }

  @Test func `a plaintext client of a TLS server, and the other way round, end with an error and do no harm`()
    async throws
  {
    try await withServer { fixture in
      let plain = await fixture.connect()
      #expect(await plain.ending() != nil)
      #expect(await fixture.journal.endings(1)[0]?.code == .tls)
      let later = try await fixture.connect(.tcp, Self.connector())
      #expect(await later.call("/echo", body: [1]).body == [1])
    }
    try await Fixture.with { fixture in
      let client = try await fixture.connect(.tcp, Self.connector())
      #expect(await client.ending()?.code == .tls)
      #expect(await fixture.journal.endings(1)[0]?.http2Error != nil)
    }
  }

  @Test func `a stalled handshake is dropped`() async throws {
    let context = try Self.serverContext()
    try await Fixture.with {
      $0.tls = { context }
      $0.connection.openTimeout = .milliseconds(20)
    } _: { fixture in
      let socket = try fixture.rawSocket()
      socket.send([0x16, 0x03, 0x01])
      _ = socket.readToEnd()
      #expect(await fixture.journal.endings(1)[0]?.code == .timedOut)
    }
  }

  @Test(arguments: [1, 2])
  func `a hello that is longer than any client's is refused, in whatever pieces it comes`(pieces: Int)
    async throws
  {
    try await withServer { fixture in
      let socket = try fixture.rawSocket()
      // A handshake record (RFC 8446 §5.1) with the beginning of a hello of 60,000 bytes.
      let record: [UInt8] =
        [0x16, 3, 1, 0x40, 0, 1, 0, 0xEA, 0x60] + [UInt8](repeating: 3, count: 16 * 1024 - 4)
      for _ in 0..<2 {
        socket.send(record)
        if pieces == 2 { try await Task.sleep(for: .milliseconds(50)) }
      }
      let said = socket.readToEnd()
      // A fatal alert, unless what came behind the hello made the kernel drop it.
      #expect(said.wasReset || said.bytes == [0x15, 3, 3, 0, 2, 2, 50])
      let ending = await fixture.journal.endings(1)[0]
      #expect(ending?.code == .tls && ending?.isOffence == true)
      #expect(ending?.message.contains("longer than 16384 bytes") == true)
    }
  }

  @Test func `with mutual TLS the server knows its client, and a client without certificate is refused`()
    async throws
  {
    let authority = TestAuthority.trusted
    try await withServer(clients: authority.certificate) { fixture in
      let known = try await fixture.connect(.tcp, Self.connector(authority.client))
      #expect(await known.call("/subject").body == Array("CN=client".utf8))
      let anonymous = try await fixture.connect(.tcp, Self.connector())
      #expect(await anonymous.ending() != nil)
    }
  }

  @Test func `a certificate replaced while connections are open is shown to new ones only`() async throws {
    let first = try Self.serverContext()
    let second = try TLSContext(server: ServerTLSConfiguration(identity: TestAuthority.foreign.server))
    let current = Current(first)
    try await Fixture.with({ $0.tls = { current.context } }) { fixture in
      let old = try await fixture.connect(.tcp, Self.connector())
      #expect(await old.call("/echo", body: [1]).body == [1])
      current.context = second
      let fresh = try await fixture.connect(.tcp, Self.connector())
      #expect(await fresh.ending()?.code == .tls)
      #expect(await old.call("/echo", body: [2]).body == [2])
    }
  }
}
