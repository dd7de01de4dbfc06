import ArticleAPI
import Flags
import MatianeClient

/// `matiane reload`
enum Reload: Subcommand {
  static let name = "reload"
  static let command = Command(
    "matiane reload", "Have the server read its configuration, keys and certificates again.",
    flags: commonFlags)

  static func run(_ session: Session) async throws -> ExitCode {
    var response = ReloadConfigResponse()
    response.reloaded = try await session.client.admin.reloadConfig()
    try session.format.show(response) { "read anew: \($0.reloaded.joined(separator: ", "))" }
    return .ok
  }
}
