import Synchronization
import Testing

@testable import FullText

@Suite struct HostileSearchTests {
  private func archive() throws -> IndexView {
    var archive = RandomArchive(seed: 7)
    for _ in 0..<5 { _ = try archive.writeBatch(of: 200, keys: 2000) }
    return archive.writer.view
  }

  @Test func `a hundred clauses rank like the sum of their parts`() throws {
    let view = try archive()
    var random = RandomArchive(seed: 3)
    let clauses = (0..<100).map { _ in Query.word(random.anyWord()) }
    var plan = SearchPlan(.or(clauses))
    plan.dropsStopWords = false
    // The same for both, of which one has a hundred parts and the other one.
    plan.bm25 = BM25()
    let found = try Searcher().search(view, plan)
    plan.query = .or([.and([.or(clauses), .all]), .none])
    let walked = try Searcher().search(view, plan)
    #expect(found.hits.map(\.matched) == walked.hits.map(\.matched))
    #expect(found.hits.count == 10)
  }

  @Test func `boosts within one another count for a thousand at most`() throws {
    let view = try archive()
    let parser = QueryParser(fields: QueryFields())
    func hits(_ text: String) throws -> [SearchHit] {
      try Searcher().search(view, SearchPlan(try parser.parse(text))).hits
    }
    let nested = String(repeating: "(", count: 14) + "war" + String(repeating: "^1000)", count: 14)
    #expect(try !hits("war").isEmpty)
    for (text, plain) in [(nested, "war^1000"), (nested.replacing("war", with: "w*"), "(w*)^1000")] {
      #expect(try hits(text) == hits(plain))
      #expect(try hits(text).allSatisfy { $0.score.isFinite })
    }
  }

  @Test
  func `a thousand conditions hold together for what each of them holds for, and end when nobody waits`()
    throws
  {
    let view = try archive()
    let stories = (0..<1000).map { Condition.not(.keyword(RandomArchive.story, "s\($0 % 40)")) }
    let times = (0..<400).map { Condition.integer(RandomArchive.time, Int64($0)...Int64(2_000_000_000 - $0)) }
    let words = (0..<40).map {
      Condition.not(.integer(RandomArchive.words, Int64(10 * $0)...Int64(10 * $0 + 1)))
    }
    let others: [Condition] = [
      .not(.keyword(RandomArchive.category, "sport")),
      .or([.keyword(RandomArchive.language, "en"), .not(.none)]),
    ]
    for conditions in [Array(stories[..<3]), stories, times, words, others, others + times + words + stories]
    {
      let expected = try conditions.reduce(Set(view.documents(matching: .all))) {
        $0.intersection(try view.documents(matching: $1))
      }
      #expect(try Set(view.documents(matching: .and(conditions))) == expected)
      #expect(try Searcher().count(view, SearchPlan(.all, condition: .and(conditions))) == expected.count)
    }
    let asked = Atomic<Int>(0)
    #expect(throws: SearchError.self) {
      _ = try view.documents(matching: .and(words + words + stories)) {
        asked.wrappingAdd(1, ordering: .relaxed).newValue < 3
      }
    }
    #expect(asked.load(ordering: .relaxed) == 3)
  }

  @Test func `a prefix that matches every term finds every document with a word`() throws {
    let view = try archive()
    let parser = QueryParser(fields: QueryFields())
    for text in ["a*", "е* ა* e*", "პ*"] {
      let plan = SearchPlan(try parser.parse(text))
      #expect(try Searcher().count(view, plan) <= view.liveCount)
    }
    #expect(try Searcher().count(view, SearchPlan(.prefix(""))) == 0)
    #expect(try Searcher().count(view, SearchPlan(.all)) == view.liveCount)
  }

  @Test func `a tree as deep as the parser allows is searched`() throws {
    let view = try archive()
    var query = Query.word("war")
    for level in 0..<200 { query = level % 2 == 0 ? .and([query, .all]) : .or([query, .word("peace")]) }
    _ = try Searcher().search(view, SearchPlan(query))
    for _ in 0..<201 { query = .not(query) }
    _ = try Searcher().search(view, SearchPlan(query))
  }

  @Test func `a search stops when its caller says so`() throws {
    let view = try archive()
    var plan = SearchPlan(.all)
    plan.goOn = { false }
    #expect(throws: SearchError.self) { try Searcher().search(view, plan) }
  }

  @Test func `a query is given up while its words are looked up, and so is mending it`() throws {
    let view = try archive()
    let questions = Atomic<Int>(0)
    let goOn: @Sendable () -> Bool = { questions.wrappingAdd(1, ordering: .relaxed).newValue < 10 }
    let words = (0..<1000).map { "unheardof\($0)" }
    for query in [Query.or(words.map { .fuzzy($0, edits: 2) }), .or(words.map { .word($0) })] {
      questions.store(0, ordering: .relaxed)
      var plan = SearchPlan(query)
      plan.goOn = goOn
      #expect(throws: SearchError.self) { try Searcher().search(view, plan) }
      #expect(questions.load(ordering: .relaxed) == 10)
    }
    questions.store(0, ordering: .relaxed)
    #expect(throws: SearchError.self) {
      try Searcher().correctedQuery(
        view, words.prefix(64).joined(separator: " "), languages: [.english], fields: [RandomArchive.body],
        goOn: goOn)
    }
    #expect(
      try Searcher().correctedQuery(
        view, words.joined(separator: " "), languages: [.english], fields: [RandomArchive.body]) == nil)
  }

  @Test func `a filter is given up while its values are gone through`() throws {
    let view = try archive()
    let every = Condition.keywordPrefix(RandomArchive.url, "")
    let many = Condition.or(Array(repeating: every, count: 1000))
    let questions = Atomic<Int>(0)
    let goOn: @Sendable () -> Bool = { questions.wrappingAdd(1, ordering: .relaxed).newValue < 10 }
    for condition in [many, .not(many), .and([every, many])] {
      var plan = SearchPlan(.all, condition: condition)
      plan.goOn = goOn
      let attempts: [() throws -> Void] = [
        { _ = try Searcher().search(view, plan) }, { _ = try Searcher().count(view, plan) },
        { _ = try view.documents(matching: condition, goOn: goOn) },
        { _ = try Searcher().duplicates(view, plan, signature: [], time: RandomArchive.time) },
      ]
      for attempt in attempts {
        questions.store(0, ordering: .relaxed)
        #expect(throws: SearchError.self) { try attempt() }
        #expect(questions.load(ordering: .relaxed) == 10)
      }
    }
    #expect(
      try view.documents(matching: .not(.not(every))).count
        == Searcher().count(view, SearchPlan(.all, condition: every)))
  }

  @Test func `grouping duplicates is given up, too`() {
    let members = (0..<5000).map { number in
      DuplicateGroups.Member(
        document: IndexView.Document(part: 0, document: DocID(number)),
        signature: MinHash(words: (0..<MinHash.wordCount).map { Int64($0 == 0 ? 1 : number + 1) })!, time: 0)
    }
    let questions = Atomic<Int>(0)
    let interruption = Interruption { questions.wrappingAdd(1, ordering: .relaxed).newValue < 10 }
    let groups = DuplicateGroups(members, interruption) { _ in [] }
    #expect(interruption.isInterrupted && questions.load(ordering: .relaxed) == 10)
    #expect(groups.others.isEmpty)
  }

  @Test func `unknown fields of a query are refused by name`() throws {
    let view = try archive()
    let plan = SearchPlan(.within(fields: ["headline"], .word("war")))
    let error = #expect(throws: SearchError.self) { try Searcher().search(view, plan) }
    #expect(error?.code == .invalidField)
    #expect(error?.message == "expected one of the text fields title, body, tags, found 'headline'")
  }

  @Test func `an empty index, an empty query and a limit of zero answer nothing`() throws {
    let empty = IndexWriter(schema: RandomArchive.schema).view
    let searcher = Searcher()
    #expect(try searcher.search(empty, SearchPlan(.word("war"))).hits.isEmpty)
    #expect(try searcher.search(empty, SearchPlan(.not(.word("war")))).hits.isEmpty)
    let view = try archive()
    var plan = SearchPlan(.word("war"), limit: 0)
    plan.wantsTotal = true
    let result = try searcher.search(view, plan)
    #expect(result.hits.isEmpty && result.next == nil && (result.total ?? 0) > 0)
    #expect(try searcher.search(view, SearchPlan(.or([]))).hits.isEmpty)
    #expect(try searcher.search(view, SearchPlan(.and([]))).hits.count == 10)
    #expect(try searcher.search(view, SearchPlan(.word("..."))).hits.isEmpty)
  }
}
