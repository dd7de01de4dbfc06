import ArticleAPI
import Catalog
import Storage
import StorageTesting
import Testing

/// A change in short.
private func line(_ change: RecordedChange) throws -> String {
  func title(_ state: RecordedChange.State?) throws -> String {
    try state.map { try Article(serialized: $0.payload).title } ?? "-"
  }
  return
    "\(change.position.revision).\(change.position.changes) \(change.id): \(try title(change.before)) > \(try title(change.after))"
}

private func lines(_ catalog: Catalog, after revision: UInt64 = 0) async throws -> [String] {
  try await catalog.told(after: ChangePosition(behind: revision), count: 2).map(line)
}

private func fill(_ archive: TestArchive) async throws {
  try await archive.put(article("a", title: "one"))
  try await archive.put(article("b", title: "two"))
  try await archive.put(article("a", title: "three"))
  _ = try? await archive.delete("missing")
  try await archive.delete("b")
}

private func article(_ id: String, title: String, categories: [String] = []) -> Article {
  Article.with { article in
    article.name = "articles/\(id)"
    article.title = title
    article.categories = categories
  }
}

@Suite struct ChangeHistoryTests {
  static let expected = ["1.1 a: - > one", "2.1 b: - > two", "3.1 a: one > three", "5.1 b: two > -"]

  @Test func `changes come in order, each with the article before and after`() async throws {
    let archive = try TestArchive()
    try await fill(archive)
    #expect(try await lines(archive.catalog) == Self.expected)
    #expect(try await lines(archive.catalog, after: 2) == Array(Self.expected[2...]))
    #expect(try await lines(archive.catalog, after: 5) == [])
    try archive.catalog.stop()
  }

  @Test func `a page has no more bytes than were asked for, and a change that is larger alone`() async throws
  {
    let archive = try TestArchive()
    for (id, bytes) in [("a", 300), ("b", 300), ("c", 2000), ("d", 10), ("e", 10)] {
      try await archive.put(article(id, title: String(repeating: "x", count: bytes)))
    }
    var pages: [[String]] = []
    var position = ChangePosition(behind: 0)
    while true {
      let page = try archive.catalog.changes.page(after: position, count: 10, bytes: 1500)
      pages.append(page.changes.map(\.id))
      position = page.end
      if page.isLast { break }
    }
    #expect(pages == [["a", "b"], ["c"], ["d", "e"]])
    try archive.catalog.stop()
  }

  @Test func `a mutation that changes several articles gives each its place`() async throws {
    let archive = try TestArchive()
    for id in ["a", "b", "c"] {
      try await archive.put(article(id, title: id, categories: ["categories/sport"]))
    }
    var delete = DeleteCategory()
    delete.name = "categories/sport"
    delete.force = true
    _ = try await archive.catalog.submit(Mutation(.deleteCategory(delete)))
    let page = try archive.catalog.changes.page(
      after: ChangePosition(revision: 4, changes: 1), count: 10)
    #expect(page.changes.map(\.id) == ["b", "c"])
    #expect(page.changes.map { $0.before?.categories } == [["sport"], ["sport"]])
    #expect(page.changes.map { $0.after?.categories } == [[], []])
    try archive.catalog.stop()
  }

  @Test(arguments: [false, true])
  func `articles below a category that moves are told as they were then`(restarts: Bool) async throws {
    var archive = try TestArchive()
    let filler = String(repeating: "x", count: 2000)
    try await archive.putCategory("world")
    for id in ["d", "b", "c", "a"] {
      try await archive.put(article(id, title: id + filler, categories: ["categories/georgia"]))
    }
    let bytes = archive.catalog.changes.byteCount
    try await archive.putCategory("georgia", parent: "world")
    let moved = archive.catalog.revision
    // None of the articles is kept for it.
    #expect(archive.catalog.changes.byteCount < bytes + 1000)
    try await archive.put(article("b", title: "new", categories: ["categories/georgia"]))
    try await archive.delete("c")
    if restarts { _ = try await archive.catalog.checkpoint() }
    try await archive.put(article("c", title: "again"))
    try await archive.putCategory("georgia")
    if restarts {
      archive.crash(powerCut: true)
      archive = try TestArchive(archive.disk)
    }
    let found = try await lines(archive.catalog, after: moved - 1).map { $0.replacing(filler, with: "") }
    #expect(
      found == [
        "6.1 a: a > a", "6.2 b: b > b", "6.3 c: c > c", "6.4 d: d > d", "7.1 b: b > new", "8.1 c: c > -",
        "9.1 c: - > again", "10.1 a: a > a", "10.2 b: new > new", "10.3 d: d > d",
      ])
    let second = try await archive.catalog.told(after: ChangePosition(revision: 6, changes: 1), count: 1)[0]
    #expect(second.before?.categories == ["georgia"] && second.after?.categories == ["georgia", "world"])
    try archive.catalog.stop()
  }

  @Test(arguments: [false, true])
  func `changes are the same after a restart`(fromSnapshot: Bool) async throws {
    let archive = try TestArchive()
    try await fill(archive)
    if fromSnapshot { _ = try await archive.catalog.checkpoint() }
    try await archive.put(article("c", title: "four"))
    let before = try await lines(archive.catalog)
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk)
    #expect(try await lines(again.catalog) == before)
    try again.catalog.stop()
  }

  @Test func `a place whose changes were dropped is refused with the oldest revision that is kept`()
    async throws
  {
    let archive = try TestArchive { $0.changeHistoryBytes = 1000 }
    for number in 1...20 { try await archive.put(article("a", title: "title \(number)")) }
    let oldest = archive.catalog.changes.oldestRevision
    #expect(oldest > 10 && oldest < 20)
    #expect(try await lines(archive.catalog, after: oldest).count == 20 - Int(oldest))
    let error = await #expect(throws: CatalogError.self) {
      try await lines(archive.catalog, after: oldest - 1)
    }
    #expect(error?.code == .revisionCompacted)
    #expect(error?.oldestRevision == oldest)
    try archive.catalog.stop()
  }

  @Test func `a place that the archive has not reached is refused`() async throws {
    let archive = try TestArchive()
    let error = await #expect(throws: CatalogError.self) { try await lines(archive.catalog, after: 7) }
    #expect(error?.code == .revisionUnknown)
    try archive.catalog.stop()
  }

  @Test func `a single article's index answers queries as the archive does`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a", title: "Vineyards in hail", categories: ["categories/farming"]))
    let change = try archive.catalog.changes.page(after: ChangePosition(behind: 0), count: 1).changes[0]
    let state = try #require(change.after)
    let view = try SingleArticleIndex().view(of: change, state)
    #expect(view.liveCount == 1)
    #expect(view.documents(with: "farming", in: ArticleSchema.category).count == 1)
    try archive.catalog.stop()
  }
}

@Suite struct QueryResourceTests {
  private func put(_ query: String, in archive: TestArchive) async throws -> SavedQuery? {
    var put = PutSavedQuery()
    put.savedQuery = SavedQuery.with { saved in
      saved.name = "savedQueries/one"
      saved.query = query
    }
    let outcome = try await archive.catalog.submit(Mutation(.putSavedQuery(put)))
    guard case .savedQuery(let stored) = outcome.answer else { return nil }
    return stored
  }

  @Test(arguments: [false, true])
  func `saved queries and synonyms are there after a restart`(fromSnapshot: Bool) async throws {
    let archive = try TestArchive()
    let first = try await put("flood", in: archive)
    var synonyms = PutSynonymSet()
    synonyms.synonymSet = SynonymSet.with { set in
      set.name = "synonymSets/en"
      set.language = "en"
      set.rules = ["EU, European Union"]
    }
    _ = try await archive.catalog.submit(Mutation(.putSynonymSet(synonyms)))
    if fromSnapshot { _ = try await archive.catalog.checkpoint() }
    let second = try await put("high water", in: archive)
    #expect(second?.etag != first?.etag && second?.createTime == first?.createTime)
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk)
    let resources = again.catalog.view.resources
    #expect(resources.savedQueries.all == [second].compactMap { $0 })
    #expect(resources.synonymSets.count == 1 && !resources.synonyms.isEmpty)
    #expect(resources.revision == 3)
    try again.catalog.stop()
  }

  @Test func `a snapshot of an earlier release, without queries, stories and changes, is read`() async throws
  {
    let archive = try TestArchive()
    try await archive.put(article("a", title: "one"))
    _ = try await archive.catalog.checkpoint()
    try archive.catalog.stop()
    let store = try SnapshotStore(directory: "data/snapshots", files: archive.disk)
    let snapshot = try store.open(1)
    let writer = try store.begin(1, attributes: snapshot.manifest.attributes)
    for section in snapshot.manifest.sections where !["history", "queries", "stories"].contains(section.name)
    {
      try snapshot.section(section.name).withUnsafeBytes { bytes throws(StorageError) in
        try writer.write(section.name, bytes)
      }
    }
    _ = try writer.commit()
    let again = try TestArchive(archive.disk)
    #expect(again.article("a")?.title == "one")
    #expect(again.catalog.changes.oldestRevision == 1)
    #expect(again.catalog.view.resources.savedQueries.count == 0)
    try again.catalog.stop()
  }
}
