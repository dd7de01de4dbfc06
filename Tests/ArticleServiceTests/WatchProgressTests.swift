import ArticleAPI
import GRPC
import MatianeClient
import Synchronization
import Testing

@testable import ArticleService

/// What a watch hears while nothing in its scope changes.
@Suite(.timeLimit(.minutes(10)))
struct WatchProgressTests {
  /// A clock on which time passes because somebody looks at it.
  private final class JumpingClock: Sendable {
    private static let most = 1000
    private let looks = Mutex(0)
    private let start = ContinuousClock.now

    /// Eleven seconds after the look before; it stands still after many looks.
    func now() -> ContinuousClock.Instant {
      let looks = looks.withLock { looks in
        looks = min(looks + 1, Self.most)
        return looks
      }
      return start + .seconds(11) * looks
    }
  }

  @Test func `a watch with a long way to go says how far it is, and is resumed from there`() async throws {
    let clock = JumpingClock()
    try await TestServer.withServer({ _ in }, watching: { $0.now = clock.now }) { server in
      let client = server.client
      let others = (0..<600).map { draft("other-\($0)") }
      _ = try await client.articles.importArticles(
        AsyncStream { stream in
          for article in others { stream.yield(article) }
          stream.finish()
        })
      let last = try await client.articles.create(draft("last"))
      func add(_ start: AddWatch.Start) -> AddWatch {
        AddWatch.with { add in
          add.start = start
          add.scope = WatchScope.with { $0.articles = ["articles/last"] }
        }
      }
      let (places, change) = try await told(by: client, add(.afterRevision(0)))
      #expect(change?.name == last.name)
      // One after each page of the history that holds nothing for it.
      #expect(places.count >= 8)
      #expect(Set(places.map(\.token)).count == places.count)
      #expect(places.map(\.revision) == places.map(\.revision).sorted())
      for place in places {
        #expect(place.revision < last.revision)
        #expect(try await told(by: client, add(.resumeToken(place.token))).change?.name == last.name)
      }
    }
  }

  @Test func `a watch that is over leaves no timer behind`() async throws {
    try await TestServer.withServer { server in
      _ = try await server.client.articles.create(draft("one"))
      let before = await server.timers
      for _ in 0..<20 {
        let call = WatchServiceClient(server.client.channel).watch()
        try await call.send(
          WatchRequest.with { request in
            request.request = .add(AddWatch.with { $0.progressInterval = DurationMessage(.seconds(86_400)) })
          })
        for try await _ in call.responses { break }
        call.cancel()
      }
      while server.watches.load.watches > 0 { await Task.yield() }
      // Of all streams but those whose end the server is just hearing of.
      #expect(await server.timers <= before + 5)
    }
  }

  /// The places that a watch names before its first change, and that change.
  private func told(
    by client: MatianeClient, _ add: AddWatch
  ) async throws -> (places: [(revision: Int64, token: String)], change: ArticleChange?) {
    let call = WatchServiceClient(client.channel).watch()
    defer { call.cancel() }
    try await call.send(WatchRequest.with { $0.request = .add(add) })
    var places: [(revision: Int64, token: String)] = []
    for try await response in call.responses {
      switch response.event {
      case .progress: places.append((response.revision, response.resumeToken))
      case .changes(let changes): return (places, changes.changes.first)
      default: break
      }
    }
    return (places, nil)
  }
}
