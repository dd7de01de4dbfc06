import ArticleAPI
import EventLoops
import GRPC
import MatianeClient
import Protobuf
import Synchronization
import Testing

/// What the client makes of servers that end calls when nobody expects it.
@Suite(.timeLimit(.minutes(10)))
struct OddServerTests {
  /// A server with one service, and a client of it.
  private func with(
    _ service: any Service, _ body: (MatianeClient) async throws -> Void
  ) async throws {
    let loops = try EventLoopGroup(count: 1)
    let server = Server([service], on: loops)
    let client = MatianeClient(channel: try Channel(inProcess: server))
    try await body(client)
    await client.close()
    await server.shutDownGracefully(grace: .seconds(10))
    await loops.shutdown()
  }

  @Test func `a list whose pages come again and again ends with an error behind what came`() async throws {
    try await with(SamePage()) { client in
      var names: [String] = []
      let error = await #expect(throws: RPCError.self) {
        for try await article in client.articles.list() { names.append(article.name) }
      }
      #expect(error?.code == .internal)
      #expect(error?.message.contains("next_page_token is the page_token") == true)
      // The second page is another one; that it comes again is what its token says.
      #expect(names == ["articles/", "articles/next"])
    }
  }

  @Test func `articles that remain for ever end with an error`() async throws {
    try await with(SamePage()) { client in
      let error = await #expect(throws: RPCError.self) { try await client.articles.get(["a", "b"]) }
      #expect(error?.code == .internal && error?.message.contains("remaining") == true)
    }
  }

  @Test func `a search whose pages come again and again ends with an error, if it is not full before`()
    async throws
  {
    try await with(SamePage()) { client in
      var request = SearchRequest()
      request.pageSize = 2
      let whole = try await client.searchWhole(request)
      #expect(whole.hits.count == 2)
      request.pageSize = 3
      let error = await #expect(throws: RPCError.self) { try await client.searchWhole(request) }
      #expect(error?.code == .internal && error?.message.contains("next_page_token") == true)
    }
  }

  @Test(arguments: [1, 2, 1000])
  func `an import that the server ends early, and well, has lost articles`(count: Int) async throws {
    try await with(EarlyImport()) { client in
      let articles = (0..<count).map { draft("a-\($0)") }
      let error = await #expect(throws: RPCError.self) {
        try await client.articles.importArticles(
          AsyncStream { stream in
            for article in articles { stream.yield(article) }
            stream.finish()
          })
      }
      #expect(error?.code == .dataLoss)
    }
  }

  @Test func `a watch comes again when a server with too much to do says when`() async throws {
    let service = BusyWatch()
    try await with(service) { client in
      var updates = client.watch().makeAsyncIterator()
      for revision in [1, 3] as [Int64] {
        guard case .progress(revision, _)? = try await updates.next() else {
          Issue.record("expected progress at \(revision)")
          return
        }
      }
      // What says no time is final.
      let error = await #expect(throws: RPCError.self) { _ = try await updates.next() }
      #expect(error?.code == .resourceExhausted)
    }
    #expect(service.calls.withLock { $0 } == 4)
  }

  @Test func `a watch that does not begin fails after the silence that its reader bears`() async throws {
    try await with(SilentWatch()) { client in
      var updates = client.watch(maxSilence: .milliseconds(20)).makeAsyncIterator()
      let error = await #expect(throws: RPCError.self) { _ = try await updates.next() }
      #expect(error?.code == .deadlineExceeded)
      #expect(error?.message.contains("20 ms") == true)
    }
  }

  @Test(arguments: [true, false])
  func `a watch that is ended as soon as it has begun is opened again less and less often`(hasError: Bool)
    async throws
  {
    let service = ShortWatch(hasError: hasError)
    let start = ContinuousClock.now
    try await with(service) { client in
      var updates = client.watch().makeAsyncIterator()
      for _ in 0..<5 { _ = try await updates.next() }
    }
    #expect(service.calls.withLock { $0 } == 5)
    // The shortest of the four waits between.
    #expect(start.duration(to: .now) >= .milliseconds(25 + 50 + 100 + 200))
  }
}

/// Sends the same page whatever its client asks for.
private struct SamePage: Service {
  static let serviceDescriptor = ArticleServiceMethods.service

  func register(on router: inout Router) {
    router.unary(ArticleServiceMethods.listArticles) { request, _ in
      var response = ListArticlesResponse()
      response.articles = [Article.with { $0.name = "articles/\(request.pageToken)" }]
      response.nextPageToken = "next"
      return response
    }
    router.unary(ArticleServiceMethods.batchGetArticles) { request, _ in
      var response = BatchGetArticlesResponse()
      response.remaining = request.names
      return response
    }
    router.unary(SearchServiceMethods.search) { _, _ in
      var response = SearchResponse()
      response.hits = [SearchHit()]
      response.nextPageToken = "next"
      return response
    }
  }
}

/// Takes watches and says nothing.
private struct SilentWatch: Service {
  static let serviceDescriptor = WatchServiceMethods.service

  func register(on router: inout Router) {
    router.bidirectional(WatchServiceMethods.watch) { requests, _, _ in
      for try await _ in requests {}
      try await Task.sleep(for: .seconds(3600))
    }
  }
}

/// Begins every watch and ends it at once.
private final class ShortWatch: Service {
  static let serviceDescriptor = WatchServiceMethods.service
  let calls = Mutex(0)
  private let hasError: Bool

  init(hasError: Bool) { self.hasError = hasError }

  func register(on router: inout Router) {
    router.bidirectional(WatchServiceMethods.watch) { [self] requests, responses, _ in
      calls.withLock { $0 += 1 }
      for try await _ in requests {
        var response = WatchResponse()
        response.watchId = 1
        response.event = .started(WatchStarted())
        try await responses.send(response)
        if hasError { throw RPCError(.unavailable, "the watch is lost") }
        response.event = .ended(WatchEnded())
        try await responses.send(response)
      }
    }
  }
}

/// Takes one request of an import, and is done.
private struct EarlyImport: Service {
  static let serviceDescriptor = ArticleServiceMethods.service

  func register(on router: inout Router) {
    router.bidirectional(ArticleServiceMethods.importArticles) { requests, _, _ in
      for try await _ in requests { return }
    }
  }
}

/// Begins a watch and loses it, has too much to do, begins it again and loses it, and then refuses it for good.
private final class BusyWatch: Service {
  static let serviceDescriptor = WatchServiceMethods.service
  let calls = Mutex<Int64>(0)

  func register(on router: inout Router) {
    router.bidirectional(WatchServiceMethods.watch) { [self] requests, responses, _ in
      let number = calls.withLock { calls in
        calls += 1
        return calls
      }
      for try await request in requests {
        guard case .add(let add)? = request.request else { continue }
        if number % 2 == 0 {
          let retry = RetryInfo.with { $0.retryDelay = DurationMessage(.zero) }
          throw RPCError(.resourceExhausted, "too many calls", details: number == 2 ? [retry] : [])
        }
        var response = WatchResponse()
        response.watchId = add.watchId
        response.revision = number
        response.event = .started(WatchStarted())
        try await responses.send(response)
        throw RPCError(.unavailable, "the watch is lost")
      }
    }
  }
}
