/// A certificate chain and its private key.
public struct TLSIdentity: Sendable {
  /// The certificate, followed by those that lead to an authority.
  public var certificates: PEM
  /// The key of the first certificate, not encrypted.
  public var privateKey: PEM

  /// A chain and its key.
  public init(certificates: PEM, privateKey: PEM) {
    self.certificates = certificates
    self.privateKey = privateKey
  }
}

/// How a server secures its connections.
public struct ServerTLSConfiguration: Sendable {
  /// What the server shows.
  public var identity: TLSIdentity
  /// What else it has to show: of all that bear the name which a client asks for (SNI, RFC 6066 §3) the first is shown, those
  /// that name it before those that have it under a wildcard, and `identity` where none bears it.
  public var otherIdentities: [TLSIdentity] = []
  /// Authorities of client certificates; with them, clients are asked for one (mutual TLS).
  public var clientAuthorities: PEM?
  /// Whether a client without a certificate is refused when it is asked for one; a bad one always is.
  public var requiresClientCertificate = true

  /// A server that asks no certificate of its clients.
  public init(identity: TLSIdentity) { self.identity = identity }
}

/// How a client secures its connections.
public struct ClientTLSConfiguration: Sendable {
  /// Authorities of server certificates; nil for those that the system trusts.
  public var authorities: PEM?
  /// What the client shows when the server asks; nil for nothing.
  public var identity: TLSIdentity?
  /// Whether the server has to prove who it is. Without that nobody listens in, but anybody may answer: for a server that
  /// is reached without a network.
  public var verifiesServer = true

  /// A client that trusts the system's authorities.
  public init() {}
}
