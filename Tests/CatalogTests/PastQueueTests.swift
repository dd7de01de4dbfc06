import Storage
import Synchronization
import Testing

@testable import Catalog

/// Reading the past takes turns: who reads much of it holds nobody up for long.
@Suite struct PastQueueTests {
  private func waiting(_ revision: UInt64, _ caller: String, _ connection: String = "") -> PastQueue.Waiting {
    PastQueue.Waiting(
      revision: revision, reader: PastReading(caller: caller, connection: connection), answer: .init())
  }

  private func rest(_ queue: PastQueue) -> [UInt64] {
    var revisions: [UInt64] = []
    while let next = queue.next() { revisions.append(next.revision) }
    return revisions
  }

  @Test func `Callers take turns, and the connections of each, and each is served in order`() {
    let queue = PastQueue(JobThread(name: "test"))
    for revision in [1, 2, 3, 4] as [UInt64] { queue.add(waiting(revision, "a", "1")) }
    for revision in [5, 6] as [UInt64] { queue.add(waiting(revision, "a", "2")) }
    queue.add(waiting(7, "b"))
    for revision in [8, 9] as [UInt64] { queue.add(waiting(revision, "c")) }
    #expect(rest(queue) == [1, 7, 8, 5, 9, 2, 6, 3, 4])
    queue.add(waiting(10, "b"))
    #expect(rest(queue) == [10])
  }

  @Test func `Who does not wait any more takes no turn`() {
    let queue = PastQueue(JobThread(name: "test"))
    let entries = [waiting(1, "a"), waiting(2, "a"), waiting(3, "b"), waiting(4, "a")]
    for entry in entries { queue.add(entry) }
    for index in [0, 2] { entries[index].answer.giveUp() }
    #expect(rest(queue) == [2, 4])
  }

  @Test func `Whoever waits alone is told from one who waits beside others`() {
    let queue = PastQueue(JobThread(name: "test"))
    let own = PastReading(caller: "a", connection: "1")
    #expect(queue.isAlone(own))
    queue.add(waiting(1, "a", "1"))
    #expect(queue.isAlone(own))
    #expect(!queue.isAlone(PastReading(caller: "a", connection: "2")))
    queue.add(waiting(2, "a", "2"))
    #expect(!queue.isAlone(own))
    #expect(rest(queue) == [1, 2])
    queue.add(waiting(3, "b", "1"))
    #expect(!queue.isAlone(own))
  }

  @Test func `What lies on the way is taken from all, the lowest first, and each revision whole`() {
    let queue = PastQueue(JobThread(name: "test"))
    for (revision, caller) in [(30, "a"), (10, "a"), (20, "b"), (20, "c"), (40, "a"), (9, "b")]
      as [(UInt64, String)]
    {
      queue.add(waiting(revision, caller))
    }
    #expect(queue.take(10..<40, most: 2).map(\.revision) == [10, 20, 20])
    #expect(queue.take(10..<40, most: 2).map(\.revision) == [30])
    #expect(queue.take(10..<40, most: 2).isEmpty)
    #expect(rest(queue) == [40, 9])
  }

  /// An archive of so many revisions that were published a few hundred at a time.
  private func archive(_ revisions: Int, kept: UInt64 = 100_000) async throws -> TestArchive {
    let archive = try TestArchive { $0.historyRevisions = kept }
    for first in stride(from: 0, to: revisions, by: 250) {
      let mutations = (first..<first + 250).map { number -> Mutation in
        var put = PutArticle()
        put.article = article("a\(number % 50)", "Title \(number)")
        return Mutation(.putArticle(put), request: number % 10 == 0 ? "request-\(number % 100)" : "")
      }
      _ = try await archive.catalog.submit(mutations)
    }
    return archive
  }

  @Test func `Revisions with one base are made on one way through the log, as if each were made alone`()
    async throws
  {
    let archive = try await archive(1000)
    let asked = Mutex(0)
    let reader = PastReader(
      log: try #require(archive.catalog.opened.withLock { $0?.log }),
      base: .view(CatalogView(), RequestMemory()),
      repeats: [], options: archive.catalog.options
    ) {
      asked.withLock { $0 += 1 }
      return true
    }
    let wanted: [UInt64] = [1, 2, 99, 100, 511, 512, 513, 900]
    var made: [ViewContent] = []
    try reader.views(at: wanted) { view, _ in made.append(ViewContent(view)) }
    #expect(asked.withLock { $0 } == 900)
    #expect(try made == wanted.map { ViewContent(try reader.view(at: $0).0) })
    try archive.catalog.stop()
  }

  @Test(.timeLimit(.minutes(10)))
  func `Who waits too long is refused by his own revision, and nobody with him`() async throws {
    let archive = try await archive(1000, kept: 500)
    let busy = Monitor(true)
    archive.catalog.nearPast.thread.add { busy.wait(until: { !$0 }) { _ in } }
    func read(_ revision: UInt64) -> Task<Result<UInt64, CatalogError>, Never> {
      Task {
        do throws(CatalogError) {
          return .success(try await archive.catalog.view(at: revision).revision)
        } catch {
          return .failure(error)
        }
      }
    }
    let reads = [505, 510, 700].map { ($0, read($0)) }
    while archive.catalog.nearPast.count < reads.count { await Task.yield() }
    for number in 0..<50 { try await archive.put(article("b\(number)", "Title")) }
    busy.update { $0 = false }
    for (revision, read) in reads {
      switch await read.value {
      case .success(let found): #expect(found == revision && revision == 700)
      case .failure(let error):
        #expect(error.code == .revisionCompacted && revision < 551)
        #expect(error.message.contains("revision \(revision) is no longer kept"))
      }
    }
    try archive.catalog.stop()
  }

  @Test func `All who wait at once are answered with their own revision`() async throws {
    let archive = try await archive(1000)
    let busy = Monitor(true)
    archive.catalog.nearPast.thread.add { busy.wait(until: { !$0 }) { _ in } }
    let found = await withTaskGroup(of: (UInt64, ViewContent?).self) { group in
      for number in 0..<200 as Range<UInt64> {
        let revision = 1 + number * 37 % 990
        let reader = PastReading(caller: "\(number % 3)", connection: "\(number % 7)")
        group.addTask {
          let view = try? await archive.catalog.view(at: revision, for: reader)
          return (revision, view.map { ViewContent($0) })
        }
      }
      busy.update { $0 = false }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(found.count == Set((0..<200).map { $0 * 37 % 990 }).count)
    for (revision, content) in found {
      #expect(content.revision == revision)
      guard revision % 20 == 0 else { continue }
      #expect(ViewContent(try await archive.catalog.view(at: revision)) == content)
    }
    try archive.catalog.stop()
  }
}
