import Testing

@testable import FullText

@Suite struct KeyOrderTests {
  /// Keys that differ early, late, behind the eighth byte, and by length only.
  private static let keys =
    (0..<60).map { "article-\($0 * 7919 % 60)" } + [
      "article-", "article-1234567890", "article-1234567891", "article-12345678",
    ]

  @Test func `documents are ordered by the bytes of their keys`() throws {
    let writer = IndexWriter(schema: RandomArchive.schema)
    let view = try writer.apply(
      Self.keys.map { .put(IndexDocument(key: Array($0.utf8), payload: [])) }, revision: 1)
    let segment = try #require(view.parts.first?.segment)
    let ordered = segment.documentsByKey().map { document in
      segment.withKey(document) { String(decoding: $0, as: UTF8.self) }
    }
    #expect(ordered == Self.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test(arguments: [SearchPlan.Order.key, .keyDescending])
  func `pages by key join to all keys, across segments, updates and deletions`(order: SearchPlan.Order) throws
  {
    let writer = IndexWriter(schema: RandomArchive.schema)
    var view = try writer.apply([], revision: 1)
    for (number, chunk) in [Self.keys[..<30], Self.keys[20...]].enumerated() {
      let batch = chunk.map { IndexWriter.Operation.put(IndexDocument(key: Array($0.utf8), payload: [])) }
      view = try writer.apply(batch, revision: UInt64(2 + number))
    }
    view = try writer.apply([.delete(key: Array("article-5".utf8))], revision: 4)
    var plan = SearchPlan(.all, limit: 7)
    plan.order = order
    var walked: [String] = []
    repeat {
      let page = try Searcher().search(view, plan)
      walked += page.hits.map { String(decoding: view.key($0.document), as: UTF8.self) }
      plan.after = page.next
    } while plan.after != nil
    let expected = Self.keys.filter { $0 != "article-5" }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    #expect(walked == (order == .key ? expected : expected.reversed()))
  }
}
