/// Wraps every call of a server: authentication, logging, limits.
///
/// The first interceptor of a server is the outermost. An error that it throws, before or after `next`, becomes the
/// status of the call; not calling `next` at all without throwing is answered like a handler that sent nothing.
public protocol ServerInterceptor: Sendable {
  /// Runs around the rest of the call.
  ///
  /// - Parameter next: the interceptors after this one and the handler, with its messages.
  func intercept(_ context: ServerContext, next: () async throws -> Void) async throws
}
