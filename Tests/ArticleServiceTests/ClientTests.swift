import ArticleAPI
import MatianeClient
import Protobuf
import Testing

@testable import GRPC

@Suite(.timeLimit(.minutes(10)))
struct ClientTests {
  @Test func `a target without a port is that of a server with its default settings`() async throws {
    for configuration in [ChannelConfiguration(), ChannelConfiguration.secure] {
      let client = try MatianeClient("ipv4:127.0.0.1", configuration: configuration)
      guard case .fixed(let endpoints) = client.channel.core.endpoints else {
        Issue.record("an address is to be looked up")
        return
      }
      #expect(endpoints.map { "\($0)" } == ["127.0.0.1:50051"])
      await client.close()
    }
  }

  @Test func `an article is written, read, found and deleted`() async throws {
    try await TestServer.with { client in
      let created = try await client.articles.create(draft("one", "Keeper of the lamp"))
      #expect(try await client.articles.get("one") == created)
      #expect(try await client.search("lamps").hits.map(\.article) == [created])
      try await client.articles.delete("one", etag: created.etag)
      #expect(try await client.search("lamps").totalArticles == 0)
      let error = await #expect(throws: RPCError.self) { try await client.articles.get("one") }
      #expect(error?.code == .notFound)
    }
  }

  @Test func `an explanation counts one document and two documents`() async throws {
    try await TestServer.with { client in
      func text(_ explanation: Explanation) -> String {
        explanation.description + explanation.details.map(text).joined()
      }
      func explained() async throws -> String {
        let response = try await client.explain("one", for: .with { $0.query = "zyzzyva" })
        return response.explanation.map(text) ?? ""
      }
      _ = try await client.articles.create(draft("one", "Zyzzyva"))
      #expect(try await explained().contains("(in 1 document)"))
      _ = try await client.articles.create(draft("two", "Zyzzyva"))
      #expect(try await explained().contains("(in 2 documents)"))
    }
  }

  @Test func `pages come one after the other, all as of one revision`() async throws {
    try await TestServer.with { client in
      for number in 0..<25 { _ = try await client.articles.create(draft("page-\(number)")) }
      var names: [String] = []
      for try await article in client.articles.list(orderBy: "name", pageSize: 4) {
        names.append(article.name)
        if names.count == 5 { _ = try await client.articles.create(draft("late")) }
      }
      #expect(names == (0..<25).map { "articles/page-\($0)" }.sorted())
    }
  }

  @Test func `all hits of a search come page by page, as of one revision`() async throws {
    try await TestServer.with { client in
      for number in 0..<7 { _ = try await client.articles.create(draft("hit-\(number)")) }
      let request = SearchRequest.with { ($0.query, $0.pageSize) = ("lighthouse", 2) }
      var names: [String] = []
      for try await hit in client.allHits(request) {
        names.append(hit.article?.name ?? "")
        if names.count == 1 { _ = try await client.articles.create(draft("late")) }
      }
      #expect(names.sorted() == (0..<7).map { "articles/hit-\($0)" })
    }
  }

  @Test func `an import takes any sequence and answers each article in order`() async throws {
    try await TestServer.with { client in
      let articles = AsyncStream<Article> { stream in
        for number in 0..<1000 { stream.yield(draft("import-\(number)")) }
        stream.finish()
      }
      var numbers: [Int64] = []
      let summary = try await client.articles.importArticles(articles) { numbers.append($0.itemId) }
      #expect(summary.created == 1000)
      #expect(numbers == Array(1...1000))
      #expect(try await client.count("sea").totalArticles == 1000)
      let again = try await client.articles.importArticles((0..<10).map { draft("import-\($0)") })
      #expect(again.unchanged == 10)
    }
  }

  @Test func `an error of the source ends the import and is what the caller sees`() async throws {
    struct Broken: Error {}
    try await TestServer.with { client in
      let articles = AsyncThrowingStream<Article, any Error> { stream in
        stream.yield(draft("first"))
        stream.finish(throwing: Broken())
      }
      await #expect(throws: Broken.self) { try await client.articles.importArticles(articles) }
    }
  }

  @Test func `an etag of yesterday is refused with the one of today`() async throws {
    try await TestServer.with { client in
      var article = try await client.articles.create(draft("contended"))
      article.title = "First"
      let newer = try await client.articles.update(article)
      article.title = "Second"
      let error = await #expect(throws: RPCError.self) { try await client.articles.update(article) }
      #expect(error?.code == .aborted)
      let info = error?.detail(of: ErrorInfo.self)
      #expect(info?.reason == "ETAG_MISMATCH")
      #expect(info?.metadata["etag"] == newer.etag)
    }
  }

  @Test func `stories collapse to the preferred edition`() async throws {
    try await TestServer.with { client in
      for (language, title) in [("en", "The storm"), ("ka", "ქარიშხალი"), ("ru", "Шторм")] {
        var article = draft("storm-\(language)", title, language: language)
        article.story = "stories/storm"
        _ = try await client.articles.create(article)
      }
      let found = try await client.search("storm", languages: ["ka"], byStory: true)
      #expect(found.hits.map(\.article?.language) == ["ka"])
      #expect(found.hits.first?.matchedLanguage == "en")
      #expect(found.hits.first?.editions.map(\.language) == ["en", "ru"])
      #expect(found.totalStories == 1)
    }
  }
}

extension ChannelConfiguration {
  fileprivate static var secure: ChannelConfiguration {
    var configuration = ChannelConfiguration()
    configuration.tls = ClientTLSConfiguration()
    return configuration
  }
}
