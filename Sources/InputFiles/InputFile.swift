import Glibc

/// A file that a setting names: read whole, within bounds of size and time, whatever it is.
///
/// Blocks the thread that it is read on.
public struct InputFile: ~Copyable {
  private let descriptor: Int32

  /// Opens a file; a FIFO, too, that nobody writes to yet.
  ///
  /// - Throws: `InputFileError` when it cannot be opened.
  public init(_ path: String) throws(InputFileError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .ofSystem }
  }

  deinit { close(descriptor) }

  /// Type and permissions, as `stat(2)` has them.
  ///
  /// - Throws: `InputFileError` when the system does not tell.
  public var mode: mode_t {
    get throws(InputFileError) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw .ofSystem }
      return status.st_mode
    }
  }

  /// All that the file holds.
  ///
  /// - Parameters:
  ///   - limit: bytes above which it is not what was meant, such as a device that never ends.
  ///   - patience: how long to wait where nothing comes, as from a pipe or a terminal.
  /// - Throws: `InputFileError` when it cannot be read, holds more, or nothing comes.
  public func read(
    atMost limit: Int, patience: Duration = .seconds(10)
  ) throws(InputFileError) -> [UInt8] {
    let isFIFO = try mode & S_IFMT == S_IFIFO
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      switch count {
      case 1...:
        bytes += piece[..<count]
        guard bytes.count <= limit else {
          throw InputFileError("expected at most \(limit) bytes, found more")
        }
      // A FIFO that nobody has opened for writing looks as if it had ended.
      case 0: guard isFIFO, bytes.isEmpty, try wait(patience) else { return bytes }
      case _ where errno == EAGAIN: _ = try wait(patience)
      case _ where errno == EINTR: continue
      default: throw .ofSystem
      }
    }
  }

  /// Waits until there is something to read, or the end.
  ///
  /// - Returns: false when whoever was to write has gone.
  private func wait(_ patience: Duration) throws(InputFileError) -> Bool {
    var events = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(clamping: Int(patience / .milliseconds(1)))
    let count = poll(&events, 1, milliseconds)
    guard count != 0 else {
      throw InputFileError("expected a file, found a pipe or a terminal from which nothing comes")
    }
    guard count > 0 || errno == EINTR else { throw .ofSystem }
    return events.revents & Int16(POLLHUP) == 0 || events.revents & Int16(POLLIN) != 0
  }
}

/// Why a file was not read.
public struct InputFileError: Error, Hashable, CustomStringConvertible {
  /// What was expected and what was found, or the system's reason.
  public let description: String

  init(_ description: String) { self.description = description }

  fileprivate static var ofSystem: InputFileError { InputFileError(String(cString: strerror(errno))) }
}
