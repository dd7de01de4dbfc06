import Testing

@testable import FullText

/// How many words a question has decides how soon a repeated word stops to count.
@Suite struct QuestionLengthTests {
  private let view: IndexView

  init() throws {
    let schema = Schema(
      textFields: [TextField("text")], keywordFields: [KeywordField("category")], integerFields: [])
    let writer = IndexWriter(schema: schema)
    let texts = ["storm storm storm bridge", "storm bridge river", "river", "bridge bridge"]
    try writer.apply(
      texts.enumerated().map { number, text in
        var document = IndexDocument(key: Array("\(number)".utf8), payload: [])
        document.texts = [.init(TextFieldID(0), language: "en", text)]
        document.keywords = [.init(KeywordFieldID(0), "news")]
        return .put(document)
      }, revision: 1)
    view = writer.view
  }

  private func scores(_ query: Query) throws -> [Double] {
    try Searcher().search(view, SearchPlan(query)).hits.map(\.score)
  }

  @Test func `alternatives that score nothing are no words of a question`() throws {
    let words = Query.or(["storm", "bridge", "river"].map { .word($0) })
    let categories = Query.or(["news", "sport"].map { .keyword(field: "category", value: $0) })
    let alone = try scores(words)
    #expect(alone.count == 4)
    #expect(try scores(.and([words, categories])) == alone)
    #expect(try scores(.and([categories, words])) == alone)
    #expect(try scores(.or([.word("storm"), .word("bridge")])).first != alone.first)
  }
}
