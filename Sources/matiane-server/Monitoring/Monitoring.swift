import Access
import ArticleService
import Catalog
import EventLoops
import Flags
import GRPC
import HTTPEndpoint
import Logging
import Metrics
import Protobuf
import Synchronization
import Tracing

/// What the server tells about itself: metrics, probes, the log of calls, spans.
final class Monitoring: Sendable {
  let archive = ArchiveFamilies()
  private let log: EventLog
  private let started = Timestamp.now
  private let readiness = Mutex("the server is starting")
  private let serving = Mutex<Serving?>(nil)
  private let endpoint = Mutex<HTTPEndpoint?>(nil)
  private let server = Mutex<Server?>(nil)
  private let refusedConnections = Atomic<Int>(0)
  /// Lines about connections over a limit: those of a crowd shall not fill the log.
  private let refusals = CountedBucket(perSecond: 1, burst: 5)

  /// What exists once the services are known.
  struct Serving: Sendable {
    let metrics: ServerMetrics
    let calls: CallLog
    let tracer: Tracer?
    let gate: AccessGate
    let catalog: Catalog
    let watches: WatchHandlers
    let certificates: Certificates?
    let group: EventLoopGroup
  }

  init(_ log: EventLog) { self.log = log }

  /// Begins to observe a server of these services.
  ///
  /// - Throws: `AuditError` when the audit log cannot be opened.
  func observe(
    _ methods: [AnyMethodDescriptor], _ gate: AccessGate, _ catalog: Catalog, _ watches: WatchHandlers,
    _ certificates: Certificates?, on group: EventLoopGroup, _ command: ServerCommand
  ) throws(AuditError) -> Serving {
    let audit = try command.auditLog.map { path throws(AuditError) in try AuditLog(path, serverLog: log) }
    let observed = Serving(
      metrics: ServerMetrics(methods: methods, on: group),
      calls: CallLog(log, audit: audit, methods: methods, logged: command.loggedCalls),
      tracer: command.otlpEndpoint == nil
        ? nil : Tracer(methods: methods, ratio: Double(command.tracePercent) / 100),
      gate: gate, catalog: catalog, watches: watches, certificates: certificates, group: group)
    serving.withLock { $0 = observed }
    return observed
  }

  /// Measures what the connections of a server hold.
  func measure(_ server: Server) { self.server.withLock { $0 = server } }

  /// Serves metrics and probes, if the settings say so.
  ///
  /// - Throws: when the address is in use or not ours.
  func listen(_ command: ServerCommand) async throws {
    archive.setReadOnlyAsConfigured(command.isReadOnly)
    guard let address = try await metricsAddress(command) else { return }
    let made: HTTPEndpoint
    do throws(EventLoopError) {
      made = try HTTPEndpoint(
        at: address,
        paths: [
          "/metrics": { [self] in
            HTTPEndpoint.Reply(contentType: PrometheusText.contentType, body: exposition())
          },
          "/healthz": { [self] in health() },
          "/readyz": { [self] in ready() },
        ])
    } catch {
      throw error.about(command.settings.source(of: "metrics-listen"))
    }
    log.write(.info, "metrics at http://\(made.address)/metrics")
    endpoint.withLock { $0 = made }
  }

  /// Says whether the server wants calls; nil that it does, else why not.
  func setUnready(_ reason: String?) { readiness.withLock { $0 = reason ?? "" } }

  /// Takes in what the listener tells.
  func heard(_ event: ListenerEventText) {
    guard event.isRefusal else { return _ = log.write(.warning, event.text) }
    refusedConnections.add(1, ordering: .relaxed)
    guard let leftOut = refusals.take(at: .now) else { return _ = log.write(.debug, event.text) }
    log.write(.warning, event.text, leftOut > 0 ? [LogField("left_out", leftOut)] : [])
  }

  /// The server is about to stop.
  func beginDrain() { serving.withLock { $0?.calls }?.beginDrain() }

  /// Stops serving metrics and probes.
  func stop() {
    endpoint.withLock { $0 = nil }
    server.withLock { $0 = nil }
  }

  // MARK: - Answers

  private func health() -> HTTPEndpoint.Reply {
    guard let serving = serving.withLock({ $0 }) else { return HTTPEndpoint.Reply(body: "ok: starting\n") }
    let stuck = serving.metrics.stuckLoops(seconds: 2)
    guard stuck.isEmpty else {
      return HTTPEndpoint.Reply(status: 503, body: "event loops do not answer: \(stuck)\n")
    }
    return HTTPEndpoint.Reply(body: "ok\n")
  }

  private func ready() -> HTTPEndpoint.Reply {
    let reason = readiness.withLock { $0 }
    return reason.isEmpty
      ? HTTPEndpoint.Reply(body: "ready\n") : HTTPEndpoint.Reply(status: 503, body: "not ready: \(reason)\n")
  }

  private func exposition() -> String {
    var families = ProcessFamilies.families(startSeconds: started.seconds)
    families.append(
      MetricFamily(
        .gauge, "matiane_ready", "1 when the server wants calls.",
        value: readiness.withLock { $0.isEmpty ? 1 : 0 }))
    families.append(
      MetricFamily(
        .counter, "matiane_connections_refused_total", "Connections over a limit.",
        value: Double(refusedConnections.load(ordering: .relaxed))))
    families.append(
      MetricFamily(
        .counter, "matiane_log_lines_dropped_total", "Lines of the server's log that could not be written.",
        value: Double(log.droppedLines)))
    families.append(
      MetricFamily(
        .counter, "matiane_audit_notes_lost_total", "Notes of the audit log that could not be written.",
        value: Double(serving.withLock { $0?.calls.audit?.lostNotes } ?? 0)))
    var build = MetricFamily(.gauge, "matiane_build_info", "Always 1; says what runs.")
    build.add(1, ["version": ServerCommand.version])
    families.append(build)
    let serving = serving.withLock { $0 }
    families += MemoryFamilies.process(maxBytes: serving?.catalog.options.maxMemoryBytes)
    if let serving { families += self.families(serving) }
    return PrometheusText.text(families)
  }

  private func families(_ serving: Serving) -> [MetricFamily] {
    let gate = serving.gate
    let (calls, refusals) = serving.metrics.families { loop in gate.refusals(onLoop: loop.index) }
    var refused = MetricFamily(
      .counter, "matiane_calls_refused_total", "Calls that were not taken, by reason.")
    for refusal in Refusal.allCases {
      refused.add(
        Double(refusals.reduce(0) { $0 + $1[refusal.rawValue] }), ["reason": refusal.name])
    }
    var families = calls + [refused]
    if let tracer = serving.tracer {
      families.append(
        MetricFamily(
          .counter, "matiane_spans_dropped_total", "Spans that were not kept, or could not be sent.",
          value: Double(tracer.droppedSpans)))
    }
    let buffered = server.withLock { $0 }?.bufferedBytes ?? 0
    return families + serving.certificateFamilies + serving.watchFamilies
      + serving.archiveFamilies(archive, callBufferBytes: buffered)
  }
}

extension Monitoring.Serving {
  fileprivate var certificateFamilies: [MetricFamily] {
    guard let expiry = certificates?.expiry else { return [] }
    return [
      MetricFamily(
        .gauge, "matiane_tls_certificate_expiry_time_seconds",
        "When the first of the server's certificates expires, since 1970.", value: Double(expiry))
    ]
  }

  fileprivate var watchFamilies: [MetricFamily] {
    let load = watches.load
    return [
      MetricFamily(.gauge, "matiane_watches", "Watches, over all streams.", value: Double(load.watches)),
      MetricFamily(
        .gauge, "matiane_watch_lag_revisions",
        "Revisions that the watch furthest behind has still to be told of.",
        value: Double(load.lagRevisions)),
    ]
  }

  /// Nothing is told of an archive that is being loaded.
  fileprivate func archiveFamilies(_ archive: ArchiveFamilies, callBufferBytes: Int) -> [MetricFamily] {
    if case .loading = catalog.readiness { return [] }
    return archive.families(catalog, now: Timestamp.now.seconds)
      + MemoryFamilies.families(catalog, callBufferBytes: callBufferBytes)
  }
}

extension Monitoring: Reloadable {
  var reloadable: [String] { ["log-level", "log-calls"] }

  func prepare(_ command: ServerCommand) throws -> PreparedReload? {
    guard let calls = serving.withLock({ $0?.calls }) else { return nil }
    return PreparedReload { [log] in
      log.level = command.logLevel
      calls.set(command.loggedCalls)
    }
  }

  /// The audit log, which is opened anew.
  var audit: any Reloadable { AuditReload(monitoring: self) }

  private struct AuditReload: Reloadable {
    let monitoring: Monitoring

    var reloadable: [String] { ["audit-log"] }

    func prepare(_ command: ServerCommand) throws -> PreparedReload? {
      try monitoring.serving.withLock { $0?.calls }?.audit?.prepare(command)
    }
  }
}
