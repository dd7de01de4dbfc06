import Flags

/// Variables of the environment that look like settings and are none.
///
/// They are warned of and not refused: the variables of other programs may begin alike, as Kubernetes' do for a Service of
/// our name.
enum UnknownVariables {
  /// What to say about them.
  static func warnings(_ environment: [String: String]) -> [String] {
    let known = ServerCommand.command.flags.map(\.variable)
    let unknown = environment.keys.filter { $0.hasPrefix("MATIANE_") && !isKnown($0, known) }
    return unknown.sorted().compactMap { name in
      nearest(to: name, among: known).map { "\(name) is no setting; did you mean \($0)?" }
    }
  }

  private static func isKnown(_ name: String, _ known: [String]) -> Bool {
    // What `matiane` reads beside what it shares with the server.
    let ofClient = [
      "SERVER", "API_KEY", "API_KEY_FILE", "OUTPUT", "TIMEOUT", "TLS", "TLS_CA", "TLS_NO_VERIFY",
      "TLS_SERVER_NAME", "LOCAL",
    ]
    return known.contains(name) || ofClient.contains(String(name.dropFirst("MATIANE_".count)))
  }
}
