import Testing

@testable import FullText

@Suite struct HighlightTests {
  static let title = RandomArchive.title
  static let body = RandomArchive.body

  private func marked(
    _ query: Query, _ text: String, language: String = "en", field: TextFieldID = body
  ) throws -> [String] {
    let view = IndexWriter(schema: RandomArchive.schema).view
    let spans = try Searcher().spans(
      view, SearchPlan(query), in: HighlightText(field, language: language, text))
    let bytes = Array(text.utf8)
    return spans.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func `every form of a word is marked, in each script`() throws {
    #expect(
      try marked(.word("election"), "Elections were held; an election.") == ["Elections", "election"])
    #expect(
      try marked(.word("პარლამენტი"), "დღეს პარლამენტში იყო პარლამენტის სხდომა.", language: "ka")
        == ["პარლამენტში", "პარლამენტის"])
    #expect(
      try marked(.word("парламент"), "Сегодня в парламенте — сессия парламента.", language: "ru")
        == ["парламенте", "парламента"])
  }

  @Test func `spans are UTF-8 offsets into the text as it is`() throws {
    let view = IndexWriter(schema: RandomArchive.schema).view
    let text = "ომი 🇬🇪 «war»"
    let spans = try Searcher().spans(
      view, SearchPlan(.word("war")), in: HighlightText(Self.body, language: "en", text))
    #expect(spans == [21..<24])
  }

  @Test func `words of a phrase are marked only where they stand together`() throws {
    let text = "York is new. The new York and New York; york new"
    #expect(try marked(.phrase("new york"), text) == ["new", "York", "New", "York"])
    #expect(try marked(.phrase("new york", slop: 2), "new old york") == ["new", "york"])
  }

  @Test func `an exact phrase marks exactly its forms`() throws {
    #expect(try marked(.phrase("running"), "run running runs") == ["running"])
    #expect(
      try marked(.phrase("running", exact: false), "run running runs") == ["run", "running", "runs"])
  }

  @Test func `prefixes and fuzzy words mark what they match`() throws {
    #expect(try marked(.prefix("parl"), "Parliament parley park") == ["Parliament", "parley"])
    #expect(try marked(.fuzzy("parliamnet"), "the parliament sat") == ["parliament"])
  }

  @Test func `what is excluded is not marked`() throws {
    let query = Query.and([.word("war"), .not(.word("peace"))])
    #expect(try marked(query, "war and peace") == ["war"])
  }

  @Test func `a word wanted in one field is not marked in another`() throws {
    let query = Query.within(fields: ["title"], .word("war"))
    #expect(try marked(query, "war", field: Self.title) == ["war"])
    #expect(try marked(query, "war", field: Self.body) == [])
  }

  @Test
  func `of a long text full of one word the piece with the others comes first, and no two pieces overlap`()
    throws
  {
    let run = String(repeating: "war ", count: 20_000)
    let text = run + "peace war treaty " + run
    let view = IndexWriter(schema: RandomArchive.schema).view
    let plan = SearchPlan(.or([.word("war"), .word("peace"), .word("treaty")]))
    let fragments = try Searcher().highlight(
      view, plan, [HighlightText(Self.body, language: "en", text)],
      options: HighlightOptions(maxFragments: 100, fragmentBytes: 10_000))
    #expect(fragments.count > 10)
    #expect(fragments[0].range.contains(run.utf8.count + 1))
    let ranges = fragments.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    #expect(fragments.map(\.spans.count).reduce(0, +) == 40_003)
  }

  @Test func `highlighting stops when its caller says so`() throws {
    var plan = SearchPlan(.word("war"))
    plan.goOn = { false }
    let view = IndexWriter(schema: RandomArchive.schema).view
    let stopped = plan
    #expect(throws: SearchError.self) {
      try Searcher().highlight(view, stopped, [HighlightText(Self.body, language: "en", "war")])
    }
  }

  @Test func `the best fragments come first, keep their length and end between words`() throws {
    let filler = String(repeating: "lorem ipsum dolor ", count: 40)
    let texts = [
      HighlightText(Self.body, language: "en", filler + "the war " + filler),
      HighlightText(Self.body, language: "en", filler + "the war ended in peace, a war " + filler),
    ]
    let view = IndexWriter(schema: RandomArchive.schema).view
    let plan = SearchPlan(.or([.word("war"), .word("peace")]))
    let options = HighlightOptions(maxFragments: 2, fragmentBytes: 60)
    let fragments = try Searcher().highlight(view, plan, texts, options: options)
    #expect(fragments.map(\.text) == [1, 0])
    #expect(fragments[0].spans.count == 3)
    for fragment in fragments {
      let bytes = Array(texts[fragment.text].text.utf8)
      #expect(fragment.range.count <= 60)
      #expect(fragment.spans.allSatisfy { fragment.range.contains($0.lowerBound) })
      #expect(fragment.range.lowerBound == 0 || bytes[fragment.range.lowerBound - 1] == 32)
      #expect(
        fragment.range.upperBound == bytes.count || [32, 44].contains(bytes[fragment.range.upperBound]))
    }
  }

  @Test func `a short text is one whole fragment`() throws {
    let view = IndexWriter(schema: RandomArchive.schema).view
    let text = HighlightText(Self.title, language: "en", "Peace talks, again.")
    let fragments = try Searcher().highlight(view, SearchPlan(.word("talk")), [text])
    #expect(fragments.map(\.range) == [0..<19])
    #expect(fragments.map(\.spans) == [[6..<11]])
  }

  @Test func `a hundred thousand words and a hundred clauses take no quadratic time`() throws {
    let text = HighlightText(
      Self.body, language: "en", String(repeating: "peace war run happy report ", count: 20_000))
    let words = (0..<100).map { Query.word("word\($0)") } + [.word("war"), .phrase("war run")]
    let view = IndexWriter(schema: RandomArchive.schema).view
    let fragments = try Searcher().highlight(view, SearchPlan(.or(words)), [text])
    #expect(fragments.count == 3)
  }
}
