import RandomTesting
import Testing

@testable import FullText

@Suite struct LiveFrequenciesTests {
  @Test
  func `frequencies are those of the documents left, however many were deleted since a term was asked for`()
    throws
  {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let words = ["wall", "wthird", "wzk", "wrn"]
    func holds(_ word: Int, _ number: Int) -> Bool {
      [true, number % 3 == 0, number % 700 == 1, 2000..<2128 ~= number][word]
    }
    var policy = MergePolicy()
    policy.execute = { _ in }
    let writer = IndexWriter(schema: RandomArchive.schema, policy: policy)
    try writer.apply(
      (0..<14_000).map { number in
        var document = IndexDocument(key: Array("\(number)".utf8), payload: [])
        let text = words.indices.filter { holds($0, number) }.map { words[$0] }.joined(separator: " ")
        document.texts = [.init(RandomArchive.body, language: "en", text)]
        return .put(document)
      }, revision: 1)
    var live = Array(0..<14_000).shuffled(using: &random)
    let frequencies = LiveFrequencies()
    var views: [(view: IndexView, live: [Int])] = []
    for revision in UInt64(2)..<60 {
      let doomed = live.suffix([0, 1, 2, 100, 1500][random.next(below: 5)])
      live.removeLast(doomed.count)
      try writer.apply(doomed.map { .delete(key: Array("\($0)".utf8)) }, revision: revision)
      views.append((writer.view, live))
      let (view, live) = views[random.chance(85) ? views.count - 1 : random.next(below: views.count)]
      for word in words.indices where random.chance(60) {
        let found = view.frequency(of: Array(words[word].utf8), in: RandomArchive.body, by: frequencies)
        #expect(found == live.count { holds(word, $0) }, "seed \(seed), revision \(revision), \(words[word])")
      }
      if live.count < 2000 { break }
    }
  }
}
