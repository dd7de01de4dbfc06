import RandomTesting
import Testing

@testable import FullText

@Suite struct SearchOracleTests {
  /// Runs a body over several archives with many segments, deletions and replacements, of random texts and of texts with structure.
  private func forEachArchive(
    rounds: Int, _ body: (inout RandomArchive, Oracle, Comment) throws -> Void
  ) throws {
    for round in 0..<TestRounds.of(rounds) {
      if round % rounds == 0 {
        // Numbers of all documents lie within two edits of a short word.
        for seed in [1_551_724_542_263_591_599, UInt64.random(in: 0...UInt64.max)] {
          try forEachRevision(ofStructured: seed, body)
        }
      }
      let seed = UInt64.random(in: 0...UInt64.max)
      var archive = RandomArchive(seed: seed)
      let keys = 5 + archive.random.next(below: 300)
      for _ in 0...archive.random.next(below: 6) {
        let size = 1 + archive.random.next(below: 120)
        let view = try archive.writeBatch(of: size, keys: keys)
        let oracle = Oracle(view: view, versions: archive.versions)
        try body(&archive, oracle, "seed \(seed), revision \(view.revision)")
      }
    }
  }

  private func forEachRevision(
    ofStructured seed: UInt64, _ body: (inout RandomArchive, Oracle, Comment) throws -> Void
  ) throws {
    var structured = StructuredArchive(seed: seed)
    try structured.fill()
    for change in 0...2 {
      let view = structured.archive.writer.view
      let oracle = Oracle(view: view, versions: structured.archive.versions)
      try body(&structured.archive, oracle, "structured, seed \(seed), after \(change) changes")
      try structured.change()
    }
  }

  private func ranked(_ oracle: Oracle, _ plan: SearchPlan) -> [(entry: Oracle.Entry, score: Double)] {
    let scoring = OracleScoring(oracle: oracle, plan: plan)
    func order(_ entry: Oracle.Entry) -> Int64? {
      switch plan.order {
      case .relevance, .key, .keyDescending: nil
      case .descending(let field): oracle.integer(entry, field)
      case .ascending(let field): oracle.integer(entry, field).map { -$0 }
      }
    }
    func time(_ entry: Oracle.Entry) -> Int64 {
      if plan.order == .key || plan.order == .keyDescending { return 0 }
      return plan.tieBreak.flatMap { oracle.integer(entry, $0) } ?? .min
    }
    var found: [(entry: Oracle.Entry, score: Double)] = []
    for entry in oracle.entries {
      if let score = scoring.score(entry) { found.append((entry, score)) }
    }
    return found.sorted { a, b in
      if plan.order != .relevance {
        let (first, second) = (order(a.entry) ?? .min, order(b.entry) ?? .min)
        if first != second { return first > second }
      } else if a.score != b.score {
        return a.score > b.score
      }
      let (first, second) = (time(a.entry), time(b.entry))
      if first != second { return first > second }
      return plan.order == .keyDescending ? a.entry.key > b.entry.key : a.entry.key < b.entry.key
    }
  }

  private func randomPlan(_ archive: inout RandomArchive) -> SearchPlan {
    var plan = SearchPlan(archive.query(depth: 3))
    if archive.random.chance(50) { plan.condition = archive.condition(depth: 2) }
    if archive.random.chance(25) { plan.searchedFields = [RandomArchive.body, RandomArchive.title] }
    if archive.random.chance(25) { plan.fieldBoosts = [RandomArchive.body: 3] }
    if archive.random.chance(25) { plan.compounds = .words }
    if archive.random.chance(25) { plan.dropsStopWords = false }
    if archive.random.chance(70) { plan.tieBreak = RandomArchive.time }
    if archive.random.chance(25) { plan.bm25 = BM25(k1: 0.9, b: 0.4) }
    if archive.random.chance(25) {
      plan.recency = Recency(field: RandomArchive.time, now: 1_620_000_000, halfLife: 5_000_000)
      if archive.random.chance(50) { plan.recency?.share = 1 }
    }
    plan.limit = [1, 3, 10, 1000][archive.random.next(below: 4)]
    return plan
  }

  private func expect(
    _ hits: [SearchHit], _ expected: [(entry: Oracle.Entry, score: Double)], _ oracle: Oracle,
    _ plan: SearchPlan, _ note: Comment
  ) {
    let keys = hits.map { String(decoding: oracle.view.key($0.matched), as: UTF8.self) }
    #expect(keys == expected.map(\.entry.key), "\(note) \(plan.query) \(plan.condition)")
    guard plan.order == .relevance else { return }
    for (hit, wanted) in zip(hits, expected) {
      #expect(
        abs(hit.score - wanted.score) <= 1e-5 * max(1, wanted.score), "\(note) \(plan.query)")
    }
  }

  @Test func `hits, order, scores and totals are those of a brute-force search`() throws {
    let searcher = Searcher()
    try forEachArchive(rounds: 3) { archive, oracle, note in
      for _ in 0..<30 {
        var plan = randomPlan(&archive)
        let expected = ranked(oracle, plan)
        let result = try searcher.search(oracle.view, plan)
        expect(result.hits, Array(expected.prefix(plan.limit)), oracle, plan, note)
        #expect(try searcher.count(oracle.view, plan) == expected.count, "\(note) \(plan.query)")
        plan.wantsTotal = true
        let counted = try searcher.search(oracle.view, plan)
        #expect(counted.total == expected.count, "\(note) \(plan.query)")
        #expect(counted.hits == result.hits, "\(note) \(plan.query)")
      }
    }
  }

  @Test func `orders by a field are those of a brute-force search`() throws {
    let searcher = Searcher()
    try forEachArchive(rounds: 2) { archive, oracle, note in
      for _ in 0..<30 {
        var plan = randomPlan(&archive)
        let orders: [SearchPlan.Order] = [
          .descending(RandomArchive.time), .ascending(RandomArchive.words), .key, .keyDescending,
        ]
        plan.order = orders[archive.random.next(below: orders.count)]
        let expected = ranked(oracle, plan).prefix(plan.limit)
        let result = try searcher.search(oracle.view, plan)
        expect(result.hits, Array(expected), oracle, plan, note)
      }
    }
  }

  @Test func `pages joined together are the whole result`() throws {
    let searcher = Searcher()
    try forEachArchive(rounds: 2) { archive, oracle, note in
      for _ in 0..<20 {
        var plan = randomPlan(&archive)
        if archive.random.chance(30) { plan.order = .descending(RandomArchive.words) }
        if archive.random.chance(50) {
          plan.collapse = Collapse(
            field: RandomArchive.story, languageField: RandomArchive.language, preferences: ["ka"])
        }
        plan.limit = 100_000
        let whole = try searcher.search(oracle.view, plan)
        #expect(whole.next == nil)
        plan.limit = 1 + archive.random.next(below: 7)
        var paged: [SearchHit] = []
        repeat {
          let page = try searcher.search(oracle.view, plan)
          paged += page.hits
          plan.after = page.next
        } while plan.after != nil
        #expect(paged == whole.hits, "\(note) \(plan.query)")
      }
    }
  }

  @Test func `a group shows its best document and its preferred edition, and groups are counted exactly`()
    throws
  {
    let searcher = Searcher()
    try forEachArchive(rounds: 2) { archive, oracle, note in
      for _ in 0..<30 {
        var plan = randomPlan(&archive)
        plan.wantsTotal = true
        plan.collapse = Collapse(
          field: RandomArchive.story, languageField: RandomArchive.language, preferences: ["ka", "ru"])
        var seen: Set<String> = []
        let expected = ranked(oracle, plan).filter { hit in
          guard let story = oracle.values(hit.entry, RandomArchive.story).first else { return true }
          return seen.insert(story).inserted
        }
        let result = try searcher.search(oracle.view, plan)
        expect(result.hits, Array(expected.prefix(plan.limit)), oracle, plan, note)
        #expect(result.groupTotal == expected.count, "\(note) \(plan.query)")
        for (hit, wanted) in zip(result.hits, expected) {
          expectEditions(hit, of: wanted.entry, oracle, plan, note)
        }
        plan.collapse = nil
        plan.groupCountField = RandomArchive.story
        let ungrouped = try searcher.search(oracle.view, plan)
        #expect(ungrouped.groupTotal == expected.count, "\(note) \(plan.query)")
        expect(ungrouped.hits, Array(ranked(oracle, plan).prefix(plan.limit)), oracle, plan, note)
      }
    }
  }

  private func expectEditions(
    _ hit: SearchHit, of entry: Oracle.Entry, _ oracle: Oracle, _ plan: SearchPlan, _ note: Comment
  ) {
    guard let story = oracle.values(entry, RandomArchive.story).first else {
      #expect(hit.group.isEmpty && hit.document == hit.matched)
      return
    }
    let editions = oracle.entries.filter {
      $0.isLive && oracle.values($0, RandomArchive.story) == [story]
        && oracle.holds(plan.condition, $0)
    }.sorted { $0.key < $1.key }
    #expect(hit.group == editions.map(\.document), "\(note) \(plan.query)")
    for language in ["ka", "ru"] {
      guard hit.group.contains(where: { self.language($0, oracle) == language }) else { continue }
      #expect(self.language(hit.document, oracle) == language, "\(note) \(plan.query)")
      return
    }
    #expect(hit.document == hit.matched)
  }

  private func language(_ document: IndexView.Document, _ oracle: Oracle) -> String? {
    let entry = oracle.entries.first { $0.document == document }
    return entry.flatMap { oracle.values($0, RandomArchive.language).first }
  }

  @Test func `facets count every match`() throws {
    let searcher = Searcher()
    try forEachArchive(rounds: 2) { archive, oracle, note in
      for _ in 0..<20 {
        var plan = randomPlan(&archive)
        let bounds: [Int64] = [-3, 0, 1, 4]
        plan.facets = [
          .values(RandomArchive.category, limit: 3), .histogram(RandomArchive.words, bounds: bounds),
          .calendar(RandomArchive.time, .month, ticksPerSecond: 1),
        ]
        let matches = ranked(oracle, plan).map(\.entry)
        let result = try searcher.search(oracle.view, plan)
        #expect(result.facets[0] == categories(matches, oracle), "\(note) \(plan.query)")
        let buckets = bounds.indices.dropLast().map { index in
          let range = bounds[index]..<bounds[index + 1]
          let inside = matches.compactMap { oracle.integer($0, RandomArchive.words) }.count {
            range.contains($0)
          }
          return FacetBucket(from: range.lowerBound, until: range.upperBound, count: inside)
        }
        #expect(result.facets[1] == .buckets(buckets), "\(note) \(plan.query)")
        guard case .buckets(let months) = result.facets[2] else { continue }
        let times = matches.compactMap { oracle.integer($0, RandomArchive.time) }
        #expect(months.reduce(0) { $0 + $1.count } == times.count)
        for month in months {
          #expect(times.count { $0 >= month.from && $0 < month.until } == month.count)
        }
        for (month, next) in zip(months, months.dropFirst()) { #expect(month.until == next.from) }
      }
    }
  }

  private func categories(_ matches: [Oracle.Entry], _ oracle: Oracle) -> FacetResult {
    var counts: [String: Int] = [:]
    for entry in matches {
      for value in oracle.values(entry, RandomArchive.category) { counts[value, default: 0] += 1 }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return .values(
      sorted.prefix(3).map { FacetCount(value: $0.key, count: $0.value) },
      others: sorted.dropFirst(3).reduce(0) { $0 + $1.value })
  }

  @Test func `scores are the same however the documents lie in segments, and whatever was deleted`() throws {
    let (searcher, other) = (Searcher(), Searcher())
    try forEachArchive(rounds: 4) { archive, oracle, note in
      let view = archive.writer.view
      let anew = IndexWriter(schema: RandomArchive.schema)
      var batch = oracle.entries.filter(\.isLive).map { IndexWriter.Operation.put($0.source) }
      batch.reverse()
      let fresh = try anew.apply(batch, revision: view.revision)
      for _ in 0..<20 {
        let plan = randomPlan(&archive)
        let found = try searcher.search(view, plan).hits.map { ($0.score, view.key($0.document)) }
        let wanted = try other.search(fresh, plan).hits.map { ($0.score, fresh.key($0.document)) }
        #expect(found.map(\.0) == wanted.map(\.0), note)
        if plan.collapse == nil { #expect(found.map(\.1) == wanted.map(\.1), note) }
      }
    }
  }

  @Test func `explanations add up to the score of the hit, exactly`() throws {
    let searcher = Searcher()
    try forEachArchive(rounds: 2) { archive, oracle, note in
      for _ in 0..<30 {
        let plan = randomPlan(&archive)
        for hit in try searcher.search(oracle.view, plan).hits.prefix(5) {
          let explanation = try searcher.explain(oracle.view, plan, hit.matched)
          #expect(explanation?.value == hit.score, "\(note) \(plan.query)")
          if let explanation { expectSums(explanation, note) }
        }
      }
    }
  }

  private func expectSums(_ explanation: Explanation, _ note: Comment) {
    let values = explanation.parts.map(\.value)
    switch explanation.rule {
    case .given: #expect(values.isEmpty)
    case .sum: #expect(values.reduce(0, +) == explanation.value, note)
    case .product: #expect(values.reduce(1, *) == explanation.value, note)
    }
    explanation.parts.forEach { expectSums($0, note) }
  }
}
