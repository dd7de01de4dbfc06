import Compression
import Glibc

/// Reads the lines of a file or of standard input; a gzip file is inflated on the way.
///
/// Blocks the thread that it is read on. One line is held at a time; what is longer than 64 MiB is passed over.
final class ArchiveFile {
  static let maxLineBytes = 64 << 20

  /// One line of a file.
  enum Line {
    /// A line without its end.
    case text([UInt8])
    /// One that is longer than `maxLineBytes`.
    case tooLong
  }

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

  /// The next line; nil after the last one.
  ///
  /// - Throws: `FileError` when reading or inflating fails.
  func nextLine() throws(FileError) -> Line? {
    var searched = start
    var isTooLong = false
    while true {
      if let end = text[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        let last = end > start && text[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
        return isTooLong || last - start > Self.maxLineBytes ? .tooLong : .text(Array(text[start..<last]))
      }
      searched = text.count
      if isAtEnd {
        defer { start = text.count }
        if isTooLong { return .tooLong }
        return start < text.count ? .text(Array(text[start...])) : nil
      }
      if text.count - start > Self.maxLineBytes {
        isTooLong = true
        start = text.count
      }
      text.removeFirst(start)
      searched -= start
      start = 0
      try fill()
    }
  }

  private func readPiece(behind start: Int) throws(FileError) -> Int {
    let count = raw.withUnsafeMutableBytes { buffer in
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
      var result = read(descriptor, rest.baseAddress, rest.count)
      while result < 0, errno == EINTR { result = read(descriptor, rest.baseAddress, rest.count) }
      return result
    }
    guard count >= 0 else { throw FileError("cannot read '\(path)': \(String(cString: strerror(errno)))") }
    return count
  }

  private func fill() throws(FileError) {
    var count = try readPiece(behind: 0)
    // A pipe may give one byte first, which does not tell yet what it is.
    if isAtStart, count == 1 { count += try readPiece(behind: 1) }
    if isAtStart, count >= 2, raw[0] == 0x1f, raw[1] == 0x8b {
      inflater = Inflater(.gzip, takesPadding: true)
    }
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
