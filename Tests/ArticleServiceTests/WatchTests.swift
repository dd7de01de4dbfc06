import ArticleAPI
import ArticleService
import GRPC
import MatianeClient
import Protobuf
import Testing

/// A change in short: what it means, the article, its title.
private func line(_ change: ArticleChange) -> String {
  let meaning =
    switch change.scopeChange {
    case .entered: "entered"
    case .changed: "changed"
    case .left: "left"
    default: "?"
    }
  return "\(meaning) \(change.name.dropFirst("articles/".count)) \(change.article?.title ?? "")"
}

/// The next changes of a watch, as lines.
private func take(_ count: Int, _ updates: inout ArticleWatch.Iterator) async throws -> [String] {
  var found: [String] = []
  while found.count < count, let update = try await updates.next() {
    if case .change(let change) = update { found.append(line(change)) }
  }
  return found
}

/// A watch that has begun.
private func begun(_ watch: ArticleWatch) async throws -> ArticleWatch.Iterator {
  var updates = watch.makeAsyncIterator()
  guard case .progress? = try await updates.next() else { throw RPCError(.internal, "no beginning") }
  return updates
}

@Suite(.timeLimit(.minutes(10)))
struct WatchTests {
  @Test func `a live query tells which articles start to match, change, and stop to match`() async throws {
    try await TestServer.with { client in
      _ = try await client.articles.create(draft("old", "Harbour lights"))
      var updates = try await begun(client.watch(WatchScope.with { $0.query = "lamp" }))
      _ = try await client.articles.create(draft("one", "Keeper of the lamps"))
      _ = try await client.articles.create(draft("two", "Sea birds"))
      _ = try await client.articles.update(draft("old", "The lamp of the harbour"))
      _ = try await client.articles.update(draft("one", "Two lamps"))
      _ = try await client.articles.update(draft("one", "No light at all"))
      try await client.articles.delete("two")
      try await client.articles.delete("old")
      #expect(
        try await take(5, &updates) == [
          "entered one Keeper of the lamps", "entered old The lamp of the harbour", "changed one Two lamps",
          "left one No light at all", "left old The lamp of the harbour",
        ])
    }
  }

  @Test func `names, categories and languages narrow a watch`() async throws {
    try await TestServer.with { client in
      let scope = WatchScope.with { scope in
        scope.articles = ["articles/one", "articles/later"]
        scope.languages = ["ka"]
      }
      var updates = try await begun(client.watch(scope))
      let filed = WatchScope.with { $0.categories = ["categories/north"] }
      var inCategory = try await begun(client.watch(filed))
      for (id, language) in [("one", "en"), ("two", "ka"), ("later", "ka")] {
        var article = draft(id, id, language: language)
        article.categories = ["categories/" + (id == "two" ? "town" : "other")]
        _ = try await client.articles.create(article, createMissingCategories: true)
      }
      #expect(try await take(1, &updates) == ["entered later later"])
      _ = try await client.categories.create(Category(), id: "north")
      let town = Category.with { category in
        category.name = "categories/town"
        category.parent = "categories/north"
      }
      _ = try await client.categories.update(town, fields: FieldMask(paths: ["parent"]))
      #expect(try await take(1, &inCategory) == ["entered two two"])
      _ = try await client.categories.delete("town", force: true)
      #expect(try await take(1, &inCategory) == ["left two two"])
    }
  }

  @Test func `a category is deleted that very many articles are filed under`() async throws {
    try await TestServer.with { client in
      var updates = try await begun(client.watch(WatchScope.with { $0.categories = ["categories/town"] }))
      _ = try await client.categories.create(Category(), id: "town")
      _ = try await client.articles.importArticles(
        AsyncStream { stream in
          for number in 0..<300 {
            stream.yield(
              Article.with { article in
                article = draft("a-\(number)")
                article.categories = ["categories/town"]
              })
          }
          stream.finish()
        })
      #expect(try await take(300, &updates).allSatisfy { $0.hasPrefix("entered") })
      let revision = try await client.categories.delete("town", force: true)
      let left = try await take(300, &updates)
      #expect(left.allSatisfy { $0.hasPrefix("left") } && Set(left).count == 300)
      let error = await #expect(throws: RPCError.self) { try await client.categories.get("town") }
      #expect(error?.code == .notFound)
      #expect(try await client.articles.get("a-7").categories == [] && revision > 301)
    }
  }

  @Test func `a watch resumed behind any change tells exactly the rest`() async throws {
    try await TestServer.with { client in
      var updates = try await begun(client.watch())
      var batch: [Article] = []
      for number in 0..<50 { batch.append(draft("a-\(number)")) }
      let articles = batch
      _ = try await client.articles.importArticles(
        AsyncStream { stream in
          for article in articles { stream.yield(article) }
          stream.finish()
        })
      var changes: [ArticleChange] = []
      while changes.count < 50, let update = try await updates.next() {
        if case .change(let change) = update { changes.append(change) }
      }
      for place in stride(from: 0, to: 50, by: 7) {
        var rest = client.watch(from: .resumeToken(changes[place].resumeToken)).makeAsyncIterator()
        #expect(try await take(49 - place, &rest) == changes[(place + 1)...].map(line))
      }
      var all = client.watch(from: .after(revision: 0)).makeAsyncIterator()
      #expect(try await take(50, &all) == changes.map(line))
    }
  }

  @Test func `what is not kept any more is refused, and what cannot be read`() async throws {
    try await TestServer.withServer({ $0.changeHistoryBytes = 2000 }) { server in
      for number in 0..<30 { _ = try await server.client.articles.create(draft("a-\(number)")) }
      func code(_ start: ArticleWatch.Start, query: String = "") async -> RPCError? {
        let scope = WatchScope.with { $0.query = query }
        var updates = server.client.watch(scope, from: start).makeAsyncIterator()
        do {
          _ = try await updates.next()
          return nil
        } catch { return error }
      }
      let compacted = await code(.after(revision: 0))
      #expect(compacted?.code == .outOfRange)
      let info = compacted?.detail(of: ErrorInfo.self)
      #expect(info?.reason == "REVISION_COMPACTED")
      let oldest = try #require(info?.metadata["oldest_revision"].flatMap { Int64($0) })
      #expect(await code(.after(revision: oldest)) == nil)
      #expect(await code(.after(revision: 10_000))?.detail(of: ErrorInfo.self)?.reason == "REVISION_UNKNOWN")
      #expect(await code(.resumeToken("0"))?.code == .invalidArgument)
      #expect(await code(.now, query: "\"open")?.detail(of: ErrorInfo.self)?.reason == "QUERY_SYNTAX")
    }
  }

  @Test func `a run of deletions of large articles goes out in messages that every client takes`()
    async throws
  {
    try await TestServer.with { client in
      let text = String(repeating: "The sea is wide. ", count: 12_000)
      let large = (0..<30).map { number in
        var article = draft("large-\(number)")
        article.language = number % 2 == 0 ? "en" : "ka"
        article.blocks = [Block.with { $0.content = .paragraph(Paragraph.with { $0.text = text }) }]
        return article
      }
      for article in large { _ = try await client.articles.create(article) }
      let written = try await client.articles.create(draft("last")).revision
      for article in large { try await client.articles.delete(article.name) }
      let call = WatchServiceClient(client.channel).watch()
      _ = try await call.send(
        WatchRequest.with { $0.request = .add(AddWatch.with { $0.start = .afterRevision(written) }) })
      var told: [String] = []
      for try await response in call.responses {
        guard case .changes(let changes)? = response.event else { continue }
        told += changes.changes.map(line)
        #expect(changes.changes.count == 1 || response.serializedSize <= 300_000)
        if told.count >= large.count { break }
      }
      call.cancel()
      #expect(told == large.map { "left \($0.name.dropFirst("articles/".count)) A lighthouse" })
    }
  }

  @Test func `a watch goes on where a new meaning of its query changes nothing, and tells by it what comes`()
    async throws
  {
    try await TestServer.with { client in
      _ = try await client.articles.create(draft("first", "Sea birds"))
      var names = try await begun(client.watch(WatchScope.with { $0.query = "Kobakhidze" }))
      var unions = try await begun(client.watch(WatchScope.with { $0.query = "EU" }))
      _ = try await client.articles.create(draft("ka", "კობახიძე ლაპარაკობს", language: "ka"))
      #expect(try await take(1, &names) == ["entered ka კობახიძე ლაპარაკობს"])
      _ = try await client.articles.create(draft("again", "კობახიძე", language: "ka"))
      let set = SynonymSet.with { set in
        set.name = "synonymSets/union"
        set.language = "en"
        set.rules = ["EU, European Union"]
      }
      _ = try await client.synonymSets.put(set)
      _ = try await client.articles.create(draft("talks", "European Union talks"))
      #expect(try await take(1, &unions) == ["entered talks European Union talks"])
      try await client.articles.delete("again")
      #expect(try await take(2, &names) == ["entered again კობახიძე", "left again კობახიძე"])
    }
  }

  @Test func `a watch ends when articles that have not changed match its query otherwise`() async throws {
    try await TestServer.with { client in
      _ = try await client.articles.create(draft("talks", "European Union talks"))
      _ = try await client.articles.create(draft("name", "The band Haus"))
      var unions = try await begun(client.watch(WatchScope.with { $0.query = "EU" }))
      var houses = try await begun(client.watch(WatchScope.with { $0.query = "Häuser" }))
      _ = try await client.articles.create(draft("one", "EU summit"))
      var told: ArticleChange?
      while told == nil, let update = try await unions.next() {
        if case .change(let change) = update { told = change }
      }
      let known = try #require(told)
      let set = SynonymSet.with { set in
        set.name = "synonymSets/union"
        set.language = "en"
        set.rules = ["EU, European Union"]
      }
      _ = try await client.synonymSets.put(set)
      func end(_ updates: inout ArticleWatch.Iterator) async -> RPCError? {
        do {
          while let update = try await updates.next() {
            if case .change(let change) = update { Issue.record("told \(line(change))") }
          }
          return nil
        } catch { return error }
      }
      let ended = await end(&unions)
      #expect(ended?.code == .outOfRange && ended?.detail(of: ErrorInfo.self)?.reason == "QUERY_CHANGED")
      let token = ArticleWatch.Start.resumeToken(known.resumeToken)
      var resumed = client.watch(WatchScope.with { $0.query = "EU" }, from: token).makeAsyncIterator()
      #expect(await end(&resumed)?.detail(of: ErrorInfo.self)?.reason == "QUERY_CHANGED")
      // The token's place is good for everything else.
      var others = client.watch(WatchScope.with { $0.query = "sea" }, from: token).makeAsyncIterator()
      _ = try await client.articles.create(draft("de", "Das Meer", language: "de"))
      #expect(try await take(1, &others) == ["entered de Das Meer"])
      #expect(await end(&houses)?.detail(of: ErrorInfo.self)?.reason == "QUERY_CHANGED")
    }
  }

  @Test func `a token tells in which languages a query was understood`() async throws {
    try await TestServer.with { client in
      let scope = WatchScope.with { $0.query = "Kobakhidze" }
      var updates = client.watch(scope).makeAsyncIterator()
      let token = try await updates.next()?.resumeToken ?? ""
      _ = try await client.articles.create(draft("en", "Kobakhidze speaks"))
      _ = try await client.articles.create(draft("de", "Kobakhidze spricht", language: "de"))
      var resumed = client.watch(scope, from: .resumeToken(token)).makeAsyncIterator()
      #expect(
        try await take(2, &resumed) == ["entered en Kobakhidze speaks", "entered de Kobakhidze spricht"])
    }
  }

  @Test func `one stream holds many watches, and one that is wrong leaves the others alone`() async throws {
    try await TestServer.with { client in
      let call = WatchServiceClient(client.channel).watch()
      func add(_ id: Int64, _ change: (inout AddWatch) -> Void = { _ in }) async throws {
        var add = AddWatch()
        add.watchId = id
        change(&add)
        _ = try await call.send(WatchRequest.with { $0.request = .add(add) })
      }
      var responses = call.responses.makeAsyncIterator()
      try await add(1)
      try await add(2) { $0.scope = WatchScope.with { $0.query = "(" } }
      try await add(3) { $0.readMask = FieldMask(paths: ["url"]) }
      var events: [String] = []
      for _ in 0..<3 {
        guard let response = try await responses.nextNews() else { break }
        switch response.event {
        case .started: events.append("started \(response.watchId)")
        case .ended(let ended): events.append("ended \(response.watchId) \(ended.reason == .refused)")
        default: events.append("?")
        }
      }
      #expect(events == ["started 1", "ended 2 true", "started 3"])
      _ = try await client.articles.create(draft("one"))
      for _ in 0..<2 {
        guard let response = try await responses.nextNews(), case .changes(let changes)? = response.event
        else {
          Issue.record("expected changes")
          return
        }
        #expect(changes.changes.map(\.name) == ["articles/one"])
        #expect((changes.changes[0].article?.title == "") == (response.watchId == 3))
      }
      _ = try await call.send(
        WatchRequest.with { $0.request = .cancel(CancelWatch.with { $0.watchId = 1 }) })
      let ended = try await responses.nextNews()
      #expect(ended?.watchId == 1)
      call.finish()
      call.cancel()
    }
  }

  @Test func `progress tells the revision when nothing happens in the scope`() async throws {
    try await TestServer.with { client in
      let call = WatchServiceClient(client.channel).watch()
      let add = AddWatch.with { add in
        add.watchId = 9
        add.scope = WatchScope.with { $0.articles = ["articles/none"] }
        add.progressInterval = DurationMessage.with { $0.nanos = 100_000_000 }
      }
      _ = try await call.send(WatchRequest.with { $0.request = .add(add) })
      call.finish()
      let written = try await client.articles.create(draft("one"))
      var heard = false
      for try await response in call.responses where response.revision >= written.revision {
        guard case .progress? = response.event else { continue }
        heard = true
        break
      }
      #expect(heard)
      call.cancel()
    }
  }

  @Test func `a drain ends every watch with a token from which it goes on`() async throws {
    try await TestServer.withServer { server in
      let client = server.client
      let call = WatchServiceClient(client.channel).watch()
      _ = try await call.send(
        WatchRequest.with { $0.request = .add(AddWatch.with { $0.watchId = 5 }) })
      var responses = call.responses.makeAsyncIterator()
      _ = try await responses.next()
      server.watches.endAll()
      let ended = try await responses.nextNews()
      guard case .ended(let event)? = ended?.event else {
        Issue.record("expected an end")
        return
      }
      #expect(event.reason == .draining)
      #expect(ended?.resumeToken.isEmpty == false)
      let error = await #expect(throws: RPCError.self) { try await responses.next() }
      #expect(error?.code == .unavailable)
      #expect(error?.detail(of: ErrorInfo.self)?.reason == "DRAINING")
    }
  }
}

extension ResponseStream<WatchResponse>.Iterator {
  /// The next response that is more than a sign of progress, of which a slow machine sees some between any two others.
  fileprivate mutating func nextNews() async throws -> WatchResponse? {
    while let response = try await next() {
      if case .progress? = response.event { continue }
      return response
    }
    return nil
  }
}
