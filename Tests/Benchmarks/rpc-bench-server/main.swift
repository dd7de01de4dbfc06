// Answers GetArticle with an article of 2 KB, for load generators.
//
// usage: rpc-bench-server [--port N] [--threads N] [--verbatim]
//   --verbatim   the article is encoded once and its bytes are sent, as the news archive sends what it has stored;
//                without it the article is built from its fields and encoded for every call
import ArticleAPI
import EventLoops
import GRPC
import Glibc
import Protobuf

struct Options {
  var port: UInt16 = 50_151
  var threads = 1
  var verbatim = false

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--port": port = rest.popFirst().flatMap { UInt16($0) } ?? port
      case "--threads": threads = rest.popFirst().flatMap { Int($0) } ?? threads
      case "--verbatim": verbatim = true
      default: preconditionFailure("unknown option \(argument)")
      }
    }
  }
}

let options = Options(CommandLine.arguments.dropFirst())
let group = try EventLoopGroup(count: options.threads)
let server = Server([BenchService(verbatim: options.verbatim)], on: group)
let address = try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: options.port))[0]
print("serving \(BenchService.makeArticle("articles/0").serialized().count) bytes at \(address)")
fflush(nil)
// Serves until a signal ends the process.
while true { pause() }
