import Flags
import GRPC
import Glibc

/// The program `matiane`: one subcommand, one call or stream, one exit code.
@main
enum Main {
  static func main() {
    // An asynchronous `main` would come too late: the runtime has descriptors of its own then.
    reserveStandardStreams()
    Task.detached {
      let code = await run()
      // What was printed may still be on its way: a full disk must not look like success.
      guard let complaint = flushStandardOutput() else { exit(code.rawValue) }
      writeError("matiane: \(complaint)\n")
      exit(max(code.rawValue, ExitCode.failure.rawValue))
    }
    while true { pause() }
  }

  private static func run() async -> ExitCode {
    do {
      return try await Invocation(try commandLineArguments(), environment: environmentVariables()).run()
    } catch let error as UsageError {
      // Some name the command that they are about, and so the program.
      let text = "\(error)"
      printError(text.hasPrefix("matiane ") ? text : "matiane: \(text)")
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
