import Testing

@testable import FullText

/// Words and names that some write with a hyphen and others as one word, and figures that are grouped in many ways.
@Suite struct JoinedWordTests {
  private func found(_ text: String, among titles: [String]) throws -> Set<String> {
    try found(Query.word(text), among: titles)
  }

  private func found(_ query: Query, among titles: [String]) throws -> Set<String> {
    let view = try view(titles)
    let plan = SearchPlan(query.joiningWords(), languages: [.english])
    return Set(
      try Searcher().search(view, plan).hits.map { String(decoding: view.key($0.matched), as: UTF8.self) })
  }

  private func view(_ titles: [String]) throws -> IndexView {
    let batch = titles.map { title in
      var document = IndexDocument(key: Array(title.utf8), payload: [])
      document.texts = [.init(RandomArchive.title, language: .english, title)]
      return IndexWriter.Operation.put(document)
    }
    return try IndexWriter(schema: RandomArchive.schema).apply(batch, revision: 1)
  }

  @Test(arguments: [
    ("G7", "G-7"), ("G-7", "G7"), ("MH17", "MH-17"), ("MH-17", "MH17"), ("covid19", "COVID-19"),
    ("F16", "F-16"), ("e-mail", "email"), ("co-operation", "cooperation"), ("post-Soviet", "postsoviet"),
    ("email", "e-mail"), ("Ebooks", "e-books"),
  ])
  func `a name is found with and without its hyphen`(_ question: String, _ other: String) throws {
    let titles = ["\(other) in the news", "\(question) again", "news of 7, 16, 17 and 19 mails"]
    #expect(try found(question, among: titles) == Set(titles.prefix(2)))
  }

  @Test(arguments: ["so-so", "how-to", "what-if", "has-been"], [false, true])
  func `words of grammar that a hyphen joins are looked for all the same`(_ text: String, isForgiving: Bool)
    throws
  {
    let titles = ["A \(text) budget", "Budget so far", "How if it has"]
    let word = isForgiving ? Query.word(text).forgivingTypos() : .word(text)
    #expect(try found(word, among: titles).contains(titles[0]))
    let query = try QueryParser(fields: QueryParserTests.fields, matching: .all).parse("budget \(text)")
    let found = try found(isForgiving ? query.forgivingTypos() : query, among: titles)
    #expect(isForgiving ? found.contains(titles[0]) : found == [titles[0]])
  }

  @Test(arguments: ["5-6", "2024", "a-b-c", "-7", "G7a", "civil.ge", "emails.", "ebb"])
  func `figures, chains and addresses stay as they are`(_ text: String) {
    #expect(Query.word(text).joiningWords() == .word(text))
  }

  @Test(arguments: [
    "20 000", "20,000", "20.000", "20'000", "20’000", "20000", "20\u{A0}000", "20\u{202F}000",
  ])
  func `a figure is found however it is grouped`(_ question: String) throws {
    let titles = [
      "20 000 came", "20,000 came", "20.000 came", "20'000 came", "20000 came", "20\u{A0}000 came",
      "20\u{202F}000 came",
    ]
    let others = ["20 came", "000 came", "120 000 came", "20 and 000", "2000 came", "20.5 came"]
    for matching in [QueryParser.WordMatching.any, .all] {
      let query = try QueryParser(fields: QueryParserTests.fields, matching: matching).parse(question)
      #expect(try found(query, among: titles + others) == Set(titles))
    }
  }

  @Test(arguments: [
    ("1,234,567", "1 234 567"), ("1 234 567", "1234567"), ("1,234.5", "1 234,5"), ("2,000", "2 000"),
  ])
  func `larger and smaller figures, too`(_ question: String, _ other: String) throws {
    let query = try QueryParser(fields: QueryParserTests.fields, matching: .all).parse(question)
    #expect(try found(query, among: [question, other, "1 234", "567", "2"]) == [question, other])
  }

  @Test func `two figures side by side may be one`() throws {
    let titles = ["100 200", "200 then 100", "100200", "only 100"]
    let all = try QueryParser(fields: QueryParserTests.fields, matching: .all).parse("100 200")
    #expect(try found(all, among: titles) == Set(titles.dropLast()))
    let any = try QueryParser(fields: QueryParserTests.fields, matching: .any).parse("100 200")
    #expect(try found(any, among: titles) == Set(titles))
  }

  @Test(arguments: [
    ("wifi", "Wi-Fi at home"), ("reelection", "the re-election of him"),
    ("anticorruption", "an anti-corruption law"),
    ("prorussian", "a pro-Russian party"), ("nodejs", "written in Node.js"), ("ექსპრემიერი", "ექს-პრემიერი"),
    ("wifi", "wi fi"),
  ])
  func `a word that no article holds is found as two in a row`(_ question: String, _ title: String) throws {
    let others = [
      "fi then wi", "election, re and anti", "corruption of a Russian pro", "js before node", "პრემიერი ექს",
    ]
    #expect(try foundSplit(question, among: [title] + others) == [title])
  }

  @Test func `a word that some article holds stays one`() throws {
    #expect(try foundSplit("wifi", among: ["wifi", "Wi-Fi"]) == ["wifi"])
    #expect(try foundSplit("into", among: ["in to"]) == [])
  }

  @Test func `one of several that have to be there is two in a row, one of alternatives is not`() throws {
    let titles = ["wi fi password", "wi fi", "password"]
    let words = [Query.word("wifi"), .word("password")]
    #expect(try foundSplit(.and(words), among: titles) == [titles[0]])
    #expect(try foundSplit(.or(words), among: titles) == [titles[0], titles[2]])
  }

  private func foundSplit(_ text: String, among titles: [String]) throws -> Set<String> {
    try foundSplit(.word(text), among: titles)
  }

  private func foundSplit(_ question: Query, among titles: [String]) throws -> Set<String> {
    let view = try view(titles)
    let searcher = Searcher()
    let languages: [Language] = [.english, .georgian]
    let query = try searcher.splittingUnknownWords(
      question.joiningWords(), in: view, languages: languages)
    let hits = try searcher.search(view, SearchPlan(query, languages: languages)).hits
    return Set(hits.map { String(decoding: view.key($0.matched), as: UTF8.self) })
  }

  @Test(arguments: ["100 km", "100km"])
  func `a unit is found with and without a blank before it`(_ question: String) throws {
    let titles = ["100 km away", "100km away", "100㎞ away"]
    for matching in [QueryParser.WordMatching.any, .all] {
      let query = try QueryParser(fields: QueryParserTests.fields, matching: matching).parse(question)
      let found = try found(query, among: titles + ["200 miles"])
      #expect(found == Set(titles))
    }
  }

  @Test(arguments: [
    "2024", "1999", "0123456", "12", "3.14", "10.5", "1,2,3", "01.03.2022", "12345678901234567890123456",
  ])
  func `years, numbers and dates stay as they are`(_ text: String) {
    #expect(Query.word(text).joiningWords() == .word(text))
  }
}
