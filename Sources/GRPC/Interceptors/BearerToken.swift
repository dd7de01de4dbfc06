/// Shows a bearer token with every call of a channel (`authorization: Bearer …`, RFC 6750).
///
/// The token goes over TLS only, unless told otherwise: whoever reads it can use it.
public struct BearerToken: ClientInterceptor {
  private let allowsPlaintext: Bool
  private let token: @Sendable () async throws(RPCError) -> String

  /// A token that does not change.
  public init(_ token: String, allowsPlaintext: Bool = false) {
    self.init(allowsPlaintext: allowsPlaintext) { () async throws(RPCError) in token }
  }

  /// A token that is asked for before every call, so that it can be renewed.
  ///
  /// - Parameter token: what it throws is what the call ends with.
  public init(allowsPlaintext: Bool = false, token: @escaping @Sendable () async throws(RPCError) -> String) {
    self.allowsPlaintext = allowsPlaintext
    self.token = token
  }

  /// Adds the token in place of any that is there.
  ///
  /// - Throws: `UNAUTHENTICATED` without TLS; what the source of the token throws.
  public func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    try call.requireSecurity(unless: allowsPlaintext, for: "a bearer token")
    let token = try await token()
    call.options.metadata.removeAll(named: "authorization")
    try call.options.metadata.append("authorization", "Bearer \(token)")
  }
}
