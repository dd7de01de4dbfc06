/// How many messages each side of a call sends.
public enum MethodKind: Sendable, Hashable {
  /// One request, one response.
  case unary
  /// Any number of requests, one response.
  case clientStreaming
  /// One request, any number of responses.
  case serverStreaming
  /// Any number of requests and responses, in any interleaving.
  case bidirectional

  /// Whether the client may send any number of messages.
  public var streamsRequests: Bool { self == .clientStreaming || self == .bidirectional }

  /// Whether the server may send any number of messages.
  public var streamsResponses: Bool { self == .serverStreaming || self == .bidirectional }
}

/// What a method promises about being called more than once (`idempotency_level`).
public enum Idempotency: Sendable, Hashable {
  /// Nothing is promised.
  case unknown
  /// The method only reads.
  case noSideEffects
  /// Calling it twice does what calling it once does.
  case idempotent
}
