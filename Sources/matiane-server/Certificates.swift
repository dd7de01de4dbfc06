import Synchronization
import TLS

/// The server's certificate and key, which can be read anew while it runs.
final class Certificates: Sendable {
  private let current: Mutex<TLSContext>

  /// Reads the files.
  ///
  /// - Throws: `TLSError` naming the file, when one cannot be read or they do not fit together.
  init(certificate: String, key: String) throws(TLSError) {
    current = Mutex(try Self.read(certificate: certificate, key: key))
  }

  /// What new connections use.
  var context: TLSContext { current.withLock { $0 } }

  private static func read(certificate: String, key: String) throws(TLSError) -> TLSContext {
    let identity = TLSIdentity(
      certificates: try PEM(file: certificate), privateKey: try PEM(file: key))
    return try TLSContext(server: ServerTLSConfiguration(identity: identity))
  }
}

extension Certificates: Reloadable {
  /// Reads the files anew; connections that exist go on as they are.
  ///
  /// - Throws: `TLSError`, or `UsageError` when TLS was switched off, which needs a restart.
  func prepare(_ command: ServerCommand) throws -> PreparedReload? {
    guard let files = command.tlsFiles else { return nil }
    let context = try Self.read(certificate: files.certificate, key: files.key)
    return PreparedReload(settings: ["tls-cert", "tls-key"]) { [self] in
      current.withLock { $0 = context }
    }
  }
}
