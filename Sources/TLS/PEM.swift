import InputFiles

/// Certificates or a key as PEM text (RFC 7468), from memory or from a file.
public struct PEM: Sendable {
  /// No file of certificates is larger.
  private static let maxBytes = 4 << 20

  /// The text.
  public let bytes: [UInt8]
  /// What messages call it: the file, or what the caller named it.
  public let name: String

  /// PEM text that is in memory already.
  public init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// Reads a file.
  ///
  /// - Throws: `configuration` when it cannot be read or is larger than any certificate file (4 MiB).
  public init(file path: String) throws(TLSError) { try self.init(file: path, name: path) }

  private init(file path: String, name: String) throws(TLSError) {
    do throws(InputFileError) {
      self.init(try InputFile(path).read(atMost: Self.maxBytes), name: name)
    } catch {
      throw TLSError(.configuration, "\(name) cannot be read: \(error)")
    }
  }

  /// Takes a setting, which is a file's path or, so that it can stand in an environment variable, PEM text itself.
  ///
  /// - Parameter source: what the setting comes from, which messages name, and behind it the file where it is one.
  /// - Throws: as `init(file:)`.
  public init(setting: String, from source: String) throws(TLSError) {
    if setting.contains("-----BEGIN ") {
      self.init(Array(setting.utf8), name: source)
    } else {
      try self.init(file: setting, name: "\(source): \(setting)")
    }
  }
}
