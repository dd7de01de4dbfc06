/// Makes the calls that a handler makes end no later than the call that it handles.
///
/// Belongs into the interceptors of the server and of the channels that its handlers use. Cancellation needs no
/// interceptor: a handler's task is cancelled with its call, and with the task the calls that it waits for.
public struct DeadlinePropagation: ServerInterceptor, ClientInterceptor {
  /// When the call that the present task handles has to be over.
  @TaskLocal private static var deadline: ContinuousClock.Instant?

  /// Deadlines from server to channels.
  public init() {}

  /// Remembers the deadline while the handler runs.
  public func intercept(_ context: ServerContext, next: () async throws -> Void) async throws {
    guard let deadline = context.deadline else { return try await next() }
    try await Self.$deadline.withValue(deadline) { try await next() }
  }

  /// Shortens the deadline of a call to the one that is remembered.
  public func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    call.options.deadline = CallHead.smaller(call.options.deadline, Self.deadline)
  }
}

extension ServerContext {
  /// Options for a call that this one needs: it ends no later; where `DeadlinePropagation` would be too much.
  public func options(_ options: CallOptions = CallOptions()) -> CallOptions {
    var options = options
    options.deadline = CallHead.smaller(options.deadline, deadline)
    return options
  }
}
