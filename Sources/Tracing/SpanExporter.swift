import GRPC

/// Sends the spans of a tracer to a collector, by OTLP over gRPC.
///
/// A batch that cannot be delivered within its time is dropped, and its spans are counted: telemetry never holds up what it
/// tells about.
public final class SpanExporter: Sendable {
  private let tracer: Tracer
  private let client: TraceServiceClient
  private let channel: Channel
  private let resource: Resource
  private let scope: InstrumentationScope
  private let report: @Sendable (String) -> Void

  /// Sends over a channel, which is closed at the end.
  ///
  /// - Parameters:
  ///   - attributes: what describes the process, `service.name` among them.
  ///   - report: hears of the first of several failures in a row, and of their end.
  public init(
    _ tracer: Tracer, over channel: Channel, attributes: [(String, String)], version: String,
    report: @escaping @Sendable (String) -> Void
  ) {
    self.tracer = tracer
    self.channel = channel
    self.report = report
    client = TraceServiceClient(channel, options: CallOptions(timeout: .seconds(10)))
    resource = Resource(attributes.map { KeyValue($0.0, .text($0.1)) })
    scope = InstrumentationScope(name: "matiane", version: version)
  }

  /// Sends until the tracer has ended and all of its spans are sent.
  public func run(every interval: Duration = .seconds(1)) async {
    var isFailing = false
    while let batch = await tracer.batch(every: interval) {
      if batch.isEmpty { continue }
      do throws(RPCError) {
        _ = try await client.export(request(batch))
        if isFailing { report("spans can be sent again") }
        isFailing = false
      } catch {
        tracer.lose(batch.count)
        if !isFailing { report("spans cannot be sent: \(error)") }
        isFailing = true
      }
    }
    await channel.close()
  }

  private func request(_ batch: [SpanRecord]) -> ExportTraceServiceRequest {
    var spans = ScopeSpans()
    spans.scope = scope
    spans.spans = batch.map { Span($0) }
    var process = ResourceSpans()
    process.resource = resource
    process.scopeSpans = [spans]
    var request = ExportTraceServiceRequest()
    request.resourceSpans = [process]
    return request
  }
}

extension Resource {
  fileprivate init(_ attributes: [KeyValue]) {
    self.init()
    self.attributes = attributes
  }
}

extension InstrumentationScope {
  fileprivate init(name: String, version: String) {
    self.init()
    self.name = name
    self.version = version
  }
}

extension KeyValue {
  fileprivate init(_ key: String, _ value: SpanRecord.Attribute) {
    self.init()
    self.key = key
    var any = AnyValue()
    switch value {
    case .text(let text): any.value = .stringValue(text)
    case .integer(let integer): any.value = .intValue(Int64(integer))
    }
    self.value = any
  }
}

extension Span {
  fileprivate init(_ record: SpanRecord) {
    self.init()
    traceId = bigEndian(record.context.traceID.high) + bigEndian(record.context.traceID.low)
    spanId = bigEndian(record.context.spanID)
    traceState = record.context.state.text
    parentSpanId = record.parentID.map(bigEndian) ?? []
    flags = 1 | 0x100 | (record.hasRemoteParent ? 0x200 : 0)
    name = record.name
    kind = record.kind == .server ? .server : .internal
    startTimeUnixNano = record.start
    endTimeUnixNano = record.end
    attributes = record.attributes.map { KeyValue($0.0, $0.1) }
    if let failure = record.failure {
      var status = Status()
      status.code = .error
      status.message = failure
      self.status = status
    }
  }
}

private func bigEndian(_ value: UInt64) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
