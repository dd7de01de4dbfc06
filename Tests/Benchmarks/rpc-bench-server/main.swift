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

/// The service, without a store behind it.
struct BenchService: Service {
  static let method = MethodDescriptor<GetArticleRequest, Article>(
    service: "matiane.v1.ArticleService", name: "GetArticle", kind: .unary, idempotency: .noSideEffects)
  static let serviceDescriptor = ServiceDescriptor(
    name: "matiane.v1.ArticleService", file: Article.descriptor.file, methods: [method.erased])

  static let paragraph = String(
    repeating: "The chronicle of a small country is kept in three alphabets. ", count: 4)
  let stored: [UInt8]?

  init(verbatim: Bool) {
    stored = verbatim ? Self.makeArticle("articles/0").serialized() : nil
  }

  func register(on router: inout Router) {
    router.unary(Self.method) { request, _ in
      if let stored { return Article(verbatim: stored) }
      return Self.makeArticle(request.name)
    }
  }

  static func makeArticle(_ name: String) -> Article {
    var article = Article()
    article.name = name
    article.etag = "W/\"7f3a9c\""
    article.revision = 1_234_567
    article.language = "en"
    article.url = "https://news.example.org/2026/11/24/a-chronicle-in-three-alphabets"
    article.title = "A chronicle in three alphabets"
    article.categories = ["categories/politics", "categories/culture"]
    for _ in 0..<7 {
      var block = Block()
      var text = Paragraph()
      text.text = paragraph
      block.content = .paragraph(text)
      article.blocks.append(block)
    }
    return article
  }
}

let options = Options(CommandLine.arguments.dropFirst())
let group = try EventLoopGroup(count: options.threads)
let server = Server([BenchService(verbatim: options.verbatim)], on: group)
let address = try server.listen(at: SocketAddress(numeric: "127.0.0.1", port: options.port))[0]
print("serving \(BenchService.makeArticle("articles/0").serialized().count) bytes at \(address)")
// Serves until a signal ends the process.
while true { pause() }
