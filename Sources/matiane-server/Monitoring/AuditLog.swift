import Glibc
import Logging
import Synchronization

/// Where writes and administration are noted: who, what, when, with what outcome.
final class AuditLog: Sendable {
  private let path: String
  /// Lives as long as the process; nil for the server's log.
  private let descriptor: Int32?
  private let log: EventLog
  private let serverLog: EventLog
  /// Whether the last note was lost.
  private let isLosing = Atomic<Bool>(false)

  /// Appends to a file, which is made when it does not exist; `-` for the server's log.
  ///
  /// The file is readable by its owner and group. It may be moved away at any time: a reload opens it anew.
  /// - Throws: `AuditError` when it cannot be opened.
  init(_ path: String, serverLog: EventLog) throws(AuditError) {
    self.path = path
    self.serverLog = serverLog
    descriptor = path == "-" ? nil : try Self.open(path)
    log = descriptor.map { EventLog(to: $0, format: .json) } ?? serverLog
  }

  /// Notes a call. When notes begin to be lost, and when that is over, the server's log says so.
  func write(_ fields: [LogField]) {
    let isLost = !log.write(.info, "audit", fields)
    guard descriptor != nil, isLosing.exchange(isLost, ordering: .relaxed) != isLost else { return }
    if isLost {
      serverLog.write(.error, "the audit log '\(path)' cannot be written: notes are lost until it can")
    } else {
      serverLog.write(
        .warning, "the audit log '\(path)' is written again; \(lostNotes) notes have been lost so far")
    }
  }

  /// How many notes were lost because they could not be written.
  var lostNotes: Int { descriptor == nil ? 0 : log.droppedLines }

  /// Whether the file could be opened; it is not made.
  ///
  /// - Throws: `AuditError` when it could not.
  static func check(_ path: String) throws(AuditError) {
    guard path != "-" else { return }
    let exists = access(path, F_OK) == 0
    let folder = path.contains("/") ? String(path[..<path.lastIndex(of: "/")!]) + "/" : "."
    guard access(exists ? path : folder, W_OK) == 0 else { throw .last(path) }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      errno = EISDIR
      throw .last(path)
    }
  }

  private static func open(_ path: String) throws(AuditError) -> Int32 {
    // A FIFO that nobody reads would hold the start up.
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o640)
    guard descriptor >= 0 else { throw .last(path) }
    return descriptor
  }
}

extension AuditLog: Reloadable {
  var reloadable: [String] { ["audit-log"] }

  /// Opens the file anew, for it may have been moved away; the notes of calls that end meanwhile go to one or the other.
  func prepare(_ command: ServerCommand) throws -> PreparedReload? {
    guard let descriptor else { return nil }
    let opened = OpenedFile(try Self.open(path))
    return PreparedReload {
      _ = dup2(opened.descriptor, descriptor)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
  }

  /// A file that is closed again when nobody needs it, also when a reload comes to nothing.
  private final class OpenedFile {
    let descriptor: Int32
    init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }
  }
}

/// Why the audit log cannot be written.
struct AuditError: Error, CustomStringConvertible {
  let description: String

  /// A failure of the system, with `errno`'s text.
  fileprivate static func last(_ path: String) -> AuditError {
    AuditError(description: "cannot open the audit log '\(path)': \(String(cString: strerror(errno)))")
  }
}
