import Glibc

/// Certificates or a key as PEM text (RFC 7468), from memory or from a file.
public struct PEM: Sendable {
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
  public init(file path: String) throws(TLSError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &piece, piece.count)
      guard count >= 0 else { throw Self.unreadable(path) }
      if count == 0 { break }
      bytes += piece[..<count]
      guard bytes.count <= 4 << 20 else {
        throw TLSError(.configuration, "\(path) is larger than any certificate file")
      }
    }
    self.init(bytes, name: path)
  }

  /// Takes a setting, which is a file's path or, so that it can stand in an environment variable, PEM text itself.
  ///
  /// - Parameter name: what messages call text that is no file.
  /// - Throws: as `init(file:)`.
  public init(pathOrText setting: String, name: String) throws(TLSError) {
    if setting.contains("-----BEGIN ") {
      self.init(Array(setting.utf8), name: name)
    } else {
      try self.init(file: setting)
    }
  }

  private static func unreadable(_ path: String) -> TLSError {
    TLSError(.configuration, "\(path) cannot be read: \(String(cString: strerror(errno)))")
  }
}
