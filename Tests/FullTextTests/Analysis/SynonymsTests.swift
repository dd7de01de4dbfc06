import Testing

@testable import FullText

@Suite struct SynonymsTests {
  private func matches(_ query: String, _ sets: String, _ language: Language = .english) throws -> [Synonyms
    .Match]
  {
    var synonyms = Synonyms()
    try synonyms.add(sets, language: language)
    return synonyms.matches(in: TextAnalyzer().queryWords(query, languages: [.english, .georgian, .russian]))
  }

  @Test func `the words of a set find one another in any form`() throws {
    #expect(
      try matches("protest rallies", "rally, demonstration, march") == [
        Synonyms.Match(words: 1..<2, alternatives: ["demonstration", "march"])
      ])
    #expect(
      try matches("მიტინგზე", "მიტინგი, აქცია", .georgian) == [
        Synonyms.Match(words: 0..<1, alternatives: ["აქცია"])
      ])
  }

  @Test func `several words are one synonym, the longest first`() throws {
    let sets = "EU, European Union\nunion => trade union"
    #expect(
      try matches("the European Unions today", sets) == [Synonyms.Match(words: 1..<3, alternatives: ["EU"])])
    #expect(try matches("union", sets) == [Synonyms.Match(words: 0..<1, alternatives: ["trade union"])])
  }

  @Test func `an arrow leads one way only`() throws {
    #expect(try matches("PM", "PM => prime minister").count == 1)
    #expect(try matches("prime minister", "PM => prime minister").isEmpty)
  }

  @Test func `sets of several lines and languages add up`() throws {
    #expect(try matches("USA", "USA, America\nUSA, States")[0].alternatives == ["America", "States"])
  }

  @Test
  func
    `a word that is in many sets gets a thousand and twenty-four of their synonyms, the first ones, each once`()
    throws
  {
    let line = "a, b, a, " + (0..<200).map { "s\($0)" }.joined(separator: ", ")
    let found = try matches("a", Array(repeating: line, count: 300).joined(separator: "\n"))
    #expect(found.map(\.alternatives) == [["b"] + (0..<200).map { "s\($0)" }])
    let many = (0..<2000).map { "a, t\($0)" }.joined(separator: "\n")
    #expect(try matches("a", many).map(\.alternatives) == [(0..<1024).map { "t\($0)" }])
  }

  @Test func `a word that comes again gets what is left of the synonyms, and then none`() throws {
    var synonyms = Synonyms()
    try synonyms.add((0..<700).map { "again, t\($0)" }.joined(separator: "\n"), language: .english)
    let words = TextAnalyzer().queryWords("again again again x", languages: [.english])
    let found = synonyms.matches(in: words)
    #expect(found.map(\.alternatives.count) == [700, 324])
    #expect(found[0].alternatives.starts(with: found[1].alternatives))
    #expect(synonyms.mostTerms == 1400)
  }

  @Test(arguments: ["alone", "a => b => c", "=> b", "a =>", ", ,", "x, ..."])
  func `a line that is no set is refused with its number`(line: String) {
    var synonyms = Synonyms()
    #expect(throws: SynonymError(line: 3, text: line)) {
      try synonyms.add("# comment\n\n\(line)", language: .english)
    }
    #expect(synonyms.isEmpty)
  }

  @Test func `a query gets a thousand and twenty-four synonyms at most, its first words first`() throws {
    var synonyms = Synonyms()
    let sets = (0..<3).map { set in
      "first\(set) => " + (0..<500).map { "s\(set)x\($0)" }.joined(separator: ", ")
    }
    try synonyms.add(sets.joined(separator: "\n"), language: .english)
    let words = (0..<3).map { Query.word("first\($0)") }
    let expanded = Searcher().expand(.and(words), by: synonyms, languages: [.english])
    guard case .and(let operands) = expanded else {
      Issue.record("\(expanded)")
      return
    }
    let counts = operands.map { operand in
      if case .or(let alternatives) = operand { alternatives.count - 1 } else { 0 }
    }
    #expect(counts == [500, 500, 24])
    let first = operands.compactMap { if case .or(let alternatives) = $0 { alternatives.first } else { $0 } }
    #expect(first == words)
  }
}
