import ArticleAPI
import EventLoops
import FullText
import GRPC
import Glibc
import MatianeClient
import Synchronization
import Testing

@testable import ArticleService
@testable import Catalog

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

  /// The bytes of the article that is indexed, and how often that is done at once.
  private struct Work {
    var made = 0
    var atOnce = 0
    var mostAtOnce = 0
  }

  /// Who is there already.
  private final class Gate: Sendable {
    let arrived = Atomic(0)
  }

  @Test(arguments: [1000, 1 << 20])
  func `An article that several watches look at is indexed once, and a long one beside no other`(
    bytes: Int
  ) async throws {
    let work = Mutex(Work())
    let indexes = SingleArticleIndexes { isBegun in
      work.withLock { work in
        work.made += isBegun ? 1 : 0
        work.atOnce += isBegun ? 1 : -1
        work.mostAtOnce = max(work.mostAtOnce, work.atOnce)
      }
      // Long enough for the others to come.
      if isBegun { for _ in 0..<200 { sched_yield() } }
    }
    var article = Article()
    article.title = String(repeating: "x ", count: bytes / 2)
    let state = RecordedChange.State(payload: article.serialized(), language: "en", categories: [])
    let threads = 4
    let gate = Gate()
    let pool = try ComputePool(threads: threads * 2, name: "test")
    await withTaskGroup(of: Void.self) { group in
      for thread in 0..<threads * 2 {
        let change = RecordedChange(
          position: ChangePosition(revision: UInt64(1 + thread % 2), changes: 1), id: "a", before: nil,
          after: state)
        group.addTask {
          let look: @Sendable () -> Void = {
            gate.arrived.add(1, ordering: .relaxed)
            while gate.arrived.load(ordering: .relaxed) < threads * 2 { sched_yield() }
            #expect((try? indexes.view(of: change, isAfter: true))?.liveCount == 1)
          }
          await pool.run(look)
        }
      }
    }
    let done = work.withLock { $0 }
    #expect(done.made == 2)
    #expect(bytes < 1 << 20 || done.mostAtOnce == 1)
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
