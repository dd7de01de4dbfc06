import ArticleAPI
import GRPC
import MatianeClient
import Testing

/// What clients take that nobody has told to take more.
private let usualBytes = 4 << 20

@Suite(.timeLimit(.minutes(10)))
struct BoundedAnswerTests {
  private func importAll(_ articles: [Article], _ client: MatianeClient) async throws {
    let stream = AsyncStream<Article> { stream in
      for article in articles { stream.yield(article) }
      stream.finish()
    }
    #expect(try await client.articles.importArticles(stream).created == articles.count)
  }

  @Test func `an answer tells when it does not look for all near words`() async throws {
    try await TestServer.with { client in
      let letters = "abcdefghijklmnopqrstuvwxyz0123456789".map(String.init)
      let words = letters.flatMap { first in letters.map { "z\(first)\($0)q" } }
      try await importAll(words.map { draft($0, $0) }, client)
      let few = try await client.count("zxyq~")
      #expect(few.totalArticles > 50 && !few.wordsLeftOut)
      let all = try await client.count("zxyq~2")
      #expect(all.wordsLeftOut && all.totalArticles > 1000 && all.totalArticles < words.count)
      let found = try await client.search("zxyq~2", limit: 1)
      #expect(found.wordsLeftOut && found.totalArticles == all.totalArticles)
      #expect(try await client.search("zxyq").wordsLeftOut == false)
    }
  }

  @Test func `facets of long values leave out the least frequent ones, which count among the others`()
    async throws
  {
    try await TestServer.with { client in
      let tags = (0..<1000).map { "\($0) " + String(repeating: "t", count: 3000) }
      var articles = (0..<20).map { number in
        var article = draft("a-\(number)")
        article.tags = Array(tags[number * 50..<(number + 1) * 50])
        return article
      }
      articles[3].tags += [tags[0]]
      try await importAll(articles, client)
      let byTag = FacetRequest.with { facet in
        facet.by = .field("tag")
        facet.limit = 1000
      }
      let request = SearchRequest.with { request in
        request.query = "sea"
        request.facets = [byTag, FacetRequest.with { $0.by = .field("language") }, byTag]
        request.pageSize = 20
      }
      let found = try await client.search(request)
      #expect(found.serializedSize < usualBytes && !found.hits.isEmpty)
      for facet in [found.facets[0], found.facets[2]] {
        #expect(facet.values.first?.value == tags[0] && facet.values.count > 100 && facet.values.count < 1000)
        #expect(facet.values.reduce(facet.otherCount) { $0 + $1.count } == 1001)
      }
      #expect(found.facets[1].values.map(\.count) == [20])
    }
  }

  @Test func `suggested titles keep within the room of a page`() async throws {
    try await TestServer.with { client in
      let rest = String(repeating: " of the sea", count: 6000)
      try await importAll((0..<100).map { draft("a-\($0)", "Lighthouse \($0)" + rest) }, client)
      let found = try await client.suggest("lighthouse", limit: 100).filter { $0.kind == .title }
      #expect(found.count > 10 && found.count < 100)
    }
  }

  @Test func `highlights leave room for the largest article`() async throws {
    try await TestServer.with { client in
      var article = draft("large")
      let text = String(repeating: "sea ", count: 2800)
      article.blocks = (0..<320).map { _ in
        Block.with { $0.content = .paragraph(Paragraph.with { $0.text = text }) }
      }
      _ = try await client.articles.create(article)
      let request = SearchRequest.with { request in
        request.query = "sea"
        request.highlight = HighlightOptions.with { options in
          options.maxFragments = 100
          options.fragmentBytes = 10_000
        }
      }
      let hit = try #require(try await client.search(request).hits.first)
      #expect(!hit.highlights.isEmpty && hit.serializedSize < usualBytes)
    }
  }

  @Test func `results of an import are short, whatever it holds`() async throws {
    try await TestServer.with { client in
      let call = client.articles.service.importArticles()
      let bad = Article.with { $0.name = "articles/" + String(repeating: "/", count: 4000) }
      let request = ImportArticlesRequest.with { request in
        request.items = (1...1000).map { number in
          ImportItem.with { item in
            item.itemId = Int64(number)
            item.article = bad
          }
        }
      }
      _ = try await call.send(request)
      call.finish()
      var results = 0
      for try await response in call.responses { results += response.results.count }
      #expect(results == 1000)
    }
  }

  @Test func `a set of synonyms and a category leave room for lists of them`() async throws {
    try await TestServer.with { client in
      let set = SynonymSet.with { set in
        set.name = "synonymSets/large"
        set.rules = (0..<2500).map { "word\($0), " + String(repeating: "w", count: 900) }
      }
      let refused = await #expect(throws: RPCError.self) { try await client.synonymSets.put(set) }
      #expect(refused?.code == .invalidArgument && refused?.message.contains("2097152 bytes in all") == true)
      let category = Category.with { $0.description = String(repeating: "d", count: 2_000_000) }
      let error = await #expect(throws: RPCError.self) {
        try await client.categories.create(category, id: "large")
      }
      #expect(error?.code == .invalidArgument)
    }
  }

  @Test func `a story of long titles fits into a message`() async throws {
    try await TestServer.with { client in
      let title = String(repeating: "სათაური ", count: 5000)
      let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
      let articles = letters.prefix(2).flatMap { first in letters.map { first + $0 } }.map { language in
        var article = draft(language, title, language: language)
        article.story = "stories/long"
        return article
      }
      try await importAll(articles, client)
      let story = try await client.stories.get("long")
      #expect(story.editions.count == 52 && story.serializedSize < usualBytes / 10)
      for edition in story.editions {
        let cut = edition.title.dropLast()
        #expect(edition.title.hasSuffix("…") && title.hasPrefix(cut) && cut.utf8.count > 990)
      }
      let found = try await client.search("sea", byStory: true)
      #expect(found.hits.first?.editions.count == 51)
    }
  }
}
