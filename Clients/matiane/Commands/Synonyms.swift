import ArticleAPI
import Flags
import MatianeClient

/// `matiane synonyms`
enum SynonymsCommand: Subcommand {
  static let name = "synonyms"
  static let command = Command(
    "matiane synonyms", "Show synonyms, or store or delete a set of them.",
    operands: "[put NAME RULE... | delete NAME]", operandCount: 0...64,
    flags: [Flag("language", letter: "l", "TAG", default: "en", "Language of the rules (BCP-47).")]
      + commonFlags,
    notes: """
      A rule is 'EU, European Union' (each finds the other) or 'PM => prime minister' (one direction).
      """)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let operands = context.settings.operands
    switch (operands.first, operands.count) {
    case (nil, _): try await list(context)
    case ("put", 3...):
      var set = SynonymSet()
      set.name = resourceName(operands[1], in: "synonymSets")
      set.language = try context.settings.text("language")
      set.rules = Array(operands.dropFirst(2))
      try context.format.show(try await context.client.synonymSets.put(set)) { "stored \($0.name)" }
    case ("delete", 2):
      let revision = try await context.client.synonymSets.delete(operands[1])
      context.format.showDeletion(of: operands[1], at: revision)
    default:
      throw UsageError(
        "expected nothing, 'put NAME RULE' or 'delete NAME', found '\(operands.joined(separator: " "))'")
    }
    return .ok
  }

  private static func list(_ context: CommandContext) async throws {
    var sets: [SynonymSet] = []
    for try await set in context.client.synonymSets.list() { sets.append(set) }
    try context.format.show(
      sets,
      columns: [
        Column("SET") { $0.name }, Column("LANGUAGE") { $0.language },
        Column("RULES") { $0.rules.joined(separator: "; ") },
      ])
  }
}
