import RandomTesting
import Testing

@testable import FullText

@Suite struct PostingCursorTests {
  private static let schema = Schema(textFields: [TextField("t")], keywordFields: [], integerFields: [])

  /// A view of one segment whose documents hold "common", and every `step`-th "rare".
  private func view(_ count: Int, step: Int) throws -> IndexView {
    let batch = (0..<count).map { number in
      let often = [String](repeating: "common", count: 1 + number % 5).joined(separator: " filler ")
      return IndexWriter.Operation.put(
        IndexDocument(
          key: Array("\(number)".utf8), payload: [],
          texts: [.init(TextFieldID(0), language: "en", number % step == 0 ? often + " rare" : often)]))
    }
    return try IndexWriter(schema: Self.schema).apply(batch, revision: 1)
  }

  private func withCursor(_ view: IndexView, _ term: String, _ body: (inout PostingCursor) -> Void) {
    let arena = PostingArena()
    let segment = view.parts[0].segment
    withExtendedLifetime((arena, segment)) {
      let entry = segment.terms(TextFieldID(0)).find(Array(term.utf8))!
      var cursor = segment.postings(entry, TextFieldID(0), arena: arena)
      body(&cursor)
    }
  }

  @Test(arguments: [1, 2, 7, 8, 126, 127, 128, 129, 255, 256, 257, 1000])
  func `Lists around the edges of blocks are walked and sought alike`(count: Int) throws {
    let view = try view(count, step: 3)
    for (term, documents) in [
      ("common", Array(0..<DocID(count))), ("rare", Array(stride(from: 0, to: DocID(count), by: 3))),
    ] {
      withCursor(view, term) { cursor in
        #expect(Int(cursor.documentFrequency) == documents.count)
        for document in documents {
          #expect(cursor.next() == document)
          if term == "common" { #expect(cursor.frequency == 1 + document % 5) }
          var positions: [UInt32] = []
          cursor.positions(into: &positions)
          #expect(positions.count == Int(cursor.frequency))
          if term == "common" { #expect(positions == (0...document % 5).map { 2 * $0 }) }
        }
        #expect(cursor.next() == endOfPostings)
        #expect(cursor.next() == endOfPostings)
        #expect(cursor.advance(to: 0) == endOfPostings)
      }
    }
  }

  @Test(arguments: [1, 2, 7, 8, 127, 128, 129, 255, 256, 257, 384])
  func `A word that every document holds once takes next to no bytes and is found in all of them`(count: Int)
    throws
  {
    let schema = Schema(
      textFields: [TextField("positions"), TextField("plain", hasPositions: false)], keywordFields: [],
      integerFields: [])
    let batch = (0..<count).map { number in
      IndexWriter.Operation.put(
        IndexDocument(
          key: Array("\(number)".utf8), payload: [],
          texts: (0..<2).map { .init(TextFieldID($0), language: "en", "word") }))
    }
    let segment = try IndexWriter(schema: schema).apply(batch, revision: 1).parts[0].segment
    try segment.verify()
    for field in schema.textFieldIDs {
      let arena = PostingArena()
      try withExtendedLifetime((arena, segment)) {
        let entry = try #require(segment.terms(field).find(Array("word".utf8)))
        var cursor = segment.postings(entry, field, arena: arena)
        for document in 0..<count {
          #expect(cursor.next() == DocID(document))
          #expect(cursor.frequency == 1)
        }
        #expect(cursor.next() == endOfPostings)
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `Random advances stand where a linear search stands`(seed: UInt64) throws {
    print("seed", seed)
    var random = SeededGenerator(seed: seed)
    let count = 3000
    let step = 1 + random.next(below: 7)
    let view = try view(count, step: step)
    for _ in 0..<50 {
      withCursor(view, "rare") { cursor in
        var target = random.next(below: 200)
        while true {
          let expected = (target + step - 1) / step * step
          let isPast = expected >= count
          #expect(cursor.advance(to: DocID(target)) == (isPast ? endOfPostings : DocID(expected)))
          if isPast { return }
          #expect(cursor.advance(to: DocID(target)) == DocID(expected))
          #expect(cursor.frequency == 1)
          target = expected + 1 + random.next(below: random.next(below: 3) == 0 ? 900 : 20)
        }
      }
    }
  }

  @Test func `A document of a hundred thousand words keeps every position`() throws {
    let words = (0..<100_000).map { $0 % 3 == 0 ? "again" : "w\($0 % 977)" }.joined(separator: " ")
    let document = IndexDocument(
      key: [1], payload: [], texts: [.init(TextFieldID(0), language: "en", words)])
    let view = try IndexWriter(schema: Self.schema).apply([.put(document)], revision: 1)
    withCursor(view, "again") { cursor in
      cursor.next()
      #expect(cursor.frequency == 33_334)
      var positions: [UInt32] = []
      cursor.positions(into: &positions)
      #expect(positions == (0..<33_334).map { UInt32(3 * $0) })
    }
    try view.parts[0].segment.verify()
  }

  @Test func `A document without words, fields or payload is found by key`() throws {
    let view = try IndexWriter(schema: Self.schema).apply(
      [
        .put(IndexDocument(key: [], payload: [])),
        .put(IndexDocument(key: [0], payload: [], texts: [.init(TextFieldID(0), language: "", " ... ")])),
      ], revision: 1)
    #expect(view.find(key: []).map { view.payload($0) } == [])
    #expect(view.find(key: [0]) != nil)
    #expect(view.parts[0].segment.terms(TextFieldID(0)).count == 0)
    #expect(view.statistics[0].documentCount == 0)
    try view.parts[0].segment.verify()
  }
}
