import ArticleAPI
import GRPC
import MatianeClient
import Testing

@testable import ArticleService

@Suite(.timeLimit(.minutes(10)))
struct LiveQueryTests {
  private static let manyWords = WatchScope.with { scope in
    scope.query = (0..<1000).map { "word\($0)" }.joined(separator: " ")
  }

  /// The reason for which a watch of many words is refused; nil when it is not.
  private func refusal(_ server: TestServer, _ work: WatchWork) -> RPCError? {
    do throws(RPCError) {
      _ = try CompiledScope(
        Self.manyWords, server.catalog.view, languages: [.english], access: nil,
        indexes: SingleArticleIndexes(),
        known: nil, work)
      return nil
    } catch { return error }
  }

  @Test func `a live query costs no more than a search may, and ends with its call`() async throws {
    try await TestServer.withServer { server in
      let monitor = ArchiveMonitor()
      #expect(refusal(server, WatchWork(goOn: { true }, monitor: monitor)) == nil)
      #expect(refusal(server, WatchWork(goOn: { false }, monitor: monitor))?.code == .deadlineExceeded)
      monitor.set(slowAfter: nil, maxCost: 1)
      let error = refusal(server, WatchWork(goOn: { true }, monitor: monitor))
      #expect(error?.detail(of: ErrorInfo.self)?.reason == "QUERY_TOO_COSTLY")
    }
  }
}
