import ArticleAPI
import Flags
import MatianeClient

/// `matiane reload`
enum Reload: Subcommand {
  static let name = "reload"
  static let command = Command(
    "matiane reload", "Have the server read its configuration, keys and certificates again.",
    flags: commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    var response = ReloadConfigResponse()
    response.reloaded = try await context.client.admin.reloadConfig()
    try context.format.show(response) { "read anew: \($0.reloaded.joined(separator: ", "))" }
    return .ok
  }
}
