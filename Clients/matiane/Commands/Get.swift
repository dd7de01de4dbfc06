import ArticleAPI
import Flags
import MatianeClient

/// `matiane get ARTICLE`
enum Get: Subcommand {
  static let name = "get"
  static let command = Command(
    "matiane get", "Show an article, by name, URL or source id.", operands: "ARTICLE", operandCount: 1...1,
    flags: [
      Flag(switch: "url", "The operand is a URL."),
      Flag(switch: "alias", "The operand is an alias."),
      Flag(switch: "source-id", "The operand is a source id."),
    ] + commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    try context.format.show(try await article(context), describe: describe)
    return .ok
  }

  private static func article(_ context: CommandContext) async throws -> Article {
    let key = context.settings.operands[0]
    let kinds = try ["url", "alias", "source-id"].filter { try context.settings.isOn($0) }
    guard kinds.count < 2 else { throw UsageError("--\(kinds[0]) and --\(kinds[1]) exclude each other") }
    if try context.settings.isOn("url") { return try await context.client.articles.lookup(.url(key)) }
    if try context.settings.isOn("alias") { return try await context.client.articles.lookup(.alias(key)) }
    if try context.settings.isOn("source-id") {
      return try await context.client.articles.lookup(.sourceId(key))
    }
    return try await context.client.articles.get(key)
  }

  private static func describe(_ article: Article) -> String {
    var lines = ["\(article.title)", ""]
    func add(_ label: String, _ value: String) {
      if !value.isEmpty { lines.append("\(label): \(value)") }
    }
    add("Name", article.name)
    add("Story", article.story)
    add("Language", article.language)
    add("Published", timeText(article.publishTime))
    add("Authors", article.authors.map(\.name).joined(separator: ", "))
    add("Categories", article.categories.joined(separator: ", "))
    add("URL", article.url)
    add("Revision", "\(article.revision)")
    add("Etag", article.etag)
    if !article.summary.isEmpty { lines += ["", article.summary] }
    lines += article.blocks.flatMap { ["", text(of: $0)] }
    return lines.map(printable).joined(separator: "\n")
  }

  private static func text(of block: Block) -> String {
    switch block.content {
    case .paragraph(let paragraph): paragraph.text
    case .heading(let heading):
      String(repeating: "#", count: min(max(1, Int(heading.level)), 6)) + " " + heading.text
    case .quote(let quote): "> \(quote.text) — \(quote.attribution)"
    case .list(let list): list.items.map { "- " + $0 }.joined(separator: "; ")
    case .linkList(let list): ([list.title] + list.links.map { "- " + $0.title }).joined(separator: " ")
    case .image(let image): "[image] \(image.caption)"
    case .embed(let embed): "[\(embed.provider)] \(embed.url)"
    case nil: ""
    }
  }
}
