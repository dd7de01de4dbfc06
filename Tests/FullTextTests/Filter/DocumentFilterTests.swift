import RandomTesting
import Testing

@testable import FullText

@Suite struct DocumentFilterTests {
  private static let category = KeywordFieldID(0)
  private static let time = IntegerFieldID(0)
  private static let schema = Schema(
    textFields: [TextField("text")], keywordFields: [KeywordField("category")],
    integerFields: [IntegerField("time")])

  private struct Article {
    let categories: Set<String>
    let time: Int64?

    func satisfies(_ condition: Condition) -> Bool {
      switch condition {
      case .keyword(_, let value): categories.contains(value)
      case .keywordAmong(_, let values): !categories.isDisjoint(with: values)
      case .integer(_, let range): time.map { range.contains($0) } ?? false
      case .and(let operands): operands.allSatisfy { satisfies($0) }
      case .or(let operands): operands.contains { satisfies($0) }
      case .not(let operand): !satisfies(operand)
      default: false
      }
    }
  }

  /// Articles with so many different sets of categories that nothing can be kept for each; one category has a long run.
  private func articles(_ random: inout SeededGenerator, count: Int) -> [Article] {
    (0..<count).map { number in
      var categories = Set((0..<random.next(below: 4)).map { _ in "c\(random.next(below: 40))" })
      if random.chance(20) { categories.insert("often") }
      if (500..<4000).contains(number) { categories.insert("run") }
      if number % 700 == 3 { categories.insert("seldom") }
      let time = random.chance(5) ? nil : Int64(random.next(below: 5000)) * 60
      return Article(categories: categories, time: time)
    }
  }

  private func view(of articles: [Article]) throws -> IndexView {
    let writer = IndexWriter(schema: Self.schema)
    _ = try writer.apply(
      articles.enumerated().map { number, article in
        var document = IndexDocument(key: Array("\(100_000 + number)".utf8), payload: [])
        document.keywords = article.categories.map { .init(Self.category, $0) }
        document.integers = article.time.map { [.init(Self.time, $0)] } ?? []
        return .put(document)
      }, revision: 1)
    return try writer.apply([.delete(key: Array("100777".utf8))], revision: 2)
  }

  private func condition(_ random: inout SeededGenerator, depth: Int) -> Condition {
    let names = ["often", "run", "seldom", "c1", "c17", "c39", "none"]
    let name = names[random.next(below: names.count)]
    switch random.next(below: depth > 0 ? 7 : 3) {
    case 0: return .keyword(Self.category, name)
    case 1: return .keywordAmong(Self.category, [name, "c2", "c2", "c\(random.next(below: 40))"])
    case 2:
      let from = Int64(random.next(below: 320_000)) - 10_000
      return .integer(Self.time, from...from + Int64(random.next(below: 200_000)))
    case 3: return .not(condition(&random, depth: depth - 1))
    case 4: return .or((0..<2).map { _ in condition(&random, depth: depth - 1) })
    default: return .and((0..<3).map { _ in condition(&random, depth: depth - 1) })
    }
  }

  @Test func `the same documents pass whether they are asked for, taken from a set or gathered`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let articles = articles(&random, count: 9000)
    let view = try view(of: articles)
    for _ in 0..<80 {
      let condition = condition(&random, depth: 2)
      for (number, part) in view.parts.enumerated() {
        let count = part.segment.documentCount
        let wanted = (0..<DocID(count)).filter { document in
          let key = view.key(IndexView.Document(part: number, document: document))
          return !part.deletions.contains(document)
            && articles[Int(String(decoding: key, as: UTF8.self))! - 100_000].satisfies(condition)
        }
        let interruption = Interruption(nil)
        let asked = DocumentFilter(condition, part: part, interruption)
        #expect(asked.range.filter { asked.allows($0) } == wanted, "seed \(seed): \(condition)")
        let gathered = BitSet(capacity: count)
        let filter = DocumentFilter(condition, part: part, interruption)
        filter.insertAll(into: gathered)
        #expect((0..<DocID(count)).filter { gathered.contains($0) } == wanted, "seed \(seed): \(condition)")
        #expect(gathered.population <= filter.leastCandidates)
        for share in [1, 2, 300] {
          let some = BitSet(capacity: count)
          for document in filter.range where Int(document) % share == 0 { some.insert(document) }
          filter.restrict(some)
          let left = (0..<DocID(count)).filter { some.contains($0) }
          #expect(left == wanted.filter { Int($0) % share == 0 }, "seed \(seed): \(condition)")
        }
      }
    }
  }

  @Test func `codes of a range are those of the values in it`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for origin: Int64 in [0, -7, 1_600_000_000, .min, .max - 4000] {
      for step: Int64 in [1, 7, 60] {
        let values = (0..<200).map { _ in
          random.chance(10) ? nil : origin + Int64(random.next(below: 4000 / 60)) * step
        }
        let sink = ByteSink()
        IntegerColumn.encode(values, to: sink)
        sink.withBytes { bytes in
          let column = IntegerColumn(bytes, documentCount: values.count)
          for _ in 0..<50 {
            let from = origin + Int64(random.next(below: 4000))
            let room = from > .max - 500 ? Int(.max - from) : 500
            let range = from...(from + Int64(random.next(below: room + 1)))
            let codes = column.codes(in: range)
            for (document, value) in values.enumerated() {
              let isInside = codes.map { column.holds($0, DocID(document)) } ?? false
              #expect(isInside == (value.map { range.contains($0) } ?? false), "seed \(seed): \(range)")
            }
          }
        }
      }
    }
  }
}
