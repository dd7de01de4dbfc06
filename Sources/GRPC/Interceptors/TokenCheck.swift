/// Lets only calls through that show a bearer token which a check accepts.
public struct TokenCheck: ServerInterceptor {
  private let open: Set<String>
  private let accepts: @Sendable (_ token: String, _ method: AnyMethodDescriptor) async throws -> Bool

  /// A check.
  ///
  /// - Parameters:
  ///   - open: services that need no token, by their full names; health by default, because probes have none.
  ///   - accepts: whether a token may call a method; compare secrets in constant time. What it throws ends the call.
  public init(
    open: Set<String> = ["grpc.health.v1.Health"],
    accepts: @escaping @Sendable (_ token: String, _ method: AnyMethodDescriptor) async throws -> Bool
  ) {
    self.open = open
    self.accepts = accepts
  }

  /// Checks the token before the handler runs.
  ///
  /// - Throws: `UNAUTHENTICATED` without a token, `PERMISSION_DENIED` with one that is not accepted.
  public func intercept(_ context: ServerContext, next: () async throws -> Void) async throws {
    let method = context.method
    guard !open.contains(method.service) else { return try await next() }
    guard let token = Self.token(in: context.metadata) else {
      throw RPCError(.unauthenticated, "\(method.path) needs a token: send authorization: Bearer TOKEN")
    }
    guard try await accepts(token, method) else {
      throw RPCError(.permissionDenied, "the token may not call \(method.path)")
    }
    try await next()
  }

  /// The token; the scheme before it is compared without regard to case (RFC 9110 §11.1).
  private static func token(in metadata: Metadata) -> String? {
    let parts = metadata["authorization"]?.split(separator: " ", maxSplits: 1)
    guard let parts, parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return String(parts[1].drop { $0 == " " })
  }
}
