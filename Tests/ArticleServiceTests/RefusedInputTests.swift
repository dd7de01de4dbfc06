import ArticleAPI
import GRPC
import MatianeClient
import Protobuf
import Testing

/// What is wrong with a request is refused by the name of the field, instead of matching nothing without a word.
@Suite(.timeLimit(.minutes(10)))
struct RefusedInputTests {
  /// The field that a call is refused for, and what the message says.
  private func refusal(_ call: () async throws -> Void) async -> (field: String, message: String) {
    do {
      try await call()
      return ("", "not refused")
    } catch let error as RPCError {
      let field = error.detail(of: BadRequest.self)?.fieldViolations.first?.field
      return (error.code == .invalidArgument ? field ?? "no field" : "\(error.code)", error.message)
    } catch {
      return ("", "\(error)")
    }
  }

  @Test func `times that JSON cannot write are refused, at the edges of what it can`() async throws {
    try await TestServer.with { client in
      func stored(_ seconds: Int64, _ nanos: Int32) async -> String {
        await refusal {
          var article = draft("t\(seconds)-\(nanos)")
          article.publishTime = Timestamp.with {
            $0.seconds = seconds
            $0.nanos = nanos
          }
          _ = try await client.articles.create(article)
        }.field
      }
      #expect(await stored(-62_135_596_800, 0) == "")
      #expect(await stored(253_402_300_799, 999_999_999) == "")
      for (seconds, nanos) in [(-62_135_596_801, 0), (253_402_300_800, 0), (1, -1), (1, 1_000_000_000)] {
        #expect(await stored(Int64(seconds), Int32(nanos)) == "article.publish_time")
      }
      var changed = draft("t1")
      changed.updateTime = Timestamp.with { $0.seconds = .max }
      let update = await refusal { _ = try await client.articles.update(changed, allowMissing: true) }
      #expect(update.field == "article.update_time")
      var errors: [String] = []
      try await client.articles.importArticles(
        AsyncStream<Article> { [changed] in
          $0.yield(changed)
          $0.finish()
        }
      ) { if case .error(let error) = $0.outcome { errors.append(error.message) } }
      #expect(errors.count == 1 && errors[0].hasPrefix("article.update_time: expected"))
    }
  }

  @Test func `values that no enumeration has are refused`() async throws {
    try await TestServer.with { client in
      _ = try await client.articles.create(draft("one"))
      let kinds = await refusal {
        _ = try await client.suggest(
          SuggestRequest.with {
            $0.prefix = "a"
            $0.kinds = [.term, .unrecognized(9)]
          })
      }
      #expect(kinds.field == "kinds[1]" && kinds.message.contains("found 9"))
      let types = await refusal {
        _ = try await MatianeClientServices(client).search.getRelatedArticles(
          GetRelatedArticlesRequest.with {
            $0.name = "articles/one"
            $0.types = [.unspecified]
          })
      }
      #expect(types.field == "types[0]")
      let mode = await refusal {
        var options = ImportOptions()
        options.mode = .unrecognized(9)
        try await client.articles.importArticles(
          AsyncStream<Article> {
            $0.yield(draft("two"))
            $0.finish()
          }, options: options)
      }
      #expect(mode.field == "options.mode")
      for (filter, byte) in [("kind = BLOG", 7), ("language = en AND status != \"gone\"", 28)] {
        let found = await refusal { _ = try await client.count("", filter: filter) }
        #expect(found.field == "filter" && found.message.contains("at byte \(byte): expected one of"))
      }
      for filter in ["kind = news", "kind = ARTICLE_KIND_NEWS", "kind:FACT*", "kind:*", "status = 99"] {
        #expect(await refusal { _ = try await client.count("", filter: filter) }.message == "not refused")
      }
    }
  }

  @Test func `what is no tag of a language is refused wherever languages are asked for`() async throws {
    try await TestServer.with { client in
      _ = try await client.articles.create(draft("one"))
      #expect(
        await refusal { _ = try await client.search("sea", languages: ["ka", "en_US"]) }.field
          == "language_preferences[1]")
      #expect(
        await refusal {
          _ = try await client.suggest(
            SuggestRequest.with {
              $0.prefix = "se"
              $0.languages = ["e n"]
            })
        }.field == "languages[0]")
      #expect(
        await refusal {
          _ = try await client.synonymSets.put(
            SynonymSet.with {
              $0.name = "synonymSets/one"
              $0.language = "e_n"
              $0.rules = ["sea, ocean"]
            })
        }.field == "synonym_set.language")
      #expect(
        await refusal {
          _ = try await client.categories.create(
            Category.with {
              $0.name = "categories/one"
              $0.titles = ["e_n": "One"]
            })
        }.field == "category.titles[\"e_n\"]")
      var watch = client.watch(WatchScope.with { $0.languages = ["e_n"] }).makeAsyncIterator()
      #expect(await refusal { _ = try await watch.next() }.field == "scope.languages[0]")
    }
  }

  @Test func `lists in a request are bounded, and what is named twice is named once`() async throws {
    try await TestServer.with { client in
      var article = draft("one")
      article.tags = ["Sea"]
      _ = try await client.articles.create(article)
      var request = SuggestRequest()
      request.prefix = "se"
      request.kinds = Array(repeating: .tag, count: 100)
      request.languages = Array(repeating: "en", count: 1000)
      #expect(try await client.suggest(request).suggestions.map(\.text) == ["Sea"])
      var kinds = request
      kinds.kinds.append(.tag)
      var languages = request
      languages.languages.append("en")
      for (longer, field) in [(kinds, "kinds"), (languages, "languages")] {
        #expect(await refusal { _ = try await client.suggest(longer) }.field == field)
      }
      var preferences = SearchRequest()
      preferences.languagePreferences = Array(repeating: "en", count: 1001)
      var boosts = SearchRequest()
      boosts.fieldBoosts = Array(repeating: FieldBoost(), count: 101)
      var mask = SearchRequest()
      mask.readMask = FieldMask(paths: Array(repeating: "title", count: 257))
      for (search, field) in [
        (preferences, "language_preferences"), (boosts, "field_boosts"), (mask, "read_mask"),
      ] {
        #expect(await refusal { _ = try await client.search(search) }.field == field)
      }
    }
  }

  @Test func `what is longer than anything that is meant is refused before it is read`() async throws {
    try await TestServer.with { client in
      let services = MatianeClientServices(client)
      let stored = try await client.articles.create(draft("one"))
      let list = ListArticlesRequest.with { $0.orderBy = "name" + String(repeating: " ", count: 1 << 20) }
      #expect(await refusal { _ = try await services.articles.listArticles(list) }.field == "order_by")
      let paths = FieldMask(paths: Array(repeating: "title", count: 257))
      let article = UpdateArticleRequest.with {
        $0.article = stored
        $0.updateMask = paths
      }
      #expect(await refusal { _ = try await services.articles.updateArticle(article) }.field == "update_mask")
      let query = UpdateSavedQueryRequest.with {
        $0.savedQuery = .with { $0.name = "savedQueries/q" }
        $0.updateMask = paths
        $0.allowMissing = true
      }
      #expect(
        await refusal { _ = try await services.savedQueries.updateSavedQuery(query) }.field == "update_mask")
      let tags = (0...1000).map { "en-x\($0)" }
      let titles = Dictionary(uniqueKeysWithValues: tags.map { ($0, "One") })
      let category = await refusal {
        _ = try await client.categories.create(
          Category.with {
            $0.name = "categories/one"
            $0.titles = titles
          })
      }
      #expect(category.field == "category.titles")
    }
  }

  @Test func `a watch knows languages in any case`() async throws {
    try await TestServer.with { client in
      _ = try await client.articles.create(draft("one", language: "ka-GE"))
      var watch = client.watch(WatchScope.with { $0.languages = ["KA-ge"] }, from: .after(revision: 0))
        .makeAsyncIterator()
      var names: [String] = []
      while names.isEmpty, let update = try await watch.next() {
        if case .change(let change) = update { names.append(change.name) }
      }
      #expect(names == ["articles/one"])
    }
  }

  @Test func `revisions below zero are refused`() async throws {
    try await TestServer.with { client in
      let services = MatianeClientServices(client)
      for (consistency, field) in [
        (CountRequest.Consistency.readRevision(-1), "read_revision"), (.minRevision(-1), "min_revision"),
      ] {
        let request = CountRequest.with { $0.consistency = consistency }
        let found = await refusal { _ = try await services.search.count(request) }
        #expect(found.field == field)
      }
    }
  }

  @Test func `an id of another request is refused, and its article is still there`() async throws {
    try await TestServer.with { client in
      let services = MatianeClientServices(client)
      var create = CreateArticleRequest()
      create.article = draft("one")
      create.requestId = "7b0f3a52-5a3c-4c2e-9d27-6f3a3a1a0001"
      let created = try await services.articles.createArticle(create)
      #expect(try await services.articles.createArticle(create) == created)
      func delete(_ name: String, _ id: String) -> DeleteArticleRequest {
        DeleteArticleRequest.with {
          $0.name = name
          $0.requestId = id
        }
      }
      let reused = delete("articles/one", create.requestId)
      let refused = await refusal { _ = try await services.articles.deleteArticle(reused) }
      #expect(refused.field == "request_id")
      #expect(try await client.articles.get("one") == created)
      let fresh = delete("articles/one", "7b0f3a52-5a3c-4c2e-9d27-6f3a3a1a0002")
      let gone = try await services.articles.deleteArticle(fresh)
      #expect(try await services.articles.deleteArticle(fresh) == gone)
      let other = delete("articles/two", fresh.requestId)
      let refusedAgain = await refusal { _ = try await services.articles.deleteArticle(other) }
      #expect(refusedAgain.field == "request_id")
    }
  }

  @Test func `an id of a request of the same kind that asked for something else is refused`() async throws {
    try await TestServer.with { client in
      let services = MatianeClientServices(client)
      var create = CreateArticleRequest()
      create.article = draft("first")
      create.requestId = "7b0f3a52-5a3c-4c2e-9d27-6f3a3a1a0003"
      let first = try await services.articles.createArticle(create)
      let other = CreateArticleRequest.with {
        $0.article = draft("second")
        $0.requestId = create.requestId
      }
      #expect(await refusal { _ = try await services.articles.createArticle(other) }.field == "request_id")
      var update = UpdateArticleRequest()
      update.article = first
      update.article?.title = "A"
      update.requestId = "7b0f3a52-5a3c-4c2e-9d27-6f3a3a1a0004"
      let updated = try await services.articles.updateArticle(update)
      #expect(try await services.articles.updateArticle(update) == updated)
      update.article?.title = "B"
      #expect(await refusal { _ = try await services.articles.updateArticle(update) }.field == "request_id")
      #expect(try await client.articles.get("first").title == "A")
    }
  }

  @Test func `times are kept to the microsecond, by which they are found again`() async throws {
    try await TestServer.with { client in
      var article = draft("timed")
      article.publishTime = .with {
        $0.seconds = 1_700_000_000
        $0.nanos = 123_456_789
      }
      let stored = try await client.articles.create(article)
      #expect(stored.publishTime?.nanos == 123_456_000)
      #expect((stored.createTime?.nanos ?? 1) % 1000 == 0)
      let created = try #require(stored.createTime?.rfc3339)
      #expect(try await client.count("", filter: "create_time = \"\(created)\"").totalArticles == 1)
      #expect(try await client.count("", filter: "create_time > \"\(created)\"").totalArticles == 0)
    }
  }

  @Test func `more facets than there are fields and intervals to count by are refused`() async throws {
    try await TestServer.with { client in
      let services = MatianeClientServices(client)
      func request(_ count: Int) -> SearchRequest {
        .with { $0.facets = Array(repeating: FacetRequest.with { $0.by = .field("tag") }, count: count) }
      }
      let refused = await refusal { _ = try await services.search.search(request(33)) }
      #expect(refused.field == "facets")
      let answer = try await services.search.search(request(32))
      #expect(answer.facets.count == 32)
    }
  }

  @Test func `masks of what cannot be changed are refused`() async throws {
    try await TestServer.with { client in
      let services = MatianeClientServices(client)
      for path in ["name", "etag", "create_time", "titles"] {
        let query = UpdateSavedQueryRequest.with {
          $0.savedQuery = .with { $0.name = "savedQueries/q" }
          $0.updateMask = FieldMask.with { $0.paths = [path] }
          $0.allowMissing = true
        }
        let refusedQuery = await refusal { _ = try await services.savedQueries.updateSavedQuery(query) }
        #expect(refusedQuery.field == "update_mask")
        let set = UpdateSynonymSetRequest.with {
          $0.synonymSet = .with { $0.name = "synonymSets/s" }
          $0.updateMask = FieldMask.with { $0.paths = [path] }
          $0.allowMissing = true
        }
        let refusedSet = await refusal { _ = try await services.synonyms.updateSynonymSet(set) }
        #expect(refusedSet.field == "update_mask")
      }
    }
  }

  @Test func `a mask of all fields and others is refused: the star stands alone`() async throws {
    try await TestServer.with { client in
      let services = MatianeClientServices(client)
      var stored = try await client.articles.create(draft("one", "First"))
      let mask = FieldMask(paths: ["*", "title"])
      let update = await refusal { stored = try await client.articles.update(stored, fields: mask) }
      #expect(update.field == "update_mask" && update.message.contains("expected * alone"))
      let read = await refusal { _ = try await client.articles.get("one", fields: mask) }
      #expect(read.field == "read_mask" && read.message.contains("expected * alone"))
      let query = UpdateSavedQueryRequest.with {
        $0.savedQuery = .with { $0.name = "savedQueries/q" }
        $0.updateMask = FieldMask(paths: ["title", "*"])
        $0.allowMissing = true
      }
      #expect(
        await refusal { _ = try await services.savedQueries.updateSavedQuery(query) }.field == "update_mask")
      let everything = FieldMask(paths: ["*"])
      #expect(try await client.articles.get("one", fields: everything) == stored)
      stored.title = "Second"
      #expect(try await client.articles.update(stored, fields: everything).title == "Second")
    }
  }

  @Test func `durations and times that are none are named`() async throws {
    try await TestServer.with { client in
      let services = MatianeClientServices(client)
      for (halfLife, origin, field) in [
        (DurationMessage.with { $0.nanos = 1 }, nil, "recency.half_life"),
        (
          .with {
            $0.seconds = 1
            $0.nanos = -5
          }, nil, "recency.half_life"
        ),
        (.with { $0.seconds = 60 }, Timestamp.with { $0.seconds = 1 << 62 }, "recency.origin"),
      ] {
        let request = SearchRequest.with {
          $0.recency = .with {
            $0.halfLife = halfLife
            $0.origin = origin
          }
        }
        #expect(await refusal { _ = try await services.search.search(request) }.field == field)
      }
    }
  }

  @Test func `articles are listed by falling name, page by page`() async throws {
    try await TestServer.with { client in
      for number in 0..<25 { _ = try await client.articles.create(draft("page-\(number)")) }
      var names: [String] = []
      for try await article in client.articles.list(orderBy: "name desc", pageSize: 4) {
        names.append(article.name)
      }
      #expect(names == (0..<25).map { "articles/page-\($0)" }.sorted(by: >))
    }
  }

  @Test func `the distance of a phrase that is too large is named where it begins`() async throws {
    try await TestServer.with { client in
      let found = await refusal { _ = try await client.count("\"old sea\"~99999999999") }
      #expect(found.field == "query" && found.message.contains("at byte 10: expected a distance"))
    }
  }
}

/// The generated clients, for requests that the short forms do not make.
private struct MatianeClientServices {
  let articles: ArticleServiceClient
  let search: SearchServiceClient
  let savedQueries: SavedQueryServiceClient
  let synonyms: SynonymServiceClient

  init(_ client: MatianeClient) {
    articles = client.articles.service
    search = SearchServiceClient(client.channel)
    savedQueries = SavedQueryServiceClient(client.channel)
    synonyms = SynonymServiceClient(client.channel)
  }
}
