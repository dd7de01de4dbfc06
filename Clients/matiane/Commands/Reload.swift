import Flags
import MatianeClient

/// `matiane reload`
enum Reload: Subcommand {
  static let name = "reload"
  static let command = Command(
    "matiane reload", "Have the server read its configuration, keys and certificates again.",
    flags: commonFlags)

  static func run(_ session: Session) async throws -> ExitCode {
    let reloaded = try await session.client.admin.reloadConfig()
    print("read anew: \(reloaded.joined(separator: ", "))")
    return .ok
  }
}
