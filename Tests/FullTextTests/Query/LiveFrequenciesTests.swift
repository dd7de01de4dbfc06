import RandomTesting
import Synchronization
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

  @Test func `a term that is asked for often is counted once, however many others are asked for`() throws {
    let writer = IndexWriter(schema: RandomArchive.schema)
    try writer.apply(
      (0..<8_000).map { number in
        var document = IndexDocument(key: Array("\(number)".utf8), payload: [])
        let rare = (0..<5).map { "w\((number * 5 + $0) % 20_000)" }.joined(separator: " ")
        document.texts = [
          .init(RandomArchive.title, language: "en", rare),
          .init(RandomArchive.body, language: "en", "wall " + rare),
        ]
        return .put(document)
      }, revision: 1)
    // So many that counting what they hold of the common word takes more than one question.
    let deleted = (0..<300).map { IndexWriter.Operation.delete(key: Array("\($0)".utf8)) }
    let view = try writer.apply(deleted, revision: 2)
    let part = try #require(view.parts.max { $0.segment.documentCount < $1.segment.documentCount })
    let frequencies = LiveFrequencies()
    func questions(_ word: String, _ field: TextFieldID) throws -> Int {
      let counter = Counter()
      let entry = try #require(part.segment.find(Array(word.utf8), in: field))
      _ = frequencies.frequency(of: entry, in: field, part, Interruption { counter.count() })
      return counter.counted.load(ordering: .relaxed) - 1
    }
    #expect(try questions("wall", RandomArchive.body) > 0)
    for number in 0..<20_000 {
      _ = try questions("w\(number)", RandomArchive.title)
      _ = try questions("w\(number)", RandomArchive.body)
      if number % 4_000 == 0 { #expect(try questions("wall", RandomArchive.body) == 0, "behind \(number)") }
      #expect(frequencies.termCount <= LiveFrequencies.mostTerms)
    }
    #expect(frequencies.termCount >= LiveFrequencies.mostTerms / 2)
  }

  private final class Counter: Sendable {
    let counted = Atomic<Int>(0)

    func count() -> Bool {
      counted.wrappingAdd(1, ordering: .relaxed)
      return true
    }
  }
}
