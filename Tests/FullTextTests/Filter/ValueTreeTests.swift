import RandomTesting
import Synchronization
import Testing

@testable import FullText

/// An index that knows the values of its documents and a tree of them must answer as one that knows all values above them, too.
@Suite struct ValueTreeTests {
  private static let schema = Schema(
    textFields: [TextField("title")],
    keywordFields: [KeywordField("place"), KeywordField("kind"), KeywordField("url", hasColumn: false)],
    integerFields: [])
  private static let place = KeywordFieldID(0)
  private static let kind = KeywordFieldID(1)

  /// Places by the one above each.
  private struct Places {
    var above: [String: String]

    func upward(_ value: String) -> [String] {
      var result = [value]
      while let next = above[result.last!] { result.append(next) }
      return result
    }

    func tree(of field: KeywordFieldID) -> ValueTree {
      let all = Set(above.keys).union(above.values)
      return ValueTree(
        field, above: { [self] in above[$0] },
        downward: { [self] value in [value] + all.filter { $0 != value && upward($0).contains(value) } },
        beginning: { text in all.filter { $0.hasPrefix(text) } })
    }
  }

  private static let earth = Places(above: [
    "europe": "world", "asia": "world", "georgia": "europe", "tbilisi": "georgia", "batumi": "georgia",
    "armenia": "asia", "sport": "topics",
  ])
  private static let values = earth.above.keys.sorted() + ["world", "topics", "nowhere"]

  private func document(_ key: String, _ own: [String], in places: Places?, field: KeywordFieldID = place)
    -> IndexDocument
  {
    let held = places.map { places in Set(own.flatMap(places.upward)).sorted() } ?? own
    return IndexDocument(
      key: Array(key.utf8), payload: [],
      texts: [.init(TextFieldID(0), language: .english, "word \(key)")],
      keywords: held.map { .init(field, $0) } + [.init(Self.kind, key.hasSuffix("1") ? "odd" : "even")])
  }

  private func conditions(_ random: inout SeededGenerator) -> Condition {
    let value = Self.values[random.next(below: Self.values.count)]
    let leaf: Condition =
      switch random.next(below: 4) {
      case 0: .keywordPrefix(Self.place, String(value.prefix(1)))
      case 1: .keywordPrefix(Self.place, "")
      default: .keyword(Self.place, value)
      }
    switch random.next(below: 6) {
    case 0: return .not(leaf)
    case 1: return .and([.keyword(Self.kind, "odd"), leaf])
    case 2: return .or([leaf, .keyword(Self.place, "armenia")])
    case 3: return .not(.or([leaf, .keyword(Self.kind, "odd")]))
    default: return leaf
    }
  }

  private func answer(_ view: IndexView, _ condition: Condition) throws -> ([String], Int?, [FacetResult]) {
    var plan = SearchPlan(.word("word"), condition: condition, limit: 1000)
    plan.order = .key
    plan.wantsTotal = true
    plan.facets = [
      .values(Self.place, limit: 3), .values(Self.place, limit: 100), .values(Self.kind, limit: 5),
    ]
    let result = try Searcher().search(view, plan)
    let keys = try view.documents(matching: condition).map { String(decoding: view.key($0), as: UTF8.self) }
    let hits = result.hits.map { String(decoding: view.key($0.document), as: UTF8.self) }
    #expect(keys.sorted() == hits)
    return (hits, result.total, result.facets)
  }

  @Test(arguments: 0..<6)
  func `conditions and facets count what stands below a value`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let (plain, nested) = (IndexWriter(schema: Self.schema), IndexWriter(schema: Self.schema))
    for round in 1...4 {
      // With an odd seed every document has one value.
      let own = (0..<60).map { _ in
        (0..<(seed % 2 == 1 ? 1 : random.next(below: 4))).map { _ in
          Self.values[random.next(below: Self.values.count)]
        }
      }
      let keys = own.indices.map { _ in "k\(random.next(below: 90))" }
      let expected = try plain.apply(
        zip(keys, own).map { .put(document($0, $1, in: Self.earth)) }, revision: UInt64(round))
      let view = try nested.apply(
        zip(keys, own).map { .put(document($0, Set($1).sorted(), in: nil)) }, revision: UInt64(round),
        tree: Self.earth.tree(of: Self.place))
      for _ in 0..<40 {
        let condition = conditions(&random)
        let (found, wanted) = (try answer(view, condition), try answer(expected, condition))
        #expect(found == wanted, "seed \(seed), \(condition)")
      }
      for value in Self.values {
        let found = Set(view.documents(withOrBelow: value, in: Self.place).map { view.key($0) })
        #expect(found == Set(expected.documents(with: value, in: Self.place).map { expected.key($0) }))
      }
    }
  }

  @Test func `who moves a value indexes nothing again, and views of before see it where it was`() throws {
    let writer = IndexWriter(schema: Self.schema)
    let before = try writer.apply(
      [.put(document("a", ["tbilisi"], in: nil)), .put(document("b", ["sport"], in: nil))], revision: 1,
      tree: Self.earth.tree(of: Self.place))
    var moved = Self.earth
    moved.above["georgia"] = "asia"
    let after = try writer.apply([], revision: 2, tree: moved.tree(of: Self.place))
    #expect(
      after.parts.map { ObjectIdentifier($0.segment) } == before.parts.map { ObjectIdentifier($0.segment) })
    #expect(try answer(before, .keyword(Self.place, "europe")).0 == ["a"])
    #expect(try answer(after, .keyword(Self.place, "europe")).0 == [])
    #expect(try answer(after, .keyword(Self.place, "asia")).0 == ["a"])
    // Later writes do not have to name the tree.
    let later = try writer.apply([.put(document("c", ["batumi"], in: nil))], revision: 3)
    #expect(try answer(later, .keyword(Self.place, "asia")).0 == ["a", "c"])
    #expect(
      try answer(later.hiding(later.documents(with: "tbilisi", in: Self.place)), .keyword(Self.place, "asia"))
        .0 == ["c"])
  }

  @Test func `a field without a column knows its tree, too`() throws {
    let url = KeywordFieldID(2)
    let writer = IndexWriter(schema: Self.schema)
    let view = try writer.apply(
      [
        .put(document("a", ["tbilisi"], in: nil, field: url)),
        .put(document("b", ["armenia"], in: nil, field: url)),
      ], revision: 1, tree: Self.earth.tree(of: url))
    #expect(try answer(view, .keyword(url, "europe")).0 == ["a"])
    #expect(try answer(view, .not(.keyword(url, "europe"))).0 == ["b"])
    #expect(try answer(view, .keyword(url, "world")).0 == ["a", "b"])
  }

  @Test func `a deep tree is asked for no more than one value above each`() throws {
    let depth = 5000
    let asked = Mutex(0)
    let tree = ValueTree(
      Self.place,
      above: { value in
        asked.withLock { $0 += 1 }
        return Int(value).flatMap { $0 == 0 ? nil : String($0 - 1) }
      }, downward: { [$0] }, beginning: { _ in [] })
    let writer = IndexWriter(schema: Self.schema)
    let view = try writer.apply(
      (0..<depth).map { .put(document("k\($0)", [String($0)], in: nil)) }, revision: 1, tree: tree)
    var plan = SearchPlan(.word("word"))
    plan.facets = [.values(Self.place, limit: depth)]
    guard case .values(let counts, _) = try Searcher().search(view, plan).facets[0] else {
      Issue.record("no counts of values")
      return
    }
    #expect(counts.map(\.count) == (1...depth).reversed())
    #expect(counts.map(\.value) == (0..<depth).map(String.init))
    #expect(asked.withLock { $0 } == depth)
  }
}
