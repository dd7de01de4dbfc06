import Flags
import GRPC
import TLS

/// Where spans are sent to.
struct SpanCollector {
  private static let usualPort = 4317

  private let setting: String
  private let text: String
  private let target: String
  private let isSecure: Bool

  /// Reads the setting; nil when there is none.
  ///
  /// Collectors are often given as URLs: with `https` they are talked to in TLS, and have to be certified by an authority
  /// that the system trusts.
  init?(_ command: ServerCommand) {
    guard let text = command.otlpEndpoint else { return nil }
    setting = command.settings.source(of: "otlp-endpoint")
    self.text = text
    let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    isSecure = parts.count == 2 && parts[0] == "https"
    guard parts.count == 2, isSecure || parts[0] == "http" else {
      target = text
      return
    }
    let authority = String(parts[1].prefix { $0 != "/" })
    // The colons of an IPv6 address stand before the bracket.
    let hasPort = authority.split(separator: "]").last?.contains(":") == true
    target = hasPort || authority.isEmpty ? authority : "\(authority):\(Self.usualPort)"
  }

  /// A channel to it; nothing is sent yet.
  ///
  /// - Throws: `UsageError` when the setting names no target.
  func channel() throws(UsageError) -> Channel {
    var configuration = ChannelConfiguration()
    if isSecure { configuration.tls = ClientTLSConfiguration() }
    do {
      return try Channel(target, configuration: configuration)
    } catch {
      throw UsageError(
        "\(setting): expected host:port, http://host:port or https://host:port, found '\(text)'")
    }
  }
}
