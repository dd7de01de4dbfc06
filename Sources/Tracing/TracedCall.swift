import GRPC

/// A call that is traced.
public final class TracedCall: CallSpan {
  /// Its place in the trace.
  public let context: TraceContext
  private let tracer: Tracer
  private let method: AnyMethodDescriptor
  private let parent: UInt64?
  private let start = wallClock()

  init(_ tracer: Tracer, _ method: AnyMethodDescriptor, _ context: TraceContext, parent: UInt64?) {
    self.tracer = tracer
    self.method = method
    self.context = context
    self.parent = parent
  }

  /// The identifier of the trace, for logs.
  public var traceID: String { context.traceIDText }

  /// The call is over; named as OpenTelemetry's conventions for RPC have it.
  public func end(_ call: ServerCallSummary) {
    let isFault: Bool =
      switch call.code {
      case .unknown, .deadlineExceeded, .unimplemented, .internal, .unavailable, .dataLoss: true
      default: false
      }
    tracer.record(
      SpanRecord(
        name: "\(method.service)/\(method.name)", kind: .server, context: context, parentID: parent,
        hasRemoteParent: parent != nil, start: start, end: wallClock(),
        attributes: [
          ("rpc.system", .text("grpc")), ("rpc.service", .text(method.service)),
          ("rpc.method", .text(method.name)),
          ("rpc.grpc.status_code", .integer(call.code.rawValue)), ("client.address", .text(call.peer)),
          ("rpc.request.size", .integer(call.requestBytes)),
          ("rpc.response.size", .integer(call.responseBytes)),
        ], failure: isFault ? call.message : nil))
  }

  /// Records something that happened within the call.
  ///
  /// - Parameter start: from `TracedCall.now`.
  public func recordChild(
    _ name: String, since start: UInt64, _ attributes: [(String, SpanRecord.Attribute)] = []
  ) {
    tracer.record(
      SpanRecord(
        name: name, kind: .local, context: context.child(), parentID: context.spanID, hasRemoteParent: false,
        start: start, end: wallClock(), attributes: attributes, failure: nil))
  }

  /// The moment, for `recordChild`.
  public static var now: UInt64 { wallClock() }
}

extension ServerContext {
  /// The call's span; nil when it is not traced.
  public var traced: TracedCall? { span as? TracedCall }
}
