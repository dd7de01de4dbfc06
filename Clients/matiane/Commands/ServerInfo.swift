import ArticleAPI
import Flags
import MatianeClient

/// `matiane server-info`
enum ServerInfoCommand: Subcommand {
  static let name = "server-info"
  static let command = Command(
    "matiane server-info", "Show what the server is and how much it holds.", flags: commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let info = try await context.client.admin.serverInfo()
    let stats = try await context.client.admin.stats()
    switch context.format {
    case .table: print(describe(info, stats))
    case .json:
      print("{\"info\": \(try info.json(pretty: true)),\n\"stats\": \(try stats.json(pretty: true))}")
    case .jsonl: print("{\"info\": \(try info.json()), \"stats\": \(try stats.json())}")
    }
    return .ok
  }

  private static func describe(_ info: ServerInfo, _ stats: Stats) -> String {
    let languages = stats.articlesByLanguage.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let rows: [(String, String)] = [
      ("Version", info.version),
      ("Serving since", timeText(info.startTime)),
      ("Start took", timeText(info.startupDuration)),
      ("Revision", "\(info.revision)"),
      ("Takes writes", info.readOnly ? "no" : "yes"),
      ("Event loops", "\(info.eventLoops)"),
      (
        "Articles",
        "\(stats.articleCount) in \(counted(stats.storyCount, "story", "stories"))"
          + " and \(counted(stats.categoryCount, "category", "categories"))"
      ),
      ("Languages", languages),
      ("Segments", "\(stats.segmentCount)"),
      ("Documents", bytesText(stats.documentBytes)),
      ("Index", bytesText(stats.indexBytes)),
      ("Log", bytesText(stats.logBytes)),
      ("Resident", bytesText(stats.residentBytes)),
      (
        "Libraries",
        info.libraries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      ),
    ]
    let width = rows.map(\.0.count).max() ?? 0
    return rows.filter { !$0.1.isEmpty }
      .map { "\($0.0)\(String(repeating: " ", count: width - $0.0.count))  \($0.1)" }
      .joined(separator: "\n")
  }
}
