import ArticleAPI
import Catalog
import Protobuf
import Testing

@Suite struct CategoryMutationTests {
  /// world > europe > georgia; sport beside; one article in each, one in two.
  private func filled() async throws -> TestArchive {
    let archive = try TestArchive()
    try await archive.putCategory("world")
    try await archive.putCategory("europe", parent: "world")
    try await archive.putCategory("georgia", parent: "europe")
    try await archive.putCategory("sport")
    for id in ["world", "europe", "georgia", "sport"] {
      try await archive.put(article("in-\(id)", categories: [id]))
    }
    try await archive.put(article("twice", categories: ["world", "georgia"]))
    return archive
  }

  private func counts(_ archive: TestArchive, _ id: String) -> [Int64] {
    let category = archive.catalog.view.category(named: "categories/\(id)")
    return [category?.articleCount ?? -1, category?.totalArticleCount ?? -1]
  }

  private func check(_ archive: TestArchive) {
    let view = archive.catalog.view
    #expect(ViewContent(view).disagreements(with: view) == [])
  }

  @Test func `Counts are exact, an article filed twice below a category counts once`() async throws {
    let archive = try await filled()
    #expect(counts(archive, "world") == [2, 4])
    #expect(counts(archive, "europe") == [1, 3])
    #expect(counts(archive, "georgia") == [2, 2])
    #expect(counts(archive, "sport") == [1, 1])
    #expect(archive.catalog.view.categories.descendants(of: nil) == ["sport", "world", "europe", "georgia"])
    #expect(archive.catalog.view.categories.ancestors(of: "georgia") == ["europe", "world"])
    check(archive)
    try archive.catalog.stop()
  }

  @Test func `Moving a category moves everything below it, for counts and for the index`() async throws {
    let archive = try await filled()
    let segments = archive.catalog.view.index.parts.map { ObjectIdentifier($0.segment) }
    var update = UpdateCategory()
    update.category = category("europe", parent: "sport")
    update.mask = FieldMask(["parent"])
    let outcome = try await archive.catalog.submit(Mutation(.updateCategory(update)))
    #expect(outcome.category?.totalArticleCount == 3)
    #expect(counts(archive, "world") == [2, 2])
    #expect(counts(archive, "sport") == [1, 4])
    let view = archive.catalog.view
    #expect(view.names("sport", ArticleSchema.category).count == 4)
    #expect(view.names("world", ArticleSchema.category) == ["articles/in-world", "articles/twice"])
    // The articles themselves did not change, and are not indexed again.
    #expect(view.index.parts.map { ObjectIdentifier($0.segment) } == segments)
    #expect(archive.article("in-georgia")?.revision == 7)
    check(archive)
    try archive.catalog.stop()
  }

  @Test func `A category never becomes its own ancestor, and a parent must exist`() async throws {
    let archive = try await filled()
    var update = UpdateCategory()
    for parent in ["georgia", "world", "europe"] {
      update.category = category("world", parent: parent)
      #expect(
        await code { _ = try await archive.catalog.submit(Mutation(.updateCategory(update))) }
          == .categoryCycle)
    }
    #expect(await code { try await archive.putCategory("new", parent: "nowhere") } == .notFound)
    #expect(await code { try await archive.putCategory("new", parent: "new") } == .categoryCycle)
    check(archive)
    try archive.catalog.stop()
  }

  @Test func `A category in use is deleted only by force, and one with children never`() async throws {
    let archive = try await filled()
    func delete(_ id: String, force: Bool = false) async throws {
      var delete = DeleteCategory()
      delete.name = "categories/\(id)"
      delete.force = force
      _ = try await archive.catalog.submit(Mutation(.deleteCategory(delete)))
    }
    #expect(await code { try await delete("georgia") } == .categoryInUse)
    #expect(await code { try await delete("europe", force: true) } == .categoryInUse)
    try await delete("georgia", force: true)
    #expect(archive.article("twice")?.categories == ["categories/world"])
    #expect(archive.article("in-georgia")?.categories == [])
    #expect(archive.article("twice")?.revision == Int64(archive.catalog.revision))
    #expect(counts(archive, "world") == [2, 3])
    #expect(await code { try await delete("georgia") } == .notFound)
    check(archive)
    try archive.catalog.stop()
  }

  @Test func `A category is taken off many articles a part at a time`() async throws {
    let archive = try TestArchive()
    for id in ["e", "b", "d", "a", "c"] {
      try await archive.put(article(id, categories: ["sport", "world"]))
    }
    func delete(_ mostArticles: UInt32, _ mostBytes: UInt32) async throws -> MutationOutcome {
      var delete = DeleteCategory()
      (delete.name, delete.force) = ("categories/sport", true)
      (delete.mostArticles, delete.mostBytes) = (mostArticles, mostBytes)
      return try await archive.catalog.submit(Mutation(.deleteCategory(delete), request: "once"))
    }
    func filed() -> Set<String> { archive.catalog.view.names("sport", ArticleSchema.category) }
    let first = try await delete(2, 1 << 20)
    #expect(first.category?.articleCount == 3 && first.action == .updated)
    #expect(filed() == ["articles/c", "articles/d", "articles/e"])
    check(archive)
    // An article that is larger goes alone.
    #expect(try await delete(2, 1).category?.articleCount == 2)
    #expect(filed() == ["articles/d", "articles/e"])
    let last = try await delete(2, 1 << 20)
    #expect(last.answer == .deleted && last.action == .deleted)
    #expect(
      archive.catalog.view.category(named: "categories/sport") == nil && counts(archive, "world") == [5, 5])
    #expect(archive.article("b")?.categories == ["categories/world"])
    check(archive)
    // Only the whole is the answer to the request.
    #expect(try await delete(2, 1 << 20) == last)
    let content = ViewContent(archive.catalog.view)
    archive.crash(powerCut: true)
    #expect(try TestArchive.look(at: archive.disk) { ViewContent($0.view) } == content)
  }

  @Test func `A category is taken off the articles that are named, if they are filed under it`() async throws
  {
    let archive = try TestArchive()
    for id in ["a", "b", "c", "d"] { try await archive.put(article(id, categories: ["sport", "world"])) }
    try await archive.put(article("e", categories: ["world"]))
    func delete(_ ids: [String]) async throws -> MutationOutcome {
      var delete = DeleteCategory()
      (delete.name, delete.force, delete.articleIds) = ("categories/sport", true, ids)
      (delete.mostArticles, delete.mostBytes) = (1, 1)
      return try await archive.catalog.submit(Mutation(.deleteCategory(delete)))
    }
    #expect(try await delete(["d", "gone", "b", "e"]).category?.articleCount == 2)
    #expect(try await delete(["b"]).category?.articleCount == 2)
    #expect(archive.catalog.view.names("sport", ArticleSchema.category) == ["articles/a", "articles/c"])
    #expect(archive.article("e")?.revision == 5 && archive.article("b")?.categories == ["categories/world"])
    #expect(try await delete(["a", "c"]).category?.articleCount == 0)
    check(archive)
    // It stays until a deletion finds it empty, or empties it.
    #expect(archive.catalog.view.category(named: "categories/sport") != nil)
    #expect(try await delete([]).action == .deleted)
    let content = ViewContent(archive.catalog.view)
    archive.crash(powerCut: true)
    #expect(try TestArchive.look(at: archive.disk) { ViewContent($0.view) } == content)
  }

  @Test func `Titles and description are changed by mask, with etags`() async throws {
    let archive = try await filled()
    var update = UpdateCategory()
    update.category = category("sport")
    update.category?.titles = ["en": "Sport", "ka": "სპორტი"]
    update.category?.description = "Ignored"
    update.mask = FieldMask(["titles"])
    let first = try #require(try await archive.catalog.submit(Mutation(.updateCategory(update))).category)
    #expect(first.titles["ka"] == "სპორტი" && first.description.isEmpty && first.articleCount == 1)
    update.expectedEtag = "stale"
    #expect(
      await code { _ = try await archive.catalog.submit(Mutation(.updateCategory(update))) } == .etagMismatch)
    update.expectedEtag = first.etag
    #expect(try await archive.catalog.submit(Mutation(.updateCategory(update))).action == .unchanged)
    update.mask = FieldMask(["colour"])
    #expect(
      await code { _ = try await archive.catalog.submit(Mutation(.updateCategory(update))) } == .invalidField)
    try archive.catalog.stop()
  }
}
