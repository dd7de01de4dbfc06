extension PartSearch {
  /// Shows a collector the scored matches that pass a filter; those below its threshold may be left out.
  func collect(into collector: HitCollector, filter: DocumentFilter, recency: Recency?) {
    let walk = iterator(query.root)
    let times = recency.map { segment.integers($0.field) }
    while walk.document != endOfPostings, !interruption.tick() {
      let document = walk.document
      if filter.allows(document), walk.matches() {
        var score = walk.score()
        if let recency, let times { score *= recency.factor(times.value(document)) }
        if score >= collector.threshold { collector.collect(document, score: score) }
      }
      _ = walk.next()
    }
  }
}
