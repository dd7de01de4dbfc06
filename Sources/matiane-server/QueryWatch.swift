import ArticleService
import Logging

/// Bounds queries and logs the slow ones with their plan.
final class QueryWatch: Sendable {
  /// What the handlers ask and tell.
  let monitor: ArchiveMonitor

  init(_ command: ServerCommand, _ log: EventLog) {
    monitor = ArchiveMonitor { search in
      var fields = [
        LogField("duration_ms", milliseconds: search.duration), LogField("query", search.query),
        LogField("filter", search.filter), LogField("plan", search.plan),
        LogField("revision", Int(clamping: search.revision)), LogField("segments", search.segments),
      ]
      if let total = search.total { fields.append(LogField("total", total)) }
      if !search.principal.isEmpty { fields.append(LogField("principal", search.principal)) }
      if !search.traceID.isEmpty { fields.append(LogField("trace_id", search.traceID)) }
      log.write(.warning, "slow query", fields)
    }
    set(command)
  }

  private func set(_ command: ServerCommand) {
    monitor.set(slowAfter: command.slowQuery, maxCost: command.maxQueryCost)
  }
}

extension QueryWatch: Reloadable {
  var reloadable: [String] { ["max-query-cost", "slow-query"] }

  func prepare(_ command: ServerCommand) throws -> PreparedReload? {
    PreparedReload { [self] in set(command) }
  }
}
