import EventLoops
import TLS
import Testing

@testable import GRPC

@Suite struct TargetTests {
  @Test(
    arguments: [
      ("localhost:50051", "localhost", 50051, "localhost:50051"),
      ("localhost", "localhost", 80, "localhost"),
      ("dns:///news.example:443", "news.example", 443, "news.example:443"),
      ("dns://8.8.8.8/news.example:443", "news.example", 443, "news.example:443"),
      ("dns:news.example", "news.example", 80, "news.example"),
      ("127.0.0.1:1", "127.0.0.1", 1, "127.0.0.1:1"),
      ("[::1]:50051", "::1", 50051, "[::1]:50051"),
      ("::1", "::1", 80, "[::1]"),
      ("[::1]", "::1", 80, "[::1]"),
    ] as [(String, String, UInt16, String)])
  func `a name has a host, a port and an authority`(
    text: String, host: String, port: UInt16, authority: String
  ) throws {
    let target = try Target(text, defaultPort: 80)
    #expect(target.kind == .name(host: host, port: port))
    #expect(target.authority == authority)
    #expect(target.hostName == host)
  }

  @Test func `addresses are listed in the target`() throws {
    let target = try Target("ipv4:10.0.0.1:1,10.0.0.2:2", defaultPort: 80)
    let first = try SocketAddress(numeric: "10.0.0.1", port: 1)
    let second = try SocketAddress(numeric: "10.0.0.2", port: 2)
    #expect(target.kind == .addresses([first, second]))
    #expect(target.authority == "10.0.0.1:1")
    let six = try Target("ipv6:[::1]:7,[::2]", defaultPort: 80)
    #expect(
      six.kind
        == .addresses([
          try SocketAddress(numeric: "::1", port: 7), try SocketAddress(numeric: "::2", port: 80),
        ]))
    let escaped = try Target("ipv6:%5B::1%5D:7", defaultPort: 80)
    #expect(escaped.kind == .addresses([try SocketAddress(numeric: "::1", port: 7)]))
  }

  @Test(arguments: [
    ("unix:run/socket", "run/socket"), ("unix:///run/socket", "/run/socket"),
    ("unix:/run/socket", "/run/socket"), ("unix-abstract:name", "\0name"),
  ])
  func `a socket file is a path`(text: String, path: String) throws {
    let target = try Target(text, defaultPort: 80)
    #expect(target.kind == .addresses([.unix(path: path)]))
    #expect(target.authority == "localhost")
  }

  @Test(arguments: [
    "", ":80", "host:+80", "ipv6:[::1]:+80", "ipv6:%5B::1", "ipv6:[%1::1]:80", "ipv6:[::1%no-such-link]:80",
    "host:port", "host:99999", "host:-1", "[::1", "[::1]x", "ipv4:", "ipv4:host:1",
    "ipv4:1.2.3.4:1,", "unix:", "unix-abstract:", "http://host:80", "dns:///", " host:80",
    "host :80", "ho st", "host\t:80", "ho\u{a0}st:80", "user@host:80", "host?:80", "[ ::1]:80", "\u{0}:80",
    "dns:/// x:1", "host:80:81", "127.0.0.1:80:81", "host:80:", "[host:80]:81", "dns:///host:80:81",
  ])
  func `what is no target is refused with the forms there are`(text: String) {
    let error = #expect(throws: RPCError.self) { try Target(text, defaultPort: 80) }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.contains("host:port") == true)
  }

  @Test(arguments: [(nil, false, 80), (nil, true, 443), (50_051, false, 50_051), (50_051, true, 50_051)])
  func `a target without a port has the channel's`(port: UInt16?, usesTLS: Bool, expected: UInt16) throws {
    var configuration = ChannelConfiguration()
    configuration.defaultPort = port
    if usesTLS { configuration.tls = ClientTLSConfiguration() }
    let channel = try Channel("ipv4:127.0.0.1,127.0.0.2:7", configuration: configuration)
    let addresses = [
      try SocketAddress(numeric: "127.0.0.1", port: expected),
      try SocketAddress(numeric: "127.0.0.2", port: 7),
    ]
    guard case .fixed(let endpoints) = channel.core.endpoints else {
      Issue.record("an address is to be looked up")
      return
    }
    #expect(endpoints == addresses.map(Endpoint.socket))
  }
}
