import Testing

@testable import FullText

/// Words and names that some write with a hyphen and others as one word.
@Suite struct JoinedWordTests {
  private func found(_ text: String, among titles: [String]) throws -> Set<String> {
    let batch = titles.map { title in
      var document = IndexDocument(key: Array(title.utf8), payload: [])
      document.texts = [.init(RandomArchive.title, language: .english, title)]
      return IndexWriter.Operation.put(document)
    }
    let view = try IndexWriter(schema: RandomArchive.schema).apply(batch, revision: 1)
    let plan = SearchPlan(Query.word(text).joiningWords(), languages: [.english])
    return Set(
      try Searcher().search(view, plan).hits.map { String(decoding: view.key($0.matched), as: UTF8.self) })
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

  @Test(arguments: ["5-6", "2024", "a-b-c", "-7", "G7a", "civil.ge", "emails.", "ebb"])
  func `figures, chains and addresses stay as they are`(_ text: String) {
    #expect(Query.word(text).joiningWords() == .word(text))
  }
}
