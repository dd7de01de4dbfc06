import Glibc
import Logging

/// Where writes and administration are noted: who, what, when, with what outcome.
final class AuditLog: Sendable {
  private let log: EventLog

  /// Appends to a file, which is made when it does not exist; `-` for the server's log.
  ///
  /// The file is readable by its owner and group. It is only appended to, so that it can be moved away by copying and
  /// truncating it (logrotate's copytruncate).
  /// - Throws: `AuditError` when it cannot be opened.
  init(_ path: String, serverLog: EventLog) throws(AuditError) {
    guard path != "-" else {
      log = serverLog
      return
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw AuditError(
        description: "cannot open the audit log '\(path)': \(String(cString: strerror(errno)))")
    }
    // Lives as long as the process.
    log = EventLog(to: descriptor, format: .json)
  }

  /// Notes a call.
  func write(_ fields: [LogField]) { log.write(.info, "audit", fields) }
}

/// Why the audit log cannot be written.
struct AuditError: Error, CustomStringConvertible {
  let description: String
}
