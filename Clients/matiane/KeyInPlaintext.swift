/// Warns of an API key that is about to leave the machine unencrypted, where everybody on the way can read it.
enum KeyInPlaintext {
  /// The warning; nil where there is no need of one.
  static func warning(key: String?, server: String, isEncrypted: Bool) -> String? {
    guard key?.isEmpty == false, !isEncrypted, !isOnThisMachine(server) else { return nil }
    return "warning: the API key goes to \(server) unencrypted; --tls encrypts it"
  }

  /// Whether every address of a target is one of the machine's own.
  private static func isOnThisMachine(_ server: String) -> Bool {
    if server.hasPrefix("unix:") { return true }
    let scheme = ["dns:///", "dns:", "ipv4:", "ipv6:"].first(where: server.hasPrefix) ?? ""
    return server.dropFirst(scheme.count).split(separator: ",").allSatisfy { address in
      address.hasPrefix("127.") || address.hasPrefix("[::1]") || address == "::1"
        || address.split(separator: ":").first == "localhost"
    }
  }
}
