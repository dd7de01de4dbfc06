import Testing

@testable import FullText

@Suite struct PhraseStartTests {
  private static let schema = Schema(
    textFields: [TextField("text")], keywordFields: [], integerFields: [])

  /// The documents, of some texts, that hold a phrase.
  private func found(_ phrase: String, in texts: [[String]]) throws -> [Int] {
    let batch = texts.enumerated().map { number, words in
      var document = IndexDocument(key: Array("\(100 + number)".utf8), payload: [])
      document.texts = [.init(TextFieldID(0), language: "und", words.joined(separator: " "))]
      return IndexWriter.Operation.put(document)
    }
    let view = try IndexWriter(schema: Self.schema).apply(batch, revision: 1)
    let result = try Searcher().search(view, SearchPlan(.phrase(phrase, exact: false)))
    return result.hits.map { Int(String(decoding: view.key($0.document), as: UTF8.self))! - 100 }.sorted()
  }

  @Test(arguments: [64, 128, 4095, 4096, 4097, 8192])
  func `words far apart are no phrase, however far`(distance: Int) throws {
    var apart = (0..<distance + 9).map { "w\($0)" }
    (apart[3], apart[4 + distance]) = ("one", "two")
    let together = apart + ["one", "two"]
    #expect(try found("one two", in: [apart, together, apart]) == [1])
  }

  @Test func `a phrase is found beside words that nearly every document holds`() throws {
    // The rarest word of the phrase has few documents, the next many, the others all.
    let texts = (0..<3000).map { number in
      ["a1", number % 2 == 0 ? "often" : "x", number % 500 == 4 ? "rare" : "x", number % 3 == 1 ? "b1" : "y"]
    }
    #expect(try found("a1 often rare", in: texts) == stride(from: 4, to: 3000, by: 500).map { $0 })
    #expect(
      try found("a1 often rare b1", in: texts)
        == stride(from: 4, to: 3000, by: 500).filter { $0 % 3 == 1 })
    #expect(try found("often a1 rare", in: texts) == [])
  }

  @Test func `a phrase with a repeated word asks for as many occurrences of it`() throws {
    // In turns; repeats are found beside a rarer word, a more frequent one and none, among many documents that hold the word once.
    let texts = (0..<1500).map { number in
      switch number % 300 {
      case 7: ["very", "very", "b1"]
      case 8: ["very", "b1", "very", "very", "very"]
      case 9: ["b1", "very", "b1", "x", "very"]
      default: number % 2 == 0 ? ["very", "b1"] : ["b1", "x", "very"]
      }
    }
    func numbers(_ turns: Int...) -> [Int] { (0..<1500).filter { turns.contains($0 % 300) } }
    #expect(try found("very very", in: texts) == numbers(7, 8))
    #expect(try found("very very very", in: texts) == numbers(8))
    #expect(try found("very very very very", in: texts) == [])
    #expect(try found("very b1 very very very", in: texts) == numbers(8))
    #expect(try found("very very b1", in: texts) == numbers(7))
    #expect(try found("very b1 very", in: texts) == numbers(8))
    #expect(try found("b1 very b1 x", in: texts) == numbers(9))
    #expect(try found("very b1 very b1", in: texts) == [])
  }

  @Test func `how often a document holds repeated words decides where it stands`() throws {
    let texts = [["a1", "a1", "x", "x", "x"], ["a1", "a1", "a1", "a1", "x"], ["a1", "a1", "a1", "x", "x"]]
    let batch = texts.enumerated().map { number, words in
      var document = IndexDocument(key: Array("\(number)".utf8), payload: [])
      document.texts = [.init(TextFieldID(0), language: "und", words.joined(separator: " "))]
      return IndexWriter.Operation.put(document)
    }
    let view = try IndexWriter(schema: Self.schema).apply(batch, revision: 1)
    for limit in 1...3 {
      let result = try Searcher().search(view, SearchPlan(.phrase("a1 a1", exact: false), limit: limit))
      let keys = result.hits.map { String(decoding: view.key($0.document), as: UTF8.self) }
      #expect(keys == Array(["1", "2", "0"].prefix(limit)))
    }
  }
}
