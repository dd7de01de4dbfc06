import RandomTesting
import Testing

@testable import FullText

/// Large segments whose words are in every document, in each k-th or in one run, so that a formula says what is found.
@Suite struct RunsOfDocumentsTests {
  /// A word and the documents that hold it.
  private struct Word {
    let text: String
    let holds: @Sendable (Int) -> Bool
  }

  private static func words(_ count: Int, _ random: inout SeededGenerator) -> [Word] {
    var words = [
      Word(text: "wall") { _ in true }, Word(text: "wlast") { $0 == count - 1 },
      Word(text: "wblocks") { $0 / 128 % 2 == 1 },
    ]
    for step in [2, 127, 128, 129, 256] { words.append(Word(text: "weach\(step)") { $0 % step == 0 }) }
    for length in [1, 2, 7, 8, 127, 128, 129, 255, 256, 257, 1024, 4096, 65_535, 65_536] where length <= count
    {
      let start = [0, count - length, random.next(below: count - length)][random.next(below: 3)]
      words.append(Word(text: "wrun\(length)") { start..<start + length ~= $0 })
    }
    return words
  }

  private static func key(_ number: Int) -> [UInt8] {
    let digits = String(number)
    return Array((String(repeating: "0", count: 7 - digits.count) + digits).utf8)
  }

  private static func document(_ number: Int, _ words: [Word]) -> IndexWriter.Operation {
    var document = IndexDocument(key: key(number), payload: [])
    let text = words.filter { $0.holds(number) }.map(\.text).joined(separator: " ")
    document.texts = [.init(RandomArchive.body, language: "en", text)]
    if number % 3 == 0 { document.texts.append(.init(RandomArchive.tags, language: "en", text)) }
    document.keywords = [
      .init(RandomArchive.category, "same"), .init(RandomArchive.story, "own \(number)"),
      .init(RandomArchive.url, "pair \(number / 2)"),
    ]
    document.integers = [.init(RandomArchive.time, 7), .init(RandomArchive.words, Int64(number))]
    return .put(document)
  }

  private static var counts: [Int] {
    guard TestRounds.factor > 1 else { return [1 << 11] }
    return [128, 256, 4095, 4096, 4097, 65_535, 65_536, 65_537, 140_000]
  }

  @Test(arguments: counts)
  func `what is found in long runs of documents is what a formula says, through deletions, merges and images`(
    count: Int
  ) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let words = Self.words(count, &random)
    var policy = MergePolicy()
    policy.fanIn = 1000
    var written = RandomArchive(seed: seed, policy: policy)
    var check = Check(words: words, live: [Bool](repeating: true, count: count), random: random)
    var revision: UInt64 = 0
    let length = 1 + count / (1 + random.next(below: 3))
    for start in stride(from: 0, to: count, by: length) {
      revision += 1
      let numbers = start..<min(count, start + length)
      try written.writer.apply(numbers.map { Self.document($0, words) }, revision: revision)
    }
    try check.run(written.writer.view, "seed \(seed), \(count) documents")
    let doomed = count / 4..<count / 4 + max(count / 8, 128) / 128 * 128
    let deletions = doomed.filter { $0 < count }.map { IndexWriter.Operation.delete(key: Self.key($0)) }
    try written.writer.apply(deletions, revision: revision + 1)
    for number in doomed where number < count { check.live[number] = false }
    try check.run(written.writer.view, "seed \(seed), \(count) documents, some deleted")
    try written.writer.mergeAll()
    try written.reopen()
    try check.run(written.writer.view, "seed \(seed), \(count) documents, merged and opened")
    let again = (0..<count).filter { $0 % 2 == 0 && check.live[$0] }.map { Self.document($0, words) }
    try written.writer.apply(again, revision: revision + 2)
    try check.run(written.writer.view, "seed \(seed), \(count) documents, each second updated")
  }

  /// Compares searches of a view with what the formulas say.
  private struct Check {
    let words: [Word]
    var live: [Bool]
    var random: SeededGenerator
    let searcher = Searcher()

    init(words: [Word], live: [Bool], random: SeededGenerator) {
      self.words = words
      self.live = live
      self.random = random
    }

    mutating func run(_ view: IndexView, _ note: Comment) throws {
      #expect(view.liveCount == live.count { $0 }, note)
      for word in words { try expect(.word(word.text), view, note, word.holds) }
      for _ in 0..<12 {
        let (a, b, c) = (any(), any(), any())
        let (x, y, z) = (Query.word(a.text), Query.word(b.text), Query.word(c.text))
        try expect(.and([x, y]), view, note) { a.holds($0) && b.holds($0) }
        try expect(.and([x, y, z]), view, note) { a.holds($0) && b.holds($0) && c.holds($0) }
        try expect(.or([x, y, z]), view, note) { a.holds($0) || b.holds($0) || c.holds($0) }
        try expect(.and([.or([x, y]), .not(z)]), view, note) { (a.holds($0) || b.holds($0)) && !c.holds($0) }
        try expect(.and([x, .prefix("wrun2")]), view, note) { number in
          a.holds(number) && words.contains { $0.text.hasPrefix("wrun2") && $0.holds(number) }
        }
        try expect(.and([x, .keyword(field: "url", value: "pair 70")]), view, note) {
          a.holds($0) && $0 / 2 == 70
        }
      }
      for (first, second) in zip(words, words.dropFirst()) {
        let phrase = Query.phrase("\(first.text) \(second.text)", exact: true)
        try expect(phrase, view, note) { first.holds($0) && second.holds($0) }
      }
    }

    private mutating func any() -> Word { words[random.next(below: words.count)] }

    private func expect(
      _ query: Query, _ view: IndexView, _ note: Comment, _ matches: (Int) -> Bool
    ) throws {
      let note: Comment = "\(note.rawValue) \(query)"
      let expected = live.indices.filter { live[$0] && matches($0) }
      var plan = SearchPlan(query, limit: live.count + 1)
      plan.tieBreak = RandomArchive.time
      plan.facets = [.values(RandomArchive.category, limit: 3)]
      plan.groupCountField = RandomArchive.story
      plan.wantsTotal = true
      let all = try searcher.search(view, plan)
      #expect(
        all.hits.map { view.key($0.document) }.sorted { $0.lexicographicallyPrecedes($1) }
          == expected.map(key), note)
      #expect(all.total == expected.count && all.groupTotal == expected.count, note)
      let same = expected.isEmpty ? [] : [FacetCount(value: "same", count: expected.count)]
      #expect(all.facets == [.values(same, others: 0)], note)
      for (hit, next) in zip(all.hits, all.hits.dropFirst()) {
        #expect(hit.score >= next.score, note)
        if hit.score == next.score {
          #expect(view.key(hit.document).lexicographicallyPrecedes(view.key(next.document)), note)
        }
      }
      plan = SearchPlan(query, limit: 10)
      plan.tieBreak = RandomArchive.time
      let best = try searcher.search(view, plan)
      #expect(best.hits == Array(all.hits.prefix(10)), note)
      #expect(try searcher.count(view, plan) == expected.count, note)
      if let hit = best.hits.last {
        #expect(try searcher.explain(view, plan, hit.matched)?.value == hit.score, note)
      }
      plan.order = .ascending(RandomArchive.words)
      #expect(
        try searcher.search(view, plan).hits.map { view.key($0.document) } == expected.prefix(10).map(key),
        note)
    }

    private func key(_ number: Int) -> [UInt8] { RunsOfDocumentsTests.key(number) }
  }
}
