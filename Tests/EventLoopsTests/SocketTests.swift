import Glibc
import Testing

@testable import EventLoops

@Suite struct SocketTests {
  private func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 7, count: count) }

  private func write(_ socket: borrowing Socket, _ count: Int) -> TransferResult {
    bytes(count).withUnsafeBytes { socket.write($0) }
  }

  private func read(_ socket: borrowing Socket, _ count: Int = 65_536) -> TransferResult {
    var buffer = bytes(count)
    return buffer.withUnsafeMutableBytes { socket.read(into: $0) }
  }

  @Test func `an empty socket and a full one would block`() throws {
    let pair = try Socket.pair()
    #expect(read(pair.first) == .wouldBlock)
    var written = 0
    while case .bytes(let count) = write(pair.first, 65_536) { written += count }
    #expect(written > 0)
    #expect(write(pair.first, 1) == .wouldBlock)
    var received = 0
    while case .bytes(let count) = read(pair.second) { received += count }
    #expect(received == written)
  }

  @Test func `writing to a closed peer fails with EPIPE and raises no signal`() throws {
    let survivor = try Socket.pair().split { near, _ -> Socket in near }
    #expect(read(survivor) == .bytes(0))
    #expect(write(survivor, 1) == .failed(EPIPE))
  }

  @Test func `after one end has finished writing the other direction still works`() throws {
    let pair = try Socket.pair()
    pair.first.shutdownOutput()
    #expect(read(pair.second) == .bytes(0))
    #expect(write(pair.second, 3) == .bytes(3))
    #expect(read(pair.first) == .bytes(3))
  }

  @Test func `on both ends of a TCP connection the kernel watches for a peer that has vanished`() throws {
    func option(_ socket: borrowing Socket, _ level: Int32, _ name: Int32) -> Int32 {
      var value: Int32 = 0
      var size = socklen_t(MemoryLayout<Int32>.size)
      getsockopt(socket.descriptor, level, name, &value, &size)
      return value
    }
    let listener = try ListeningSocket(at: SocketAddress(numeric: "127.0.0.1", port: 0))
    let client = try Socket.connecting(to: listener.address)
    guard case .accepted(let server, _) = accept(listener) else { throw Unexpected() }
    let tcp = Int32(IPPROTO_TCP)
    #expect(option(client, SOL_SOCKET, SO_KEEPALIVE) == 1)
    #expect(option(server, SOL_SOCKET, SO_KEEPALIVE) == 1)
    #expect(option(server, tcp, TCP_KEEPIDLE) == 10 && option(server, tcp, TCP_USER_TIMEOUT) == 20_000)
    #expect(option(server, tcp, TCP_NOTSENT_LOWAT) == 256 * 1024)
  }

  @Test func `an aborted TCP connection is reported as a reset`() throws {
    let listener = try ListeningSocket(at: SocketAddress(numeric: "127.0.0.1", port: 0))
    let client = try Socket.connecting(to: listener.address)
    do {
      guard case .accepted(let server, _) = accept(listener) else { throw Unexpected() }
      server.resetOnClose()
    }
    #expect(read(client) == .failed(ECONNRESET))
  }

  @Test func `port 0 gets a port, several sockets share it, and addresses are known on both ends`() throws {
    let first = try ListeningSocket(at: SocketAddress(numeric: "127.0.0.1", port: 0), sharedPort: true)
    let second = try ListeningSocket(at: first.address, sharedPort: true)
    #expect(first.address.port != 0 && second.address == first.address)
    #expect(throws: EventLoopError.self) { _ = try ListeningSocket(at: first.address) }
    let only = try ListeningSocket(at: SocketAddress(numeric: "127.0.0.1", port: 0))
    let client = try Socket.connecting(to: only.address)
    guard case .accepted(let server, let peer) = accept(only) else { throw Unexpected() }
    #expect(peer == client.localAddress() && peer == server.peerAddress())
    #expect(server.localAddress() == only.address)
  }

  @Test func `connecting where nobody listens is refused`() throws {
    let address = try ListeningSocket(at: SocketAddress(numeric: "127.0.0.1", port: 0)).address
    do {
      let socket = try Socket.connecting(to: address)
      #expect(socket.takeError() == ECONNREFUSED)
    } catch {
      #expect(error.systemError == ECONNREFUSED)
    }
  }

  @Test func `a Unix path left behind is taken over, one in use is refused, and a file is left alone`() throws
  {
    let path = "/tmp/matiane-test-\(getpid())-\(UInt32.random(in: 0 ... .max)).sock"
    defer { unlink(path) }
    do { _ = try ListeningSocket(at: .unix(path: path)) }
    let listener = try ListeningSocket(at: .unix(path: path))
    #expect(throws: EventLoopError.self) { _ = try ListeningSocket(at: .unix(path: path)) }
    let client = try Socket.connecting(to: listener.address)
    // The refused attempt has knocked as well; it comes first in the queue.
    while case .accepted(let server, _) = accept(listener) {
      if write(server, 1) == .bytes(1) { break }
    }
    #expect(client.peerAddress() == .unix(path: path))
    #expect(throws: EventLoopError.self) { _ = try ListeningSocket(at: .unix(path: "/etc/hostname")) }
    #expect(access("/etc/hostname", F_OK) == 0)
  }

  @Test func `an abstract Unix name works and leaves no file`() throws {
    let name = "\0matiane-test-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    let listener = try ListeningSocket(at: .unix(path: name))
    #expect(listener.address == .unix(path: name))
    let client = try Socket.connecting(to: listener.address)
    #expect(client.peerAddress() == .unix(path: name))
  }

  private struct Unexpected: Error {}

  /// Accepts, waiting for the loopback to deliver the connection.
  private func accept(_ listener: borrowing ListeningSocket) -> AcceptResult {
    var waiting = pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0)
    poll(&waiting, 1, 10_000)
    return listener.accept()
  }
}

@Suite struct SocketAddressTests {
  @Test func `addresses read and print as they are written`() throws {
    #expect(try SocketAddress(numeric: "127.0.0.1", port: 50051).description == "127.0.0.1:50051")
    #expect(try SocketAddress(numeric: "::1", port: 1).description == "[::1]:1")
    #expect(
      try SocketAddress(numeric: "2001:db8::8:800:200c:417a", port: 443).host == "2001:db8::8:800:200c:417a")
    #expect(try SocketAddress(numeric: "fe80::1%7", port: 2).description == "[fe80::1%7]:2")
    #expect(SocketAddress.unix(path: "/run/a").description == "unix:/run/a")
    #expect(SocketAddress.unix(path: "\0a").description == "unix:@a")
    #expect(try SocketAddress(numeric: "0.0.0.0", port: 0).with(port: 9).port == 9)
  }

  @Test func `an IPv4 address counts by itself, of an IPv6 address its network does`() throws {
    func network(_ host: String) throws -> SocketAddress? {
      try SocketAddress(numeric: host, port: 7).network
    }
    #expect(try network("192.0.2.1") == SocketAddress(numeric: "192.0.2.1", port: 0))
    #expect(try network("2001:db8:1:2:3:4:5:6") == network("2001:db8:1:2::1"))
    #expect(try network("2001:db8:1:2::1") != network("2001:db8:1:3::1"))
    #expect(try network("::1") != network("::2"))
    #expect(SocketAddress.unix(path: "/run/a").network == nil)
  }

  @Test func `whoever comes over IPv4 to a socket for both families comes from an IPv4 address`() throws {
    let listener = try ListeningSocket(at: SocketAddress(numeric: "::", port: 0))
    let client = try Socket.connecting(to: SocketAddress(numeric: "127.0.0.1", port: listener.address.port!))
    var peer: SocketAddress?
    repeat {
      if case .accepted(_, let from) = listener.accept() { peer = from }
    } while peer == nil
    #expect(peer == client.localAddress())
    #expect(try SocketAddress(numeric: "::1", port: 1).unmapped == SocketAddress(numeric: "::1", port: 1))
  }

  @Test(arguments: ["", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", ":::", "1.2.3.4:5", "[::1]"])
  func `what is not an address is refused`(text: String) {
    #expect(throws: EventLoopError.self) { try SocketAddress(numeric: text, port: 1) }
  }

  @Test func `a path that does not fit is refused`() {
    for path in ["", String(repeating: "x", count: 108)] {
      #expect(throws: EventLoopError.self) { _ = try ListeningSocket(at: .unix(path: path)) }
    }
  }
}

@Suite struct ResolverTests {
  @Test func `numeric hosts need no look-up and localhost resolves to loopback`() async throws {
    #expect(try await Resolver.resolve(host: "::1", port: 3) == [SocketAddress(numeric: "::1", port: 3)])
    let addresses = try await Resolver.resolve(host: "localhost", port: 50051)
    let loopback = try [
      SocketAddress(numeric: "127.0.0.1", port: 50051), SocketAddress(numeric: "::1", port: 50051),
    ]
    #expect(!addresses.isEmpty && addresses.allSatisfy(loopback.contains))
  }

  @Test func `a name without address is reported with its name`() async {
    await #expect { try await Resolver.resolve(host: "no-such-host.invalid", port: 1) } throws: { error in
      let error = error as? EventLoopError
      return error?.code == .unresolvable && error?.message.contains("no-such-host.invalid") == true
    }
  }
}
