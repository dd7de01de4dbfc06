import RandomTesting
import Testing

@testable import FullText

/// Of documents that score the same the newest come first; a search that leaves older ones unread must find what one finds that
/// takes all.
@Suite struct NewestFirstTests {
  private static let text = TextFieldID(0)
  private static let time = IntegerFieldID(0)
  private static let words = ["the", "storm", "port", "tram", "hail", "vine", "ship", "road", "snow", "bank"]

  /// Short texts of few words, so that many score the same, and `storm` again and again in each that has it.
  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<2 + random.next(below: 4)).map { _ in
      let word = words[random.next(below: 1 + random.next(below: words.count))]
      return word == "storm"
        ? Array(repeating: word, count: 1 + random.next(below: 8)).joined(separator: " ") : word
    }.joined(separator: " ")
  }

  private static func view(_ count: Int, _ random: inout SeededGenerator) throws -> IndexView {
    let schema = Schema(
      textFields: [TextField("text")], keywordFields: [], integerFields: [IntegerField("time")])
    let writer = IndexWriter(schema: schema)
    let isLate = random.chance(30)
    let documents = (0..<count).map { number in
      var document = IndexDocument(
        key: Array("k\(random.next(below: 1000))-\(number)".utf8), payload: [],
        texts: [.init(Self.text, language: .english, text(&random))])
      // Several at a time; now and then one that comes late, or has no time.
      let time = isLate && random.chance(1) ? random.next(below: count) : number / 7
      if !(isLate && random.next(below: 5000) == 0) { document.integers = [.init(Self.time, Int64(time))] }
      return document
    }
    try writer.apply(documents.map { .put($0) }, revision: 1)
    try writer.apply(
      (0..<count / 50).map { _ in .delete(key: documents[random.next(below: count)].key) }, revision: 2)
    return writer.view
  }

  private static func query(_ random: inout SeededGenerator) -> Query {
    let count = 1 + random.next(below: 3)
    let terms = (0..<count).map { _ in Query.word(words[random.next(below: words.count)]) }
    return count == 1 ? terms[0] : .or(terms)
  }

  @Test(arguments: 0..<6)
  func `the first hits are those of a search that takes everything`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = 9000 + random.next(below: 12_000)
    let view = try Self.view(count, &random)
    let searcher = Searcher()
    for _ in 0..<12 {
      var plan = SearchPlan(Self.query(&random), languages: [.english], limit: count)
      plan.tieBreak = random.chance(85) ? Self.time : nil
      if random.chance(30) {
        plan.condition = .integer(Self.time, Int64(random.next(below: count / 7))...Int64.max)
      }
      let all = try searcher.search(view, plan).hits
      var start = 0
      for limit in [1, 10, 40] {
        var page = plan
        page.limit = limit
        if start > 0 {
          let last = all[start - 1]
          page.after = SearchCursor(rank: last.rank, tie: last.tie, key: view.key(last.document))
        }
        let found = try searcher.search(view, page).hits
        let wanted = all.dropFirst(start).prefix(limit)
        #expect(
          found.map(\.document) == wanted.map(\.document), "seed \(seed), \(plan.query), limit \(limit)")
        #expect(found.map(\.score) == wanted.map(\.score))
        start = min(start + limit, all.count)
      }
    }
  }
}
