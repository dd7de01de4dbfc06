import GRPC
import Tracing

/// Puts an API key on every call, as `authorization: Bearer …`.
struct KeyCredentials: ClientInterceptor {
  private let fields: Metadata

  /// - Throws: `RPCError` (INVALID_ARGUMENT) when the key is no text that metadata can hold.
  init(apiKey: String) throws(RPCError) {
    var fields = Metadata()
    do throws(RPCError) {
      try fields.append("authorization", "Bearer \(apiKey)")
    } catch {
      // The text itself is a secret.
      throw RPCError(
        .invalidArgument, "the API key holds what metadata cannot carry; expected printable ASCII")
    }
    self.fields = fields
  }

  func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    call.options.metadata.append(contentsOf: fields)
  }
}

/// Carries the trace of the task that calls on to the server: `TraceContext.$current.withValue(…) { … }`.
struct TracePropagation: ClientInterceptor {
  func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    guard let context = TraceContext.current else { return }
    for field in context.child().fields { try call.options.metadata.append(field.name, field.value) }
  }
}
