import ArticleAPI
import Testing

@testable import Catalog

/// What is asked of the index again and again while a batch is decided.
@Suite struct BatchLookupTests {
  @Test func `a batch reads the other articles of a story, and of a source id, once`() async throws {
    let archive = try TestArchive()
    let stored = 300
    _ = try await archive.catalog.submit(
      (0..<stored).map { number in
        var put = PutArticle()
        put.article = article("a\(number)", language: "", story: "s", source: "wire")
        return Mutation(.putArticle(put))
      })
    let view = archive.catalog.view
    var state = WorkingState(continuing: view, requests: RequestMemory())
    for number in 0..<200 {
      var put = PutArticle()
      // New ones, and the one that is the lowest of the source id.
      put.matchSourceId = number % 2 == 1
      put.article = article("b\(number)", "Title \(number)", language: "", story: "s", source: "wire")
      let mutation = Mutation(.putArticle(put))
      let stamp = Stamp(revision: view.revision + 1 + UInt64(number), of: mutation)
      let outcome = try state.apply(mutation, stamp).result.get()
      #expect(outcome.article?.name == (put.matchSourceId ? "articles/a0" : "articles/b\(number)"))
    }
    #expect(state.lookups.documentsRead == 2 * stored)
    #expect(state.languages(ofStory: "s").count == stored + 100)
    try archive.catalog.stop()
  }

  @Test func `the lowest of a source id is found again when it goes, or another comes before it`()
    async throws
  {
    let archive = try TestArchive()
    for id in ["c", "b"] { try await archive.put(article(id, source: "wire")) }
    var state = WorkingState(continuing: archive.catalog.view, requests: RequestMemory())
    var revision = archive.catalog.revision
    func lowest() throws -> String? { try state.article(sourceID: "wire")?.id }
    func apply(_ change: Mutation.Change) throws {
      revision += 1
      let mutation = Mutation(change)
      _ = try state.apply(mutation, Stamp(revision: revision, of: mutation)).result.get()
    }
    func put(_ id: String, source: String) throws {
      var put = PutArticle()
      put.article = article(id, source: source)
      try apply(.putArticle(put))
    }
    #expect(try lowest() == "b")
    try put("a", source: "wire")
    #expect(try lowest() == "a")
    try put("a", source: "other")
    #expect(try lowest() == "b")
    for (id, next) in [("b", "c"), ("c", nil)] {
      var delete = DeleteArticle()
      delete.name = "articles/\(id)"
      try apply(.deleteArticle(delete))
      #expect(try lowest() == next)
    }
    try put("d", source: "wire")
    #expect(try lowest() == "d")
    try archive.catalog.stop()
  }

  @Test(arguments: 0..<20)
  func `two editions of one language clash as those who look at all of them find`(seed: Int) {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
    func random(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    let tags = ["", "en", "ka", "ru", "de"]
    var languages = EditionLanguages()
    var all: [String: String] = [:]
    for _ in 0..<200 {
      let id = "a\(random(6))"
      let language = random(4) == 0 ? nil : tags[random(tags.count)]
      languages.set(id, language)
      all[id] = language
      #expect(languages.count == all.count)
      let joining = (0...random(2)).map {
        article("a\(10 * $0 + random(8))", language: tags[random(tags.count)])
      }
      let staying = all.filter { id, _ in !joining.contains { $0.id == id } }.sorted { $0.key < $1.key }
      var seen: [String: String] = [:]
      var wanted: [String]?
      for (id, language) in staying.map({ ($0.key, $0.value) }) + joining.map({ ($0.id, $0.language) })
      where wanted == nil && !language.isEmpty {
        if let first = seen.updateValue(id, forKey: language) { wanted = [language, first, id] }
      }
      let found = languages.clash(joinedBy: joining).map { [$0.language, $0.first, $0.second] }
      #expect(found == wanted, "seed \(seed)")
    }
  }
}
