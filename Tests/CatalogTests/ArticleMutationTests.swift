import ArticleAPI
import Catalog
import Protobuf
import Storage
import Testing

@Suite struct ArticleMutationTests {
  @Test func `A created article is found by name, URL and source, with what the archive adds`() async throws {
    let archive = try TestArchive()
    var draft = article(
      "a", "Budget passed", language: "EN-us", categories: ["politics"], url: "https://x/a", source: "77")
    draft.uid = "forged"
    draft.revision = 99
    let outcome = try await archive.put(draft) { $0.existence = .forbidden }
    let stored = try #require(outcome.article)
    #expect(outcome.action == .created && outcome.revision == 1)
    #expect(stored.revision == 1 && !stored.etag.isEmpty && stored.uid != "forged" && !stored.uid.isEmpty)
    #expect(stored.language == "en-US" && stored.status == .published && stored.createTime != nil)
    #expect(stored.story.hasPrefix("stories/") && stored.wordCount == 8)
    let view = archive.catalog.view
    #expect(view.revision == 1 && archive.catalog.revision == 1)
    #expect(try view.article(named: "articles/a") == stored)
    #expect(try view.document(url: "https://x/a").map(view.index.article) == stored)
    #expect(try view.document(sourceID: "77").map(view.index.article) == stored)
    #expect(try view.story(named: stored.story)?.editions.map(\.article) == ["articles/a"])
    #expect(view.encodedArticle(named: "articles/a") == stored.serialized())
    #expect(view.category(named: "categories/politics")?.articleCount == 1)
    try archive.catalog.stop()
  }

  @Test func `Existence is decided when the mutation is applied`() async throws {
    let archive = try TestArchive()
    #expect(await code { try await archive.put(article("a")) { $0.existence = .required } } == .notFound)
    try await archive.put(article("a"))
    #expect(
      await code { try await archive.put(article("a")) { $0.existence = .forbidden } } == .alreadyExists)
    let kept = try await archive.put(article("a", "Other")) { $0.existence = .kept }
    #expect(kept.action == .unchanged && kept.article?.title == "Title")
    // The refused ones have their revisions all the same.
    #expect(archive.catalog.revision == 4)
    try archive.catalog.stop()
  }

  @Test func `A stale etag is refused with the current one, a fresh one is taken`() async throws {
    let archive = try TestArchive()
    let first = try #require(try await archive.put(article("a")).article)
    let second = try #require(try await archive.put(article("a", "Changed")).article)
    #expect(first.etag != second.etag)
    do {
      try await archive.update(article("a", "Late"), mask: ["title"]) { $0.expectedEtag = first.etag }
      Issue.record("a stale etag was taken")
    } catch let error as CatalogError {
      #expect(error.code == .etagMismatch && error.currentEtag == second.etag)
    }
    try await archive.update(article("a", "In time"), mask: ["title"]) { $0.expectedEtag = second.etag }
    #expect(archive.article("a")?.title == "In time")
    #expect(await code { try await archive.delete("a") { $0.expectedEtag = second.etag } } == .etagMismatch)
    #expect(await code { try await archive.put(article("b")) { $0.expectedEtag = "x" } } == .notFound)
    try archive.catalog.stop()
  }

  @Test func `An update changes the fields of its mask and no others`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a", "Old", url: "https://x/1", source: "7", version: "1"))
    var values = article("a", "New", language: "ka", source: "8", version: "2")
    values.summary = "Short"
    try await archive.update(values, mask: ["title", "source.version", "uid"])
    var stored = try #require(archive.article("a"))
    #expect(stored.title == "New" && stored.language == "en" && stored.summary.isEmpty)
    #expect(stored.source?.id == "7" && stored.source?.version == "2")
    // Without a mask every field that is set.
    var partial = Article()
    partial.name = "articles/a"
    partial.summary = "Shorter"
    try await archive.update(partial)
    stored = try #require(archive.article("a"))
    #expect(stored.summary == "Shorter" && stored.title == "New")
    // Everything.
    try await archive.update(article("a", "Whole"), mask: ["*"])
    stored = try #require(archive.article("a"))
    #expect(stored.title == "Whole" && stored.summary.isEmpty && stored.source == nil)
    #expect(stored.aliases == ["https://x/1"])
    #expect(await code { try await archive.update(values, mask: ["titel"]) } == .invalidField)
    #expect(await code { try await archive.update(article("none"), mask: ["title"]) } == .notFound)
    let created = try await archive.update(article("new"), mask: ["title"]) { $0.allowMissing = true }
    #expect(created.action == .created)
    try archive.catalog.stop()
  }

  @Test func `What changes nothing keeps etag and revision`() async throws {
    let archive = try TestArchive()
    let first = try #require(try await archive.put(article("a", categories: ["x"])).article)
    let again = try await archive.put(article("a", categories: ["x"]))
    #expect(again.action == .unchanged && again.article == first)
    let updated = try await archive.update(article("a"), mask: ["title"])
    #expect(updated.action == .unchanged && updated.article == first)
    try archive.catalog.stop()
  }

  @Test func `A deleted article is gone everywhere, and its name can be taken again with another uid`()
    async throws
  {
    let archive = try TestArchive()
    let first = try #require(try await archive.put(article("a", categories: ["x"], url: "u")).article)
    #expect(try await archive.delete("a").action == .deleted)
    #expect(archive.article("a") == nil && archive.catalog.view.document(url: "u") == nil)
    #expect(archive.catalog.view.category(named: "categories/x")?.articleCount == 0)
    #expect(await code { try await archive.delete("a") } == .notFound)
    #expect(try await archive.delete("a") { $0.allowMissing = true }.action == .unchanged)
    let second = try #require(try await archive.put(article("a")).article)
    #expect(second.uid != first.uid && second.etag != first.etag)
    try archive.catalog.stop()
  }

  @Test func `An importer's article is recognised by its source id, and its former URL stays an alias`()
    async throws
  {
    let archive = try TestArchive()
    func importing(_ article: Article) async throws -> MutationOutcome {
      try await archive.put(article) {
        $0.matchSourceId = true
        $0.skipSameVersion = true
      }
    }
    _ = try await importing(article("s-1", "One", url: "https://x/old", source: "1", version: "1"))
    let same = try await importing(article("s-1", "Ignored", url: "https://x/new", source: "1", version: "1"))
    #expect(same.action == .unchanged && archive.article("s-1")?.title == "One")
    let moved = try await importing(article("other", "Two", url: "https://x/new", source: "1", version: "2"))
    #expect(moved.article?.name == "articles/s-1" && moved.action == .updated)
    _ = try await importing(article("other", "Three", url: "https://x/new", source: "1", version: "3"))
    let stored = try #require(archive.article("s-1"))
    #expect(stored.aliases == ["https://x/old"] && stored.url == "https://x/new" && stored.title == "Three")
    #expect(archive.catalog.view.document(url: "https://x/old") != nil)
    #expect(archive.catalog.view.articleCount == 1)
    try archive.catalog.stop()
  }

  @Test func `Of several articles with a source id, look-ups and imports take the one with the lowest id`()
    async throws
  {
    let archive = try TestArchive()
    try await archive.put(article("b", "One", source: "s"))
    try await archive.put(article("a", "Two", source: "s"))
    try await archive.put(article("b", "Three", source: "s"))
    func found() -> String? {
      let view = archive.catalog.view
      return view.document(sourceID: "s").flatMap { (try? view.index.article($0))?.name }
    }
    #expect(found() == "articles/a")
    let imported = try await archive.put(article("c", "Four", source: "s")) { $0.matchSourceId = true }
    #expect(imported.article?.name == "articles/a" && imported.action == .updated)
    try await archive.delete("a")
    #expect(found() == "articles/b")
    try await archive.put(article("c", "Five", source: "s")) { $0.matchSourceId = true }
    #expect(archive.article("b")?.title == "Five" && archive.article("c") == nil)
    try archive.catalog.stop()
  }

  @Test(arguments: [
    "", "a", "articles/", "articles/ a", "articles/-a", "stories/a", "articles/a/b", "articles/é",
  ])
  func `A malformed name is refused`(name: String) async throws {
    let archive = try TestArchive()
    var bad = article("x")
    bad.name = name
    #expect(await code { try await archive.put(bad) } == .invalidField)
    try archive.catalog.stop()
  }

  @Test func `Malformed languages, endless addresses and unknown categories are refused by name`()
    async throws
  {
    let archive = try TestArchive()
    #expect(await code { try await archive.put(article("a", language: "english please")) } == .invalidField)
    let long = String(repeating: "x", count: 5000)
    #expect(await code { try await archive.put(article("a", url: long)) } == .invalidField)
    do {
      try await archive.put(article("a", categories: ["known", "nowhere"])) {
        $0.createMissingCategories = false
      }
      Issue.record("an unknown category was taken")
    } catch let error as CatalogError {
      #expect(error.code == .unknownCategory && error.subject == "categories/known")
      #expect(error.message.contains("create_missing_categories"))
    }
    #expect(archive.catalog.view.articleCount == 0 && archive.catalog.view.categories.count == 0)
    try archive.catalog.stop()
  }

  @Test func `Mutations of one batch see each other`() async throws {
    let archive = try TestArchive()
    var changes: [Mutation] = []
    for title in ["One", "Two", "Three"] {
      var put = PutArticle()
      put.article = article("a", title, story: "s", categories: ["c"], source: "7")
      put.createMissingCategories = changes.isEmpty
      changes.append(Mutation(.putArticle(put)))
    }
    var link = LinkEditions()
    link.articles = ["articles/a", "articles/b"]
    var other = PutArticle()
    other.article = article("b", language: "ka")
    changes += [Mutation(.putArticle(other)), Mutation(.linkEditions(link))]
    var delete = DeleteArticle()
    delete.name = "articles/a"
    changes.append(Mutation(.deleteArticle(delete)))
    let results = try await archive.catalog.submit(changes)
    #expect(try results.map { try $0.get().revision } == [1, 2, 3, 4, 5, 6])
    #expect(try results[4].get().story?.editions.map(\.article) == ["articles/a", "articles/b"])
    #expect(archive.article("a") == nil)
    #expect(try archive.catalog.view.story(named: "stories/s")?.editions.map(\.article) == ["articles/b"])
    #expect(ViewContent(archive.catalog.view).disagreements(with: archive.catalog.view) == [])
    try archive.catalog.stop()
  }

  @Test func `Checking says what would happen and changes nothing`() async throws {
    let archive = try TestArchive()
    var put = PutArticle()
    put.article = article("a")
    #expect(try await archive.catalog.check(Mutation(.putArticle(put))).action == .created)
    #expect(archive.catalog.revision == 0 && archive.article("a") == nil)
    put.existence = .required
    #expect(await code { _ = try await archive.catalog.check(Mutation(.putArticle(put))) } == .notFound)
    try archive.catalog.stop()
  }

  @Test func `Repeating a request changes nothing and has the first answer, after a restart too`()
    async throws
  {
    let archive = try TestArchive()
    var put = PutArticle()
    put.article = article("a", "First")
    let first = try await archive.catalog.submit(Mutation(.putArticle(put), request: "r-1"))
    put.article = article("a", "Second")
    #expect(try await archive.catalog.submit(Mutation(.putArticle(put), request: "r-1")) == first)
    _ = try await archive.catalog.checkpoint()
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk)
    #expect(try await again.catalog.submit(Mutation(.putArticle(put), request: "r-1")) == first)
    #expect(again.article("a")?.title == "First")
    try again.catalog.stop()
  }
}
