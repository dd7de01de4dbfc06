import ArticleAPI
import Catalog
import Protobuf
import Testing

/// Mutations of somebody who may write a part of the archive only, decided when they are applied.
@Suite struct ArchivePartTests {
  private let scope = ArchivePart(categories: ["culture"], languages: ["ka"])

  private func submit(_ change: Mutation.Change, requestID: String = "", to archive: TestArchive) async throws
    -> MutationOutcome
  {
    var mutation = Mutation(change, request: requestID)
    mutation.scope = scope
    return try await archive.catalog.submit(mutation)
  }

  private func put(_ article: Article) -> Mutation.Change {
    .putArticle(
      .with {
        $0.article = article
        $0.createMissingCategories = true
      })
  }

  private func update(_ article: Article, _ paths: [String]) -> Mutation.Change {
    .updateArticle(
      .with {
        $0.article = article
        $0.mask = FieldMask(paths)
      })
  }

  @Test func `what is in the scope before and after is written`() async throws {
    let archive = try TestArchive()
    let inside = article("a", language: "ka-GE", categories: ["culture"])
    #expect(try await submit(put(inside), to: archive).action == .created)
    var changed = inside
    changed.title = "Another"
    #expect(try await submit(update(changed, ["title"]), to: archive).article?.title == "Another")
    let deletion = Mutation.Change.deleteArticle(.with { $0.name = inside.name })
    #expect(try await submit(deletion, to: archive).action == .deleted)
    try archive.catalog.stop()
  }

  @Test(arguments: [("ru", ["culture"]), ("ka", ["sport"]), ("ka", []), ("", ["culture"])])
  func `what would be outside is refused, and nothing is changed`(
    language: String, categories: [String]
  ) async throws {
    let archive = try TestArchive()
    let outside = article("a", language: language, categories: categories)
    #expect(await code { _ = try await submit(put(outside), to: archive) } == .outOfScope)
    #expect(archive.catalog.view.articleCount == 0)
    #expect(archive.catalog.view.category(named: "categories/sport") == nil)
    try archive.catalog.stop()
  }

  @Test func `what has left the scope meanwhile is neither changed, taken back nor deleted`() async throws {
    let archive = try TestArchive()
    let inside = article("a", language: "ka", categories: ["culture"])
    _ = try await submit(put(inside), to: archive)
    var moved = inside
    moved.language = "ru"
    try await archive.put(moved)
    let deletion = Mutation.Change.deleteArticle(.with { $0.name = inside.name })
    for change in [put(inside), update(inside, ["language"]), deletion] {
      #expect(await code { _ = try await submit(change, to: archive) } == .outOfScope)
    }
    #expect(try archive.catalog.view.article(named: inside.name)?.language == "ru")
    try archive.catalog.stop()
  }

  @Test func `an article below the category is in the scope`() async throws {
    let archive = try TestArchive()
    try await archive.putCategory("culture")
    try await archive.putCategory("opera", parent: "culture")
    let inside = article("a", language: "ka", categories: ["opera"])
    #expect(try await submit(put(inside), to: archive).action == .created)
    try archive.catalog.stop()
  }

  @Test func `a repeated request does not show what is outside`() async throws {
    let archive = try TestArchive()
    let outside = put(article("a", language: "ru", categories: ["sport"]))
    _ = try await archive.catalog.submit(Mutation(outside, request: "guessed"))
    let inside = article("b", language: "ka", categories: ["culture"])
    #expect(
      await code { _ = try await submit(put(inside), requestID: "guessed", to: archive) } == .outOfScope)
    try archive.catalog.stop()
  }
}
