import Flags
import TLS

/// What the settings say about TLS.
struct TLSSettings {
  /// A certificate chain and its key: paths, or PEM text itself.
  struct Identity {
    let certificate: String
    let key: String
  }

  private let identities: [Identity]
  /// Where the settings come from, as messages name it.
  private let sources: (certificate: String, key: String, clientAuthorities: String)
  private let clientAuthorities: String?
  private let requiresClientCertificate: Bool

  /// Nil when the settings ask for plaintext.
  ///
  /// - Throws: `UsageError` when certificates and keys do not come in pairs.
  init?(_ settings: Settings) throws(UsageError) {
    let certificates = try Self.files(settings, "tls-cert")
    let keys = try Self.files(settings, "tls-key")
    sources = (
      settings.source(of: "tls-cert"), settings.source(of: "tls-key"), settings.source(of: "tls-client-ca")
    )
    guard certificates.count == keys.count else {
      throw UsageError(
        "--tls-cert needs --tls-key, and the other way round: found \(certificates.count) certificates and "
          + "\(keys.count) keys")
    }
    clientAuthorities = try settings.text(ifGiven: "tls-client-ca")
    requiresClientCertificate = try settings.choice("tls-client-auth") { $0 == "required" }
    identities = zip(certificates, keys).map { Identity(certificate: $0, key: $1) }
    if identities.isEmpty {
      guard clientAuthorities == nil else {
        throw UsageError("--tls-client-ca needs --tls-cert and --tls-key")
      }
      return nil
    }
  }

  /// The files that are read.
  var paths: [String] {
    (identities.flatMap { [$0.certificate, $0.key] } + [clientAuthorities].compactMap { $0 })
      .filter { !Self.isText($0) }
  }

  /// Reads the files.
  ///
  /// - Throws: `TLSError` naming the setting and the file, when one cannot be read or is unusable.
  func context() throws(TLSError) -> TLSContext {
    var all: [TLSIdentity] = []
    for identity in identities {
      all.append(
        TLSIdentity(
          certificates: try PEM(setting: identity.certificate, from: sources.certificate),
          privateKey: try PEM(setting: identity.key, from: sources.key)))
    }
    var configuration = ServerTLSConfiguration(identity: all.removeFirst())
    configuration.otherIdentities = all
    configuration.requiresClientCertificate = requiresClientCertificate
    if let clientAuthorities {
      configuration.clientAuthorities = try PEM(setting: clientAuthorities, from: sources.clientAuthorities)
    }
    return try TLSContext(server: configuration)
  }

  /// PEM text, which a variable may hold in place of paths, is one value although it has many lines.
  private static func files(_ settings: Settings, _ name: String) throws(UsageError) -> [String] {
    if let text = try settings.text(ifGiven: name), isText(text) { return [text] }
    return try settings.list(name)
  }

  private static func isText(_ setting: String) -> Bool { setting.contains("-----BEGIN ") }
}
