import RandomTesting
import Synchronization
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

  @Test func `a sign that stands for words is marked once, and whole`() throws {
    #expect(try marked(.word("1/2"), "a ½ mile, 1/2 mile") == ["½", "1", "2"])
    #expect(try marked(.word("km2"), "10 km² or ㎢") == ["km²", "㎢"])
    #expect(try marked(.word("10m/s"), "at 10㎧") == ["10㎧"])
    let view = IndexWriter(schema: RandomArchive.schema).view
    let found = try Searcher().highlight(
      view, SearchPlan(.word("1/2")), [HighlightText(Self.body, language: "en", "a ½ mile")])
    #expect(found.map(\.spans) == [[2..<4]])
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

  @Test func `of a text full of different words of a query the piece with most of them comes first`() throws {
    let words = (100..<400).map { "w\($0)x" }
    let few = words[..<20].joined(separator: " ")
    let most = words[100..<200].joined(separator: " ")
    let text = [few, few, most, few].joined(separator: " and ")
    let view = IndexWriter(schema: RandomArchive.schema).view
    let found = try Searcher().highlight(
      view, SearchPlan(.or(words.map { .word($0) })), [HighlightText(Self.body, language: "en", text)],
      options: HighlightOptions(maxFragments: 1, fragmentBytes: most.utf8.count))
    #expect(found.map(\.spans.count) == [100])
  }

  @Test func `choosing pieces stops when its caller says so`() throws {
    let words = (0..<200).map { "w\($0)x" }
    let text = String(repeating: words.joined(separator: " ") + " ", count: 20)
    let analysing = text.utf8.count / 2048 + 2
    let asked = Mutex(0)
    var plan = SearchPlan(.or(words.map { .word($0) }))
    plan.goOn = {
      asked.withLock {
        $0 += 1
        return $0 <= analysing
      }
    }
    let view = IndexWriter(schema: RandomArchive.schema).view
    let stopped = plan
    #expect(throws: SearchError.self) {
      try Searcher().highlight(
        view, stopped, [HighlightText(Self.body, language: "en", text)],
        options: HighlightOptions(maxFragments: 100, fragmentBytes: 10_000))
    }
  }

  /// The marked words of each text, in the order of the texts.
  private func marked(_ query: Query, in texts: [HighlightText]) throws -> [[String]] {
    let view = IndexWriter(schema: RandomArchive.schema).view
    let fragments = try Searcher().highlight(
      view, SearchPlan(query), texts, options: HighlightOptions(maxFragments: 100, fragmentBytes: 10_000))
    return texts.indices.map { index in
      let bytes = Array(texts[index].text.utf8)
      return fragments.filter { $0.text == index }.flatMap(\.spans).map {
        String(decoding: bytes[$0], as: UTF8.self)
      }
    }
  }

  @Test func `a phrase that reaches over several paragraphs is marked in each`() throws {
    let texts = ["war", "treaty of old", "", "peace", "war treaty"].enumerated().map { index, text in
      HighlightText(index == 4 ? Self.title : Self.body, language: "en", text)
    }
    #expect(try marked(.phrase("war peace", slop: 18), in: texts) == [[], [], [], [], []])
    #expect(
      try marked(.phrase("war peace", slop: 19), in: texts) == [["war"], [], [], ["peace"], []])
    #expect(try marked(.phrase("war treaty", slop: 7), in: texts) == [[], [], [], [], ["war", "treaty"]])
    #expect(
      try marked(.phrase("war treaty", slop: 8), in: texts)
        == [["war"], ["treaty"], [], [], ["war", "treaty"]])
  }

  @Test(arguments: UInt64(1)...20)
  func `whatever a sloppy phrase finds over paragraphs has marks, and what it does not has none`(seed: UInt64)
    throws
  {
    var random = SeededGenerator(seed: seed)
    let words = ["war", "peace", "treaty", "hail", "ship"]
    let writer = IndexWriter(schema: RandomArchive.schema)
    var documents: [String: [HighlightText]] = [:]
    for number in 0..<40 {
      let texts = (0..<random.next(below: 6) + 1).map { _ in
        HighlightText(
          random.chance(20) ? Self.title : Self.body, language: "en",
          (0..<random.next(below: 4)).map { _ in words[random.next(below: words.count)] }.joined(
            separator: " "))
      }
      documents["k\(number)"] = texts
      let document = IndexDocument(
        key: Array("k\(number)".utf8), payload: [],
        texts: texts.map { IndexDocument.Text($0.field, language: Language(tag: $0.language), $0.text) })
      _ = try writer.apply([.put(document)], revision: UInt64(number + 1))
    }
    for _ in 0..<60 {
      let phrase = (0..<2 + random.next(below: 2)).map { _ in words[random.next(below: words.count)] }
      let query = Query.phrase(phrase.joined(separator: " "), slop: random.next(below: 30))
      var plan = SearchPlan(query, limit: 100)
      plan.order = .relevance
      let hits = try Searcher().search(writer.view, plan).hits.map {
        String(decoding: writer.view.key($0.document), as: UTF8.self)
      }
      let highlighted = try documents.filter { try marked(query, in: $0.value).contains { !$0.isEmpty } }.keys
      #expect(Set(hits) == Set(highlighted), "\(query), seed \(seed)")
    }
  }
}
