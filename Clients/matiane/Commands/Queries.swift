import ArticleAPI
import Flags
import MatianeClient
import Protobuf

/// `matiane queries`
enum QueriesCommand: Subcommand {
  static let name = "queries"
  static let command = Command(
    "matiane queries", "Show saved queries, save or delete one, or tell which match an article.",
    operands: "[save NAME [QUERY...] | delete NAME | match ARTICLE]", operandCount: 0...64,
    flags: [
      Flag("title", "TEXT", "Title of the saved query."),
      Flag("filter", letter: "f", "FILTER", "AIP-160 filter, for example 'tag = \"wine\"'."),
      Flag(switch: "all-words", "Every word of the query has to match."),
    ] + commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let operands = context.settings.operands
    let queries = context.client.savedQueries
    switch (operands.first, operands.count) {
    case (nil, _): try await show(queries.list(), context)
    case ("save", 2) where try (context.settings.text(ifGiven: "filter") ?? "").isEmpty:
      throw UsageError(
        "save: expected a QUERY behind the name, or --filter, found neither: it would match every article")
    case ("save", 2...): try await save(operands[1], operands.dropFirst(2).joined(separator: " "), context)
    case ("delete", 2):
      let revision = try await queries.delete(operands[1])
      context.format.showDeletion(of: operands[1], at: revision)
    case ("match", 2):
      try await show(queries.matching(.name(resourceName(operands[1], in: "articles"))), context)
    default:
      throw UsageError(
        "expected nothing, 'save NAME QUERY', 'delete NAME' or 'match ARTICLE', "
          + "found '\(operands.joined(separator: " "))'")
    }
    return .ok
  }

  private static func save(_ id: String, _ text: String, _ context: CommandContext) async throws {
    var query = SavedQuery()
    query.name = resourceName(id, in: "savedQueries")
    query.query = text
    query.title = try context.settings.text(ifGiven: "title") ?? ""
    query.filter = try context.settings.text(ifGiven: "filter") ?? ""
    query.matchMode = try context.settings.isOn("all-words") ? .all : .any
    let saved = try await context.client.savedQueries.update(
      query, fields: FieldMask(paths: ["*"]), allowMissing: true)
    try context.format.show(saved) { "saved \($0.name)" }
  }

  private static func show(_ queries: PagedSequence<SavedQuery>, _ context: CommandContext) async throws {
    var list: [SavedQuery] = []
    for try await query in queries { list.append(query) }
    try context.format.show(
      list,
      columns: [
        Column("QUERY") { $0.name }, Column("TITLE") { $0.title }, Column("FILTER") { $0.filter },
        Column("TEXT") { $0.query },
      ])
  }
}
