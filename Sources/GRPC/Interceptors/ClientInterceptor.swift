/// Code that sees every call of a channel: for credentials, tracing, logs, metrics.
///
/// Interceptors of a channel are asked in order before a call and told in reverse order after it.
/// They must be quick: a call does not start before each has answered. They are asked on the channel's event loop, so what they wait
/// for they await.
public protocol ClientInterceptor: Sendable {
  /// A call is about to start; its options may be changed, and it may be refused.
  ///
  /// - Throws: what the caller gets instead of an answer.
  func prepare(_ call: inout OutgoingCall) async throws(RPCError)

  /// A call has ended, in whatever way; called on the channel's event loop.
  func completed(_ call: OutgoingCall, _ outcome: CallOutcome)
}

extension ClientInterceptor {
  /// Changes nothing.
  public func prepare(_ call: inout OutgoingCall) async throws(RPCError) {}

  /// Does nothing.
  public func completed(_ call: OutgoingCall, _ outcome: CallOutcome) {}
}

/// A call as its caller described it.
public struct OutgoingCall: Sendable {
  /// The method.
  public let method: AnyMethodDescriptor

  /// The target of the channel, as it was written.
  public let target: String

  /// Whether the call goes over TLS.
  public let isSecure: Bool

  /// What the caller decided; an interceptor may decide otherwise.
  public var options: CallOptions
}

/// How a call ended.
public struct CallOutcome: Sendable {
  /// The status code.
  public let code: StatusCode

  /// The error message; empty for a success.
  public let message: String

  /// The time from the start of the call to its status.
  public let duration: Duration
}
