import Testing

@testable import FullText

/// Segments whose sizes lie at the borders of what holds their documents: the containers of bitmaps end every 65,536 documents,
/// the blocks of lists every 128, their windows every 128 blocks.
@Suite struct SegmentSizeTests {
  /// Documents whose words, values and times follow from their numbers, so that what a search has to find can be counted.
  private struct Numbers {
    static let borders = [
      0, 1, 126, 127, 128, 129, 16_383, 16_384, 16_385, 32_767, 32_768, 65_534, 65_535, 65_536,
    ]
    let writer = IndexWriter(schema: RandomArchive.schema)
    /// Those that are not deleted.
    private(set) var live: Set<Int> = []

    mutating func add(_ numbers: Range<Int>) throws {
      live.formUnion(numbers)
      try writer.apply(numbers.map { .put(Self.document($0)) }, revision: writer.view.revision + 1)
    }

    mutating func delete(_ numbers: [Int]) throws {
      live.subtract(numbers)
      try writer.apply(
        numbers.map { .delete(key: Array("\($0)".utf8)) }, revision: writer.view.revision + 1)
    }

    private static func words(_ number: Int) -> [String] {
      var words = ["everywhere", "w\(number % 5)"]
      if number % 3 == 0 { words.append("third") }
      if borders.contains(number) { words.append("border") }
      for count in 127...129 where number < count { words.append("first\(count)") }
      if number >= 65_533 { words.append("last") }
      return words
    }

    private static func document(_ number: Int) -> IndexDocument {
      IndexDocument(
        key: Array("\(number)".utf8), payload: [],
        texts: [.init(RandomArchive.body, language: "en", words(number).joined(separator: " "))],
        keywords: [.init(RandomArchive.category, number % 2 == 0 ? "even" : "odd")]
          + (borders.contains(number) ? [.init(RandomArchive.category, "border")] : []),
        integers: [.init(RandomArchive.time, Int64(number))])
    }

    /// What is asked for, and for which numbers it holds.
    private static let questions: [(query: Query, holds: @Sendable (Int) -> Bool)] = [
      (.all, { _ in true }), (.word("everywhere"), { _ in true }), (.word("third"), { $0 % 3 == 0 }),
      (.word("border"), { borders.contains($0) }), (.word("last"), { $0 >= 65_533 }),
      (.word("first127"), { $0 < 127 }), (.word("first128"), { $0 < 128 }), (.word("first129"), { $0 < 129 }),
      (.and([.word("everywhere"), .word("border")]), { borders.contains($0) }),
      (.and([.word("third"), .not(.word("w2"))]), { $0 % 3 == 0 && $0 % 5 != 2 }),
      (.or([.word("last"), .word("first128")]), { $0 >= 65_533 || $0 < 128 }),
      (.phrase("everywhere w4 third"), { $0 % 15 == 9 }), (.prefix("w"), { _ in true }),
      (.not(.word("third")), { $0 % 3 != 0 }), (.fuzzy("borders", edits: 1), { borders.contains($0) }),
    ]
    private static let conditions: [(condition: Condition, holds: @Sendable (Int) -> Bool)] = [
      (.all, { _ in true }), (.keyword(RandomArchive.category, "odd"), { $0 % 2 == 1 }),
      (.keyword(RandomArchive.category, "border"), { borders.contains($0) }),
      (.not(.keyword(RandomArchive.category, "even")), { $0 % 2 == 1 }),
      (.integer(RandomArchive.time, 65_530...70_000), { $0 >= 65_530 }),
    ]

    /// Every question, and some of them under every condition: how many, the last by time, and the counts of the categories.
    func check(_ what: String) throws {
      let view = writer.view
      for part in view.parts { try part.segment.verify() }
      let searcher = Searcher()
      for (place, (query, holds)) in Self.questions.enumerated() {
        for (condition, isAllowed) in Self.conditions.prefix(place % 4 == 0 ? 5 : 1) {
          let expected = live.filter { holds($0) && isAllowed($0) }.sorted(by: >)
          var plan = SearchPlan(query, condition: condition, limit: 20)
          plan.order = .descending(RandomArchive.time)
          plan.wantsTotal = true
          plan.facets = [.values(RandomArchive.category, limit: 10)]
          let result = try searcher.search(view, plan)
          let numbers = result.hits.map { Int(String(decoding: view.key($0.document), as: UTF8.self)) }
          #expect(numbers == expected.prefix(20).map { $0 }, "\(what): \(query), \(condition)")
          #expect(result.total == expected.count, "\(what): \(query), \(condition)")
          if condition == .all {
            #expect(try searcher.count(view, plan) == expected.count, "\(what): \(query)")
          }
          var counts: [String: Int] = [:]
          for number in expected {
            counts[number % 2 == 0 ? "even" : "odd", default: 0] += 1
            if Self.borders.contains(number) { counts["border", default: 0] += 1 }
          }
          guard case .values(let found, others: 0)? = result.facets.first else {
            Issue.record("\(what): no facet of \(query)")
            continue
          }
          #expect(
            Dictionary(uniqueKeysWithValues: found.map { ($0.value, $0.count) }) == counts,
            "\(what): \(query), \(condition)")
          guard condition == .all, expected.count < 2000 || query == .word("everywhere") else { continue }
          plan.order = .relevance
          plan.limit = 70_000
          let all = try searcher.search(view, plan).hits
          #expect(
            all.count == expected.count && Set(all.map(\.document)).count == all.count, "\(what): \(query)")
          plan.limit = 10
          #expect(
            try searcher.search(view, plan).hits == Array(all.prefix(10)), "\(what): \(query), \(condition)")
        }
      }
    }
  }

  @Test func `a segment just below the end of a container, merged with the documents behind it, finds all`()
    throws
  {
    var numbers = Numbers()
    try numbers.add(0..<65_535)
    try numbers.check("65,535")
    for end in [65_536, 65_537] {
      try numbers.add(end - 1..<end)
      try numbers.writer.mergeAll()
      #expect(numbers.writer.view.parts.map(\.segment.documentCount) == [end])
      try numbers.check("\(end), merged")
    }
  }

  @Test func `a segment just above the end of a container finds all, and without its borders all others`()
    throws
  {
    var numbers = Numbers()
    try numbers.add(0..<65_537)
    try numbers.delete(Numbers.borders)
    try numbers.check("without borders")
    try numbers.delete(Array(65_000..<65_537))
    try numbers.check("without its end")
    try numbers.writer.mergeAll()
    try numbers.check("without its end, merged")
  }

  /// As many occurrences of `x` as given, over as many documents, all but the last with `z` behind them.
  private func documents(_ occurrences: Int, over count: Int) -> [IndexDocument] {
    (0..<count).map { number in
      let repetitions = occurrences / count + (number < occurrences % count ? 1 : 0)
      let text = String(repeating: "x ", count: repetitions) + (number == count - 1 ? "y" : "z")
      return IndexDocument(
        key: Array("\(number)".utf8), payload: [],
        texts: [.init(RandomArchive.body, language: "en", text)])
    }
  }

  @Test(arguments: [1, 127, 128, 129])
  func `phrases are found where the places of a word fill their blocks`(blocks: Int) throws {
    for occurrences in [128 * blocks - 1, 128 * blocks, 128 * blocks + 1] {
      for count in [1, 2, 127, 128, 129] where count <= occurrences {
        let writer = IndexWriter(schema: RandomArchive.schema)
        let view = try writer.apply(documents(occurrences, over: count).map { .put($0) }, revision: 1)
        let searcher = Searcher()
        func keys(_ text: String, slop: Int = 0) throws -> Set<String> {
          let hits = try searcher.search(view, SearchPlan(.phrase(text, slop: slop), limit: 200)).hits
          return Set(hits.map { String(decoding: view.key($0.document), as: UTF8.self) })
        }
        let what: Comment = "\(occurrences) in \(count)"
        #expect(try keys("x y") == ["\(count - 1)"], what)
        #expect(try keys("x z") == Set((0..<count - 1).map { "\($0)" }), what)
        #expect(try keys("z x") == [] && keys("y x") == [], what)
        #expect(try keys("y x", slop: 2) == ["\(count - 1)"], what)
      }
    }
  }
}
