import Glibc

/// Messages on standard input and output, each behind its length in four bytes, little endian.
enum Pipe {
  /// The next message, or nil when the pipe is closed.
  static func readFrame() -> [UInt8]? {
    guard let prefix = read(4) else { return nil }
    let length = prefix.enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
    return read(length)
  }

  /// Writes a message; false when nobody reads.
  static func writeFrame(_ message: [UInt8]) -> Bool {
    let prefix = (0..<4).map { UInt8(truncatingIfNeeded: message.count >> (8 * $0)) }
    var rest = (prefix + message)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func read(_ length: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: length)
    var filled = 0
    while filled < length {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(STDIN_FILENO, $0.baseAddress! + filled, length - filled)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      filled += count
    }
    return bytes
  }
}
