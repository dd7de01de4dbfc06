import ArticleAPI
import Flags
import MatianeClient

/// `matiane list`
enum List: Subcommand {
  static let name = "list"
  static let command = Command(
    "matiane list", "List articles that match a filter, newest first.",
    flags: [
      Flag("filter", letter: "f", "FILTER", "AIP-160 filter, for example 'language = \"ka\"'."),
      Flag("order-by", "ORDER", "publish_time, update_time, create_time or name, with ' desc' or without."),
      Flag(
        "limit", letter: "n", .integer(0...1_000_000_000), "N", default: "50", "At most this many; 0 for all."
      ),
    ] + commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let limit = try context.settings.integer("limit")
    let pages = context.client.articles.list(
      filter: try context.settings.text(ifGiven: "filter") ?? "",
      orderBy: try context.settings.text(ifGiven: "order-by") ?? "",
      pageSize: limit == 0 ? 1000 : Int32(min(limit, 1000)))
    var articles: [Article] = []
    var count = 0
    for try await article in pages {
      if context.format == .jsonl { print(try article.json()) } else { articles.append(article) }
      count += 1
      if count == limit { break }
    }
    if context.format != .jsonl { try context.format.show(articles, columns: columns) }
    return .ok
  }

  static let columns: [Column<Article>] = [
    Column("NAME") { $0.name },
    Column("LANGUAGE") { $0.language },
    Column("PUBLISHED") { timeText($0.publishTime) },
    Column("TITLE") { $0.title },
  ]
}
