import EventLoops

/// Where a channel connects to, as gRPC's name syntax writes it.
///
/// `host:port`, `dns:///host:port`, `dns:host:port`, `ipv4:address:port,…`, `ipv6:[address]:port,…`,
/// `unix:path`, `unix:///absolute/path` and `unix-abstract:name`.
///
/// Source: gRPC, "gRPC Name Resolution".
struct Target: Sendable, Equatable {
  /// How addresses come out of the target.
  enum Kind: Sendable, Equatable {
    /// A name that the system's resolver looks up, again after every failure to connect.
    case name(host: String, port: UInt16)
    /// Addresses that are written in the target itself.
    case addresses([SocketAddress])
  }

  /// How addresses come out of the target.
  let kind: Kind

  /// The `:authority` of calls, unless the channel is told another.
  let authority: String

  /// The host name that a certificate is checked against and that SNI carries.
  let hostName: String

  /// Reads a target.
  ///
  /// - Throws: `INVALID_ARGUMENT` with the expected forms where it is none.
  init(_ text: String, defaultPort: UInt16) throws(RPCError) {
    let (scheme, rest) = Self.split(text)
    switch scheme {
    case "dns": self = try Self.named(Self.withoutAuthority(rest), defaultPort, in: text)
    case "ipv4", "ipv6": self = try Self.listed(Self.withBrackets(rest), defaultPort, in: text)
    case "unix": self = try Self.socket(rest.hasPrefix("//") ? String(rest.dropFirst(2)) : rest, in: text)
    case "unix-abstract": self = try Self.socket("\0" + rest, in: text)
    default: self = try Self.named(text, defaultPort, in: text)
    }
  }

  /// The host in an authority, without its port.
  static func hostName(of authority: String) -> String {
    (try? hostAndPort(authority, in: authority).host) ?? authority
  }

  private init(kind: Kind, authority: String, hostName: String) {
    self.kind = kind
    self.authority = authority
    self.hostName = hostName
  }

  private static let schemes: Set<String> = ["dns", "ipv4", "ipv6", "unix", "unix-abstract"]

  private static func split(_ text: String) -> (scheme: String?, rest: String) {
    guard let colon = text.firstIndex(of: ":") else { return (nil, text) }
    let scheme = String(text[..<colon])
    guard schemes.contains(scheme) else { return (nil, text) }
    return (scheme, String(text[text.index(after: colon)...]))
  }

  /// Drops the `//authority/` of a URI: the system's resolver has its own name servers.
  private static func withoutAuthority(_ rest: String) -> String {
    guard rest.hasPrefix("//") else { return rest }
    guard let slash = rest.dropFirst(2).firstIndex(of: "/") else { return String(rest.dropFirst(2)) }
    return String(rest[rest.index(after: slash)...])
  }

  /// With the brackets that a URI may have to escape.
  private static func withBrackets(_ rest: String) -> String {
    rest.replacing("%5B", with: "[").replacing("%5D", with: "]")
  }

  private static func named(
    _ text: String, _ defaultPort: UInt16, in target: String
  ) throws(RPCError) -> Target {
    let (host, port) = try hostAndPort(text, in: target)
    guard !host.isEmpty, host.unicodeScalars.allSatisfy(isHostScalar) else { throw malformed(target) }
    let isAddress = host.contains(":")
    // What has several colons is an address, or a slip; nobody could look it up.
    if isAddress, (try? SocketAddress(numeric: host, port: 0)) == nil { throw malformed(target) }
    let authority = isAddress ? "[\(host)]" : host
    return Target(
      kind: .name(host: host, port: port ?? defaultPort),
      authority: port.map { "\(authority):\($0)" } ?? authority, hostName: host)
  }

  /// Whether a host's name or address may hold it: anything but white space, controls and what separates the parts of a URL.
  private static func isHostScalar(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
      && !"/?#@\\\"<>[]".unicodeScalars.contains(scalar)
  }

  private static func listed(
    _ text: String, _ defaultPort: UInt16, in target: String
  ) throws(RPCError) -> Target {
    var addresses: [SocketAddress] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let (host, port) = try hostAndPort(String(part), in: target)
      guard let address = try? SocketAddress(numeric: host, port: port ?? defaultPort) else {
        throw malformed(target)
      }
      addresses.append(address)
    }
    guard let first = addresses.first else { throw malformed(target) }
    return Target(
      kind: .addresses(addresses), authority: first.description, hostName: first.host)
  }

  private static func socket(_ path: String, in target: String) throws(RPCError) -> Target {
    guard !path.isEmpty, path != "\0" else { throw malformed(target) }
    return Target(
      kind: .addresses([.unix(path: path)]), authority: "localhost", hostName: "localhost")
  }

  /// Splits `host`, `host:port`, `[v6]:port` and a bare IPv6 address.
  private static func hostAndPort(
    _ text: String, in target: String
  ) throws(RPCError) -> (host: String, port: UInt16?) {
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { throw malformed(target) }
      let host = String(text[text.index(after: text.startIndex)..<end])
      let tail = text[text.index(after: end)...]
      guard !tail.isEmpty else { return (host, nil) }
      guard tail.hasPrefix(":"), let port = port(tail.dropFirst()) else { throw malformed(target) }
      return (host, port)
    }
    guard let colon = text.lastIndex(of: ":") else { return (text, nil) }
    guard text.firstIndex(of: ":") == colon else { return (text, nil) }
    guard let port = port(text[text.index(after: colon)...]) else { throw malformed(target) }
    return (String(text[..<colon]), port)
  }

  private static func port(_ text: Substring) -> UInt16? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? UInt16(text) : nil
  }

  private static func malformed(_ target: String) -> RPCError {
    RPCError(
      .invalidArgument,
      "target '\(target)' is none of host:port, dns:///host:port, ipv4:a.b.c.d:port, "
        + "ipv6:[address]:port, unix:path")
  }
}
