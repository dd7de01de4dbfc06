/// One search over one view: compiles the query, visits the parts, gathers the answer.
///
/// Belongs to one thread; uses the arena of its searcher, so a searcher runs one search at a time.
final class SearchRun {
  let view: IndexView
  let plan: SearchPlan
  let query: CompiledQuery
  let ranking: Ranking
  private let searcher: Searcher
  private let tables: ScoreTables
  private let interruption: Interruption
  private let damagedLists: UInt64

  init(view: IndexView, plan wanted: consuming SearchPlan, searcher: Searcher) throws(SearchError) {
    self.view = view
    var plan = wanted
    if case .all = plan.query, plan.order == .relevance, let tieBreak = plan.tieBreak {
      // All score zero: the tie decides, and the best by a field are found without a look at most of the others.
      plan.order = .descending(tieBreak)
    }
    self.searcher = searcher
    searcher.scratch.reset()
    damagedLists = DamagedLists.count
    interruption = Interruption(plan.goOn)
    var compiler = QueryCompiler(
      view: view, plan: plan, words: searcher.queryWords, frequencies: searcher.liveFrequencies,
      interruption: interruption)
    query = try compiler.compile(plan)
    // What a word was cut short in is no query.
    try interruption.check()
    ranking = Ranking(view: view, plan: plan)
    tables = searcher.scoreTables(view, plan, query)
    self.plan = consume plan
  }

  private func part(_ number: Int, isExplaining: Bool = false) -> SegmentSearch {
    SegmentSearch(
      view: view, part: number, query: query, tables: tables, scratch: searcher.scratch,
      interruption: interruption, isExplaining: isExplaining)
  }

  func result() throws(SearchError) -> SearchResult {
    var result = SearchResult()
    result.isComplete = query.isComplete
    result.missesWord = query.missesWord
    if let collapse = plan.collapse {
      try collectGroups(collapse, into: &result)
    } else {
      let collector = TopDocuments(ranking, limit: plan.limit + lookahead, after: plan.after)
      try collect(collector, counting: counts(), into: &result)
      let best = collector.sorted()
      for hit in best { view.parts[Int(hit.part)].segment.prepare(hit.document) }
      result.hits = best.prefix(plan.limit).map { hit($0) }
      if goesOn(behind: best.count, of: result.total), let last = best.prefix(plan.limit).last {
        result.next = ranking.cursor(last)
      }
    }
    try checkLists()
    return result
  }

  /// How many hits more than a page has are looked for, to know whether there is a next one; a total that is counted tells of the
  /// first page.
  private var lookahead: Int {
    plan.knowsLastPage && plan.limit > 0 && (plan.after != nil || !plan.wantsTotal) ? 1 : 0
  }

  /// Whether there is a page behind one for which so many were found.
  private func goesOn(behind found: Int, of total: Int?) -> Bool {
    if lookahead > 0 { return found > plan.limit }
    return found == plan.limit && !(plan.knowsLastPage && total == found)
  }

  /// What is counted over all matches; nil when nothing is.
  private func counts() -> MatchCounts? {
    guard plan.wantsTotal || !plan.facets.isEmpty else { return nil }
    return MatchCounts(view: view, plan: plan, interruption)
  }

  private func checkLists() throws(SearchError) {
    if DamagedLists.wereMet(since: damagedLists) { throw .damagedIndex }
  }

  private func collectGroups(
    _ collapse: Collapse, into result: inout SearchResult
  ) throws(SearchError) {
    var excluded: Set<[UInt8]> = []
    if let after = plan.after {
      let earlier = EarlierGroups(ranking, field: collapse.field, cursor: after)
      try collect(earlier, counting: nil, into: &result)
      excluded = earlier.groups
    }
    let collector = TopGroups(
      ranking, field: collapse.field, limit: plan.limit + lookahead, after: plan.after, excluded: excluded)
    try collect(collector, counting: counts(), into: &result)
    let editions = Editions(view: view, condition: query.filter, collapse: collapse, interruption)
    try interruption.check()
    let page = collector.entries.prefix(plan.limit)
    result.hits = page.map { editions.hit(hit($0.best), group: $0.group) }
    if goesOn(behind: collector.entries.count, of: result.groupTotal), let last = page.last {
      result.next = ranking.cursor(last.best)
    }
  }

  private func hit(_ ranked: RankedDocument) -> SearchHit {
    let document = IndexView.Document(part: Int(ranked.part), document: ranked.document)
    return SearchHit(
      document: document, matched: document, score: ranked.score, rank: ranked.rank, tie: ranked.tie)
  }

  /// Shows every part's matches to a collector and to the counters, in one walk or in two.
  private func collect(
    _ collector: HitCollector, counting counts: MatchCounts?, into result: inout SearchResult
  ) throws(SearchError) {
    let needsMatches = counts != nil || plan.order != .relevance
    for number in view.parts.indices {
      let part = part(number)
      var filter = DocumentFilter(query.condition, part: part.part, interruption)
      try interruption.check()
      if filter.allowsNothing { continue }
      collector.part = number
      let isSelective = !filter.allowsEverything && part.isSelective(filter)
      let known = needsMatches || isSelective ? part.matches(filter) : nil
      if let matches = known {
        // Counting the values of a field takes about four steps a match.
        if let counts {
          let population = matches.population
          if plan.countedField != nil { interruption.spend(4 * population) }
          try interruption.check()
          counts.add(matches, population, part: number)
        }
        try interruption.check()
        if plan.order != .relevance, plan.limit > 0 { offer(matches, of: part.segment, to: collector) }
        if !filter.allowsEverything { filter = DocumentFilter(matches, in: filter.range) }
      }
      if plan.order == .relevance, collector.threshold < .infinity {
        part.collect(into: collector, filter: filter, matches: known, recency: plan.recency)
      }
      try interruption.check()
    }
    counts?.write(to: &result)
    try interruption.check()
  }

  /// Shows matches to a collector that orders by a field or by key.
  private func offer(_ matches: BitSet, of segment: Segment, to collector: HitCollector) {
    switch plan.order {
    case .relevance: break
    case .descending(let field):
      offer(matches, in: segment.zones(field).rankedZones(isAscending: false), to: collector)
    case .ascending(let field):
      offer(matches, in: segment.zones(field).rankedZones(isAscending: true), to: collector)
    case .key: offerByKey(matches, of: segment, to: collector, isDescending: false)
    case .keyDescending: offerByKey(matches, of: segment, to: collector, isDescending: true)
    }
  }

  /// Shows matches, the zones with the best values first; what cannot become a hit there is passed over. The time of one
  /// document is that of some eight postings.
  private func offer(_ matches: BitSet, in zones: [IntegerZones.RankedZone], to collector: HitCollector) {
    for zone in zones {
      guard collector.mayTake(best: zone.best, worst: zone.worst) else { continue }
      interruption.spend(8 * zone.documents.count)
      if interruption.isInterrupted { return }
      matches.forEach(in: zone.documents) { collector.collect($0, score: 0) }
    }
  }

  /// Shows matches in the order of their keys, from the cursor on, until none can become a hit.
  private func offerByKey(
    _ matches: BitSet, of segment: Segment, to collector: HitCollector, isDescending: Bool
  ) {
    // Ordering the keys of a segment for the first time takes about as long as so many postings.
    if !segment.keyOrder.isMade { interruption.spend(32 * segment.documentCount) }
    if interruption.isInterrupted { return }
    let documents = segment.documentsByKey()
    // Groups are told apart by their earlier documents, too.
    let cursor = plan.collapse == nil ? plan.after : nil
    let first = cursor.map { segment.place(of: $0.key, in: documents) }
    var place = first ?? (isDescending ? documents.count - 1 : 0)
    while documents.indices.contains(place), !interruption.tick() {
      let document = documents[place]
      if matches.contains(document) {
        guard collector.mayTake(document, score: 0) else { return }
        collector.collect(document, score: 0)
      }
      place += isDescending ? -1 : 1
    }
  }

  func explain(_ document: IndexView.Document) throws(SearchError) -> Explanation? {
    let explanation = explained(document)
    try interruption.check()
    try checkLists()
    return explanation
  }

  private func explained(_ document: IndexView.Document) -> Explanation? {
    let part = part(document.part, isExplaining: true)
    let filter = DocumentFilter(query.condition, part: part.part, interruption)
    guard filter.allows(document.document) else { return nil }
    let walk = part.scoredWalk()
    guard walk.advance(to: document.document) == document.document, walk.matches() else { return nil }
    let text = walk.explain()
    guard let recency = plan.recency else { return text }
    let time = part.segment.integers(recency.field).value(document.document)
    let factor = Explanation(
      value: recency.factor(time),
      summary: "recency of \(time.map(String.init) ?? "no time") with half-life \(recency.halfLife)")
    return Explanation(
      value: text.value * factor.value, summary: "text times recency", rule: .product,
      parts: [text, factor])
  }
}
