import ArticleAPI
import EventLoops
import GRPC
import Glibc
import MatianeClient
import Protobuf
import Synchronization
import Testing

/// The articles as a sequence that is ready at once.
private func stream(_ articles: [Article]) -> AsyncStream<Article> {
  AsyncStream { stream in
    for article in articles { stream.yield(article) }
    stream.finish()
  }
}

/// An article with so many bytes in a quote, outside of its text.
private func quoting(_ id: String, bytes: Int) -> Article {
  var article = draft(id)
  article.quotes = [Quote.with { $0.text = String(repeating: "q", count: bytes) }]
  return article
}

private final class End: Sendable {
  let isReached = Atomic<Bool>(false)
}

@Suite(.timeLimit(.minutes(10)))
struct ImportTests {
  @Test func `many articles are looked through beside the loop, few are not`() async throws {
    let pool = try ComputePool(threads: 1)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    let (entry, exit) = (ends[0], ends[1])
    try await TestServer.withServer(largeRequestPool: pool) { server in
      let articles = server.client.articles
      // The pool's only thread waits for a byte.
      let held = Task(executorPreference: pool) {
        var byte: UInt8 = 0
        return read(entry, &byte, 1)
      }
      let many = (0..<10).map { quoting("a-\($0)", bytes: 10_000) }
      let end = End()
      try await withThrowingTaskGroup(of: Int.self) { group in
        group.addTask {
          defer { end.isReached.store(true, ordering: .relaxed) }
          return try await articles.importArticles(stream(many)).created
        }
        for number in 0..<20 {
          let few = try await articles.importArticles(stream([draft("few-\(number)")]))
          #expect(few.created == 1)
        }
        let isDone = end.isReached.load(ordering: .relaxed)
        #expect(!isDone)
        #expect(write(exit, [1], 1) == 1)
        #expect(try await group.next() == 10)
      }
      #expect(await held.value == 1)
    }
  }

  @Test func `requests are filled by what the articles take, wherever their weight lies`() async throws {
    try await TestServer.with { client in
      let articles = (0..<6).map { quoting("heavy-\($0)", bytes: 2_500_000) }
      let heavyOnes = try await client.articles.importArticles(stream(articles))
      #expect(heavyOnes.created == 6)
      let light = (0..<300).map { quoting("light-\($0)", bytes: 30_000) }
      let lightOnes = try await client.articles.importArticles(stream(light))
      #expect(lightOnes.created == 300)
    }
  }

  @Test func `an article that no message has room for is refused in its place, and the rest goes on`()
    async throws
  {
    try await TestServer.with { client in
      let large = 5_000_000
      let articles = [
        quoting("a", bytes: large), draft("b"), quoting("c", bytes: large), quoting("d", bytes: large),
        draft("e"),
        quoting("f", bytes: large),
      ]
      var lines: [String] = []
      let summary = try await client.articles.importArticles(stream(articles)) { result in
        switch result.outcome {
        case .error(let error):
          lines.append("\(result.itemId) \(result.name) \(StatusCode(number: Int(error.code)))")
        default: lines.append("\(result.itemId) \(result.name)")
        }
      }
      #expect(summary.created == 2 && summary.failed == 4)
      #expect(
        lines == [
          "1 articles/a RESOURCE_EXHAUSTED", "2 articles/b", "3 articles/c RESOURCE_EXHAUSTED",
          "4 articles/d RESOURCE_EXHAUSTED", "5 articles/e", "6 articles/f RESOURCE_EXHAUSTED",
        ])
      let small = try await client.articles.importArticles(
        stream([draft("g"), quoting("h", bytes: 2000), draft("i")]), maxMessageBytes: 1000)
      #expect(small.created == 2 && small.failed == 1)
    }
  }

  @Test func `an article with a name is that article, whatever others have its source id`() async throws {
    try await TestServer.with { client in
      func article(_ id: String, _ language: String) -> Article {
        var article = draft(id, "Wire report in \(language)", language: language)
        article.source = Source.with { $0.id = "wire-7" }
        return article
      }
      let exported = [article("en1", "en"), article("ka1", "ka"), article("ru1", "ru")]
      #expect(try await client.articles.importArticles(stream(exported)).created == 3)
      for article in exported { #expect(try await client.articles.get(article.name).title == article.title) }
      #expect(try await client.articles.importArticles(stream(exported)).created == 0)

      var nameless = article("", "en")
      nameless.name = ""
      nameless.title = "The report again"
      var names: [String] = []
      let again = try await client.articles.importArticles(stream([nameless])) { names.append($0.name) }
      #expect(again.updated == 1 && names == ["articles/en1"])
      nameless.source = Source.with { $0.id = "wire-8" }
      #expect(try await client.articles.importArticles(stream([nameless])).created == 1)
    }
  }
}
