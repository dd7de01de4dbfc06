import ArticleAPI
import Flags
import MatianeClient

/// `matiane categories`
enum CategoriesCommand: Subcommand {
  static let name = "categories"
  static let command = Command(
    "matiane categories", "Show the category tree with its counts, or create or delete a category.",
    operands: "[create|delete CATEGORY]", operandCount: 0...2,
    flags: [
      Flag("parent", "CATEGORY", "Show, or create, under this category."),
      Flag("title", "TEXT", "Title of a new category."),
      Flag("language", letter: "l", "TAG", default: "en", "Language of that title (BCP-47)."),
      Flag(switch: "force", "Delete it even when articles are filed under it."),
    ] + commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let operands = context.settings.operands
    switch (operands.first, operands.count) {
    case (nil, _): try await list(context)
    case ("create", 2): try await create(operands[1], context)
    case ("delete", 2):
      let isForced = try context.settings.isOn("force")
      let revision = try await context.client.categories.delete(operands[1], force: isForced)
      context.format.showDeletion(of: operands[1], at: revision)
    default:
      throw UsageError(
        "expected nothing, 'create CATEGORY' or 'delete CATEGORY', "
          + "found '\(operands.joined(separator: " "))'")
    }
    return .ok
  }

  private static func list(_ context: CommandContext) async throws {
    var categories: [Category] = []
    for try await category in context.client.categories.list(
      under: try context.settings.text(ifGiven: "parent") ?? "")
    {
      categories.append(category)
    }
    try context.format.show(categories, columns: columns(categories))
  }

  private static func create(_ id: String, _ context: CommandContext) async throws {
    var category = Category()
    if let parent = try context.settings.text(ifGiven: "parent"), !parent.isEmpty {
      category.parent = resourceName(parent, in: "categories")
    }
    if let title = try context.settings.text(ifGiven: "title") {
      category.titles[try context.settings.text("language")] = title
    }
    let plainID = id.hasPrefix("categories/") ? String(id.dropFirst("categories/".count)) : id
    let created = try await context.client.categories.create(category, id: plainID)
    try context.format.show(created) { "created \($0.name)" }
  }

  private static func columns(_ categories: [Category]) -> [Column<Category>] {
    let parents = Dictionary(categories.map { ($0.name, $0.parent) }) { first, _ in first }
    @Sendable func depth(_ category: Category) -> Int {
      var depth = 0
      var above = category.parent
      while let next = parents[above], depth < 64 {
        depth += 1
        above = next
      }
      return depth
    }
    return [
      Column("CATEGORY") { String(repeating: "  ", count: depth($0)) + $0.name },
      Column("ARTICLES", alignsRight: true) { "\($0.articleCount)" },
      Column("WITH BELOW", alignsRight: true) { "\($0.totalArticleCount)" },
      Column("TITLES") { $0.titles.sorted { $0.key < $1.key }.map(\.value).joined(separator: " · ") },
    ]
  }
}
