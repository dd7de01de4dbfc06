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
      Flag("file", "FILE", "Write to this file instead of standard output."),
    ] + commonFlags)

  static func run(_ session: Session) async throws -> ExitCode {
    let path = try session.settings.text("file")
    func failure() -> FileError {
      let place = path.map { "'\($0)'" } ?? "to standard output"
      return FileError("cannot write \(place): \(String(cString: strerror(errno)))")
    }
    guard let file = path.map({ fopen($0, "w") }) ?? fdopen(dup(STDOUT_FILENO), "w") else { throw failure() }
    defer { fclose(file) }
    var written = 0
    let stream = session.client.articles.export(filter: try session.settings.text("filter") ?? "")
    for try await part in stream {
      for article in part.articles {
        guard fputs(try article.json() + "\n", file) >= 0 else { throw failure() }
        written += 1
      }
    }
    guard fflush(file) == 0 else { throw failure() }
    if isatty(STDERR_FILENO) == 1 || path != nil { printError("exported \(written) articles") }
    return .ok
  }
}
