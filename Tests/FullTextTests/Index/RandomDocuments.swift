import RandomTesting

@testable import FullText

/// Random documents over a small vocabulary with a few very frequent words and many rare ones.
struct RandomDocuments {
  var random: SeededGenerator
  private static let stems = [
    "run", "walk", "elect", "minister", "economi", "protest", "georgia", "parliament", "reform", "vote",
  ]
  private static let endings = ["", "s", "ing", "ed", "er"]
  private static let georgian = ["თბილისი", "თბილისში", "თბილისიდან", "პარლამენტი", "პარლამენტის"]
  private static let russian = ["выборы", "выборов", "министр", "министра", "министром"]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func word() -> String {
    switch random.next(below: 10) {
    case 0...3: "the"
    case 4...6: Self.stems[random.next(below: 10)] + Self.endings[random.next(below: 5)]
    case 7: Self.georgian[random.next(below: 5)]
    case 8: Self.russian[random.next(below: 5)]
    default: "w\(random.next(below: 5000))"
    }
  }

  mutating func text(_ words: Int) -> String {
    (0..<words).map { _ in word() }.joined(separator: " ")
  }

  mutating func document(key: Int) -> IndexDocument {
    var document = IndexDocument(
      key: Array("article-\(key)".utf8),
      payload: (0..<random.next(below: 40)).map { _ in UInt8.random(in: 0...255, using: &random) })
    let language = ["en", "ka", "ru", "", "xx"][random.next(below: 5)]
    for field in 0..<3 where random.next(below: 4) > 0 {
      for _ in 0...random.next(below: 2) {
        document.texts.append(.init(TextFieldID(field), language: language, text(random.next(below: 30))))
      }
    }
    for _ in 0..<random.next(below: 4) {
      document.keywords.append(.init(KeywordFieldID(0), "category \(random.next(below: 7))"))
    }
    if random.next(below: 3) > 0 { document.keywords.append(.init(KeywordFieldID(1), "https://a.ge/\(key)")) }
    if random.next(below: 8) > 0 {
      document.keywords.append(.init(KeywordFieldID(2), random.next(below: 2) == 0 ? "" : "ქ"))
    }
    if random.next(below: 5) > 0 {
      document.integers.append(
        .init(IntegerFieldID(0), 1_600_000_000 + Int64(random.next(below: 100_000)) * 60))
    }
    if random.next(below: 2) > 0 {
      document.integers.append(.init(IntegerFieldID(1), Int64.random(in: .min ... .max, using: &random)))
    }
    return document
  }

  mutating func batch(_ size: Int, keys: Int) -> [IndexWriter.Operation] {
    (0..<size).map { _ in
      let key = random.next(below: keys)
      return random.next(below: 5) == 0
        ? .delete(key: Array("article-\(key)".utf8)) : .put(document(key: key))
    }
  }
}
