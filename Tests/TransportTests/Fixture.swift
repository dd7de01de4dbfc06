import EventLoops
import Glibc
import Testing

@testable import Transport

/// A server on a group of loops, and a loop for clients.
struct Fixture {
  let servers: EventLoopGroup
  let clients: EventLoopGroup
  let listener: Listener
  let journal = EchoServer.Journal()

  /// Ways from a client to the server.
  enum Route: CaseIterable {
    case tcp, unix, pipe, pipeOnOneLoop
  }

  static func with(
    loops: Int = 1, _ configure: (inout ListenerConfiguration) -> Void = { _ in },
    _ body: (Fixture) async throws -> Void
  ) async throws {
    var configuration = ListenerConfiguration()
    configure(&configuration)
    let fixture = try Fixture(loops: loops, configuration)
    let result = await Result { try await body(fixture) }
    await fixture.listener.stop(grace: .zero)
    await fixture.servers.shutdown()
    await fixture.clients.shutdown()
    try result.get()
  }

  private init(loops: Int, _ configuration: ListenerConfiguration) throws {
    servers = try EventLoopGroup(count: loops)
    clients = try EventLoopGroup(count: 1)
    let name = "\0matiane-transport-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let addresses = [try SocketAddress(numeric: "127.0.0.1", port: 0), SocketAddress.unix(path: name)]
    let journal = journal
    listener = try Listener(at: addresses, on: servers, configuration: configuration) {
      EchoServer($0, journal)
    }
  }

  var address: SocketAddress { listener.addresses[0] }
  var client: EventLoop { clients.loops[0] }

  func connect(_ route: Route = .tcp, fragmentBytes: Int = .max, _ connector: Connector = Connector()) async
    -> TestClient
  {
    switch route {
    case .tcp: return await TestClient.connect(to: address, on: client, connector)
    case .unix: return await TestClient.connect(to: listener.addresses[1], on: client, connector)
    case .pipe, .pipeOnOneLoop:
      let near = route == .pipe ? client : servers.loops[0]
      let pipe = MemoryPipe(from: near, to: servers.loops[0], fragmentBytes: fragmentBytes)
      listener.adopt(pipe.second)
      return await TestClient.connect(over: pipe.first, connector)
    }
  }

  /// A bare blocking socket to the server.
  func rawSocket() throws -> RawSocket { try RawSocket(to: address.port!) }
}

extension Result where Failure == any Error {
  init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}

/// A blocking TCP socket that says whatever a test wants.
final class RawSocket {
  private(set) var descriptor: Int32
  struct Failed: Error { let errno: Int32 }

  convenience init(to port: UInt16) throws {
    self.init()
    try connect(to: port)
  }

  /// A socket that is not connected yet.
  init() {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
  }

  func connect(to port: UInt16) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let status = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Failed(errno: errno) }
  }

  deinit { close() }

  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    close()
  }

  func send(_ bytes: [UInt8]) { _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) }
  func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Reads no longer than that for bytes that do not come.
  func giveUp(after seconds: Int) {
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Reads until what has come is enough.
  func read(until isEnough: ([UInt8]) -> Bool) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !isEnough(all) {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
    return all
  }

  /// Reads until the server ends the connection; `wasReset` tells how.
  func readToEnd() -> (bytes: [UInt8], wasReset: Bool) {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { return (all, count < 0) }
      all += buffer[..<count]
    }
  }

  /// The client's preface with empty SETTINGS.
  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]

  /// A HEADERS frame of a POST to `path`, END_HEADERS set.
  static func headers(_ stream: UInt8, path: String, endStream: Bool = true) -> [UInt8] {
    // RFC 7541 §6: indexed :method POST and :scheme http, then literals without indexing.
    var block: [UInt8] = [0x83, 0x86, 0x04, UInt8(path.utf8.count)] + path.utf8
    block += [0x01, 4] + "test".utf8
    return [0, 0, UInt8(block.count), 1, endStream ? 5 : 4, 0, 0, 0, stream] + block
  }
}
