/// Hears of the end of every call and connection, for metrics and logs; cheaper and more exact than an interceptor.
///
/// Called on the loop of the connection, within the event: it must return at once.
public protocol ServerObserver: Sendable {
  /// A call is over.
  func callEnded(_ call: ServerCallSummary)

  /// A connection is over.
  ///
  /// - Parameter reason: what went wrong; nil when it ended in good order.
  func connectionClosed(peer: String, reason: String?)
}

extension ServerObserver {
  /// Does nothing.
  public func connectionClosed(peer: String, reason: String?) {}
}

/// What an observer learns about a call that is over.
public struct ServerCallSummary: Sendable {
  /// The method that was called.
  public let method: AnyMethodDescriptor
  /// The status that the client was sent, or would have been sent had it not gone.
  public let code: StatusCode
  /// From the request's headers to the status, as the loop's clock saw it.
  public let duration: Duration
  /// The address of the client.
  public let peer: String
}
