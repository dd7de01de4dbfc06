import RandomTesting
import Testing

@testable import FullText

@Suite struct BlockPositionsTests {
  /// Some rising positions, of which many are near one another.
  private func positions(_ random: inout SeededGenerator) -> [UInt32] {
    let limit = 1 + random.next(below: 60)
    let count = 1 + random.next(below: random.next(below: 3) == 0 ? 30 : 5)
    return Set((0..<count).map { _ in UInt32(random.next(below: limit)) }).sorted()
  }

  private func withOccurrences(
    _ positions: [UInt32], base: UInt32, _ body: (BlockPositions.Occurrences) -> Void
  ) {
    // Behind the last one may stand anything, also what looks like a position.
    var sums = positions.map { base &+ 1 &+ $0 } + (1...4).map { base &+ 1 &+ positions.last! &+ $0 }
    sums.withUnsafeMutableBufferPointer {
      body(BlockPositions.Occurrences(sums: $0.baseAddress!, count: positions.count, base: base))
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `Two words leave the same starts to a phrase as position by position`(seed: UInt64) {
    print("seed", seed)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let (own, others) = (positions(&random), positions(&random))
      let (offset, otherOffset) = (UInt32(random.next(below: 4)), UInt32(random.next(below: 4)))
      let otherStarts = Set(others.map { Int($0) - Int(otherOffset) })
      let expected = own.map { Int($0) - Int(offset) }.filter(otherStarts.contains)
      withOccurrences(own, base: UInt32(random.next(below: 5000))) { first in
        withOccurrences(others, base: UInt32(random.next(below: 5000))) { second in
          let count = first.commonStarts(less: offset, with: second, less: otherOffset, to: nil)
          #expect(count == expected.count)
          let starts = IntegerBuffer()
          let target = starts.reserve(own.count)
          starts.commit(first.commonStarts(less: offset, with: second, less: otherOffset, to: target))
          #expect(starts.values.map { Int(Int32(bitPattern: $0)) } == expected)
        }
      }
    }
  }

  @Test(arguments: [7, 100, 128, 140, 700])
  func `A block that is read as a whole has the positions that are found one by one`(count: Int) throws {
    let schema = Schema(textFields: [TextField("t")], keywordFields: [], integerFields: [])
    var random = SeededGenerator(seed: UInt64(count))
    let batch = (0..<count).map { number in
      let words = (0..<1 + random.next(below: 30)).map { _ in random.next(below: 3) == 0 ? "word" : "filler" }
      return IndexWriter.Operation.put(
        IndexDocument(
          key: Array("\(number)".utf8), payload: [],
          texts: [.init(TextFieldID(0), language: "en", (words + ["word"]).joined(separator: " "))]))
    }
    let segment = try IndexWriter(schema: schema).apply(batch, revision: 1).parts[0].segment
    let arena = PostingArena()
    try withExtendedLifetime((arena, segment)) {
      let entry = try #require(segment.terms(TextFieldID(0)).find(Array("word".utf8)))
      var cursor = segment.postings(entry, TextFieldID(0), arena: arena)
      var whole = BlockPositions(arena: arena)
      while cursor.next() != endOfPostings {
        let missing = whole.missing(of: &cursor)
        try #require(missing != nil)
        let isRead = whole.read(cursor)
        let left = whole.missing(of: &cursor)
        #expect(isRead && left == 0)
        var positions: [UInt32] = []
        cursor.positions(into: &positions)
        #expect(Self.positions(whole.occurrences(cursor.index)) == positions)
      }
    }
  }

  private static func positions(_ occurrences: BlockPositions.Occurrences) -> [UInt32] {
    (0..<occurrences.count).map { occurrences.sums[$0] &- occurrences.base &- 1 }
  }
}
