import Compression
import Glibc

/// Reads the lines of a file or of standard input; a gzip file is inflated on the way.
///
/// Blocks the thread that it is read on. One line is held at a time, and no line may be longer than 64 MiB.
final class ArchiveFile {
  static let maxLineBytes = 64 << 20
  private static let chunkBytes = 1 << 18

  /// Path, or `-` for standard input.
  let path: String
  /// Size in bytes; nil when it is not a plain file.
  let size: Int?
  /// Bytes read so far, before inflating.
  private(set) var bytesRead = 0
  private let descriptor: Int32
  private var raw = [UInt8](repeating: 0, count: ArchiveFile.chunkBytes)
  private var text: [UInt8] = []
  private var start = 0
  private var inflater: Inflater?
  private var isAtStart = true
  private var isAtEnd = false

  init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileError("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
    var status = stat()
    let isPlain = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isPlain ? Int(status.st_size) : nil
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next line without its end; nil after the last one.
  ///
  /// - Throws: `FileError` when reading or inflating fails, or a line is too long.
  func nextLine() throws(FileError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = text[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        let last = end > start && text[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
        return Array(text[start..<last])
      }
      searched = text.count
      if isAtEnd {
        guard start < text.count else { return nil }
        defer { start = text.count }
        return Array(text[start...])
      }
      guard text.count - start <= Self.maxLineBytes else {
        throw FileError("'\(path)': expected lines of at most \(Self.maxLineBytes) bytes, found a longer one")
      }
      text.removeFirst(start)
      searched -= start
      start = 0
      try fill()
    }
  }

  private func fill() throws(FileError) {
    let count = raw.withUnsafeMutableBytes { buffer in
      var result = read(descriptor, buffer.baseAddress, buffer.count)
      while result < 0, errno == EINTR { result = read(descriptor, buffer.baseAddress, buffer.count) }
      return result
    }
    guard count >= 0 else { throw FileError("cannot read '\(path)': \(String(cString: strerror(errno)))") }
    if isAtStart, count >= 2, raw[0] == 0x1f, raw[1] == 0x8b { inflater = Inflater(.gzip) }
    isAtStart = false
    bytesRead += count
    if count == 0 {
      isAtEnd = true
      if let inflater, !inflater.isComplete {
        throw FileError("'\(path)': the gzip data end in the middle")
      }
      return
    }
    guard let inflater else {
      text += raw[..<count]
      return
    }
    let failure: CompressionError? = raw.withUnsafeBytes { bytes in
      do throws(CompressionError) {
        try inflater.inflate(
          UnsafeRawBufferPointer(rebasing: bytes[..<count]), appendingTo: &text,
          limit: text.count + Self.maxLineBytes)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw FileError("'\(path)': \(failure)") }
  }
}
