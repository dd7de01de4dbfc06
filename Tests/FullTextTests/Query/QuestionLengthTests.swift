import Testing

@testable import FullText

/// How much a repeated word counts in questions of few and of many words.
@Suite struct QuestionLengthTests {
  private func score(_ document: String, _ query: Query) throws -> Double {
    let batch = ["harbour, harbour and harbour of a town", "a harbour and a town at the sea"].map { text in
      var document = IndexDocument(key: Array(text.utf8), payload: [])
      document.texts = [.init(RandomArchive.body, language: .english, text)]
      return IndexWriter.Operation.put(document)
    }
    let view = try IndexWriter(schema: RandomArchive.schema).apply(batch, revision: 1)
    let hits = try Searcher().search(view, SearchPlan(query, languages: [.english])).hits
    return try #require(
      hits.first { String(decoding: view.key($0.matched), as: UTF8.self).hasPrefix(document) }?.score)
  }

  /// What a word three times in a text is worth, in units of what it is worth once.
  private func gain(_ query: Query) throws -> Double {
    try score("harbour", query) / score("a harbour", query)
  }

  private func question(_ words: Int) -> [Query] {
    [.word("harbour")] + (1..<words).map { .word("unheardof\($0)") }
  }

  @Test func `the more words a question has, the more a repeated one counts`() throws {
    let gains = try [2, 4, 8, 20].map { try gain(.or(question($0))) }
    #expect(gains == gains.sorted())
    #expect(Set(gains).count == gains.count)
    #expect(try gain(.or(question(40))) == gains.last)
  }

  @Test func `stop words, exclusions, conditions and what surrounds the words do not make a question longer`()
    throws
  {
    let words = Query.or(question(4))
    let expected = try gain(words)
    let categories = ["news", "sport", "culture"].map { Query.not(.keyword(field: "category", value: $0)) }
    for other in [
      Query.or(question(4) + [.word("they"), .word("were")]), .and([words, .not(.word("volcano"))]),
      .and([words, .or(categories)]), .boosted(words, 2),
      .within(fields: ["body"], words),
    ] {
      #expect(abs(try gain(other) - expected) < 1e-6)
    }
  }
}
