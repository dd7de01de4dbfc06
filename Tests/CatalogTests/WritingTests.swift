import ArticleAPI
import Catalog
import Glibc
import Protobuf
import Storage
import StorageTesting
import Testing

@Suite struct WritingTests {
  @Test func `Concurrent writers lose no update and get distinct revisions`() async throws {
    let archive = try TestArchive()
    let revisions = try await withThrowingTaskGroup(of: [UInt64].self) { group in
      for writer in 0..<8 {
        group.addTask {
          var revisions: [UInt64] = []
          for round in 0..<20 {
            let outcome = try await archive.put(article("w\(writer)-\(round)", categories: ["c\(round % 3)"]))
            #expect(archive.catalog.revision >= outcome.revision)
            #expect(archive.article("w\(writer)-\(round)") == outcome.article)
            revisions.append(outcome.revision)
          }
          return revisions
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(revisions) == Set(1...160))
    let view = archive.catalog.view
    let content = ViewContent(view)
    #expect(content.disagreements(with: view) == [])
    archive.crash(powerCut: true)
    #expect(try TestArchive.look(at: archive.disk) { ViewContent($0.view) } == content)
  }

  @Test func `Of those who change one article at once by etag exactly one succeeds each time`() async throws {
    let archive = try TestArchive()
    var current = try #require(try await archive.put(article("a")).article)
    for round in 0..<10 {
      let etag = current.etag
      let winners = await withTaskGroup(of: Article?.self) { group in
        for writer in 0..<6 {
          group.addTask {
            try? await archive.update(article("a", "\(round) \(writer)"), mask: ["title"]) {
              $0.expectedEtag = etag
            }
            .article
          }
        }
        return await group.reduce(into: [Article]()) { if let article = $1 { $0.append(article) } }
      }
      #expect(winners.count == 1)
      current = try #require(winners.first)
    }
    #expect(archive.article("a") == current)
    try archive.catalog.stop()
  }

  @Test(.timeLimit(.minutes(5)))
  func `While nobody writes, segments are merged until each is twice the newer ones`() async throws {
    let archive = try TestArchive { $0.restsAfter = .milliseconds(1) }
    for number in 0..<20 { try await archive.put(article("a\(number)")) }
    let content = ViewContent(archive.catalog.view)
    while !isAtRest(archive.catalog.view) {
      try Task.checkCancellation()
      await Task.yield()
    }
    #expect(ViewContent(archive.catalog.view) == content)
    try await archive.put(article("a20"))
    #expect(archive.article("a20") != nil)
    try archive.catalog.stop()
  }

  private func isAtRest(_ view: CatalogView) -> Bool {
    let sizes = view.index.parts.map(\.liveCount)
    return sizes.indices.allSatisfy { sizes[$0] >= 2 * sizes[($0 + 1)...].reduce(0, +) }
  }

  @Test func `A view taken before stays as it was while the archive goes on`() async throws {
    let archive = try TestArchive()
    for number in 0..<30 { try await archive.put(article("a\(number)")) }
    let old = archive.catalog.view
    let before = ViewContent(old)
    for number in 0..<200 { try await archive.put(article("a\(number % 40)", "Changed \(number)")) }
    #expect(ViewContent(old) == before)
    #expect(before.disagreements(with: old) == [])
    #expect(
      try await archive.catalog.view(at: archive.catalog.revision - 1).revision == archive.catalog.revision
        - 1)
    #expect(await code { _ = try await archive.catalog.view(at: 1) } == .revisionCompacted)
    #expect(await code { _ = try await archive.catalog.view(at: 9999) } == .revisionUnknown)
    try archive.catalog.stop()
  }

  @Test func `Waiting for a revision ends when it is published, with its task, or when the server stops`()
    async throws
  {
    let archive = try TestArchive()
    let waiting = Task { try await archive.catalog.view(atLeast: 2).revision }
    let hopeless = Task { await code { _ = try await archive.catalog.view(atLeast: 99) } }
    try await archive.put(article("a"))
    try await archive.put(article("b"))
    #expect(try await waiting.value >= 2)
    hopeless.cancel()
    #expect(await hopeless.value == .cancelled)
    let late = Task { await code { _ = try await archive.catalog.view(atLeast: 99) } }
    archive.catalog.endWaiting()
    #expect(await late.value == .draining)
    #expect(await code { _ = try await archive.catalog.view(atLeast: 99) } == .draining)
    #expect(try await archive.catalog.view(atLeast: 2).revision >= 2)
    try archive.catalog.stop()
  }

  @Test func `A write is in the newest view when it is acknowledged`() async throws {
    let archive = try TestArchive()
    #expect(archive.catalog.view.revision == 0)
    for number in 1...100 {
      try await archive.put(article("a\(number)"))
      let view = archive.catalog.view
      #expect(view.revision == UInt64(number) && view.articleCount == number)
    }
    try archive.catalog.stop()
  }

  @Test func `What is merged behind single writes is published, though nobody writes on`() async throws {
    let archive = try TestArchive { $0.restsAfter = .seconds(3600) }
    for number in 1...40 { try await archive.put(article("a\(number)")) }
    // The writer comes to this behind the merges.
    _ = try await archive.catalog.checkpoint()
    let view = archive.catalog.view
    #expect(view.articleCount == 40 && view.index.parts.count < 16)
    try archive.catalog.stop()
  }

  @Test func `What the disk refused is not published with a merge either`() async throws {
    for written in 5...9 {
      for call in 1...4 {
        let archive = try TestArchive()
        for number in 0..<written { try await archive.put(article("a\(number)")) }
        archive.disk.arm(.failure(call: call, error: EIO))
        let refused = await code { try await archive.put(article("refused")) }
        // The writer comes to this behind the merges.
        _ = await code { _ = try await archive.catalog.checkpoint() }
        if refused != nil {
          #expect(archive.catalog.view.revision == UInt64(written), "call \(call) after \(written)")
          #expect(archive.article("refused") == nil)
        }
        try? archive.catalog.stop()
      }
    }
  }

  @Test func `A failed fdatasync makes the archive read-only until a restart, which shows a sound state`()
    async throws
  {
    let archive = try TestArchive()
    try await archive.put(article("a"))
    var calls = 0
    var failed = false
    while !failed {
      calls += 1
      archive.disk.arm(.failure(call: calls, error: EIO))
      let name = "b\(calls)"
      failed = await code { try await archive.put(article(name)) } != nil
      #expect(calls < 20)
    }
    archive.disk.arm(.none)
    #expect(await code { try await archive.put(article("c")) } == .readOnly)
    #expect(await code { try archive.catalog.setReadOnly(false) } == .readOnly)
    #expect(archive.events.all.contains { if case .becameReadOnly = $0 { true } else { false } })
    // Reads go on, without what was not acknowledged.
    #expect(archive.article("a") != nil && archive.article("b\(calls)") == nil)
    #expect(await code { _ = try await archive.catalog.checkpoint() } == .readOnly)
    let view = archive.catalog.view
    let acknowledged = ViewContent(view)
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk)
    for (name, article) in acknowledged.articles {
      #expect(try again.catalog.view.article(named: name) == article)
    }
    try await again.put(article("c"))
    try again.catalog.stop()
  }

  /// Whether it says so, and has told of it.
  private func isReadOnly(_ archive: TestArchive) -> Bool {
    guard case .readOnly = archive.catalog.readiness else { return false }
    return archive.events.all.contains { if case .becameReadOnly = $0 { true } else { false } }
  }

  @Test func `A log that takes no more records makes the archive read-only at once`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a"))
    archive.disk.arm(.failures(from: 1, error: EIO))
    #expect(await code { try await archive.put(article("b")) } == .readOnly)
    #expect(isReadOnly(archive))
    try? archive.catalog.stop()
  }

  @Test(arguments: [false, true])
  func `A log that is taken away is missed, by a snapshot or while nobody does anything`(isIdle: Bool)
    async throws
  {
    let archive = try TestArchive()
    try await archive.put(article("a"))
    let newest = try #require(try archive.disk.list("data/log").last)
    try archive.disk.rename("data/log/" + newest, to: "data/log/elsewhere")
    while isIdle, !isReadOnly(archive) { await Task.yield() }
    #expect(await code { _ = try await archive.catalog.checkpoint() } == .readOnly)
    #expect(try archive.disk.list("data/snapshots").isEmpty)
    try? archive.catalog.stop()
  }

  /// Many changes are applied while they are on their way to the disk, and a single one is not.
  @Test(arguments: [1, 40])
  func `Who waits for a fdatasync that fails is told that the outcome is unknown`(count: Int) async throws {
    let archive = try TestArchive()
    try await archive.put(article("a"))
    archive.disk.arm(.failingSynchronizations)
    let mutations = (0..<count).map { number in
      var put = PutArticle()
      put.article = article("b\(number)")
      return Mutation(.putArticle(put))
    }
    #expect(await code { _ = try await archive.catalog.submit(mutations) } == .unknownOutcome)
    #expect(isReadOnly(archive))
    #expect(archive.catalog.view.revision == 1)
    #expect(await code { try await archive.put(article("c")) } == .readOnly)
    archive.crash(powerCut: true)
    #expect(try TestArchive.look(at: archive.disk) { $0.view.articleCount } == 1)
  }

  @Test func `A full disk refuses writes, changes nothing, and is over when there is room`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a"))
    archive.disk.arm(.failures(from: 1, error: ENOSPC))
    var refused = 0
    // What was reserved ahead may still take some.
    for number in 0..<200 {
      if await code({ try await archive.put(article("b\(number)")) }) == .diskFull { refused += 1 }
    }
    #expect(refused > 0)
    #expect(await code { _ = try await archive.catalog.checkpoint() } == .diskFull)
    archive.disk.arm(.none)
    try await archive.put(article("c"))
    let view = archive.catalog.view
    #expect(view.articleCount == 202 - refused)
    let content = ViewContent(view)
    archive.crash(powerCut: true)
    #expect(try TestArchive.look(at: archive.disk) { ViewContent($0.view) } == content)
  }

  @Test func `Switched to read-only the archive refuses writes and says why`() async throws {
    let archive = try TestArchive()
    try archive.catalog.setReadOnly(true, reason: "backup")
    #expect(archive.catalog.readiness == .readOnly("backup"))
    #expect(await code { try await archive.put(article("a")) } == .readOnly)
    try archive.catalog.setReadOnly(false)
    try await archive.put(article("a"))
    try archive.catalog.stop()
    #expect(await code { try await archive.put(article("b")) } == .draining)
    try archive.catalog.stop()
  }

  @Test func `Before the start everything is refused as loading`() async throws {
    let catalog = Catalog(options: CatalogOptions(dataDirectory: "none"))
    #expect(catalog.readiness == .loading)
    #expect(
      await code { _ = try await catalog.submit([Mutation(.deleteArticle(DeleteArticle()))]) } == .loading)
    #expect(await code { _ = try await catalog.checkpoint() } == .loading)
  }

  @Test func `Relaxed durability keeps what a crash of the process leaves`() async throws {
    for text in ["none", "interval:1000"] {
      let durability = try #require(Durability(text))
      let archive = try TestArchive { $0.log.durability = durability }
      for number in 0..<20 { try await archive.put(article("a\(number)")) }
      let content = ViewContent(archive.catalog.view)
      archive.crash(powerCut: false)
      #expect(try TestArchive.look(at: archive.disk) { ViewContent($0.view) } == content)
    }
  }
}
