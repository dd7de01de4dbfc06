@testable import FullText

/// Documents as no random ones are: words in all of them, in every so many, or in a stretch in a row whose length is that of a
/// block or close to it, always as often; the same values in all, or one each.
struct Structure {
  /// Lengths around those of blocks, words and bytes.
  static let lengths = [1, 2, 7, 8, 9, 63, 64, 65, 127, 128, 129, 255, 256, 257]

  private enum Rule {
    case all
    case every(Int)
    case stretch(Range<Int>)
    case allBut(Int)

    func holds(_ number: Int) -> Bool {
      switch self {
      case .all: true
      case .every(let step): number % step == 0
      case .stretch(let range): range.contains(number)
      case .allBut(let missing): number != missing
      }
    }

    init(_ random: inout SplitMix64) {
      switch random.next(below: 4) {
      case 0: self = .all
      case 1: self = .every(2 + random.next(below: 9))
      case 2:
        let first = random.next(below: 3) * random.next(below: 100)
        self = .stretch(first..<first + Structure.lengths[random.next(below: Structure.lengths.count)])
      default: self = .allBut(random.next(below: 200))
      }
    }
  }

  private let words: [(word: String, field: TextFieldID, rule: Rule, count: Int)]
  private let categories: [(String, Rule)]
  private let times: Int64
  private let stories: Int

  init(_ random: inout SplitMix64) {
    var words: [(String, TextFieldID, Rule, Int)] = []
    for word in RandomArchive.vocabulary["en"]! where random.chance(70) {
      for field in [RandomArchive.title, RandomArchive.body, RandomArchive.tags] where random.chance(60) {
        words.append((word, field, Rule(&random), random.chance(80) ? 1 : 1 + random.next(below: 40)))
      }
    }
    self.words = words
    categories = RandomArchive.categories.map { ($0, Rule(&random)) }
    times = Int64(random.next(below: 3))
    stories = 1 + random.next(below: 3) * 100
  }

  static func key(_ number: Int) -> String { "k\(number + 10_000)" }

  func document(_ number: Int, payload: String) -> IndexDocument {
    var document = IndexDocument(key: Array(Self.key(number).utf8), payload: Array(payload.utf8))
    for (word, field, rule, count) in words where rule.holds(number) {
      let text = [String](repeating: word, count: count).joined(separator: " ")
      document.texts.append(.init(field, language: "en", text))
    }
    for (category, rule) in categories where rule.holds(number) {
      document.keywords.append(.init(RandomArchive.category, category))
    }
    document.keywords.append(.init(RandomArchive.language, "en"))
    document.keywords.append(.init(RandomArchive.url, "https://example.org/\(number)"))
    document.keywords.append(.init(RandomArchive.story, "s\(number % stories)"))
    document.integers.append(.init(RandomArchive.time, 1_600_000_000 + Int64(number) / 100 * times * 86_400))
    document.integers.append(.init(RandomArchive.words, Int64(number % 2)))
    return document
  }
}
