import RandomTesting
import Testing

@testable import FullText

@Suite struct TopTermsTests {
  @Test func `the best completions of many are those with the most documents left, over all segments`() throws
  {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let schema = Schema(textFields: [TextField("text")], keywordFields: [], integerFields: [])
    let writer = IndexWriter(schema: schema)
    let frequencies = LiveFrequencies()
    var counts: [String: Int] = [:]
    var written: [[UInt8]: Set<String>] = [:]
    for batch in 1...4 {
      var operations: [IndexWriter.Operation] = []
      // Most documents of the first batches are deleted, those of some words all.
      for (key, words) in written where batch > 2 && (random.chance(70) || words.contains("bbbb")) {
        written[key] = nil
        for word in words { counts[word] = counts[word]! == 1 ? nil : counts[word]! - 1 }
        operations.append(.delete(key: key))
      }
      for number in 0..<400 {
        let words = Set((0..<20).map { _ in word(&random) })
        for word in words { counts[word, default: 0] += 1 }
        var document = IndexDocument(key: Array("\(batch)/\(number)".utf8), payload: [])
        document.texts = [.init(TextFieldID(0), language: "und", words.sorted().joined(separator: " "))]
        written[document.key] = words
        operations.append(.put(document))
      }
      try writer.apply(operations, revision: UInt64(batch))
      for prefix in ["", "b", "bc", "d", "dbc", "z"] {
        for limit in [1, 10, 100] {
          var top = TopTerms(
            view: writer.view, field: TextFieldID(0), limit: limit, frequencies: frequencies)
          top.add(prefix: Array(prefix.utf8))
          // What starts with two of the texts that may be meant is found once.
          top.add(prefix: Array(prefix.utf8))
          let wanted = counts.filter { $0.key.hasPrefix(prefix) }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
          #expect(
            top.found.best.map { String(decoding: top.found.text(of: $0), as: UTF8.self) }
              == wanted.map(\.key),
            "seed \(seed), \(prefix), \(limit)")
          #expect(top.found.best.map(\.documentFrequency) == wanted.map(\.value))
        }
      }
    }
  }

  /// A word of few letters, none of them a vowel, so that its stem is itself; the first of them come more often.
  private func word(_ random: inout SeededGenerator) -> String {
    let letters = Array("bcdfghjk")
    return String(
      (0..<4).map { _ in letters[random.next(below: letters.count) * random.next(below: letters.count) / 8] })
  }
}
