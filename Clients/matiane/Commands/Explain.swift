import ArticleAPI
import Flags
import MatianeClient

/// `matiane explain ARTICLE QUERY`
enum Explain: Subcommand {
  static let name = "explain"
  static let command = Command(
    "matiane explain", "Show how an article comes to its score for a query.", operands: "ARTICLE QUERY",
    operandCount: 2...64,
    flags: [Flag(switch: "all-words", "Every word of the query has to match.")] + commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    var search = SearchRequest()
    search.query = context.settings.operands.dropFirst().joined(separator: " ")
    search.matchMode = try context.settings.isOn("all-words") ? .all : .any
    let response = try await context.client.explain(context.settings.operands[0], for: search)
    try context.format.show(response) { response in
      guard response.matches, let explanation = response.explanation else { return "does not match" }
      return lines(explanation, depth: 0).map(printable).joined(separator: "\n")
    }
    return .ok
  }

  private static func lines(_ explanation: Explanation, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    return ["\(indent)\(explanation.value)  \(explanation.description)"]
      + explanation.details.flatMap { lines($0, depth: depth + 1) }
  }
}
