/// Shows an API key with every call of a channel, as metadata of a name that the server asks for.
///
/// The key goes over TLS only, unless told otherwise.
public struct APIKey: ClientInterceptor {
  private let key: String
  private let name: String
  private let allowsPlaintext: Bool

  /// A key under a name.
  public init(_ key: String, name: String = "x-api-key", allowsPlaintext: Bool = false) {
    self.key = key
    self.name = name
    self.allowsPlaintext = allowsPlaintext
  }

  /// Adds the key in place of any that is there.
  ///
  /// - Throws: `UNAUTHENTICATED` without TLS; `INTERNAL` where name or key cannot be sent as metadata.
  public func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    try call.requireSecurity(unless: allowsPlaintext, for: "an API key")
    call.options.metadata.removeAll(named: name)
    try call.options.metadata.append(name, key)
  }
}
