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

  static func run(_ session: Session) async throws -> ExitCode {
    let etag = try session.settings.text(ifGiven: "etag") ?? ""
    guard etag.isEmpty || session.settings.operands.count == 1 else {
      throw UsageError("--etag: expected one article, found \(session.settings.operands.count)")
    }
    let allowMissing = try session.settings.isOn("allow-missing")
    for name in session.settings.operands {
      let revision = try await session.client.articles.delete(
        name, etag: etag, allowMissing: allowMissing)
      session.format.showDeletion(of: name, at: revision, wasMaybeMissing: allowMissing)
    }
    return .ok
  }
}
