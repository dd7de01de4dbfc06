@testable import FullText

/// Makes random queries and conditions over the fields of a ``RandomArchive``.
extension RandomArchive {
  mutating func query(depth: Int) -> Query {
    guard depth > 0, random.chance(65) else { return leaf() }
    switch random.next(below: 8) {
    case 0, 1, 2: return .or(queries(depth))
    case 3, 4: return .and(queries(depth))
    case 5: return .and([query(depth: depth - 1), .not(query(depth: depth - 1))])
    case 6: return random.chance(50) ? .not(query(depth: depth - 1)) : within(query(depth: depth - 1))
    default: return .boosted(query(depth: depth - 1), Float(1 + random.next(below: 5)) / 2)
    }
  }

  private mutating func queries(_ depth: Int) -> [Query] {
    (0...random.next(below: 4)).map { _ in query(depth: depth - 1) }
  }

  private mutating func within(_ query: Query) -> Query {
    .within(fields: [["title"], ["body", "tags"], ["tags"]][random.next(below: 3)], query)
  }

  private mutating func leaf() -> Query {
    switch random.next(below: 21) {
    case 0..<9: return .word(anyWord())
    case 9, 10, 11: return phrase()
    case 12: return .prefix(String(anyWord().prefix(1 + random.next(below: 9))))
    case 13: return .fuzzy(misspelt(), edits: 1 + random.next(below: 2))
    case 14: return .keyword(field: "category", value: Self.categories[random.next(below: 5)])
    case 15: return .keywordPrefix(field: "category", prefix: "pol")
    case 16: return .range(field: "publish_time", from: 1_600_000_000, until: 1_615_000_000)
    case 17: return .word("nowhere")
    case 19:
      return .name(
        random.chance(80) ? anyWord() : "nowhere", otherSpellings: [anyWord(), anyWord(), "nowhere"])
    case 18: return random.chance(50) ? .all : .none
    default:
      let text = "\(anyWord())-\(anyWord())"
      return random.chance(50)
        ? .word(text) : .compound(text, otherSpellings: [[anyWord()], [anyWord(), "nowhere"]])
    }
  }

  private mutating func phrase() -> Query {
    let count = 1 + random.next(below: 3)
    let words = (0..<count).map { _ in anyWord() }.joined(separator: " ")
    return .phrase(words, slop: random.chance(50) ? 0 : random.next(below: 5), exact: random.chance(50))
  }

  private mutating func misspelt() -> String { misspelt(anyWord()) }

  mutating func misspelt(_ word: String) -> String {
    var letters = Array(word)
    let place = random.next(below: letters.count)
    switch random.next(below: 3) {
    case 0: letters.remove(at: place)
    case 1: letters.insert("x", at: place)
    default: letters.swapAt(place, max(place - 1, 0))
    }
    return letters.isEmpty ? "x" : String(letters)
  }

  mutating func condition(depth: Int) -> Condition {
    switch random.next(below: depth > 0 ? 10 : 6) {
    case 0: return .keyword(Self.category, Self.categories[random.next(below: 5)])
    case 1: return .keyword(Self.language, ["en", "ka", "ru", "xx"][random.next(below: 4)])
    case 2: return .keywordPrefix(Self.category, ["pol", "", "zz"][random.next(below: 3)])
    case 3: return .integer(Self.time, 1_600_000_000...1_620_000_000)
    case 4: return .integer(Self.words, -2...2)
    case 5: return .keyword(Self.url, "https://example.org/\(random.next(below: 20))")
    case 6: return .and([condition(depth: depth - 1), condition(depth: depth - 1)])
    case 7: return .or([condition(depth: depth - 1), condition(depth: depth - 1)])
    default: return .not(condition(depth: depth - 1))
    }
  }
}
