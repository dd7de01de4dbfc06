import ArticleAPI
import GRPC
import MatianeClient
import Protobuf
import Testing

/// Completions, related articles and synonyms are read as of the revision asked for, as everything else is.
@Suite(.timeLimit(.minutes(10)))
struct ReadRevisionTests {
  private func code(_ call: () async throws -> Void) async -> StatusCode? {
    do { try await call() } catch { return (error as? RPCError)?.code ?? .unknown }
    return nil
  }

  @Test func `completions are those of the revision, also of tags that came or went since`() async throws {
    try await TestServer.with { client in
      let search = SearchServiceClient(client.channel)
      func texts(_ consistency: SuggestRequest.Consistency?) async throws -> Set<String> {
        let answer = try await search.suggest(
          .with {
            $0.prefix = "vin"
            $0.consistency = consistency
          })
        if case .readRevision(let revision)? = consistency { #expect(answer.readRevision == revision) }
        return Set(answer.suggestions.map { "\($0.kind): \($0.text), \($0.articleCount)" })
      }
      var article = draft("one", "Vintage")
      article.tags = ["Vineyards"]
      let first = try await client.articles.create(article).revision
      _ = try await texts(nil)
      article = draft("two", "Vinegar")
      article.tags = ["Vineyards", "Vines"]
      let second = try await client.articles.create(article).revision
      let third = try await client.articles.delete("one")
      for _ in 0..<3 {
        #expect(
          try await texts(.readRevision(first)) == [
            "title: Vintage, 1", "term: vintage, 1", "tag: Vineyards, 1",
          ])
        #expect(
          try await texts(.readRevision(second)) == [
            "title: Vintage, 1", "term: vintage, 1", "title: Vinegar, 1", "term: vinegar, 1",
            "tag: Vineyards, 2", "tag: Vines, 1",
          ])
        for consistency in [SuggestRequest.Consistency.readRevision(third), .minRevision(third)] {
          #expect(
            try await texts(consistency) == [
              "title: Vinegar, 1", "term: vinegar, 1", "tag: Vineyards, 1", "tag: Vines, 1",
            ])
        }
      }
      #expect(await code { _ = try await texts(.readRevision(-1)) } == .invalidArgument)
      #expect(await code { _ = try await texts(.readRevision(third + 1)) } == .outOfRange)
    }
  }

  @Test func `related articles are those of the revision`() async throws {
    try await TestServer.with { client in
      let search = SearchServiceClient(client.channel)
      func names(_ revision: Int64) async throws -> [String] {
        try await search.getRelatedArticles(
          .with {
            $0.name = "articles/one"
            $0.types = [.alsoRead]
            $0.consistency = .readRevision(revision)
          }
        ).related.map { $0.article?.name ?? "" }
      }
      let target = try await client.articles.create(draft("two")).revision
      var article = draft("one")
      article.related = [
        .with {
          $0.article = "articles/two"
          $0.type = .alsoRead
        }
      ]
      let linked = try await client.articles.create(article).revision
      let gone = try await client.articles.delete("two")
      #expect(await code { _ = try await names(target) } == .notFound)
      #expect(try await names(linked) == ["articles/two"])
      #expect(try await names(gone) == [])
      #expect(await code { _ = try await names(gone + 1) } == .outOfRange)
    }
  }

  @Test func `synonyms are those of the revision, on every page`() async throws {
    try await TestServer.with { client in
      let synonyms = client.synonymSets.service
      func set(_ id: String, _ rule: String) -> SynonymSet {
        .with {
          $0.name = "synonymSets/\(id)"
          $0.language = "en"
          $0.rules = [rule]
        }
      }
      let first = try await client.synonymSets.put(set("a", "sea, ocean"))
      let second = try await client.synonymSets.put(set("b", "EU, European Union"))
      let third = try await client.synonymSets.put(set("a", "sea, lake"))
      func read(_ consistency: GetSynonymSetRequest.Consistency) async throws -> SynonymSet {
        try await synonyms.getSynonymSet(
          .with {
            $0.name = "synonymSets/a"
            $0.consistency = consistency
          })
      }
      #expect(try await read(.readRevision(first.revision)) == first)
      #expect(try await read(.minRevision(third.revision)) == third)
      #expect(await code { _ = try await read(.readRevision(third.revision + 1)) } == .outOfRange)
      for (revision, expected) in [
        (first.revision, [first]), (second.revision, [first, second]), (third.revision, [third, second]),
      ] {
        var request = ListSynonymSetsRequest()
        request.pageSize = 1
        request.consistency = .readRevision(revision)
        var found: [SynonymSet] = []
        repeat {
          let page = try await synonyms.listSynonymSets(request)
          #expect(page.readRevision == revision && Int(page.totalSize) == expected.count)
          found += page.synonymSets
          request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        #expect(found == expected)
      }
    }
  }

  @Test func `a hit is explained as of its page, and what a search refuses its explanation refuses`()
    async throws
  {
    try await TestServer.with { client in
      let service = SearchServiceClient(client.channel)
      for id in ["one", "two", "three"] { _ = try await client.articles.create(draft(id)) }
      var search = SearchRequest()
      search.query = "lighthouse"
      search.pageSize = 1
      search.recency = .with { $0.halfLife = .with { $0.seconds = 1 } }
      let page = try await service.search(search)
      search.pageToken = page.nextPageToken
      let hit = try #require(try await service.search(search).hits.first)
      let name = try #require(hit.article?.name)
      try await client.articles.delete(String(name.dropFirst("articles/".count)))
      func explained(_ search: SearchRequest) async throws -> ExplainHitResponse {
        try await service.explainHit(
          .with {
            $0.name = name
            $0.search = search
          })
      }
      let explanation = try await explained(search)
      #expect(explanation.matches && explanation.readRevision == page.readRevision)
      #expect(abs((explanation.explanation?.value ?? 0) - hit.score) < 1e-5)
      let broken: [(inout SearchRequest) -> Void] = [
        { $0.pageToken = "zzz" }, { $0.query = "harbour" }, { $0.pageSize = -4 },
        { $0.highlight = .with { $0.maxFragments = -1 } }, { $0.matchMode = .unrecognized(9) },
        { $0.readMask = FieldMask(paths: ["no_field"]) },
      ]
      for change in broken {
        var changed = search
        change(&changed)
        let request = changed
        #expect(await code { _ = try await service.search(request) } == .invalidArgument)
        #expect(await code { _ = try await explained(request) } == .invalidArgument)
      }
    }
  }

  @Test func `a watch refuses a mode that nobody knows, also without a query`() async throws {
    try await TestServer.with { client in
      for query in ["", "sea"] {
        var watch = client.watch(
          WatchScope.with {
            $0.query = query
            $0.matchMode = .unrecognized(9)
          }
        ).makeAsyncIterator()
        let refused = await code { _ = try await watch.next() }
        #expect(refused == .invalidArgument)
      }
    }
  }
}
