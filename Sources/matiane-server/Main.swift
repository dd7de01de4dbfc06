import Flags
import Glibc
import Logging

/// The program `matiane-server`.
@main
enum Main {
  static func main() {
    reserveStandardStreams()
    // Whoever reads the logs may go away; lines are lost then, and nothing else.
    signal(SIGPIPE, SIG_IGN)
    Task.detached {
      let code = await run()
      guard let complaint = flushStandardOutput() else { exit(code) }
      printError(complaint)
      exit(max(code, 1))
    }
    // Nothing is done on the main thread, and it stays: valgrind cannot follow a process whose first thread has ended.
    while true { pause() }
  }

  private static func run() async -> Int32 {
    var source = ConfigurationSource(arguments: [], environment: environmentVariables())
    do {
      source = ConfigurationSource(arguments: try commandLineArguments(), environment: source.environment)
      return try await perform(source)
    } catch {
      report(error, source)
      return error is UsageError ? 2 : 1
    }
  }

  /// Says why nothing came of it: as a line of the server's log where that is read by programs.
  private static func report(_ error: any Error, _ source: ConfigurationSource) {
    let isServer = source.arguments.first?.hasPrefix("-") ?? true
    guard isServer, (try? source.settings().text("log-format")) == "json" else {
      return printError("\(error)")
    }
    EventLog(format: .json).write(.error, "\(error)")
  }

  private static func perform(_ source: ConfigurationSource) async throws -> Int32 {
    if let name = source.arguments.first, let maintenance = Maintenance(rawValue: name) {
      return try maintenance.run(Array(source.arguments.dropFirst()), environment: source.environment)
    }
    if source.arguments.first == "keys" {
      return try KeysCommand.run(Array(source.arguments.dropFirst()), environment: source.environment)
    }
    let given = try ServerCommand.command.parse(source.arguments, environment: source.environment)
    if try given.isOn("help") {
      print(ServerCommand.command.help, terminator: "")
      return 0
    }
    if try given.isOn("version") {
      print("matiane-server \(ServerCommand.version)")
      return 0
    }
    switch given.operands.first {
    case nil: break
    case "example-config":
      print(ConfigurationText.example, terminator: "")
      return 0
    case "check-config":
      try await ConfigurationCheck.run(try source.settings(), source.environment)
      return 0
    case let other?:
      let commands = ["check-config", "example-config", "keys", "check", "repair", "restore"]
      if commands.contains(other) {
        throw UsageError(
          "'\(other)' is a command: put it before the flags, as in `matiane-server \(other) …`")
      }
      throw UsageError(
        "expected flags or one of \(commands.joined(separator: ", ")) before them, found '\(other)'"
          + (nearest(to: other, among: commands).map { "; did you mean \($0)?" } ?? ""))
    }
    let settings = try source.settings()
    let command = try ServerCommand(settings)
    if try settings.isOn("print-config") {
      print(try ConfigurationText.current(settings), terminator: "")
      return 0
    }
    try await ServerProcess(command, source: source).run()
    return 0
  }
}

/// Writes a line to standard error.
func printError(_ line: String) {
  // Some messages name the command that they are about, and so the program.
  var text = (line.hasPrefix("matiane-server") ? "" : "matiane-server: ") + line + "\n"
  text.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
}
