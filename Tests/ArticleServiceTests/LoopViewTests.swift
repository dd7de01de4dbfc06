import Catalog
import EventLoops
import Glibc
import Synchronization
import Testing

@testable import ArticleService

@Suite struct LoopViewTests {
  @Test func `a view is lent on its loop only, and to one call at a time`() async throws {
    try await TestServer.withServer { server in
      let loop = try EventLoop()
      let view = LoopView(server.catalog, loop)
      #expect(!view.lend { _ in Issue.record("lent to another thread") })
      let calls = await onThread(of: loop) {
        var calls = 0
        let isLent = view.lend { _ in
          calls += 1
          if view.lend({ _ in calls += 100 }) { calls += 1000 }
        }
        return isLent ? calls : -1
      }
      #expect(calls == 1)
      await loop.shutdown()
    }
  }

  @Test func `what was acknowledged is read in the turn that had read the archive before`() async throws {
    try await TestServer.withServer { server in
      let loop = try EventLoop()
      let view = LoopView(server.catalog, loop)
      let hasRead = Atomic(false)
      let hasWritten = Atomic(false)
      let writing = Task {
        while !hasRead.load(ordering: .acquiring) { await Task.yield() }
        defer { hasWritten.store(true, ordering: .releasing) }
        _ = try await server.client.articles.create(draft("new"))
      }
      let counts = await onThread(of: loop) {
        var counts: [Int] = []
        _ = view.lend { counts.append($0.articleCount) }
        hasRead.store(true, ordering: .releasing)
        while !hasWritten.load(ordering: .acquiring) { sched_yield() }
        _ = view.lend { counts.append($0.articleCount) }
        return counts
      }
      try await writing.value
      #expect(counts == [0, 1])
      await loop.shutdown()
    }
  }

  private func onThread<Result: Sendable>(
    of loop: EventLoop, _ body: @escaping @Sendable () -> Result
  ) async -> Result {
    await withCheckedContinuation { done in loop.execute { done.resume(returning: body()) } }
  }
}
