import Flags
import GRPC
import Glibc
import Logging
import Tracing

/// Sends spans while the server runs.
struct SpanSending: Sendable {
  private let tracer: Tracer
  private let task: Task<Void, Never>

  /// Begins; nil when nothing is traced.
  ///
  /// - Throws: `UsageError` when the endpoint is no target.
  init?(
    _ tracer: Tracer?, _ command: ServerCommand, _ log: EventLog, _ channelz: ChannelzService
  ) throws(UsageError) {
    guard let tracer, let collector = SpanCollector(command) else { return nil }
    let channel = try collector.channel()
    channelz.describe(channel)
    let exporter = SpanExporter(
      tracer, over: channel,
      attributes: [
        ("service.name", "matiane"), ("service.version", ServerCommand.version), ("host.name", Self.hostName),
        ("process.pid", "\(getpid())"),
      ], version: ServerCommand.version, report: { log.write(.warning, $0) })
    self.tracer = tracer
    task = Task { await exporter.run() }
  }

  /// Sends what is left, five seconds at most.
  func stop() async {
    tracer.end()
    let limit = Task {
      try await Task.sleep(for: .seconds(5))
      task.cancel()
    }
    await task.value
    limit.cancel()
  }

  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    return name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }
}
