import Flags
import Glibc
import MatianeClient

/// `matiane export`
enum Export: Subcommand {
  static let name = "export"
  static let command = Command(
    "matiane export", "Write articles as JSON lines, all as of one revision.",
    flags: [
      Flag("filter", letter: "f", "FILTER", "AIP-160 filter; everything when empty."),
      Flag("file", "FILE", "Write to this file instead of standard output (-), when all articles are there."),
    ] + commonFlags)

  static func run(_ session: Session) async throws -> ExitCode {
    let named = try session.settings.text(ifGiven: "file")
    let path = named == "-" ? nil : named
    let file = try OutputFile(path)
    var written = 0
    let stream = session.client.articles.export(filter: try session.settings.text(ifGiven: "filter") ?? "")
    for try await part in stream {
      for article in part.articles {
        try file.write(try article.json())
        written += 1
      }
    }
    try file.finish()
    if isatty(STDERR_FILENO) == 1 || path != nil { printError("exported \(written) articles") }
    return .ok
  }
}
