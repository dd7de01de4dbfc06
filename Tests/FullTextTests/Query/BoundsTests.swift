import Testing

@testable import FullText

/// Texts and queries at the edge of what is taken.
@Suite struct BoundsTests {
  private func view(_ texts: [(key: String, language: String, text: String)]) throws -> IndexView {
    let writer = IndexWriter(schema: RandomArchive.schema)
    let batch = texts.map { key, language, text in
      var document = IndexDocument(key: Array(key.utf8), payload: [])
      document.texts = [.init(RandomArchive.body, language: Language(tag: language), text)]
      return IndexWriter.Operation.put(document)
    }
    return try writer.apply(batch, revision: 1)
  }

  private func keys(_ view: IndexView, _ query: Query) throws -> [String] {
    try Searcher().search(view, SearchPlan(query)).hits.map {
      String(decoding: view.key($0.matched), as: UTF8.self)
    }
    .sorted()
  }

  @Test func `a query of a megabyte is refused with its size, not searched`() {
    let text = String(repeating: "word ", count: 200_000)
    let error = #expect(throws: SyntaxError.self) { try QueryParser(fields: QueryFields()).parse(text) }
    #expect(error?.description == "at byte 65536: expected at most 65536 bytes of query, found 1000000 bytes")
  }

  @Test func `an article of a hundred thousand words is found by words and by phrases`() throws {
    let text = (0..<100_000).map { "w\($0 % 1000)" }.joined(separator: " ")
    let view = try view([("long", "en", text), ("short", "en", "w1 w2 w3")])
    #expect(try keys(view, .phrase("w999 w0 w1", exact: true)) == ["long"])
    #expect(try keys(view, .phrase("w1 w2", exact: false)) == ["long", "short"])
    #expect(try keys(view, .and([.word("w0"), .word("w999")])) == ["long"])
    #expect(try keys(view, .phrase("w996 w997 w998 w999", exact: true)) == ["long"])
  }

  @Test func `words of several scripts side by side are each found`() throws {
    let view = try view([
      ("mixed", "ka", "თბილისში Parliament заседание 2024 日本語 😀"), ("joined", "en", "covidпандемия e-ომი"),
    ])
    for word in ["თბილისი", "parliament", "заседания", "2024", "日本", "😀"] {
      #expect(try keys(view, .word(word)) == ["mixed"], "\(word)")
    }
    #expect(try keys(view, .phrase("Parliament заседание 2024")) == ["mixed"])
    #expect(try keys(view, .word("covidпандемия")) == ["joined"])
  }

  @Test func `an article in an unknown language is found by its words`() throws {
    let view = try view([("a", "tlh", "Qapla' batlh je"), ("b", "", "nuqneH batlh")])
    #expect(try keys(view, .word("batlh")) == ["a", "b"])
    #expect(try keys(view, .phrase("batlh je")) == ["a"])
  }

  @Test func `words near stop words are found, and stop words near a misspelt word`() throws {
    let view = try view([
      ("the", "en", "the garden"), ("thee", "en", "thee and thou"), ("then", "en", "then came winter"),
    ])
    #expect(try keys(view, .fuzzy("the", edits: 1)) == ["the", "thee", "then"])
    #expect(try keys(view, .fuzzy("hte", edits: 1)) == ["the"])
    #expect(try keys(view, .and([.fuzzy("teh", edits: 1), .word("gardn")])) == [])
    #expect(try keys(view, .and([.fuzzy("teh", edits: 1), .fuzzy("gardn", edits: 1)])) == ["the"])
  }

  @Test func `many words near a misspelt one are worth no more than the best of them`() throws {
    let view = try view([("best", "en", "the cat, the cat"), ("many", "en", "some bat, a hat")])
    let searcher = Searcher()
    let near = SearchPlan(.fuzzy("xat", edits: 1))
    let found = try searcher.search(view, near).hits
    #expect(found.map { String(decoding: view.key($0.matched), as: UTF8.self) } == ["best", "many"])
    let beside = SearchPlan(.or([.fuzzy("xat", edits: 1), .word("bat"), .word("hat")]))
    let both = try searcher.search(view, beside).hits
    #expect(both.map { String(decoding: view.key($0.matched), as: UTF8.self) } == ["many", "best"])
    for (plan, hits) in [(near, found), (beside, both)] {
      for hit in hits { #expect(try searcher.explain(view, plan, hit.matched)?.value == hit.score) }
    }
  }

  @Test func `a prefix of one letter finds forms of words that have another stem, but only those forms`()
    throws
  {
    let view = try view([
      ("a", "en", "they were happily married"), ("b", "en", "a happy end"),
      ("c", "en", "of the winning side"),
    ])
    #expect(try keys(view, .and([.word("married"), .prefix("happil")])) == ["a"])
    #expect(try keys(view, .and([.word("end"), .prefix("happil")])) == [])
    #expect(try keys(view, .and([.word("side"), .prefix("winn")])) == ["c"])
  }
}
