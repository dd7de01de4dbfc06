import Synchronization
import TLS

/// The server's certificate and key, which can be read anew while it runs.
final class Certificates: Sendable {
  private let files: (certificate: String, key: String)
  private let current: Mutex<TLSContext>

  /// Reads the files.
  ///
  /// - Throws: `TLSError` naming the file, when one cannot be read or they do not fit together.
  init(certificate: String, key: String) throws(TLSError) {
    files = (certificate, key)
    current = Mutex(try Self.read(files))
  }

  /// What new connections use.
  var context: TLSContext { current.withLock { $0 } }

  /// Reads the files anew; connections that exist go on as they are.
  ///
  /// - Throws: as `init`; then the old certificate stays in use.
  func reload() throws(TLSError) {
    let context = try Self.read(files)
    current.withLock { $0 = context }
  }

  private static func read(_ files: (certificate: String, key: String)) throws(TLSError) -> TLSContext {
    let identity = TLSIdentity(
      certificates: try PEM(file: files.certificate), privateKey: try PEM(file: files.key))
    return try TLSContext(server: ServerTLSConfiguration(identity: identity))
  }
}
