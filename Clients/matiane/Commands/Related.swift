import ArticleAPI
import Flags
import MatianeClient

/// `matiane related ARTICLE`
enum Related: Subcommand {
  static let name = "related"
  static let command = Command(
    "matiane related", "Show articles related to one, each with the reasons.", operands: "ARTICLE",
    operandCount: 1...1,
    flags: [Flag("limit", letter: "n", .integer(1...100), "N", default: "10", "At most this many.")]
      + commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let limit = try context.settings.integer("limit")
    let hits = try await context.client.related(to: context.settings.operands[0], limit: Int32(limit))
    try context.format.show(
      hits,
      columns: [
        Column("SCORE", alignsRight: true) { "\(($0.score * 100).rounded() / 100)" },
        Column("ARTICLE") { $0.article?.name ?? "" },
        Column("WHY") { $0.evidence.map(reason).joined(separator: "; ") },
        Column("TITLE") { $0.article?.title ?? "" },
      ])
    return .ok
  }

  private static func reason(_ evidence: RelationEvidence) -> String {
    let kind =
      switch evidence.type {
      case .alsoRead: "also read"
      case .inlineLink: "link"
      case .backlink: "links here"
      case .translation: "translation"
      case .nearDuplicate: "nearly the same text"
      case .similarText: "similar text"
      case .followUp: "follow-up"
      default: "related"
      }
    return evidence.details.isEmpty ? kind : "\(kind) (\(evidence.details.joined(separator: ", ")))"
  }
}
