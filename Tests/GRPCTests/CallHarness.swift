import EventLoops
import TLS
import TLSTesting
import Transport

@testable import GRPC

/// How much of the stack lies between a client and its server.
enum Depth: CaseIterable {
  /// A pipe in memory.
  case memory
  /// A TCP connection.
  case socket
  /// A pipe in memory whose bytes arrive a few at a time.
  case fragments
  /// A TCP connection with TLS.
  case tls
}

/// A server with the echo service, and a channel to it.
final class CallHarness: Sendable {
  let channel: Channel
  let echo: EchoServiceClient
  let server: Server
  /// Where the server listens, for another channel; empty without a socket.
  let address: String
  private let loops: EventLoopGroup

  /// - Parameter sharesLoop: whether client and server live on one loop.
  init(
    _ service: any Service = EchoHandlers(), depth: Depth = .memory, sharesLoop: Bool = false,
    client: ChannelConfiguration = ChannelConfiguration(),
    server: ServerConfiguration = ServerConfiguration()
  ) throws {
    var (client, configuration) = (client, server)
    if depth == .tls { try Self.secure(&client, &configuration) }
    loops = try EventLoopGroup(count: sharesLoop ? 1 : 2)
    let server = Server([service], on: loops, configuration: configuration)
    let serverLoop = loops.loops[sharesLoop ? 0 : 1]
    switch depth {
    case .socket, .tls:
      address = "\(try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: 0))[0])"
      channel = try Channel(address, configuration: client, group: loops)
    case .memory, .fragments:
      let acceptor = InProcessAcceptor { clientLoop in
        let fragmentBytes = depth == .fragments ? 997 : .max
        let pipe = MemoryPipe(from: clientLoop, to: serverLoop, fragmentBytes: fragmentBytes)
        try? server.serve(pipe.second)
        return pipe.first
      }
      address = ""
      channel = try Channel(inProcess: acceptor, configuration: client, group: loops)
    }
    self.server = server
    echo = EchoServiceClient(channel)
  }

  /// Runs `body` with a harness, and stops it afterwards.
  static func with(
    _ depth: Depth, _ service: EchoHandlers = EchoHandlers(),
    client: ChannelConfiguration = ChannelConfiguration(),
    _ body: (CallHarness) async throws -> Void
  ) async throws {
    let harness = try CallHarness(service, depth: depth, client: client)
    try await body(harness)
    await harness.stop()
  }

  private static func secure(
    _ client: inout ChannelConfiguration, _ server: inout ServerConfiguration
  ) throws {
    let authority = TestAuthority.trusted
    let context = try TLSContext(server: ServerTLSConfiguration(identity: authority.server))
    server.listener.tls = { context }
    var trust = ClientTLSConfiguration()
    trust.authorities = authority.certificate
    client.tls = trust
    client.authority = client.authority ?? "server.test"
  }

  func stop() async {
    await channel.close()
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
  }
}

extension Note {
  init(_ text: String, count: Int32 = 0, payload: [UInt8] = []) {
    self.init()
    self.text = text
    self.count = count
    self.payload = payload
  }
}
