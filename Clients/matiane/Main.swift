import Flags
import GRPC
// For `stdout`, a variable that nobody sets.
@preconcurrency import Glibc

/// The program `matiane`: one subcommand, one call or stream, one exit code.
@main
enum Main {
  static func main() async {
    let code = await run(Array(CommandLine.arguments.dropFirst()))
    // What was printed may still be on its way: a full disk must not look like success.
    let isFlushed = fflush(stdout) == 0
    if !isFlushed || ferror(stdout) != 0 {
      let reason = isFlushed ? "" : ": " + String(cString: strerror(errno))
      writeError("matiane: cannot write to standard output\(reason)\n")
      exit(max(code.rawValue, ExitCode.failure.rawValue))
    }
    exit(code.rawValue)
  }

  static func run(_ arguments: [String]) async -> ExitCode {
    do {
      return try await Invocation(arguments, environment: environmentVariables()).run()
    } catch let error as UsageError {
      printError("matiane: \(error)")
      return .usage
    } catch let error as RPCError {
      printError("matiane: \(describe(error))")
      return ExitCode(error.code)
    } catch {
      printError("matiane: \(printable("\(error)"))")
      return .failure
    }
  }

  /// The error in one line; what a server says must not drive the terminal.
  private static func describe(_ error: RPCError) -> String {
    error.message.isEmpty ? "\(error.code)" : "\(error.code): \(printable(error.message))"
  }
}

/// Writes a line to standard error, behind everything printed before.
func printError(_ line: String) {
  fflush(nil)
  writeError(line + "\n")
}

/// Writes to standard error as it is.
func writeError(_ text: String) {
  var text = text
  text.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
}
