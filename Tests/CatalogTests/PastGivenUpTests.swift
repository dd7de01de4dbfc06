import FullText
import Storage
import StorageTesting
import Synchronization
import Testing

@testable import Catalog

/// Reading the past takes time and memory: it ends when nobody waits any more, and before it takes too much.
@Suite struct PastGivenUpTests {
  /// An archive of so many revisions.
  private func archive(_ revisions: Int) async throws -> TestArchive {
    let archive = try TestArchive { $0.historyRevisions = 100_000 }
    for first in stride(from: 0, to: revisions, by: 500) {
      let mutations = (first..<first + 500).map { number -> Mutation in
        var put = PutArticle()
        put.article = article("a\(number % 50)", "Title \(number)")
        return Mutation(.putArticle(put))
      }
      _ = try await archive.catalog.submit(mutations)
    }
    return archive
  }

  private func reader(
    _ archive: TestArchive, historyBytes: Int = 1 << 30, isWanted: @escaping @Sendable () -> Bool = { true }
  ) throws -> PastReader {
    var options = archive.catalog.options
    options.historyBytes = historyBytes
    return PastReader(
      log: try #require(archive.catalog.opened.withLock { $0?.log }), base: .view(CatalogView(), nil),
      repeats: [],
      options: options, isWanted: isWanted)
  }

  @Test func `What nobody waits for any more is not made any further`() async throws {
    let archive = try await archive(2000)
    let asked = Mutex(0)
    let reader = try reader(archive) {
      asked.withLock { asked in
        asked += 1
        return asked <= 700
      }
    }
    #expect(throws: CatalogError(.cancelled, "gave up making revision 1900 again")) {
      try reader.view(at: 1900)
    }
    #expect(asked.withLock { $0 } == 701)
    try archive.catalog.stop()
  }

  @Test func `A view that would take more memory than the past may is refused`() async throws {
    let archive = try await archive(1000)
    #expect(try reader(archive).view(at: 900).0.revision == 900)
    #expect(await code { _ = try self.reader(archive, historyBytes: 1000).view(at: 900) } == .memoryLimit)
    try archive.catalog.stop()
  }

  @Test func `What was still to be merged in a kept view is left for those who do not wait`() async throws {
    let archive = try await archive(1000)
    var policy = MergePolicy()
    policy.fanIn = 100
    let writer = IndexWriter(schema: ArticleSchema.schema, policy: policy)
    for batch in 0..<policy.fanIn / 10 {
      let documents = (0..<600).map { IndexDocument(key: Array("k\(batch)-\($0)".utf8), payload: []) }
      _ = try writer.apply(documents.map { .add($0) }, revision: 0)
    }
    let base = CatalogView(revision: 0, index: writer.view, categories: CategoryTree())
    var reader = try reader(archive)
    reader.base = .view(base, nil)
    // Each is a stop on the way, and a segment of its own until these are merged.
    var made: [CatalogView] = []
    try reader.views(at: Array(1...100)) { view, _ in made.append(view) }
    let parts = try #require(made.last).index.parts
    #expect(zip(base.index.parts, parts).allSatisfy { $0.segment === $1.segment })
    #expect(parts.count > base.index.parts.count && parts.count < base.index.parts.count + 30)
    try archive.catalog.stop()
  }

  @Test func `A caller who is cancelled does not wait until it is his turn`() async throws {
    let archive = try await archive(1000)
    let busy = Monitor(true)
    archive.catalog.nearPast.thread.add { busy.wait(until: { !$0 }) { _ in } }
    let failure = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await code { _ = try await archive.catalog.view(at: 900) }
    }.value
    #expect(failure == .cancelled)
    let waiting = Task { try await archive.catalog.view(at: 900).revision }
    busy.update { $0 = false }
    #expect(try await waiting.value == 900)
    try archive.catalog.stop()
  }

  @Test func `Views made again are kept only as far as the past may take memory`() async throws {
    let archive = try await archive(1000)
    let read = try reader(archive)
    var options = archive.catalog.options
    for (bytes, expected) in [(1 << 30, 6), (0, 1)] {
      options.historyBytes = bytes
      var past = PastViews(options: options)
      past.add(archive.catalog.view, repeats: [], at: 0)
      let revisions = (1...6).map { UInt64($0 * 100) }
      for revision in revisions { past.keep(try read.view(at: revision).0, nil) }
      #expect(revisions.filter { past.view(at: $0) != nil }.count == expected)
      #expect(past.view(at: 600) != nil)
    }
    try archive.catalog.stop()
  }
}
