/// Everything that is counted over all matches of a search: totals and facets.
///
/// Belongs to one search on one thread; sees each part's matches once.
final class MatchCounts {
  private let view: IndexView
  private let plan: SearchPlan
  private var total = 0
  private var groups: GroupCount?
  private var facets: [FacetCounter]

  init(view: IndexView, plan: SearchPlan, _ interruption: Interruption) {
    self.view = view
    self.plan = plan
    groups = plan.wantsTotal ? plan.countedField.map { GroupCount(field: $0) } : nil
    let mostBuckets = FacetCounter.allBuckets / max(1, plan.facets.count)
    facets = plan.facets.map { FacetCounter($0, mostBuckets: mostBuckets, tree: view.tree, interruption) }
  }

  /// Counts the matches of a part, of which there are so many.
  func add(_ matches: BitSet, _ population: Int, part: Int) {
    let segment = view.parts[part].segment
    if plan.wantsTotal { total += population }
    groups?.add(matches, segment)
    for index in facets.indices { facets[index].add(matches, population, segment) }
  }

  /// Puts the counts into a result; they mean nothing when the search is interrupted by then.
  func write(to result: inout SearchResult) {
    if plan.wantsTotal { result.total = total }
    result.groupTotal = groups?.count
    result.facets = facets.indices.map { facets[$0].result() }
  }
}
