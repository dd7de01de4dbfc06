import EventLoops
import Flags

/// The address in `host:port` or `[v6]:port`, where a host name is looked up, or in `unix:PATH` or
/// `unix-abstract:NAME`.
///
/// - Parameter source: where the setting comes from, as error messages name it.
/// - Throws: `UsageError` for anything else.
func listenAddress(_ text: String, from source: String) async throws(UsageError) -> SocketAddress {
  if let address = try unixAddress(text, from: source) { return address }
  guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
    throw UsageError("\(source): expected HOST:PORT or unix:PATH, found '\(text)'")
  }
  var host = String(text[..<colon])
  if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
  let found: [SocketAddress]
  do {
    found = try await Resolver.resolve(host: host, port: port)
  } catch {
    throw UsageError("\(source): \(error)")
  }
  guard let address = found.first else { throw UsageError("\(source): '\(host)' has no address") }
  return address
}

/// Where metrics are served; nil when they are not.
///
/// - Throws: `UsageError` for what is no address, or for the one at which calls are served.
func metricsAddress(_ command: ServerCommand) async throws(UsageError) -> SocketAddress? {
  guard let text = command.metricsListen else { return nil }
  let (source, calls) = (
    command.settings.source(of: "metrics-listen"), command.settings.source(of: "listen")
  )
  let address = try await listenAddress(text, from: source)
  if try await listenAddress(command.listen, from: calls).excludes(address) {
    throw UsageError(
      "\(source): expected another address than \(calls) has (\(command.listen)), found '\(text)'")
  }
  return address
}

extension SocketAddress {
  /// Whether a socket at this address leaves no room for one at another: at the same port of the same or of all addresses.
  fileprivate func excludes(_ other: SocketAddress) -> Bool {
    guard let port, port > 0, port == other.port else { return port == nil && self == other }
    let ofAll = ["0.0.0.0", "::"]
    return self == other || ofAll.contains(host) || ofAll.contains(other.host)
  }
}

/// The address of a Unix socket as gRPC spells its target; nil when the text names none.
private func unixAddress(_ text: String, from source: String) throws(UsageError) -> SocketAddress? {
  let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2, parts[0] == "unix" || parts[0] == "unix-abstract" else { return nil }
  var path = String(parts[1])
  if parts[0] == "unix", path.hasPrefix("//") { path = String(path.dropFirst(2)) }
  guard !path.isEmpty else { throw UsageError("\(source): expected a path after unix:, found '\(text)'") }
  return .unix(path: parts[0] == "unix" ? path : "\0" + path)
}
