import RandomTesting
import Testing

@testable import FullText

private let schema = Schema(
  textFields: [TextField("title", boost: 2), TextField("body")], keywordFields: [KeywordField("section")],
  integerFields: [IntegerField("size")])

/// A view of one document.
private func view(_ title: String, _ body: String, section: String, size: Int64) throws -> IndexView {
  let writer = IndexWriter(schema: schema)
  return try writer.apply(
    [
      .put(
        IndexDocument(
          key: [1], payload: [],
          texts: [
            .init(TextFieldID(0), language: .english, title), .init(TextFieldID(1), language: .english, body),
          ],
          keywords: [.init(KeywordFieldID(0), section)], integers: [.init(IntegerFieldID(0), size)]))
    ], revision: 1)
}

/// A random query over a few words.
private func query(_ generator: inout some RandomNumberGenerator, depth: Int = 0) -> Query {
  let words = ["harbour", "lamps", "the", "ferry", "of", "night", "sea"]
  func word() -> String { words.randomElement(using: &generator)! }
  func operands() -> [Query] {
    (0..<Int.random(in: 1...3, using: &generator)).map { _ in query(&generator, depth: depth + 1) }
  }
  switch Int.random(in: 0..<(depth < 3 ? 12 : 7), using: &generator) {
  case 0, 1: return .word(word())
  case 2: return .phrase("\(word()) \(word())")
  case 3: return .prefix(String(word().prefix(3)))
  case 4: return .fuzzy(word())
  case 5: return .keyword(field: "section", value: Bool.random(using: &generator) ? "north" : "south")
  case 6: return .range(field: "size", from: 3, until: nil)
  case 7, 8: return .or(operands())
  case 9: return .and(operands())
  case 10: return .not(query(&generator, depth: depth + 1))
  default: return .within(fields: ["title"], .boosted(query(&generator, depth: depth + 1), 2))
  }
}

@Suite struct PercolatorTests {
  @Test(arguments: 0..<8)
  func `no query that matches a document is left out`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 77)
    let plans = (0..<300).map { _ in
      SearchPlan(
        query(&generator),
        condition: Bool.random(using: &generator) ? .all : .keyword(KeywordFieldID(0), "north"),
        languages: [.english])
    }
    let percolator = Percolator(plans, schema: schema)
    let words = ["harbour", "lamp", "the", "ferries", "of", "nights", "sea"]
    for _ in 0..<20 {
      let text = (0..<5).map { _ in words.randomElement(using: &generator)! }.joined(separator: " ")
      let document = try view(
        words.randomElement(using: &generator)!, text,
        section: Bool.random(using: &generator) ? "north" : "south",
        size: Int64.random(in: 0...6, using: &generator))
      let searcher = Searcher()
      let matching = try plans.indices.filter { try searcher.count(document, plans[$0]) > 0 }
      let candidates = Set(percolator.candidates(for: document))
      #expect(candidates.isSuperset(of: matching), "seed \(seed): \(text)")
    }
  }

  @Test func `queries for words that a document does not have are not looked at`() throws {
    let plans = (0..<1000).map { SearchPlan(.word("word\($0)"), languages: [.english]) }
    let percolator = Percolator(plans, schema: schema)
    let document = try view("word7 and word900", "", section: "north", size: 1)
    #expect(percolator.candidates(for: document) == [7, 900])
  }
}

@Suite struct SynonymExpansionTests {
  private func expanded(_ query: Query) throws -> Query {
    var synonyms = Synonyms()
    try synonyms.add("EU, European Union\nPM => prime minister", language: .english)
    return Searcher().expand(query, by: synonyms, languages: [.english])
  }

  @Test func `a word has its synonyms beside it`() throws {
    #expect(
      try expanded(.word("EU")) == .or([.word("EU"), .phrase("European Union", slop: 0, exact: false)]))
    #expect(try expanded(.word("minister")) == .word("minister"))
  }

  @Test func `words in a row have the synonym of all of them`() throws {
    let words: [Query] = [.word("the"), .word("European"), .word("Union"), .word("vote")]
    #expect(try expanded(.or(words)) == .or([words[0], words[1], words[2], .word("EU"), words[3]]))
    #expect(
      try expanded(.and(words))
        == .and([words[0], .or([.and([words[1], words[2]]), .word("EU")]), words[3]]))
  }

  @Test func `a rule with an arrow leads one way, and exact phrases stay`() throws {
    #expect(
      try expanded(.within(fields: ["title"], .word("PM")))
        == .within(fields: ["title"], .or([.word("PM"), .phrase("prime minister", slop: 0, exact: false)])))
    let words: [Query] = [.word("prime"), .word("minister")]
    #expect(try expanded(.or(words)) == .or(words))
    #expect(try expanded(.phrase("EU")) == .phrase("EU"))
  }
}
