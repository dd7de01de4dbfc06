import Flags
import Glibc
import MatianeClient

/// `matiane export`
enum Export: Subcommand {
  static let name = "export"
  static let command = Command(
    "matiane export", "Write articles, all as of one revision: JSON lines, or with -o json one array.",
    flags: [
      Flag("filter", letter: "f", "FILTER", "AIP-160 filter; everything when empty."),
      Flag("file", "FILE", "Write to this file instead of standard output (-), when all articles are there."),
    ] + commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let named = try context.settings.text(ifGiven: "file")
    let path = named == "-" ? nil : named
    let file = try OutputFile(path)
    var written = 0
    let stream = context.client.articles.export(filter: try context.settings.text(ifGiven: "filter") ?? "")
    let isArray = context.format == .json
    for try await part in stream {
      for article in part.articles {
        let separator = written == 0 ? "[" : ","
        try file.write(isArray ? separator + (try article.json(pretty: true)) : try article.json())
        written += 1
      }
    }
    if isArray { try file.write(written == 0 ? "[]" : "]") }
    try file.finish()
    if isatty(STDERR_FILENO) == 1 || path != nil {
      printError("exported \(counted(written, "article", "articles"))")
    }
    return .ok
  }
}
