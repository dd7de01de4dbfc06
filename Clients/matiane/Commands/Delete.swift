import Flags
import MatianeClient

/// `matiane delete ARTICLE...`
enum Delete: Subcommand {
  static let name = "delete"
  static let command = Command(
    "matiane delete", "Delete articles.", operands: "ARTICLE...", operandCount: 1...1000,
    flags: [
      Flag("etag", "ETAG", "Delete only if this is the article's current etag."),
      Flag(switch: "allow-missing", "Succeed when an article does not exist."),
    ] + commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let etag = try context.settings.text(ifGiven: "etag") ?? ""
    guard etag.isEmpty || context.settings.operands.count == 1 else {
      throw UsageError("--etag: expected one article, found \(context.settings.operands.count)")
    }
    let allowMissing = try context.settings.isOn("allow-missing")
    for name in context.settings.operands {
      let revision = try await context.client.articles.delete(
        name, etag: etag, allowMissing: allowMissing)
      context.format.showDeletion(of: name, at: revision, wasMaybeMissing: allowMissing)
    }
    return .ok
  }
}
