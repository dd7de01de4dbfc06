import Glibc
import Synchronization

/// Writes lines to a descriptor, from any thread, without ever waiting for it.
///
/// A line is one `write`, so lines of several threads do not mix. Where a pipe is full because nobody reads it, lines are
/// dropped and counted rather than an event loop held up.
public final class EventLog: Sendable {
  /// How a line looks.
  public enum Format: Sendable {
    /// For people.
    case human
    /// For people, through journald: it adds the time, and takes the level from a prefix.
    case journal
    /// One JSON object.
    case json
  }

  private let descriptor: Int32
  private let format: Format
  private let threshold: Atomic<Int>
  private let dropped = Atomic<Int>(0)
  /// Whether the last line broke off.
  private let isTorn = Atomic<Bool>(false)

  /// A log on a descriptor, which stays the caller's.
  public init(to descriptor: Int32 = STDERR_FILENO, format: Format = .human, level: LogLevel = .info) {
    self.descriptor = descriptor
    self.format = format
    threshold = Atomic(level.rawValue)
  }

  /// The least level that is written.
  public var level: LogLevel {
    get { LogLevel(rawValue: threshold.load(ordering: .relaxed)) ?? .info }
    set { threshold.store(newValue.rawValue, ordering: .relaxed) }
  }

  /// How many lines were dropped.
  public var droppedLines: Int { dropped.load(ordering: .relaxed) }

  /// Whether lines of a level are written; asked before what is costly to put together.
  public func writes(_ level: LogLevel) -> Bool { level.rawValue >= threshold.load(ordering: .relaxed) }

  /// Writes a line, if its level is high enough; false where it was dropped.
  @discardableResult
  public func write(_ level: LogLevel, _ message: String, _ fields: [LogField] = []) -> Bool {
    guard writes(level) else { return true }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let line =
      switch format {
      case .human: LogLine.human(level, message, fields, time: time)
      case .journal: "<\(level.priority)>" + LogLine.human(level, message, fields, time: nil)
      case .json: LogLine.json(level, message, fields, time: time)
      }
    return put(line)
  }

  /// Whether a descriptor is the journal's (systemd.exec(5), JOURNAL_STREAM).
  public static func isJournal(_ descriptor: Int32, stream: String?) -> Bool {
    let numbers = (stream ?? "").split(separator: ":").compactMap { UInt64($0) }
    var status = stat()
    guard numbers.count == 2, fstat(descriptor, &status) == 0 else { return false }
    return UInt64(status.st_dev) == numbers[0] && UInt64(status.st_ino) == numbers[1]
  }

  private func put(_ line: String) -> Bool {
    var bytes = Array(line.utf8)
    if bytes.count >= LogLine.maxBytes { bytes = cut(bytes) }
    bytes.append(UInt8(ascii: "\n"))
    // The line behind one that broke off begins on a line of its own.
    if isTorn.exchange(false, ordering: .relaxed) { bytes.insert(UInt8(ascii: "\n"), at: 0) }
    var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    let written = poll(&poller, 1, 0) == 1 ? Glibc.write(descriptor, bytes, bytes.count) : 0
    if written == bytes.count { return true }
    if written > 0 || bytes[0] == UInt8(ascii: "\n") { isTorn.store(true, ordering: .relaxed) }
    dropped.add(1, ordering: .relaxed)
    return false
  }

  /// A JSON object that was cut would be none: it is replaced by one that says so.
  private func cut(_ bytes: [UInt8]) -> [UInt8] {
    guard format == .json else { return Array(bytes.prefix(LogLine.maxBytes - 4)) + Array("…".utf8) }
    let beginning = String(decoding: bytes.prefix(1024), as: UTF8.self)
    return Array(
      "{\"level\":\"warning\",\"message\":\"a line of \(bytes.count) bytes was cut\",\"begins\":\(LogLine.jsonString(beginning))}"
        .utf8)
  }
}
