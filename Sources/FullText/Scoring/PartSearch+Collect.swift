extension PartSearch {
  /// Shows a collector the scored matches that pass a filter; those below its threshold may be left out.
  ///
  /// Disjunctions and conjunctions of terms have algorithms of their own, everything else is walked document by document.
  func collect(into collector: HitCollector, filter: DocumentFilter, recency: Recency?) {
    let output = ScoredOutput(collector, filter: filter, recency: recency, segment: segment)
    switch query.root {
    case .none: break
    case .terms(let terms):
      let runs = terms.compactMap { run($0) }
      if runs.isEmpty { return }
      MaxScoreSearch(runs, window: scratch.window, output: output, interruption: interruption).run()
    case .and(let operands):
      if let terms = Self.singleTerms(operands) {
        let runs = terms.compactMap { run($0) }
        guard runs.count == terms.count else { return }
        ConjunctionSearch(runs, output: output, interruption: interruption).run()
      } else {
        walk(output)
      }
    default: walk(output)
    }
  }

  private func walk(_ output: ScoredOutput) {
    let walk = iterator(query.root)
    let isDear = walk.isDear
    while walk.document != endOfPostings, !interruption.tick() {
      if output.allows(walk.document), !isDear || walk.bound() >= output.threshold, walk.matches() {
        output.take(walk.document, walk.score())
      }
      _ = walk.next()
    }
  }

  private static func singleTerms(_ operands: [QueryNode]) -> [ScoredTerm]? {
    var terms: [ScoredTerm] = []
    for operand in operands {
      guard case .terms(let alternatives) = operand, alternatives.count == 1 else { return nil }
      terms.append(alternatives[0])
    }
    return terms
  }

  private func run(_ term: ScoredTerm) -> TermRun? {
    guard let cursor = cursor(term.leaf) else { return nil }
    let field = query.leaves[term.leaf].field
    return TermRun(
      cursor: cursor, weight: term.weight, norms: segment.norms(field), field: field, tables: tables,
      memory: scratch.floats)
  }
}
