import ArticleAPI
import Catalog
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

private func lines(_ catalog: Catalog, after revision: UInt64 = 0) throws -> [String] {
  var position = ChangePosition(behind: revision)
  var found: [String] = []
  while true {
    let page = try catalog.changes.page(after: position, count: 2)
    found += try page.changes.map(line)
    position = page.end
    if page.isLast { return found }
  }
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
    #expect(try lines(archive.catalog) == Self.expected)
    #expect(try lines(archive.catalog, after: 2) == Array(Self.expected[2...]))
    #expect(try lines(archive.catalog, after: 5) == [])
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
  func `changes are the same after a restart`(fromSnapshot: Bool) async throws {
    let archive = try TestArchive()
    try await fill(archive)
    if fromSnapshot { _ = try await archive.catalog.checkpoint() }
    try await archive.put(article("c", title: "four"))
    let before = try lines(archive.catalog)
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk)
    #expect(try lines(again.catalog) == before)
    try again.catalog.stop()
  }

  @Test func `a place whose changes were dropped is refused with the oldest revision that is kept`()
    async throws
  {
    let archive = try TestArchive { $0.changeHistoryBytes = 1000 }
    for number in 1...20 { try await archive.put(article("a", title: "title \(number)")) }
    let oldest = archive.catalog.changes.oldestRevision
    #expect(oldest > 10 && oldest < 20)
    #expect(try lines(archive.catalog, after: oldest).count == 20 - Int(oldest))
    let error = #expect(throws: CatalogError.self) { try lines(archive.catalog, after: oldest - 1) }
    #expect(error?.code == .revisionCompacted)
    #expect(error?.oldestRevision == oldest)
    try archive.catalog.stop()
  }

  @Test func `a place that the archive has not reached is refused`() throws {
    let archive = try TestArchive()
    let error = #expect(throws: CatalogError.self) { try lines(archive.catalog, after: 7) }
    #expect(error?.code == .revisionUnknown)
    try archive.catalog.stop()
  }

  @Test func `a single article's index answers queries as the archive does`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a", title: "Vineyards in hail", categories: ["categories/farming"]))
    let change = try archive.catalog.changes.page(after: ChangePosition(behind: 0), count: 1).changes[0]
    let state = try #require(change.after)
    let view = SingleArticleIndex().view(of: state)
    #expect(view.liveCount == 1)
    #expect(view.documents(with: "farming", in: ArticleSchema.category).count == 1)
    try archive.catalog.stop()
  }
}
