extension OutgoingCall {
  /// Refuses to show a secret on a channel without TLS.
  ///
  /// - Throws: `UNAUTHENTICATED`.
  func requireSecurity(unless allowed: Bool, for what: String) throws(RPCError) {
    guard isSecure || allowed else {
      throw RPCError(
        .unauthenticated,
        "\(what) is sent over TLS only, and the channel to \(target) has none; configure TLS")
    }
  }
}
