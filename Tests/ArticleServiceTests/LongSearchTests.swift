import ArticleAPI
import Catalog
import EventLoops
import FullText
import GRPC
import Glibc
import MatianeClient
import Protobuf
import Synchronization
import Testing

@testable import ArticleService

@Suite(.timeLimit(.minutes(10)))
struct LongSearchTests {
  /// The threads that asked whether to go on, and how often that was.
  private final class Askers: Sendable {
    let threads = Mutex<Set<pthread_t>>([])
    let count = Atomic<Int>(0)

    func ask() {
      count.wrappingAdd(1, ordering: .relaxed)
      _ = threads.withLock { $0.insert(pthread_self()) }
    }
  }

  /// Short ones, so that a search of many postings is still one of a short text.
  private static let words = "abcdefghijklmnopqrstuvwxy".flatMap { letter in (0..<10).map { "\(letter)\($0)" }
  }

  /// Every article holds every word.
  private func fill(_ server: TestServer) async throws {
    let text = Self.words.joined(separator: " ")
    let articles = AsyncStream<Article> { stream in
      for number in 0..<600 {
        var article = draft("long-\(number)")
        article.blocks = [Block.with { $0.content = .paragraph(Paragraph.with { $0.text = text }) }]
        stream.yield(article)
      }
      stream.finish()
    }
    _ = try await server.client.articles.importArticles(articles)
  }

  private func plan(words: Int, _ askers: Askers) -> SearchPlan {
    var plan = SearchPlan(.or(Self.words.prefix(words).map { .word($0) }))
    plan.wantsTotal = true
    plan.goOn = {
      askers.ask()
      return true
    }
    return plan
  }

  @Test func `a long search leaves its thread and answers the same, a short one stays`() async throws {
    try await TestServer.withServer { server in
      try await fill(server)
      let view = server.catalog.view
      let pool = try ComputePool(threads: 1)
      for words in [2, 250] {
        let askers = Askers()
        let plan = plan(words: words, askers)
        let there = try await Archive(server.catalog, longWork: pool).run(plan, for: nil) {
          plan throws(RPCError) in
          try view.search(plan)
        }
        #expect(there.total == 600)
        #expect(askers.threads.withLock { $0.count } == (words == 2 ? 1 : 2))
        #expect(try view.search(plan).hits == there.hits)
      }
    }
  }

  @Test func `what a long query matches is not looked for on the thread that asks`() async throws {
    try await TestServer.withServer { server in
      try await fill(server)
      let view = server.catalog.view
      let pool = try ComputePool(threads: 1)
      let there = await withTaskExecutorPreference(pool) { () async in pthread_self() }
      for isLong in [false, true] {
        let askers = Askers()
        var plan = plan(words: 2, askers)
        if isLong { plan.query = .or([plan.query, .word(String(repeating: "x", count: 600))]) }
        let result = try await Archive(server.catalog, longWork: pool).run(plan, for: nil) {
          plan throws(RPCError) in
          try view.search(plan)
        }
        #expect(result.total == 600)
        #expect(askers.threads.withLock { $0.contains(there) } == isLong)
      }
    }
  }

  @Test
  func
    `highlights of a long article are made on another thread and stay the same, those of a short one are not`()
    async throws
  {
    try await TestServer.withServer { server in
      for (name, words) in [("short", 100), ("long", 60_000)] {
        var article = draft(name)
        let text = (0..<words).map { "filler\($0)" }.joined(separator: " ") + " needle"
        article.blocks = [Block.with { $0.content = .paragraph(Paragraph.with { $0.text = text }) }]
        _ = try await server.client.articles.create(article)
        let view = server.catalog.view
        let archive = Archive(server.catalog, longWork: try ComputePool(threads: 1))
        let askers = Askers()
        var plan = SearchPlan(.word("needle"))
        plan.goOn = {
          askers.ask()
          return true
        }
        let document = try #require(view.index.find(key: Array(name.utf8)))
        let there = try await archive.run(plan, for: nil) { plan throws(RPCError) in
          try Highlighting(HighlightOptions(), plan, view).highlights(of: document)
        }
        #expect(askers.threads.withLock { $0.count } == (name == "short" ? 1 : 2))
        #expect(there == (try Highlighting(HighlightOptions(), plan, view).highlights(of: document)))
        #expect(there.first?.spans.count == 1)
      }
    }
  }

  @Test func `facets of many values are counted on another thread and stay the same, those of few are not`()
    async throws
  {
    try await TestServer.withServer { server in
      let values = 20_000
      var article = draft("tagged")
      article.tags = (0..<values).map { "tag \($0)" }
      _ = try await server.client.articles.create(article)
      let view = server.catalog.view
      let archive = Archive(server.catalog, longWork: try ComputePool(threads: 1))
      for (field, isLong) in [(ArticleSchema.language, false), (ArticleSchema.tag, true)] {
        let askers = Askers()
        var plan = SearchPlan(.all)
        plan.facets = [.values(field, limit: 3)]
        plan.goOn = {
          askers.ask()
          return true
        }
        let there = try await archive.run(plan, for: nil) { plan throws(RPCError) in try view.search(plan) }
        #expect(askers.threads.withLock { $0.count } == (isLong ? 2 : 1))
        #expect(try view.search(plan).facets == there.facets)
        guard isLong else { continue }
        guard case .values(let first, let others) = there.facets[0] else {
          Issue.record("expected values")
          continue
        }
        #expect(first.map(\.value) == ["tag 0", "tag 1", "tag 10"] && first.allSatisfy { $0.count == 1 })
        #expect(others == values - 3)
      }
    }
  }

  @Test func `new names are spelt in other scripts on another thread, known ones are not`() async throws {
    try await TestServer.withServer { server in
      var article = draft("name")
      article.blocks = [Block.with { $0.content = .paragraph(Paragraph.with { $0.text = "Кобахидзе" }) }]
      _ = try await server.client.articles.create(article)
      let view = server.catalog.view
      let archive = Archive(server.catalog, longWork: try ComputePool(threads: 1))
      let languages: [Language] = [.english, .georgian, .russian]
      let query = Query.and([.word("Kobakhidze"), .word("Saakashvili")])
      for threads in [2, 1] {
        let askers = Askers()
        let plan = try await archive.planning("two names", view, for: nil) { goOn throws(RPCError) in
          askers.ask()
          return SearchPlan(try view.expand(query, languages, while: goOn), languages: languages)
        }
        #expect(askers.threads.withLock { $0.count } == threads)
        let spelt = Query.name("Kobakhidze", otherSpellings: ["кобахидзе"])
        #expect(plan.query == .and([spelt, .word("Saakashvili")]))
      }
    }
  }

  @Test func `a long search that nobody waits for any more ends early`() async throws {
    try await TestServer.withServer { server in
      try await fill(server)
      let view = server.catalog.view
      let archive = Archive(server.catalog, longWork: try ComputePool(threads: 1))
      let askers = Askers()
      var plan = plan(words: 500, askers)
      plan.goOn = {
        askers.ask()
        return askers.count.load(ordering: .relaxed) < LoopAllowance.questions + 3
      }
      let abandoned = plan
      await #expect(throws: RPCError.self) {
        try await archive.run(abandoned, for: nil) { plan throws(RPCError) in try view.search(plan) }
      }
      #expect(askers.count.load(ordering: .relaxed) == LoopAllowance.questions + 3)
    }
  }
}
