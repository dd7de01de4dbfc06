import Flags
import GRPC
import Glibc
import MatianeClient

/// One run of the program: which subcommand, with which settings.
struct Invocation {
  static let version = "0.1.0"

  private let arguments: [String]
  private let environment: [String: String]

  init(_ arguments: [String], environment: [String: String]) {
    self.arguments = arguments
    self.environment = environment
  }

  func run() async throws -> ExitCode {
    let (front, name, rest) = splitAtSubcommand()
    if name == nil, front.contains("--version") {
      print("matiane \(Self.version)")
      return .ok
    }
    if name == nil || name == "help" {
      if name == nil, !front.contains("--help"), !front.contains("-h") {
        printError(Self.overview)
        return .usage
      }
      return try help(about: rest.first)
    }
    let subcommand = try subcommand(named: name ?? "")
    let settings = try subcommand.command.parse(front + rest, environment: environment)
    if try settings.isOn("help") {
      print(subcommand.command.help, terminator: "")
      return .ok
    }
    return try await perform(subcommand, settings)
  }

  private func perform(_ subcommand: any Subcommand.Type, _ settings: Settings) async throws -> ExitCode {
    if let code = try subcommand.runWithoutClient(settings) { return code }
    let context = try CommandContext(settings)
    do {
      let code = try await patiently(subcommand, context)
      await context.client.close()
      return code
    } catch {
      await context.client.close()
      throw error
    }
  }

  /// Runs a subcommand, and again while the server says that the archive is still being loaded: nothing was done then. So the
  /// first call to a server that is started by it, as systemd does, is answered.
  private func patiently(_ subcommand: any Subcommand.Type, _ context: CommandContext) async throws
    -> ExitCode
  {
    let end = ContinuousClock.now + (try context.settings.timeout())
    while true {
      do {
        return try await subcommand.run(context)
      } catch let error as RPCError {
        guard let wait = error.waitForArchive, ContinuousClock.now + wait < end,
          subcommand.isRepeatable(context.settings)
        else { throw error }
        try await Task.sleep(for: wait)
      }
    }
  }

  private func help(about name: String?) throws -> ExitCode {
    guard let name else {
      print(Self.overview)
      return .ok
    }
    print(try subcommand(named: name).command.help, terminator: "")
    return .ok
  }

  private func subcommand(named name: String) throws(UsageError) -> any Subcommand.Type {
    if let found = Self.subcommands.first(where: { $0.name == name }) { return found }
    let hint = nearest(to: name, among: Self.subcommands.map { $0.name }).map { "; did you mean '\($0)'?" }
    throw UsageError("unknown command '\(name)'\(hint ?? "; 'matiane help' lists them")")
  }

  /// Flags of all commands may stand before the subcommand's name: `matiane --server X search …`.
  private func splitAtSubcommand() -> (front: [String], name: String?, rest: [String]) {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      guard argument.hasPrefix("-") else {
        return (
          Array(arguments[..<index]), argument, Array(arguments[(index + 1)...])
        )
      }
      let takesValue = commonFlags.contains {
        $0.placeholder != nil && (argument == "--\($0.name)" || argument == $0.letter.map { "-\($0)" })
      }
      index += takesValue ? 2 : 1
    }
    return (arguments, nil, [])
  }

  static let subcommands: [any Subcommand.Type] = [
    Import.self, Export.self, Get.self, List.self, Search.self, CategoriesCommand.self, Delete.self,
    Watch.self, Related.self, Suggest.self, Explain.self, QueriesCommand.self, SynonymsCommand.self,
    SnapshotCommand.self, Health.self, ServerInfoCommand.self,
    Reload.self, Completion.self,
  ]

  static var overview: String {
    let rows = subcommands.map { (name: $0.name, summary: $0.command.summary) }
    let width = rows.map(\.name.count).max() ?? 0
    let lines = rows.map { row in
      "  \(row.name)\(String(repeating: " ", count: width - row.name.count + 2))\(row.summary)"
    }
    return """
      matiane talks to a Matiane news archive.

      Usage: matiane [--server TARGET] COMMAND [FLAGS] …

      Commands:
      \(lines.joined(separator: "\n"))

      'matiane help COMMAND' tells more. Exit codes: 0 ok, 1 failure, 2 usage, 3 not found, 4 conflict,
      5 partial import, 6 unavailable.
      """
  }
}

extension RPCError {
  /// What asks more often than this does nothing but ask.
  private static let shortestWait: Duration = .milliseconds(100)

  /// How long to wait when the archive was still being loaded; nil for any other failure.
  fileprivate var waitForArchive: Duration? {
    guard code == .unavailable, detail(of: ErrorInfo.self)?.reason == "INDEX_LOADING" else { return nil }
    return max(retryDelay ?? .seconds(1), Self.shortestWait)
  }
}
