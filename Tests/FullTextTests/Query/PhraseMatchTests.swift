import RandomTesting
import Synchronization
import Testing

@testable import FullText

/// Windows of a phrase with a distance of which several slots may want the same positions.
@Suite struct PhraseMatchTests {
  /// The smallest windows in which every slot has a position of its own, by trying everything.
  private func windows(_ starts: [[Int32]], _ offsets: [Int32], slop: Int32) -> [[Int32]] {
    func covers(_ low: Int32, _ high: Int32, _ slot: Int = 0, _ taken: Set<Int32> = []) -> Bool {
      guard slot < starts.count else { return true }
      return starts[slot].contains { start in
        start >= low && start <= high && !taken.contains(start + offsets[slot])
          && covers(low, high, slot + 1, taken.union([start + offsets[slot]]))
      }
    }
    let places = Set(starts.joined()).sorted()
    return places.flatMap { low in
      places.filter { high in
        low <= high && high - low <= slop && covers(low, high) && !covers(low + 1, high)
          && !covers(low, high - 1)
      }
      .map { [low, $0] }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `smallest windows are those that trying everything finds, whatever words the slots share`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<60 {
      // Each position holds one of a few words, each slot wants one or two of them.
      let text = (0..<random.next(below: 14)).map { _ in random.next(below: 3) }
      var offsets: [Int32] = []
      for _ in 0...random.next(below: 4) {
        offsets.append((offsets.last ?? -1) + 1 + Int32(random.next(below: 2)))
      }
      let starts = offsets.map { offset -> [Int32] in
        let wanted = Set((0...random.next(below: 2)).map { _ in random.next(below: 3) })
        return text.indices.filter { wanted.contains(text[$0]) }.map { Int32($0) - offset }
      }
      let slop = Int32(1 + random.next(below: 6))
      // The order of slots is that of their lists' lengths, not of the phrase.
      let order = starts.indices.sorted { starts[$0].count < starts[$1].count }
      var match = PhraseMatch(
        offsets: order.map { offsets[$0] }, slop: slop, hasRepeats: true, interruption: Interruption(nil))
      match.starts = order.map { starts[$0] }
      var found: [[Int32]] = []
      match.forEachWindow { found.append([$0, $1]) }
      #expect(found == windows(starts, offsets, slop: slop), "seed \(seed), round \(round)")
    }
  }

  @Test func `a phrase that repeats words is counted as work, and given up in the middle of a document`()
    throws
  {
    let writer = IndexWriter(schema: RandomArchive.schema)
    var document = IndexDocument(key: Array("k".utf8), payload: [])
    let text = String(repeating: "so it is and so it will be ", count: 8000)
    document.texts = [.init(RandomArchive.body, language: "en", text)]
    try writer.apply([.put(document)], revision: 1)
    for words in ["so so", "so it so it", "and so and so and so and so"] {
      let questions = Atomic<Int>(0)
      var plan = SearchPlan(.phrase(words, slop: 100))
      plan.goOn = { questions.wrappingAdd(1, ordering: .relaxed).newValue < 4 }
      #expect(throws: SearchError.self) { try Searcher().search(writer.view, plan) }
      #expect(questions.load(ordering: .relaxed) == 4)
      questions.store(-1_000_000, ordering: .relaxed)
      #expect(try Searcher().search(writer.view, plan).hits.count == 1)
      // Not the square of what stands in the text.
      #expect(questions.load(ordering: .relaxed) < -1_000_000 + 200)
    }
  }
}
