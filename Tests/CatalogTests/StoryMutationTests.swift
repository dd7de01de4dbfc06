import ArticleAPI
import Catalog
import Protobuf
import Testing

@Suite struct StoryMutationTests {
  private func link(_ archive: TestArchive, _ ids: [String], story: String = "") async throws -> Story? {
    var link = LinkEditions()
    link.articles = ids.map { "articles/\($0)" }
    link.story = story.isEmpty ? "" : "stories/\(story)"
    return try await archive.catalog.submit(Mutation(.linkEditions(link))).story
  }

  @Test func `Linking makes one story of several, ordered by language`() async throws {
    let archive = try TestArchive()
    for language in ["ru", "en", "ka"] {
      try await archive.put(
        article("a-\(language)", "Title \(language)", language: language, url: "u/\(language)"))
    }
    let story = try #require(try await link(archive, ["a-ru", "a-en", "a-ka"], story: "budget"))
    #expect(story.name == "stories/budget" && story.revision == 4)
    #expect(story.editions.map(\.language) == ["en", "ka", "ru"])
    #expect(story.editions.map(\.title) == ["Title en", "Title ka", "Title ru"])
    #expect(try archive.catalog.view.story(named: "stories/budget") == story)
    #expect(archive.article("a-en")?.revision == 4)
    // Again: nothing changes.
    #expect(try await link(archive, ["a-en", "a-ru"], story: "budget") == story)
    try archive.catalog.stop()
  }

  @Test func `Without a name the story of the first article grows`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a", story: "s"))
    try await archive.put(article("b", language: "ka"))
    #expect(try await link(archive, ["a", "b"])?.name == "stories/s")
    try archive.catalog.stop()
  }

  @Test(arguments: [false, true])
  func `The revision of a story rises when an edition leaves it, and does not fall at a restart`(
    hasSnapshot: Bool
  ) async throws {
    var archive = try TestArchive()
    func revision() -> Int64? { (try? archive.catalog.view.story(named: "stories/s"))?.revision }
    func restart() async throws {
      if hasSnapshot { _ = try await archive.catalog.checkpoint() }
      try archive.catalog.stop()
      archive = try TestArchive(archive.disk)
    }
    for language in ["en", "ka", "ru"] {
      try await archive.put(article("a-\(language)", language: language, story: "s"))
    }
    #expect(revision() == 3)
    try await archive.delete("a-ru")
    #expect(revision() == 4)
    try await restart()
    #expect(revision() == 4)
    var unlink = UnlinkEdition()
    unlink.article = "articles/a-ka"
    unlink.newStory = "stories/other"
    _ = try await archive.catalog.submit(Mutation(.unlinkEdition(unlink)))
    #expect(revision() == 5)
    #expect(try await link(archive, ["a-en"], story: "s")?.revision == 5)
    try await restart()
    #expect(revision() == 5)
    let changed = try #require(try await archive.put(article("a-en", "New", story: "s")).article)
    #expect(revision() == changed.revision && changed.revision > 5)
    try await archive.delete("a-en")
    #expect(revision() == nil)
    try await archive.put(article("b", story: "s"))
    try await restart()
    #expect(revision() == archive.article("b")?.revision)
    try archive.catalog.stop()
  }

  @Test func `Two editions in one language are refused, however they come about`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a", story: "s"))
    try await archive.put(article("b"))
    try await archive.put(article("c", language: "ka", story: "s"))
    #expect(await code { _ = try await link(archive, ["a", "b"]) } == .editionConflict)
    #expect(await code { _ = try await link(archive, ["b"], story: "s") } == .editionConflict)
    #expect(await code { try await archive.put(article("d", story: "s")) } == .editionConflict)
    #expect(
      await code { try await archive.update(article("c", language: "en"), mask: ["language"]) }
        == .editionConflict)
    #expect(await code { _ = try await link(archive, ["a", "none"]) } == .notFound)
    #expect(await code { _ = try await link(archive, []) } == .invalidField)
    try archive.catalog.stop()
  }

  @Test func `An article that stays in its story takes no language that another edition has`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a", story: "s"))
    try await archive.put(article("b", language: "ka", story: "s"))
    var put = PutArticle()
    put.article = article("b", language: "en")
    var mutation = Mutation(.putArticle(put))
    mutation.checksKeptStory = true
    let conflicting = mutation
    let refusal = await code { _ = try await archive.catalog.submit(conflicting) }
    #expect(refusal == .editionConflict)
    #expect(archive.article("b")?.language == "ka")
    put.article = article("b", language: "ru")
    mutation.change = .putArticle(put)
    _ = try await archive.catalog.submit(mutation)
    #expect(archive.article("b")?.story == "stories/s" && archive.article("b")?.language == "ru")
    // As earlier releases decided it, whose logs are read for ever.
    try await archive.put(article("b", language: "en"))
    #expect(archive.article("b")?.language == "en")
    try archive.catalog.stop()
  }

  @Test func `An edition taken out becomes a story of its own`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a", story: "s"))
    try await archive.put(article("b", language: "ka", story: "s"))
    var unlink = UnlinkEdition()
    unlink.article = "articles/b"
    let story = try #require(try await archive.catalog.submit(Mutation(.unlinkEdition(unlink))).story)
    #expect(story.name != "stories/s" && story.editions.map(\.article) == ["articles/b"])
    #expect(try archive.catalog.view.story(named: "stories/s")?.editions.map(\.article) == ["articles/a"])
    #expect(try await archive.catalog.submit(Mutation(.unlinkEdition(unlink))).action == .unchanged)
    try await archive.delete("a")
    #expect(try archive.catalog.view.story(named: "stories/s") == nil)
    try archive.catalog.stop()
  }
}
