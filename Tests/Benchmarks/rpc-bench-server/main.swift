// Answers GetArticle with an article of 2 KB, for load generators.
import ArticleAPI
import EventLoops
import Flags
import GRPC
import Glibc
import Protobuf

let command = Command(
  "rpc-bench-server", "Answer GetArticle with an article of 2 KB, for load generators.",
  flags: [
    Flag("port", .integer(0...65_535), "N", default: "50151", "Port to listen at."),
    Flag("threads", .integer(1...1024), "N", default: "1", "Event loops."),
    Flag(
      switch: "verbatim",
      "Send bytes that were encoded once, as the archive sends what it has stored; else encode each answer."),
    Flag(switch: "help", letter: "h", "Show this help."),
  ])

func fail(_ error: any Error) -> Never {
  var line = "rpc-bench-server: \(error)\n"
  line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(2)
}

let settings: Settings
do {
  settings = try command.parse(commandLineArguments(), environment: [:])
  if try settings.isOn("help") {
    print(command.help, terminator: "")
    exit(0)
  }
} catch { fail(error) }

let group = try EventLoopGroup(count: try settings.integer("threads"))
let server = Server([BenchService(verbatim: try settings.isOn("verbatim"))], on: group)
let port = UInt16(try settings.integer("port"))
let address = try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: port))[0]
print("serving \(BenchService.makeArticle("articles/0").serialized().count) bytes at \(address)")
fflush(nil)
// Serves until a signal ends the process.
while true { pause() }
