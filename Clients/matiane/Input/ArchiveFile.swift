import Compression
import Glibc

/// Reads a file or standard input piece by piece; a gzip file is inflated on the way.
///
/// Blocks the thread that it is read on.
final class ArchiveFile {
  private static let pieceBytes = 1 << 16
  /// No piece inflates to more: deflate makes a thousandth of a text at the least.
  private static let inflatedBytes = 1 << 27

  /// Path, or `-` for standard input.
  let path: String
  /// Bytes read so far, before inflating.
  private(set) var bytesRead = 0
  /// What has been read to find out what it is.
  private var beginning: [UInt8]?
  private let descriptor: Int32
  private var raw = [UInt8](repeating: 0, count: ArchiveFile.pieceBytes)
  private var inflater: Inflater?
  private var isAtStart = true

  init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileError("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// How the text begins, which is read once more as the first piece: some kilobytes, or the lines that are there.
  ///
  /// - Throws: `FileError` when reading or inflating fails.
  func peek() throws(FileError) -> [UInt8] {
    var text: [UInt8] = []
    // Who writes lines into a pipe may wait for what becomes of them.
    while text.count < 4096, text.last != UInt8(ascii: "\n"), let piece = try nextPiece() { text += piece }
    beginning = text
    return text
  }

  /// The next piece of the text; nil behind the last one.
  ///
  /// - Throws: `FileError` when reading or inflating fails.
  func nextPiece() throws(FileError) -> [UInt8]? {
    if let piece = beginning {
      beginning = nil
      if !piece.isEmpty { return piece }
    }
    while true {
      let count = try fill()
      if count == 0 { return nil }
      guard let inflater else { return Array(raw[..<count]) }
      let piece = try inflate(count, inflater)
      if !piece.isEmpty { return piece }
    }
  }

  /// Reads what comes next; 0 at the end.
  private func fill() throws(FileError) -> Int {
    var count = try readPiece(behind: 0)
    // A pipe may give one byte first, which does not tell yet what it is.
    if isAtStart, count == 1 { count += try readPiece(behind: 1) }
    if isAtStart, count >= 2, raw[0] == 0x1f, raw[1] == 0x8b {
      inflater = Inflater(.gzip, takesPadding: true)
    }
    isAtStart = false
    bytesRead += count
    if count == 0, let inflater, !inflater.isComplete {
      throw FileError("'\(path)': the gzip data end in the middle")
    }
    return count
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

  private func inflate(_ count: Int, _ inflater: Inflater) throws(FileError) -> [UInt8] {
    var text: [UInt8] = []
    let failure: CompressionError? = raw.withUnsafeBytes { bytes in
      do throws(CompressionError) {
        try inflater.inflate(
          UnsafeRawBufferPointer(rebasing: bytes[..<count]), appendingTo: &text, limit: Self.inflatedBytes)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw FileError("'\(path)': \(failure)") }
    return text
  }
}
