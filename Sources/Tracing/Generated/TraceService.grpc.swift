// Generated from opentelemetry/proto/collector/trace/v1/trace_service.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `opentelemetry.proto.collector.trace.v1.TraceService`.
enum TraceServiceMethods {
  /// `Export`.
  static let export = MethodDescriptor<ExportTraceServiceRequest, ExportTraceServiceResponse>(
    service: "opentelemetry.proto.collector.trace.v1.TraceService", name: "Export", kind: .unary)

  /// The service with its methods.
  static let service = ServiceDescriptor(
    name: "opentelemetry.proto.collector.trace.v1.TraceService",
    file: .opentelemetryProtoCollectorTraceV1TraceService,
    methods: [export.erased])
}

/// Takes spans.
struct TraceServiceClient: ServiceClient {
  /// The route to the server.
  let channel: Channel

  /// What holds for every call that does not say otherwise.
  var options: CallOptions

  /// Makes a client; many may share a channel.
  init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Takes spans.
  func export(_ request: ExportTraceServiceRequest, options: CallOptions? = nil) async throws(RPCError)
    -> ExportTraceServiceResponse
  {
    try await channel.unary(TraceServiceMethods.export, request, options ?? self.options)
  }
}
