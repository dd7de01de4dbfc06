import RandomTesting
import Synchronization
import Testing

@testable import FullText

/// Images whose checksums were not looked at: whatever they hold, reading them must end, within the image.
@Suite struct DamagedSegmentTests {
  private func readEverything(_ segment: Segment) {
    let arena = PostingArena()
    for field in segment.textFields.indices {
      arena.reset()
      read(segment, TextFieldID(field), arena)
    }
    for field in segment.keywordFields.indices {
      let index = segment.keywords(KeywordFieldID(field))
      for ordinal in 0..<UInt32(min(index.count, 2000)) {
        _ = index.value(at: ordinal)
        _ = index.documents(of: ordinal).count
      }
      guard let column = segment.column(KeywordFieldID(field)) else { continue }
      for document in 0..<DocID(segment.documentCount) { _ = column.firstOrdinal(document) }
    }
    for field in segment.integerFields {
      for document in 0..<DocID(segment.documentCount) { _ = field.value(document) }
    }
    for document in 0..<DocID(segment.documentCount) {
      segment.withKey(document) { _ = segment.find(key: Array($0)) }
      _ = segment.payload(document).count
    }
    _ = try? segment.verify()
    _ = try? SegmentMerger([SegmentView(segment: segment)], schema: IndexModel.schema).merge()
    withExtendedLifetime(arena) {}
  }

  private func read(_ segment: Segment, _ field: TextFieldID, _ arena: PostingArena) {
    let terms = segment.terms(field)
    var iterator = terms.makeIterator()
    var steps = 0
    while iterator.next(), let entry = iterator.entry, steps < 5000 {
      steps += 1
      arena.reset()
      _ = terms.find(iterator.term)
      _ = TermForms(entry, term: terms.term(at: entry.ordinal))
      var cursor = segment.postings(entry, field, arena: arena)
      var occurrences: [Occurrence] = []
      while cursor.next() != endOfPostings {
        occurrences.removeAll()
        cursor.occurrences(into: &occurrences)
        _ = segment.norms(field)[Int(cursor.document)]
      }
      cursor = segment.postings(entry, field, arena: arena)
      _ = cursor.advance(to: 100)
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `Reading an image with flipped bytes never leaves it`(seed: UInt64) throws {
    print("seed", seed)
    var source = RandomDocuments(seed: seed)
    let batch = (0..<200).map { IndexWriter.Operation.put(source.document(key: $0)) }
    let segment = try IndexWriter(schema: IndexModel.schema).apply(batch, revision: 1).parts[0].segment
    readEverything(segment)
    let image = Array(segment.indexImage.bytes)
    var opened = 0
    for _ in 0..<40 {
      var damaged = image
      for _ in 0...source.random.next(below: 8) {
        damaged[512 + source.random.next(below: image.count - 512)] = UInt8(source.random.next(below: 256))
      }
      guard
        let broken = try? Segment(
          documents: segment.documentsImage, index: ImageRegion(copying: damaged), schema: IndexModel.schema,
          isTrusted: true)
      else { continue }
      guard (try? broken.checkBitmaps()) != nil else { continue }
      opened += 1
      readEverything(broken)
    }
    #expect(opened > 10)
  }

  @Test
  func `A search that meets a list it cannot read is refused, and a merge leaves the segments as they are`()
    throws
  {
    let schema = Schema(textFields: [TextField("t")], keywordFields: [], integerFields: [])
    let batch = (0..<300).map { number in
      IndexWriter.Operation.put(
        IndexDocument(
          key: Array("\(number)".utf8), payload: [],
          texts: [.init(TextFieldID(0), language: "en", number % 3 == 0 ? "whole" : "plum")]))
    }
    let segment = try IndexWriter(schema: schema).apply(batch, revision: 1).parts[0].segment
    let list = try #require(segment.find(Array("plum".utf8), in: TextFieldID(0))).postings
    let offset = list.baseAddress! - segment.indexImage.bytes.baseAddress!
    var image = Array(segment.indexImage.bytes)
    image[offset + Impacts.storedBytes] = 0xff
    let damaged = try Segment(
      documents: segment.documentsImage, index: ImageRegion(copying: image), schema: schema, isTrusted: true)
    let view = IndexView(schema: schema, revision: 1, parts: [SegmentView(segment: damaged)])
    let searcher = Searcher()
    #expect(try searcher.search(view, SearchPlan(.word("whole"))).hits.count == 10)
    for query in [Query.word("plum"), .prefix("plu"), .or([.word("plum"), .word("whole")])] {
      let error = #expect(throws: SearchError.self) { try searcher.count(view, SearchPlan(query)) }
      #expect(error?.code == .damagedIndex)
    }
    #expect(try searcher.search(view, SearchPlan(.word("whole"))).hits.count == 10)
    let failures = Mutex(0)
    let writer = IndexWriter(
      continuing: view,
      policy: MergePolicy(failed: { error in failures.withLock { $0 += error.code == .damaged ? 1 : 0 } }))
    #expect(throws: IndexError.self) {
      try writer.apply([.delete(key: Array("0".utf8))], revision: 2)
      try writer.mergeAll()
    }
    for number in 1..<250 {
      try writer.apply([.delete(key: Array("\(number)".utf8))], revision: UInt64(number + 2))
    }
    #expect(failures.withLock { $0 } == 1)
    #expect(writer.view.liveCount == 50)
  }

  @Test func `A bitmap's bytes are checked down to the last bit of structure`() throws {
    var random = SeededGenerator(seed: 9)
    for kind in 0..<4 {
      let documents: [DocID] =
        switch kind {
        case 0: (0..<100).map { $0 * 600 }
        case 1: Array(10..<70_000)
        case 2: (0..<30_000).map { $0 * 3 }
        default:
          Array(0..<200) + stride(from: 70_000, to: 200_000, by: 2)
            + stride(from: 300_000, to: 300_900, by: 9)
        }
      let sink = ByteSink()
      let list = documents.withUnsafeBufferPointer { KeywordPostings.encode($0, to: sink) }
      #expect(list.documentFrequency == documents.count)
      let bytes = sink.withBytes { Array($0) }
      let limit = Int(documents.last!) + 1
      #expect(cardinality(bytes, below: limit) == UInt64(documents.count))
      #expect(cardinality(bytes, below: limit - 1) == nil)
      for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
        #expect(cardinality(Array(bytes[..<length]), below: limit) == nil)
      }
      for _ in 0..<300 {
        var damaged = bytes
        damaged[random.next(below: bytes.count)] ^= UInt8(1 << random.next(below: 8))
        _ = cardinality(damaged, below: limit)
      }
    }
  }

  private func cardinality(_ bytes: [UInt8], below limit: Int) -> UInt64? {
    bytes.withUnsafeBytes { FrozenBitmap.cardinality($0, below: limit) }
  }
}
