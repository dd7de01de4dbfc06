import ArticleAPI
import EventLoops
import GRPC
import MatianeClient
import Protobuf
import Testing

@testable import ArticleService

@Suite(.timeLimit(.minutes(10)))
struct SearchTests {
  @Test func `words of a language count from its first article on`() async throws {
    try await TestServer.with { client in
      _ = try await client.articles.create(draft("one"))
      #expect(try await client.search("lighthouse").hits.count == 1)
      var article = draft("zwei")
      article.language = "de"
      article.title = "Die Häuser der Stadt"
      _ = try await client.articles.create(article)
      #expect(try await client.search("Haus").hits.map { $0.article?.name } == ["articles/zwei"])
    }
  }

  @Test func `values are made beside the loop, once for all that ask, and are those of the newest articles`()
    async throws
  {
    try await TestServer.withServer { server in
      let pool = try ComputePool(threads: 2)
      let archive = Archive(server.catalog, longWork: pool)
      var article = draft("one")
      article.tags = ["Vineyards"]
      _ = try await server.client.articles.create(article)
      let view = server.catalog.view
      #expect(archive.values.current(for: view) == nil)
      let found = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<8 {
          group.addTask {
            try await archive.valueTable(of: view).beginning(with: "vine", [.tag]).map(\.text)
          }
        }
        return try await group.reduce(into: [[String]]()) { $0.append($1) }
      }
      #expect(found == Array(repeating: ["Vineyards"], count: 8))
      let table = try #require(archive.values.current(for: view))
      #expect(table.beginning(nearly: "vinyards", [.tag], while: { true })?.map(\.text) == ["Vineyards"])
      #expect(table.beginning(nearly: "vinyards", [.tag], while: { false }) == nil)
    }
  }

  @Test func `a corrected query is offered only where it finds something under the same filter`() async throws
  {
    try await TestServer.with { client in
      _ = try await client.articles.create(draft("one", "The vineyard in autumn"))
      _ = try await client.articles.create(draft("two", "ზღვა", language: "ka"))
      #expect(try await client.search("vinyard").correctedQuery == "vineyard")
      #expect(try await client.search("vinyard", filter: "language = \"en\"").correctedQuery == "vineyard")
      #expect(try await client.search("vinyard", filter: "language = \"ka\"").correctedQuery == "")
      #expect(try await client.search("vinyard -autumn").correctedQuery == "")
    }
  }

  @Test func `a title that comes again and again is suggested once, and does not hide the others`()
    async throws
  {
    try await TestServer.with { client in
      for number in 0..<40 {
        var article = draft("daily\(number)", "Harbour news of the day")
        article.publishTime = Timestamp.with { $0.seconds = 1_700_000_000 + Int64(number) }
        _ = try await client.articles.create(article)
      }
      var old = draft("old", "Harbour wall rebuilt")
      old.publishTime = Timestamp.with { $0.seconds = 1_600_000_000 }
      _ = try await client.articles.create(old)
      var request = SuggestRequest()
      request.prefix = "harb"
      request.kinds = [.title]
      request.limit = 2
      let found = try await SearchServiceClient(client.channel).suggest(request)
      #expect(found.suggestions.map(\.text) == ["Harbour news of the day", "Harbour wall rebuilt"])
      #expect(found.suggestions.first?.resource == "articles/daily39")
    }
  }
}
