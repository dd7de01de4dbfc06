import Testing

@testable import FullText

/// Documents that somebody goes through slowly: all of them, in order, and in little memory.
@Suite struct MatchedDocumentsTests {
  private static let schema = Schema(
    textFields: [], keywordFields: [KeywordField("kind")], integerFields: [])
  private static let kind = KeywordFieldID(0)

  /// Two segments of 1,000 documents; every third is of one kind, every 200th of another.
  private func view() throws -> IndexView {
    let writer = IndexWriter(schema: Self.schema)
    var view: IndexView?
    for part in 0..<2 {
      let changes = (0..<1000).map { number -> IndexWriter.Operation in
        let kinds = ["all"] + (number % 3 == 0 ? ["third"] : []) + (number % 200 == 7 ? ["rare"] : [])
        return .put(
          IndexDocument(
            key: Array("\(part)-\(number)".utf8), payload: [], texts: [],
            keywords: kinds.map { .init(Self.kind, $0) }))
      }
      view = try writer.apply(changes, revision: UInt64(part + 1))
    }
    return try #require(view)
  }

  @Test func `All that match are gone through in order, in a bit each or their numbers`() throws {
    let view = try view()
    for (kind, step, first) in [("all", 1, 0), ("third", 3, 0), ("rare", 200, 7), ("none", 1000, 1000)] {
      let matched = try view.documents(matching: .keyword(Self.kind, kind))
      let keys = matched.map { String(decoding: view.key($0), as: UTF8.self) }
      let expected = (0..<2).flatMap { part in
        stride(from: first, to: 1000, by: step).map { "\(part)-\($0)" }
      }
      #expect(keys == expected && matched.count == expected.count && matched.isEmpty == expected.isEmpty)
      #expect(matched.byteCount <= min(expected.count * 4, 2 * 1024 / 8), "\(kind): \(matched.byteCount)")
    }
  }
}
