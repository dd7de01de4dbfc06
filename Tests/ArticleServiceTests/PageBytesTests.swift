import ArticleAPI
import MatianeClient
import Protobuf
import Testing

/// What clients take in one message unless they are told to take more.
private let stockLimit = 4 << 20

@Suite(.timeLimit(.minutes(10)))
struct PageBytesTests {
  /// Calls `body` with an archive of nine articles of most of a MiB, and one that no page has room for beside another.
  private static func withLargeArticles(
    _ body: (MatianeClient, _ names: [String]) async throws -> Void
  ) async throws {
    try await TestServer.with { client in
      var names: [String] = []
      for number in 0..<10 {
        var article = draft("large-\(number)", "Lighthouse number \(number)")
        article.story = "stories/of-\(number)"
        let word = String(repeating: "x", count: 199) + " "
        let paragraph = String(repeating: word, count: number == 4 ? 13_500 : 4500)
        article.blocks.append(Block.with { $0.content = .paragraph(Paragraph.with { $0.text = paragraph }) })
        names.append(try await client.articles.create(article).name)
      }
      try await body(client, names)
    }
  }

  @Test(arguments: ["name", "name desc", "publish_time", "create_time desc"])
  func `a list of large articles has pages that stock clients take`(order: String) async throws {
    try await Self.withLargeArticles { client, names in
      var request = ListArticlesRequest()
      request.pageSize = 1000
      request.orderBy = order
      var found: [String] = []
      repeat {
        let page = try await client.articles.service.listArticles(request)
        #expect(page.serializedSize < stockLimit)
        #expect(!page.articles.isEmpty)
        #expect(page.totalSize == 10)
        found += page.articles.map(\.name)
        request.pageToken = page.nextPageToken
        // What is written between two pages is no part of the list.
        if found.count < 4 { _ = try await client.articles.create(draft("late-\(found.count)")) }
      } while !request.pageToken.isEmpty
      #expect(found.count == 10)
      #expect(found.sorted() == names.sorted())
      if order.hasPrefix("name") { #expect(found == (order == "name" ? names : names.reversed())) }
    }
  }

  @Test(arguments: [Collapse.none, .story, .duplicates])
  func `the hits of a search are the same on small pages and on those that are full`(collapse: Collapse)
    async throws
  {
    try await Self.withLargeArticles { client, _ in
      func hits(pageSize: Int32) async throws -> [String] {
        var request = SearchRequest()
        request.query = "lighthouse OR number"
        request.collapse = collapse
        request.pageSize = pageSize
        var found: [String] = []
        repeat {
          let page = try await client.search(request)
          #expect(page.serializedSize < stockLimit)
          #expect(!page.hits.isEmpty || page.nextPageToken.isEmpty)
          found += page.hits.compactMap(\.article?.name)
          request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        return found
      }
      let oneByOne = try await hits(pageSize: 1)
      #expect(!oneByOne.isEmpty)
      #expect(try await hits(pageSize: 1000) == oneByOne)
    }
  }

  @Test func `names that a batch has no room for are told, and the client asks for them`() async throws {
    try await Self.withLargeArticles { client, names in
      let asked = names + ["articles/nowhere"]
      var request = BatchGetArticlesRequest()
      request.names = asked
      let first = try await client.articles.service.batchGetArticles(request)
      #expect(first.serializedSize < stockLimit)
      #expect(first.articles.count + first.remaining.count == 10 + 1)
      #expect(first.remaining.last == "articles/nowhere")
      #expect(first.missing.isEmpty)
      let all = try await client.articles.get(asked)
      #expect(all.articles.map(\.name) == names)
      #expect(all.missing == ["articles/nowhere"])
      #expect(all.remaining.isEmpty)
      #expect(all.readRevision == first.readRevision)
    }
  }

  @Test func `more names than a batch may have are asked for in several, as of one revision`() async throws {
    try await Self.withLargeArticles { client, names in
      let nowhere = (0..<2500).map { "articles/nowhere-\($0)" }
      let all = try await client.articles.get(names + nowhere + names)
      #expect(all.articles.map(\.name) == names + names)
      #expect(all.missing == nowhere && all.remaining.isEmpty)
      let error = await #expect(throws: RPCError.self) { try await client.articles.get([String]()) }
      #expect(error?.code == .invalidArgument)
    }
  }

  @Test func `parts of an export are messages that stock clients take`() async throws {
    try await Self.withLargeArticles { client, names in
      var found: [String] = []
      for try await part in client.articles.export() {
        #expect(part.serializedSize < stockLimit)
        found += part.articles.map(\.name)
      }
      #expect(found.sorted() == names.sorted())
    }
  }

  @Test func `pages of sets of synonyms are bounded by their bytes`() async throws {
    try await TestServer.with { client in
      let rules = (0..<1200).map { "word\($0), \(String(repeating: "w", count: 900))\($0)" }
      for number in 0..<4 {
        var set = SynonymSet()
        set.name = "synonymSets/set-\(number)"
        set.rules = rules
        _ = try await client.synonymSets.put(set)
      }
      var found: [String] = []
      for try await set in client.synonymSets.list() { found.append(set.name) }
      #expect(found == (0..<4).map { "synonymSets/set-\($0)" })
    }
  }
}
