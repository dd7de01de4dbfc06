import Flags
import GRPC
import TLS

/// Where spans are sent to.
struct SpanCollector {
  /// That of OTLP over gRPC.
  private static let defaultPort: UInt16 = 4317

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
    let isURL = isSecure || parts.count == 2 && parts[0] == "http"
    target = isURL ? String(parts[1].prefix { $0 != "/" }) : text
  }

  /// A channel to it; nothing is sent yet.
  ///
  /// - Throws: `UsageError` when the setting names no target.
  func channel() throws(UsageError) -> Channel {
    var configuration = ChannelConfiguration()
    configuration.defaultPort = Self.defaultPort
    if isSecure { configuration.tls = ClientTLSConfiguration() }
    do {
      return try Channel(target, configuration: configuration)
    } catch {
      throw UsageError(
        "\(setting): expected host:port, http://host:port or https://host:port, found '\(text)'")
    }
  }
}
