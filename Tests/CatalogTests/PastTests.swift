import ArticleAPI
import Catalog
import Protobuf
import Storage
import StorageTesting
import Synchronization
import Testing

/// The past by revision: complete within its window, honest about its end.
@Suite struct PastTests {
  /// Writes in batches, so that most revisions are never published by themselves; returns the content at every revision.
  private func fill(_ archive: TestArchive, batches: Int) async throws {
    var generator = SeededGenerator(seed: 11)
    for batch in 0..<batches {
      let mutations = (0..<8).map { number -> Mutation in
        let id = "a\(Int.random(in: 0..<12, using: &generator))"
        if number == 5 {
          var delete = DeleteArticle()
          delete.name = "articles/\(id)"
          delete.allowMissing = true
          return Mutation(.deleteArticle(delete))
        }
        var put = PutArticle()
        put.article = article(id, "Title \(batch) \(number)", categories: ["c\(number % 3)"])
        put.createMissingCategories = true
        // Every batch repeats a request of the one before.
        return Mutation(.putArticle(put), request: number == 7 ? "request-\((batch + 1) / 2)" : "")
      }
      _ = try await archive.catalog.submit(mutations)
    }
  }

  /// What an archive holds that was given the first so many mutations one by one.
  private func expected(_ disk: SimulatedDisk, upTo revision: UInt64) throws -> ViewContent {
    let log = try LocalLog.open(directory: "data/log", files: disk).log
    let copy = SimulatedDisk()
    try copy.createDirectory("log")
    let cut = try LocalLog.open(directory: "log", files: copy).log
    try log.replay(from: 1) { sequence, payload in
      if sequence <= revision { _ = try cut.append([Array(payload)]) }
    }
    try cut.close()
    let only = SimulatedDisk()
    try only.createDirectory("data")
    _ = try DataDirectory(path: "data", files: only)
    try only.createDirectory("data/log")
    for name in try copy.list("log") {
      let bytes = copy.bytes(of: "log/\(name)") ?? []
      _ = try only.open("data/log/\(name)", .create)
      only.setBytes(of: "data/log/\(name)", to: bytes)
    }
    only.restart()
    let archive = try TestArchive(only)
    defer { try? archive.catalog.stop() }
    return ViewContent(archive.catalog.view)
  }

  @Test func `Every revision can be read, also those that were published together with later ones`()
    async throws
  {
    let archive = try TestArchive {
      $0.historyRevisions = 1000
      $0.checkpointsOnStop = false
    }
    try await fill(archive, batches: 12)
    var found: [UInt64: ViewContent] = [:]
    for revision in UInt64(1)...96 {
      let view = try await archive.catalog.view(at: revision)
      #expect(view.revision == revision)
      found[revision] = ViewContent(view)
      #expect(found[revision]?.disagreements(with: view) == [])
    }
    try archive.catalog.stop()
    archive.disk.restart()
    for revision in [1, 7, 8, 9, 16, 23, 47, 63, 64, 65, 95, 96] as [UInt64] {
      #expect(try found[revision] == expected(archive.disk, upTo: revision), "revision \(revision)")
    }
  }

  @Test func `The past survives a crash as far as the log reaches back to the snapshot`() async throws {
    let archive = try TestArchive { $0.historyRevisions = 1000 }
    try await fill(archive, batches: 3)
    _ = try await archive.catalog.checkpoint()
    try await fill(archive, batches: 3)
    let before = ViewContent(try await archive.catalog.view(at: 30))
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk) { $0.historyRevisions = 1000 }
    #expect(again.catalog.oldestRevision == 24)
    #expect(ViewContent(try await again.catalog.view(at: 30)) == before)
    #expect(await code { _ = try await again.catalog.view(at: 23) } == .revisionCompacted)
    try again.catalog.stop()
  }

  @Test func `A revision leaves with its window, and the refusal names the oldest`() async throws {
    let seconds = Mutex<Int64>(1_700_000_000)
    let archive = try TestArchive {
      $0.historyRevisions = 1000
      $0.history = .seconds(60)
      $0.now = {
        var time = Timestamp()
        time.seconds = seconds.withLock { $0 }
        return time
      }
    }
    for number in 0..<200 {
      try await archive.put(article("a\(number % 7)", "Title \(number)"))
      seconds.withLock { $0 += 1 }
    }
    let oldest = archive.catalog.oldestRevision
    // One view beyond the window is kept, to begin with.
    #expect((130...140).contains(oldest))
    #expect(try await archive.catalog.view(at: oldest).revision == oldest)
    do {
      _ = try await archive.catalog.view(at: oldest - 1)
      Issue.record("a revision outside of the window was read")
    } catch {
      #expect(error.code == .revisionCompacted && error.oldestRevision == oldest)
      #expect(error.message.contains("\(oldest)"))
    }
    try archive.catalog.stop()
  }

  @Test func `The log is kept as far back as the past can be read`() async throws {
    let archive = try TestArchive {
      $0.log.fileBytes = 2000
      $0.historyRevisions = 40
      $0.keptSnapshots = 1
    }
    for number in 0..<200 { try await archive.put(article("a\(number % 7)", "Title \(number)")) }
    _ = try await archive.catalog.checkpoint()
    let oldest = archive.catalog.oldestRevision
    #expect(oldest == 161)
    for revision in oldest...200 {
      #expect(try await archive.catalog.view(at: revision).revision == revision)
    }
    try archive.catalog.stop()
  }
}
