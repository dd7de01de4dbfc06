import RandomTesting
import Testing

@testable import FullText

/// Searches of segments whose lists have many blocks, most of which the best hits need not be looked for in.
@Suite struct LargeSegmentTests {
  /// Some common words and some rare ones, so that lists of all lengths meet; a query reads some as other words, too.
  private static let words = [
    "the", "of", "состав", "minister", "ministers", "Иванов", "составе", "council", "Иванова", "budget",
    "vote",
    "voted", "strike", "harbour", "glacier", "meteor",
  ]

  /// A text in which each word is about half as frequent as the one before.
  private static func text(_ random: inout SeededGenerator, _ longest: Int) -> String {
    (0..<4 + random.next(below: longest)).map { _ in
      var word = 0
      while word < words.count - 1, random.chance(50) { word += 1 }
      return words[word]
    }.joined(separator: " ")
  }

  private static func archive(_ seed: UInt64, documents: Int, hasTitles: Bool) throws -> (IndexView, Oracle) {
    var random = SeededGenerator(seed: seed)
    var versions: [String: IndexDocument] = [:]
    var batch: [IndexWriter.Operation] = []
    for number in 0..<documents {
      let key = "k\(number)"
      var document = IndexDocument(key: Array(key.utf8), payload: Array(key.utf8))
      document.texts = [.init(RandomArchive.body, language: "en", text(&random, 40))]
      if hasTitles {
        document.texts.append(.init(RandomArchive.title, language: "en", text(&random, 4)))
        if random.chance(30) {
          document.texts.append(.init(RandomArchive.tags, language: "en", text(&random, 2)))
        }
      }
      document.integers = [.init(RandomArchive.time, Int64(random.next(below: 50)))]
      versions[key] = document
      batch.append(.put(document))
    }
    let writer = IndexWriter(schema: RandomArchive.schema)
    let view = try writer.apply(batch, revision: 1)
    return (view, Oracle(view: view, versions: versions))
  }

  private static func query(_ random: inout SeededGenerator) -> Query {
    func word() -> String { words[random.next(below: words.count)] }
    let several = (0..<2 + random.next(below: 3)).map { _ in word() }
    switch random.next(below: 8) {
    case 0, 5:
      let phrase = (0..<2 + random.next(below: 2)).map { _ in word() }.joined(separator: " ")
      return .phrase(phrase, exact: random.chance(50))
    case 6:
      let excluded = random.chance(50) ? Query.word(word()) : .phrase("\(word()) \(word())", exact: false)
      return .and(several.map { .word($0) } + [.not(excluded)])
    case 1: return .and([.word(several[0]), .prefix(String(word().prefix(1 + random.next(below: 5))))])
    case 2: return .or(several.map { .word($0) })
    case 3: return .prefix(["ministers", "voted", "vote", "m", "gl", "councils"][random.next(below: 6)])
    case 4: return .fuzzy(["vot", "ministets", "ox", "thee"][random.next(below: 4)], edits: 1)
    default: return .and(several.map { .word($0) })
    }
  }

  @Test(arguments: [false, true])
  func `the best hits of long lists, in one field or several, are those of a brute-force search`(
    hasTitles: Bool
  ) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let (view, oracle) = try Self.archive(seed, documents: 1500, hasTitles: hasTitles)
    let searcher = Searcher()
    for _ in 0..<TestRounds.of(40) {
      var plan = SearchPlan(Self.query(&random), limit: [1, 10, 100][random.next(below: 3)])
      plan.tieBreak = RandomArchive.time
      if random.chance(30) { plan.condition = .integer(RandomArchive.time, 10...30) }
      plan.wantsTotal = random.chance(50)
      let scoring = OracleScoring(oracle: oracle, plan: plan)
      var expected: [(key: String, score: Double, time: Int64)] = []
      for entry in oracle.entries {
        guard let score = scoring.score(entry) else { continue }
        expected.append((entry.key, score, oracle.integer(entry, RandomArchive.time) ?? .min))
      }
      expected.sort { a, b in
        a.score != b.score ? a.score > b.score : a.time != b.time ? a.time > b.time : a.key < b.key
      }
      let hits = try searcher.search(view, plan).hits
      let keys = hits.map { String(decoding: view.key($0.matched), as: UTF8.self) }
      #expect(keys == expected.prefix(plan.limit).map(\.key), "seed \(seed) \(plan.query) \(plan.condition)")
      for (hit, wanted) in zip(hits, expected) {
        #expect(abs(hit.score - wanted.score) <= 1e-5 * max(1, wanted.score), "seed \(seed) \(plan.query)")
      }
      #expect(try searcher.count(view, plan) == expected.count, "seed \(seed) \(plan.query)")
    }
  }

  @Test(arguments: [false, true])
  func `the best hits of a large segment, in one field or two, are the first of all hits`(hasTitles: Bool)
    throws
  {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let batch = (0..<12_000).map { number in
      var document = IndexDocument(key: Array("k\(number)".utf8), payload: [])
      // Words of an hour: common for a while, then gone.
      let text = (0..<1 + random.next(below: 6)).map { _ in
        switch random.next(below: 4) {
        case 0: "e\(number / 3000 + random.next(below: 3))"
        case 1: "r\(random.next(below: 60))"
        default: "w\(random.next(below: 4))"
        }
      }
      document.texts = [.init(RandomArchive.body, language: "en", text.joined(separator: " "))]
      if hasTitles, random.chance(40) {
        document.texts.append(
          .init(RandomArchive.title, language: "en", text.prefix(2).joined(separator: " ")))
      }
      // Mostly in the order of their times, of which some are the same.
      let time = Int64(number / 2 + (random.chance(5) ? random.next(below: 12_000) : 0))
      if random.chance(95) { document.integers = [.init(RandomArchive.time, time)] }
      return IndexWriter.Operation.put(document)
    }
    let view = try IndexWriter(schema: RandomArchive.schema).apply(batch, revision: 1)
    let searcher = Searcher()
    for _ in 0..<TestRounds.of(60) {
      let words = (0..<2 + random.next(below: random.chance(70) ? 4 : 20)).map { _ in
        switch random.next(below: 3) {
        case 0: "w\(random.next(below: 4))"
        case 1: "e\(random.next(below: 6))"
        default: "r\(random.next(below: 60))"
        }
      }
      let boosted = words.map { Query.boosted(.word($0), Float(1 + random.next(below: 8))) }
      let query: Query = [
        Query.or(boosted), .and(boosted), .phrase(words.joined(separator: " ")),
        .prefix(String(words[0].prefix(1 + random.next(below: 2)))),
      ][random.next(below: 4)]
      var plan = SearchPlan(query, limit: 10)
      if random.chance(50) { plan.tieBreak = RandomArchive.time }
      let best = try searcher.search(view, plan).hits
      plan.limit = 100_000
      let all = try searcher.search(view, plan).hits
      #expect(best == Array(all.prefix(10)), "seed \(seed) \(query)")
    }
  }
}
