import FullText
import Testing

@testable import Catalog

/// Segments of the newest snapshot, by number.
@Suite struct SegmentNumbersTests {
  private func view(_ key: String) throws -> IndexView {
    let document = IndexDocument(key: Array(key.utf8), payload: [])
    return try IndexWriter(schema: ArticleSchema.schema).apply([.put(document)], revision: 1)
  }

  @Test func `a segment is known as long as it lives, and is not kept alive`() throws {
    var numbers = SegmentNumbers()
    let kept = try view("kept")
    var gone: IndexView? = try view("gone")
    #expect(numbers.assign(kept.parts[0].segment) == 1)
    if let segment = gone?.parts[0].segment { #expect(numbers.assign(segment) == 2) }
    #expect(numbers.segments.keys.sorted() == [1, 2])
    gone = nil
    #expect(numbers.segments.keys.sorted() == [1])
    #expect(numbers.number(of: kept.parts[0].segment) == 1)
    #expect(try numbers.number(of: view("new").parts[0].segment) == nil)
    numbers.keep([])
    #expect(numbers.number(of: kept.parts[0].segment) == nil)
  }
}
