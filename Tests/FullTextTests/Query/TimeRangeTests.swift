import RandomTesting
import Testing

@testable import FullText

@Suite struct TimeRangeTests {
  private static let schema = Schema(
    textFields: [TextField("text")], keywordFields: [KeywordField("category")],
    integerFields: [IntegerField("time")])

  private struct Article {
    let words: [String]
    let categories: [String]
    let time: Int64?
  }

  /// Articles about in the order of their times, some of them out of it or without one.
  private func articles(_ random: inout SeededGenerator, count: Int) -> [Article] {
    (0..<count).map { number in
      let time = random.chance(2) ? nil : Int64(random.chance(2) ? random.next(below: count) : number)
      return Article(
        words: (0...random.next(below: 12)).map { _ in "w\(random.next(below: 9))" },
        categories: (0..<random.next(below: 3)).map { _ in "c\(random.next(below: 4))" }, time: time)
    }
  }

  private func view(of articles: [Article]) throws -> IndexView {
    let batch = articles.enumerated().map { number, article in
      var document = IndexDocument(key: Array("\(100_000 + number)".utf8), payload: [])
      document.texts = [.init(TextFieldID(0), language: "und", article.words.joined(separator: " "))]
      document.keywords = Set(article.categories).map { .init(KeywordFieldID(0), $0) }
      document.integers = article.time.map { [.init(IntegerFieldID(0), $0)] } ?? []
      return IndexWriter.Operation.put(document)
    }
    return try IndexWriter(schema: Self.schema).apply(batch, revision: 1)
  }

  @Test func `a range of times finds and counts what every document's time says`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let articles = articles(&random, count: 6000)
    let view = try view(of: articles)
    let searcher = Searcher()
    for round in 0..<60 {
      let from = Int64(random.next(below: 6000))
      let times = from...from + Int64(random.next(below: 3000))
      let words = (0..<2).map { _ in "w\(random.next(below: 9))" }
      let queries: [Query] = [
        .or(words.map { .word($0) }), .and(words.map { .word($0) }), .and([.word(words[0]), .prefix("w")]),
        .phrase(words.joined(separator: " "), exact: false), .not(.word(words[0])),
      ]
      let query = queries[round % queries.count]
      var plan = SearchPlan(
        query, condition: .integer(IntegerFieldID(0), times).and(.keyword(KeywordFieldID(0), "c1")))
      plan.limit = 10_000
      plan.wantsTotal = round % 2 == 0
      plan.facets = round % 2 == 0 ? [.values(KeywordFieldID(0), limit: 10)] : []
      let result = try searcher.search(view, plan)
      let found = Set(
        result.hits.map { Int(String(decoding: view.key($0.document), as: UTF8.self))! - 100_000 })
      let wanted = articles.indices.filter { index in
        let article = articles[index]
        let isInside = article.time.map { times.contains($0) } ?? false
        return isInside && article.categories.contains("c1")
          && matches(round % queries.count, words, article.words)
      }
      #expect(found == Set(wanted), "seed \(seed), \(query), \(times)")
      guard plan.wantsTotal else { continue }
      #expect(result.total == wanted.count)
      var counts: [String: Int] = [:]
      for index in wanted { for value in Set(articles[index].categories) { counts[value, default: 0] += 1 } }
      guard case .values(let facets, _)? = result.facets.first else { continue }
      #expect(Dictionary(uniqueKeysWithValues: facets.map { ($0.value, $0.count) }) == counts)
    }
  }

  @Test(arguments: [false, true])
  func `pages in the order of times go through every match once`(isAscending: Bool) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let articles = articles(&random, count: 6000)
    let view = try view(of: articles)
    let searcher = Searcher()
    for isGrouped in [false, true] {
      var plan = SearchPlan(.word("w1"))
      plan.order = isAscending ? .ascending(IntegerFieldID(0)) : .descending(IntegerFieldID(0))
      plan.collapse = isGrouped ? Collapse(field: KeywordFieldID(0)) : nil
      plan.limit = isGrouped ? 1 + random.next(below: 3) : 1 + random.next(below: 900)
      var groups: Set<String> = []
      var wanted = articles.indices.filter { articles[$0].words.contains("w1") }
      wanted.sort { first, second in
        let ranks = (rank(articles[first].time, isAscending), rank(articles[second].time, isAscending))
        return ranks.0 != ranks.1 ? ranks.0 > ranks.1 : first < second
      }
      if isGrouped {
        wanted.removeAll { number in
          guard let group = articles[number].categories.min() else { return false }
          return !groups.insert(group).inserted
        }
      }
      // Groups of one article each are many; the first pages have all others.
      let count = isGrouped ? min(wanted.count, 40) : wanted.count
      var found: [Int] = []
      repeat {
        let page = try searcher.search(view, plan)
        found += page.hits.map { Int(String(decoding: view.key($0.document), as: UTF8.self))! - 100_000 }
        plan.after = page.next
      } while plan.after != nil && found.count < count
      #expect(Array(found.prefix(count)) == Array(wanted.prefix(count)), "seed \(seed)")
    }
  }

  private func rank(_ time: Int64?, _ isAscending: Bool) -> Int64 {
    time.map { isAscending ? ~$0 : $0 } ?? .min
  }

  private func matches(_ query: Int, _ words: [String], _ text: [String]) -> Bool {
    switch query {
    case 0: words.contains { text.contains($0) }
    case 1: words.allSatisfy { text.contains($0) }
    case 2: text.contains(words[0])
    case 3: zip(text, text.dropFirst()).contains { $0 == words[0] && $1 == words[1] }
    default: !text.contains(words[0])
    }
  }
}
