import ArticleAPI
import GRPC
import Protobuf

/// The service, without a store behind it: one article for each answer, a stream of a thousand, and a stream that
/// listens to the end.
struct BenchService: Service {
  static let method = MethodDescriptor<GetArticleRequest, Article>(
    service: "matiane.v1.ArticleService", name: "GetArticle", kind: .unary, idempotency: .noSideEffects)
  static let export = MethodDescriptor<ExportArticlesRequest, ExportArticlesResponse>(
    service: "matiane.v1.ArticleService", name: "ExportArticles", kind: .serverStreaming,
    idempotency: .noSideEffects)
  static let importing = MethodDescriptor<ImportArticlesRequest, ImportArticlesResponse>(
    service: "matiane.v1.ArticleService", name: "ImportArticles", kind: .bidirectional)
  static let serviceDescriptor = ServiceDescriptor(
    name: "matiane.v1.ArticleService", file: Article.descriptor.file,
    methods: [method.erased, export.erased, importing.erased])

  static let paragraph = String(
    repeating: "The chronicle of a small country is kept in three alphabets. ", count: 4)
  let stored: [UInt8]?

  init(verbatim: Bool) {
    stored = verbatim ? Self.makeArticle("articles/0").serialized() : nil
  }

  func registerImmediate(on router: inout Router) {
    router.immediate(Self.method) { request, response, _ in
      if let stored { return try stored.withUnsafeBytes { try response.send(encoded: $0) } }
      try response.send(Self.makeArticle(request.name))
    }
  }

  func register(on router: inout Router) {
    router.unary(Self.method) { request, _ in
      stored.map { Article(verbatim: $0) } ?? Self.makeArticle(request.name)
    }
    router.serverStreaming(Self.export) { _, writer, _ in
      for _ in 0..<1000 {
        var response = ExportArticlesResponse()
        response.articles = [stored.map { Article(verbatim: $0) } ?? Self.makeArticle("articles/0")]
        try await writer.send(response)
      }
    }
    router.bidirectional(Self.importing) { requests, _, _ in
      for try await _ in requests {}
    }
  }

  static func makeArticle(_ name: String) -> Article {
    .with {
      $0.name = name
      $0.etag = "W/\"7f3a9c\""
      $0.revision = 1_234_567
      $0.language = "en"
      $0.url = "https://news.example.org/2026/11/24/a-chronicle-in-three-alphabets"
      $0.title = "A chronicle in three alphabets"
      $0.categories = ["categories/politics", "categories/culture"]
      $0.blocks = (0..<7).map { _ in .with { $0.content = .paragraph(.with { $0.text = paragraph }) } }
    }
  }
}
