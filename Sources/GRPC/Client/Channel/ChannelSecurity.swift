import TLS

/// How the connections of a channel are secured.
struct ChannelSecurity: Sendable {
  /// Authorities, identity and versions.
  let context: TLSContext

  /// The name that the server's certificate has to bear.
  let serverName: String
}
