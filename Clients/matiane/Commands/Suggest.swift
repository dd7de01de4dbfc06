import ArticleAPI
import Flags
import MatianeClient

/// `matiane suggest PREFIX`
enum Suggest: Subcommand {
  static let name = "suggest"
  static let command = Command(
    "matiane suggest", "Complete what has been typed so far.", operands: "PREFIX", operandCount: 1...64,
    flags: [
      Flag(
        "kind", letter: "k", "KINDS",
        "term, title, category, author or tag, separated by commas; all when empty."),
      Flag("language", letter: "l", "TAGS", "Only from articles in these languages (BCP-47)."),
      Flag("limit", letter: "n", .integer(1...100), "N", default: "10", "At most this many."),
    ] + commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let settings = context.settings
    var request = SuggestRequest()
    request.prefix = settings.operands.joined(separator: " ")
    request.limit = Int32(try settings.integer("limit"))
    request.kinds = try kinds(try settings.text(ifGiven: "kind") ?? "")
    request.languages = (try settings.text(ifGiven: "language") ?? "").split(separator: ",").map(String.init)
    try context.format.show(
      try await context.client.suggest(request).suggestions,
      columns: [
        Column("TEXT") { $0.text }, Column("KIND") { kindName($0.kind) },
        Column("ARTICLES", alignsRight: true) { "\($0.articleCount)" }, Column("RESOURCE") { $0.resource },
      ])
    return .ok
  }

  private static let known: [(name: String, kind: SuggestionKind)] = [
    ("term", .term), ("title", .title), ("category", .category), ("author", .author), ("tag", .tag),
  ]

  private static func kinds(_ text: String) throws(UsageError) -> [SuggestionKind] {
    var kinds: [SuggestionKind] = []
    for name in text.split(separator: ",") {
      guard let kind = known.first(where: { $0.name == name })?.kind else {
        throw UsageError("--kind: expected \(known.map(\.name).joined(separator: ", ")), found '\(name)'")
      }
      kinds.append(kind)
    }
    return kinds
  }

  private static func kindName(_ kind: SuggestionKind) -> String {
    known.first { $0.kind == kind }?.name ?? ""
  }
}
