import RandomTesting
import Testing

@testable import FullText

/// The most frequent values of matches, of however many segments, must be those that counting all of them finds.
@Suite struct ValueCountsTests {
  private static let tag = KeywordFieldID(0)

  /// A value, the smaller ones mostly.
  private static func value(_ random: inout SeededGenerator, of count: Int, isEven: Bool) -> String {
    let first = random.next(below: count)
    return "tag\(isEven ? first : random.next(below: first + 1))"
  }

  private static func naive(_ tags: [[String]], _ limit: Int) -> FacetResult {
    var counts: [String: Int] = [:]
    for own in tags { for tag in Set(own) { counts[tag, default: 0] += 1 } }
    let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    let top = sorted.prefix(limit).map { FacetCount(value: $0.key, count: $0.value) }
    return .values(top, others: sorted.dropFirst(limit).reduce(0) { $0 + $1.value })
  }

  @Test(arguments: 0..<12)
  func `the most frequent values are those of a naive count`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var policy = MergePolicy()
    policy.fanIn = 64
    let schema = Schema(
      textFields: [TextField("text")], keywordFields: [KeywordField("tag")], integerFields: [])
    let writer = IndexWriter(schema: schema, policy: policy)
    // Few values, as categories are, or many, as tags are; in one segment or in several.
    let valueCount = seed % 2 == 0 ? 12 : 3000
    var tags: [[String]] = []
    for batch in 0..<1 + seed % 3 * 2 {
      let operations = (0..<(batch == 0 ? 1500 : 400)).map { _ -> IndexWriter.Operation in
        let own = (0..<random.next(below: 5)).map { _ in
          Self.value(&random, of: valueCount, isEven: seed % 4 < 2)
        }
        tags.append(own)
        let isRare = tags.count % 40 == 0
        return .put(
          IndexDocument(
            key: Array("k\(tags.count)".utf8), payload: [],
            texts: [.init(TextFieldID(0), language: .english, isRare ? "word rare" : "word")],
            keywords: own.map { .init(Self.tag, $0) }))
      }
      try writer.apply(operations, revision: UInt64(batch + 1))
    }
    let rare = tags.indices.filter { ($0 + 1) % 40 == 0 }.map { tags[$0] }
    for limit in [0, 1, 3, 10, 100, 10_000] {
      for (word, matches) in [("word", tags), ("rare", rare)] {
        var plan = SearchPlan(.word(word))
        plan.facets = [.values(Self.tag, limit: limit)]
        let found = try Searcher().search(writer.view, plan).facets
        #expect(found == [Self.naive(matches, limit)], "seed \(seed), \(word), \(limit)")
      }
    }
  }
}
