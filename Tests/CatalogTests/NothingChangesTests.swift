import ArticleAPI
import Glibc
import Protobuf
import Storage
import StorageTesting
import Testing

@testable import Catalog

/// Mutations that are refused, or find everything as they want it: they have a revision, and hardly take room in the log.
@Suite struct NothingChangesTests {
  /// The bytes of every record in the log.
  private func payloads(_ disk: SimulatedDisk) throws -> [[UInt8]] {
    let copy = disk.copy()
    let log = try LocalLog.open(directory: "data/log", files: copy).log
    var payloads: [[UInt8]] = []
    try log.replay(from: 1) { _, payload in payloads.append(Array(payload)) }
    try log.close()
    return payloads
  }

  private func put(_ number: Int, _ title: String = "Title") -> PutArticle {
    var put = PutArticle()
    put.article = article("a\(number)", title, categories: ["c"])
    put.createMissingCategories = true
    return put
  }

  private func known(_ number: Int) -> PutArticle {
    var known = put(number, "Another title")
    known.existence = .forbidden
    return known
  }

  /// "café", as one scalar less than the other.
  private static let alike = ["caf\u{e9}", "cafe\u{301}"]

  private func mutation(_ change: Mutation.Change) -> Mutation {
    var mutation = Mutation(change)
    mutation.comparesBytes = true
    return mutation
  }

  @Test func `A text of which only the normalisation is another is another text`() async throws {
    let archive = try TestArchive()
    var update = UpdateArticle()
    update.mask = FieldMask(["title", "url", "blocks"])
    update.allowMissing = true
    for text in Self.alike {
      update.article = article("a", text, url: "https://x/\(text)")
      update.article?.blocks = [.with { $0.content = .paragraph(.with { $0.text = text }) }]
      let outcome = try await archive.catalog.submit(mutation(.updateArticle(update)))
      #expect(outcome.action != .unchanged)
      let stored = try #require(archive.article("a"))
      #expect(stored.title.exact == text.exact && stored.url.exact == "https://x/\(text)".exact)
      #expect(stored.blocks[0].text.exact == text.exact)
    }
    #expect(archive.article("a")?.aliases.map(\.exact) == ["https://x/\(Self.alike[0])".exact])
    // The text of a field that the mask leaves out is not taken for the stored one.
    update.article?.blocks[0].content = .paragraph(.with { $0.text = Self.alike[0] })
    update.mask = FieldMask(["subtitle"])
    update.article?.subtitle = "New"
    _ = try await archive.catalog.submit(mutation(.updateArticle(update)))
    #expect(archive.article("a")?.blocks[0].text.exact == Self.alike[1].exact)
    let same = try await archive.catalog.submit(mutation(.updateArticle(update)))
    #expect(same.action == .unchanged)
    // As earlier releases decided it, whose logs are read for ever.
    try await archive.put(article("b", Self.alike[0]))
    #expect(try await archive.update(article("b", Self.alike[1]), mask: ["title"]).action == .unchanged)
    try archive.catalog.stop()
  }

  @Test func `Articles whose source ids look alike are two, before and after a restart`() async throws {
    let archive = try TestArchive()
    for (number, id) in Self.alike.enumerated() {
      var put = PutArticle()
      put.article = article("a\(number)", "Title \(number)", source: id)
      put.matchSourceId = true
      _ = try await archive.catalog.submit(mutation(.putArticle(put)))
    }
    archive.crash(powerCut: false)
    try TestArchive.look(at: archive.disk) { catalog in
      for (number, id) in Self.alike.enumerated() {
        let document = try #require(catalog.view.document(sourceID: id))
        #expect(try catalog.view.index.article(document).title == "Title \(number)")
      }
      #expect(catalog.view.index.documentCount == 2)
    }
  }

  @Test func `What changes nothing is not written to the log, whatever stands beside it`() async throws {
    let archive = try TestArchive { $0.checkpointsOnStop = false }
    _ = try await archive.catalog.submit((1...8).map { Mutation(.putArticle(put($0))) })
    let large = try payloads(archive.disk).map(\.count).min() ?? 0
    // Unchanged, refused, changed, missing, by turns.
    var missing = DeleteArticle()
    missing.name = "articles/none"
    let results = try await archive.catalog.submit([
      Mutation(.putArticle(put(1))), Mutation(.putArticle(known(2))), Mutation(.putArticle(put(3, "New"))),
      Mutation(.deleteArticle(missing)), Mutation(.putArticle(put(3, "New"))),
    ])
    #expect(results.map { try? $0.get().revision } == [9, nil, 11, nil, 13])
    #expect(results.map { try? $0.get().action } == [.unchanged, nil, .updated, nil, .unchanged])
    let before = ViewContent(archive.catalog.view)
    #expect(before.revision == 13)
    archive.crash(powerCut: true)
    let written = try payloads(archive.disk)
    #expect(written.count == 13)
    for (number, payload) in written.enumerated() where number >= 8 {
      #expect((payload.count < 40) == (number != 10) && large > 40, "record \(number + 1)")
    }
    let again = try TestArchive(archive.disk)
    #expect(ViewContent(again.catalog.view) == before)
    try again.catalog.stop()
  }

  @Test func `A request that found everything as it wants it is remembered all the same`() async throws {
    let archive = try TestArchive { $0.checkpointsOnStop = false }
    _ = try await archive.catalog.submit(Mutation(.putArticle(put(1))))
    let unchanged = Mutation(.putArticle(put(1)), request: "again")
    let first = try await archive.catalog.submit(unchanged)
    #expect(first.action == .unchanged && first.revision == 2)
    _ = try await archive.catalog.submit(Mutation(.putArticle(put(1, "Changed since"))))
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk)
    // Done a second time it would take back what came since.
    #expect(try await again.catalog.submit(unchanged) == first)
    #expect(again.article("a1")?.title == "Changed since")
    try again.catalog.stop()
  }

  @Test func `What a full disk refuses was not done, and its request can be made again`() async throws {
    let archive = try TestArchive { $0.checkpointsOnStop = false }
    for number in 1...3 {
      _ = try await archive.catalog.submit(Mutation(.putArticle(put(number)), request: "r\(number)"))
    }
    let before = ViewContent(archive.catalog.view)
    archive.disk.arm(.failures(from: 1, error: ENOSPC))
    var refused: [Int] = []
    for number in 10..<60 where refused.isEmpty {
      let large = Mutation(
        .putArticle(put(number, String(repeating: "Long ", count: 200))), request: "r\(number)")
      if await code({ _ = try await archive.catalog.submit(large) }) == .diskFull { refused.append(number) }
    }
    let number = try #require(refused.first)
    archive.disk.arm(.none)
    #expect(archive.article("a\(number)") == nil)
    let made = try await archive.catalog.submit(Mutation(.putArticle(put(number)), request: "r\(number)"))
    #expect(made.action == .created)
    // What was remembered before is as well.
    let known = try await archive.catalog.submit(Mutation(.putArticle(put(2)), request: "r2"))
    #expect(known.revision == 2)
    let content = ViewContent(archive.catalog.view)
    #expect(content.disagreements(with: archive.catalog.view) == [])
    #expect(content.articles.count > before.articles.count)
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk)
    #expect(ViewContent(again.catalog.view) == content)
    try again.catalog.stop()
  }

  @Test func `A batch that is taken back leaves what is remembered of requests as it was`() {
    func remember(_ numbers: Range<Int>, in memory: inout RequestMemory) {
      for number in numbers {
        var answer = MutationOutcome(
          answer: .article(article("a\(number)")), action: .created, revision: UInt64(number))
        answer.encodedArticle = Array(repeating: 1, count: 100)
        memory.insert(Mutation(.putArticle(put(number)), request: "r\(number)"), answer)
      }
    }
    for (bytes, size) in [(1000, 3), (1000, 30), (1 << 20, 5), (1 << 20, 9000)] {
      var memory = RequestMemory(maxBytes: bytes)
      remember(0..<5000, in: &memory)
      let before = memory.all.map(\.id)
      memory.begin()
      remember(5000..<5000 + size, in: &memory)
      let after = memory.all.map(\.id)
      memory.takeBack()
      #expect(memory.all.map(\.id) == before)
      memory.begin()
      remember(5000..<5000 + size, in: &memory)
      #expect(memory.all.map(\.id) == after)
    }
  }
}
