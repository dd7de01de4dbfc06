import RandomTesting
import Testing

@testable import FullText

/// What was deleted, and not merged away yet, has no part in an answer: not by the forms of its words either.
@Suite struct SameRevisionTests {
  /// An archive in which many forms are left in deleted documents only, some segments merged.
  private static func archive(_ seed: UInt64) throws -> RandomArchive {
    var archive = RandomArchive(seed: seed)
    archive.vocabulary["en"]! += [
      "write", "written", "wrote", "organise", "organised", "organisation", "organisations", "buy", "bought",
      "seek",
      "sought", "say", "said", "try", "tries", "trying", "women", "woman", "city", "cities", "flexibly",
      "built", "build",
    ]
    let keys = 2 + archive.random.next(below: 20)
    for _ in 0...archive.random.next(below: 8) {
      _ = try archive.writeBatch(of: 1 + archive.random.next(below: 40), keys: keys)
    }
    return archive
  }

  /// The same articles in one segment.
  private static func anew(_ archive: RandomArchive) throws -> IndexView {
    let view = archive.writer.view
    let oracle = Oracle(view: view, versions: archive.versions)
    let writer = IndexWriter(schema: RandomArchive.schema)
    return try writer.apply(
      oracle.entries.filter(\.isLive).map { .put($0.source) }, revision: view.revision)
  }

  private func forEachArchive(_ body: (inout RandomArchive, IndexView, IndexView, Comment) throws -> Void)
    throws
  {
    for _ in 0..<TestRounds.of(15) {
      let seed = UInt64.random(in: 0...UInt64.max)
      var archive = try Self.archive(seed)
      let fresh = try Self.anew(archive)
      for _ in 0..<20 { try body(&archive, archive.writer.view, fresh, "seed \(seed)") }
    }
  }

  @Test
  func `words near a misspelt one, and those that start with a text, are those of an archive made anew`()
    throws
  {
    let (searcher, other) = (Searcher(), Searcher())
    try forEachArchive { archive, view, fresh, note in
      let word = archive.anyWord()
      let start = String(
        word.unicodeScalars.prefix(1 + archive.random.next(below: word.unicodeScalars.count)))
      for query in [
        Query.fuzzy(archive.misspelt(word), edits: 1 + archive.random.next(below: 2)), .prefix(start),
        .and([.fuzzy(archive.misspelt(word), edits: 1), .prefix(start)]),
        searcher.completingWithTypo(
          archive.misspelt(start), view, RandomArchive.title, languages: [.english]),
      ] {
        var plan = SearchPlan(query)
        plan.limit = 100
        plan.wantsTotal = true
        plan.languages = [.english, .georgian, .russian]
        let found = try searcher.search(view, plan)
        let wanted = try other.search(fresh, plan)
        #expect(found.total == wanted.total, "\(note) \(query)")
        #expect(found.hits.map(\.score) == wanted.hits.map(\.score), "\(note) \(query)")
        #expect(
          found.hits.map { view.key($0.document) } == wanted.hits.map { fresh.key($0.document) },
          "\(note) \(query)")
      }
      let typed = archive.misspelt(start)
      #expect(
        searcher.completingWithTypo(typed, view, RandomArchive.body, languages: [.english])
          == other.completingWithTypo(typed, fresh, RandomArchive.body, languages: [.english]),
        "\(note) \(typed)")
    }
  }

  @Test func `completions and corrections are those of an archive made anew`() throws {
    let (searcher, other) = (Searcher(), Searcher())
    try forEachArchive { archive, view, fresh, note in
      let word = archive.anyWord()
      let start = String(
        word.unicodeScalars.prefix(1 + archive.random.next(below: word.unicodeScalars.count)))
      for typed in [start, archive.misspelt(start)] {
        var plan = SuggestPlan(
          typed,
          textFields: archive.random.chance(50)
            ? [RandomArchive.body] : [RandomArchive.title, RandomArchive.body],
          limit: [2, 10][archive.random.next(below: 2)])
        plan.givesStems = archive.random.chance(30)
        #expect(searcher.suggest(view, plan) == other.suggest(fresh, plan), "\(note) \(plan)")
      }
      let typed = archive.misspelt(word)
      let corrected = try [(searcher, view), (other, fresh)].map {
        try $0.0.correctedQuery(
          $0.1, typed, languages: [.english, .georgian, .russian],
          fields: [RandomArchive.title, RandomArchive.body])
      }
      #expect(corrected[0] == corrected[1], "\(note) \(typed)")
    }
  }

  @Test func `a form that only deleted documents hold leads nowhere, however often it is asked for`() throws {
    let writer = IndexWriter(schema: RandomArchive.schema)
    func document(_ number: Int, _ text: String) -> IndexWriter.Operation {
      var document = IndexDocument(key: Array("\(number)".utf8), payload: [])
      document.texts = [.init(RandomArchive.body, language: "en", text)]
      return .put(document)
    }
    let texts = (0..<300).map { document($0, $0 % 3 == 0 ? "a child" : $0 < 30 ? "children" : "other words") }
    try writer.apply(texts, revision: 1)
    let searcher = Searcher()
    func expect(_ count: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
      let plan = SearchPlan(.fuzzy("chidlren", edits: 1))
      #expect(try searcher.count(writer.view, plan) == count, sourceLocation: sourceLocation)
      var typed = SuggestPlan("childre", textFields: [RandomArchive.body])
      typed.allowsTypo = false
      #expect(searcher.suggest(writer.view, typed).map(\.documentFrequency) == (count == 0 ? [] : [count]))
    }
    try expect(120)
    for number in 0..<29 where number % 3 > 0 {
      try writer.apply([.delete(key: Array("\(number)".utf8))], revision: UInt64(number + 2))
    }
    try expect(101)
    try writer.apply([.delete(key: Array("29".utf8))], revision: 40)
    try expect(0)
    try expect(0)
    try writer.apply([document(1000, "children")], revision: 41)
    try expect(101)
  }
}
