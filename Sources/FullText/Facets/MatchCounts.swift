/// Everything that is counted over all matches of a search: totals and facets.
///
/// Belongs to one search on one thread; sees each part's matches once.
final class MatchCounts {
  /// Whether anything is asked for that needs all matches.
  let isWanted: Bool

  private let view: IndexView
  private let plan: SearchPlan
  private var total = 0
  private var groups: GroupCount?
  private var facets: [FacetCounter]

  init(view: IndexView, plan: SearchPlan) {
    self.view = view
    self.plan = plan
    isWanted = plan.wantsTotal || !plan.facets.isEmpty
    groups = plan.wantsTotal ? plan.collapse.map { GroupCount(field: $0.field) } : nil
    facets = plan.facets.map { FacetCounter($0) }
  }

  func add(_ matches: BitSet, part: Int) {
    guard isWanted else { return }
    let segment = view.parts[part].segment
    if plan.wantsTotal { total += matches.population }
    groups?.add(matches, segment)
    for index in facets.indices { facets[index].add(matches, segment) }
  }

  func write(to result: inout SearchResult) {
    if plan.wantsTotal { result.total = total }
    result.groupTotal = groups?.count
    result.facets = facets.map { $0.result() }
  }
}

/// Counts the distinct values of a keyword field over matches; a document without one counts for itself.
struct GroupCount {
  private let field: KeywordFieldID
  private var values: Set<[UInt8]> = []
  private var ungrouped = 0

  init(field: KeywordFieldID) { self.field = field }

  /// How many groups there are.
  var count: Int { values.count + ungrouped }

  mutating func add(_ matches: BitSet, _ segment: Segment) {
    guard let column = segment.column(field) else {
      ungrouped += matches.population
      return
    }
    let seen = BitSet(capacity: column.valueCount)
    matches.forEach { document in
      if let ordinal = column.firstOrdinal(document) { seen.insert(ordinal) } else { ungrouped += 1 }
    }
    let index = segment.keywords(field)
    seen.forEach { values.insert(index.value(at: $0)) }
  }
}
