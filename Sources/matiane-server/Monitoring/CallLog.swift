import Access
import ArticleService
import EventLoops
import GRPC
import Logging
import Synchronization
import Tracing

/// Which calls are logged.
enum LoggedCalls: String, Sendable {
  case none
  /// Those that failed through the server.
  case faults
  case all
}

/// Writes calls to the log, and writes and administration to the audit log.
final class CallLog: ServerObserver {
  /// Where writes and administration are noted, if anywhere.
  let audit: AuditLog?
  private let log: EventLog
  /// By the index of the method.
  private let audited: [Bool]
  private let logged: Mutex<LoggedCalls>
  private let generation = Atomic<Int>(0)
  private let isDraining = Atomic<Bool>(false)
  /// Lines about other protocols; bounded, lest whoever scans ports fills the log.
  private let strangers = CountedBucket(perSecond: 1, burst: 5)
  /// Lines about peers that were disconnected for what they did; bounded, lest an attack fills the log.
  private let offenders = CountedBucket(perSecond: 1, burst: 5)
  /// Lines about calls that failed, where not all are wanted: a client can make thousands of them a second.
  private let faults = CountedBucket(perSecond: 100, burst: 100)

  init(_ log: EventLog, audit: AuditLog?, methods: [AnyMethodDescriptor], logged: LoggedCalls) {
    self.log = log
    self.audit = audit
    self.logged = Mutex(logged)
    audited = methods.map { (MethodRoles.role(of: $0) ?? .reader) > .reader }
  }

  func open(_ connection: ConnectionSummary) -> any ConnectionObserver {
    log.write(.debug, "connection opened", [LogField("peer", connection.peer)])
    return ConnectionLog(self)
  }

  func connectionFailed(on loop: EventLoop, peer: String, reason: String?) {
    log.write(
      .debug, "connection failed",
      [LogField("peer", peer), LogField("reason", reason ?? "it was closed at once")])
  }

  func metOtherProtocol(peer: String, reason: String) {
    write("connection refused", peer, reason, strangers)
  }

  func metOffender(peer: String, reason: String) {
    write("connection ended", peer, reason, offenders)
  }

  /// Writes a line about a connection, or leaves it out for the next one of its kind to tell of.
  private func write(_ message: String, _ peer: String, _ reason: String, _ bucket: CountedBucket) {
    guard let leftOut = bucket.take(at: .now) else { return }
    var fields = [LogField("peer", peer), LogField("reason", reason)]
    if leftOut > 0 { fields.append(LogField("left_out", leftOut)) }
    log.write(.warning, message, fields)
  }

  /// The server is about to stop: calls that are told so end as they should.
  func beginDrain() { isDraining.store(true, ordering: .relaxed) }

  private func isFault(_ call: ServerCallSummary) -> Bool {
    guard call.code == .unavailable else { return call.code.isFault }
    return !isDraining.load(ordering: .relaxed)
  }

  /// Logs other calls from now on.
  func set(_ logged: LoggedCalls) {
    self.logged.withLock { $0 = logged }
    generation.add(1, ordering: .relaxed)
  }

  /// What one connection's calls go through; on its loop.
  private final class ConnectionLog: ConnectionObserver {
    private let owner: CallLog
    private let audited: [Bool]
    // On one thread, and no access spans a call that could come back to it.
    @exclusivity(unchecked) private var generation = -1
    @exclusivity(unchecked) private var logged = LoggedCalls.none

    init(_ owner: CallLog) {
      self.owner = owner
      audited = owner.audit == nil ? owner.audited.map { _ in false } : owner.audited
    }

    func callEnded(_ call: ServerCallSummary) {
      let newest = owner.generation.load(ordering: .relaxed)
      if newest != generation {
        generation = newest
        logged = owner.logged.withLock { $0 }
      }
      if logged == .all {
        owner.writeLog(call)
      } else if logged == .faults, owner.isFault(call) {
        owner.writeFault(call)
      }
      if audited[call.methodIndex] { owner.writeAudit(call) }
    }

    func connectionClosed(peer: String, reason: String?) {
      owner.log.write(
        .debug, "connection closed",
        [LogField("peer", peer)] + (reason.map { [LogField("reason", $0)] } ?? []))
    }
  }

  private func writeFault(_ call: ServerCallSummary) {
    guard let left = faults.take(at: .now) else { return }
    if left > 0 { log.write(.warning, "more calls failed than are logged", [LogField("count", left)]) }
    writeLog(call)
  }

  private func writeLog(_ call: ServerCallSummary) {
    let level: LogLevel = isFault(call) ? .warning : .info
    guard log.writes(level) else { return }
    log.write(level, "call", call.fields)
  }

  private func writeAudit(_ call: ServerCallSummary) {
    var fields = call.fields
    if let note = call.note as? WriteNote {
      fields += [LogField("resource", note.resource), LogField("revision", Int(clamping: note.revision))]
      if let count = note.count { fields.append(LogField("count", count)) }
    }
    audit?.write(fields)
  }
}

extension ServerCallSummary {
  fileprivate var fields: [LogField] {
    var fields = [
      LogField("method", "\(method.service)/\(method.name)"), LogField("code", code.description),
      LogField("duration_ms", milliseconds: startedAt.duration(to: .now)), LogField("peer", peer),
    ]
    if let principal = (permit as? Grant)?.principal { fields.append(LogField("principal", principal.name)) }
    let trace =
      span?.traceID
      ?? withMetadata("traceparent") { $0.flatMap { TraceContext(traceparent: $0) } }?.traceIDText
    if let trace { fields.append(LogField("trace_id", trace)) }
    // Of a call that was refused it says who was, too.
    if !message.isEmpty { fields.append(LogField("error", message)) }
    return fields
  }
}

extension StatusCode {
  /// Whether a call with this status failed through the server.
  fileprivate var isFault: Bool {
    switch self {
    case .unknown, .unimplemented, .internal, .unavailable, .dataLoss, .deadlineExceeded: true
    default: false
    }
  }
}
