import ArticleAPI
import Catalog
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

  @Test func `the last page has no token, also where it is full`() async throws {
    try await TestServer.with { client in
      for number in 0..<6 { _ = try await client.articles.create(draft("page-\(number)")) }
      for collapse in [Collapse.none, .story] {
        for skipsTotals in [false, true] {
          for size in [2, 3, 6] {
            var request = SearchRequest()
            request.query = "lighthouse"
            request.pageSize = Int32(size)
            (request.collapse, request.skipTotals) = (collapse, skipsTotals)
            var counts: [Int] = []
            repeat {
              let page = try await client.search(request)
              counts.append(page.hits.count)
              request.pageToken = page.nextPageToken
            } while !request.pageToken.isEmpty
            #expect(counts == Array(repeating: size, count: 6 / size))
          }
        }
      }
      let list = ListArticlesRequest.with { $0.pageSize = 6 }
      #expect(try await client.articles.service.listArticles(list).nextPageToken.isEmpty)
      let stories = ListStoriesRequest.with { $0.pageSize = 6 }
      #expect(try await StoryServiceClient(client.channel).listStories(stories).nextPageToken.isEmpty)
    }
  }

  @Test func `values are prepared beside the loop, and are those of the newest articles`() async throws {
    try await TestServer.withServer { server in
      let archive = Archive(server.catalog, longWork: try ComputePool(threads: 2))
      var article = draft("one")
      article.tags = ["Vineyards"]
      _ = try await server.client.articles.create(article)
      let view = server.catalog.view
      let completions = archive.values.completions
      #expect(!completions.isPrepared(for: view.index, ValueSuggestions.fields))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 { group.addTask { try await archive.prepareValues(of: view, for: nil) } }
        try await group.waitForAll()
      }
      #expect(completions.isPrepared(for: view.index, ValueSuggestions.fields))
      func found(_ typed: String, nearly: Bool = false, while goOn: () -> Bool = { true }) -> [String]? {
        completions.best(
          in: view.index, ArticleSchema.tag, beginning: typed, nearly: nearly, limit: 3, while: goOn
        )?.map(\.value)
      }
      #expect(found("vine") == ["Vineyards"])
      #expect(found("vinyards", nearly: true) == ["Vineyards"])
      #expect(found("vinyards", nearly: true, while: { false }) == nil)
    }
  }

  @Test func `titles are completed past dashes and with one typing error in any word`() async throws {
    try await TestServer.with { client in
      for (id, title) in [
        ("a", "Parliament votes – opposition walks out"), ("b", "Prices rise & wages fall"),
        ("c", "Взрыв – двое погибших"),
        ("d", "Harbour reopens"),
      ] {
        var article = draft(id)
        article.title = title
        _ = try await client.articles.create(article)
      }
      for (typed, found) in [
        ("Parliament votes –", ["a"]), ("Parliament votes – opposition walks out", ["a"]),
        ("parliament – votes oppo", ["a"]),
        ("Prices rise &", ["b"]), ("prices rise & wag", ["b"]), ("Взрыв – дв", ["c"]), ("- & –", []),
        ("parlament votes oppo", ["a"]), ("parliament vottes –", ["a"]), ("parliament votes opopsi", ["a"]),
        ("harbuor reop", ["d"]), ("harbour reoppens", ["d"]), ("harbuor reoppens", []),
      ] as [(String, [String])] {
        var request = SuggestRequest()
        request.prefix = typed
        request.kinds = [.title]
        let names = try await client.suggest(request).suggestions.map(\.resource)
        #expect(names == found.map { "articles/\($0)" }, "\(typed)")
      }
    }
  }

  @Test func `suggested values are those of the revision that the answer names`() async throws {
    try await TestServer.with { client in
      func suggested(_ prefix: String) async throws -> [String] {
        var request = SuggestRequest()
        request.prefix = prefix
        request.kinds = [.author, .tag, .category]
        return try await client.suggest(request).suggestions.map { "\($0.text) \($0.articleCount)" }
      }
      for number in 0..<40 {
        var article = draft("a\(number)")
        article.tags = ["Harbour", number % 2 == 0 ? "Harvest" : "Harp"]
        _ = try await client.articles.create(article)
        let harvest = (number + 2) / 2
        let harp = (number + 1) / 2
        let expected = ["Harbour \(number + 1)", "Harvest \(harvest)", "Harp \(harp)"]
        #expect(try await Set(suggested("har")) == Set(expected.filter { !$0.hasSuffix(" 0") }))
      }
      for number in 0..<40 where number % 2 == 1 { _ = try await client.articles.delete("a\(number)") }
      #expect(try await suggested("har") == ["Harbour 20", "Harvest 20"])
      _ = try await client.categories.create(.with { $0.titles = ["en": "Harmony"] }, id: "harmony")
      #expect(try await suggested("harm") == ["Harmony 0"])
    }
  }

  @Test func `an article that is not stored matches what it would match`() async throws {
    try await TestServer.with { client in
      for (id, filter) in [
        ("published", "status = published"), ("british", "language = \"en-GB\""), ("long", "word_count > 3"),
        ("short", "word_count = 0"),
      ] {
        var query = SavedQuery()
        query.filter = filter
        _ = try await client.savedQueries.create(query, id: id)
      }
      var article = Article()
      article.language = "EN-gb"
      article.title = "A house by the sea"
      func matching(_ target: MatchArticleRequest.Target) async throws -> [String] {
        var names: [String] = []
        for try await query in client.savedQueries.matching(target) { names.append(query.name) }
        return names
      }
      let unstored = try await matching(.article(article))
      #expect(unstored == ["savedQueries/british", "savedQueries/long", "savedQueries/published"])
      article.name = "articles/house"
      _ = try await client.articles.create(article)
      let stored = try await matching(.name(article.name))
      #expect(stored == unstored)
      article.language = "no tag!"
      let wrong = article
      await #expect(throws: RPCError.self) { _ = try await matching(.article(wrong)) }
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

  @Test func `a word that no article holds is corrected beside others, where that finds more`() async throws {
    try await TestServer.with { client in
      _ = try await client.articles.create(draft("one", "The vineyard in autumn"))
      _ = try await client.articles.create(draft("two", "Autumn at the sea"))
      #expect(try await client.search("vinyard autumn").correctedQuery == "")
      _ = try await client.articles.create(draft("three", "The vineyard in winter"))
      let found = try await client.search("vinyard autumn")
      #expect(found.correctedQuery == "vineyard autumn")
      #expect(found.totalArticles == 2)
      #expect(try await client.search("vineyard autumn").correctedQuery == "")
      #expect(try await client.search("autumn").correctedQuery == "")
      var request = SearchRequest()
      request.query = "vinyard autumn"
      request.skipTotals = true
      #expect(try await client.search(request).correctedQuery == "vineyard autumn")
      request.typoPolicy = .off
      #expect(try await client.search(request).correctedQuery == "")
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
