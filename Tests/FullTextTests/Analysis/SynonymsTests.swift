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

  @Test(arguments: ["alone", "a => b => c", "=> b", "a =>", ", ,", "x, ..."])
  func `a line that is no set is refused with its number`(line: String) {
    var synonyms = Synonyms()
    #expect(throws: SynonymError(line: 3, text: line)) {
      try synonyms.add("# comment\n\n\(line)", language: .english)
    }
    #expect(synonyms.isEmpty)
  }
}
