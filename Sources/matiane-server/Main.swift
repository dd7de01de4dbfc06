import Catalog
import EventLoops
import Flags
import Glibc
import TLS
import Transport

/// The program `matiane-server`.
@main
enum Main {
  static func main() async {
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  private static func run(_ arguments: [String]) async -> Int32 {
    do {
      if let name = arguments.first, let maintenance = Maintenance(rawValue: name) {
        return try maintenance.run(Array(arguments.dropFirst()), environment: environmentVariables())
      }
      let settings = try ServerCommand.command.parse(arguments, environment: environmentVariables())
      if try settings.isOn("help") {
        print(ServerCommand.command.help, terminator: "")
        return 0
      }
      if try settings.isOn("version") {
        print("matiane-server \(ServerCommand.version)")
        return 0
      }
      try await ServerProcess(try ServerCommand(settings)).run()
      return 0
    } catch let error as UsageError {
      log("\(error)")
      return 2
    } catch {
      log("\(error)")
      return 1
    }
  }
}

/// Writes a line to standard error.
func log(_ line: String) {
  var text = "matiane-server: \(line)\n"
  text.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
}

private func environmentVariables() -> [String: String] {
  var result: [String: String] = [:]
  var cursor = environ
  while let entry = cursor.pointee {
    let text = String(cString: entry)
    if let sign = text.firstIndex(of: "=") {
      result[String(text[..<sign])] = String(text[text.index(after: sign)...])
    }
    cursor += 1
  }
  return result
}
