extension Searcher {
  /// As many bytes of text are analysed in the time in which a search asks whether to go on.
  private static let bytesPerQuestion = 2048

  /// The pieces of texts that show most of a query, best first, with the words that match marked.
  ///
  /// `view` tells how rare the words are; texts need not be in it. Those of one field come in the order in which they were
  /// indexed: a phrase may reach from one into the next.
  /// - Throws: ``SearchError`` when the query names a field that the schema does not have, or when the plan's
  ///   ``SearchPlan/goOn``, which is asked for each two kilobytes and while words are compared and pieces chosen, said to stop.
  /// - Complexity: O(bytes of the texts) for their analysis, and the different words times those of the query.
  public func highlight(
    _ view: IndexView, _ plan: SearchPlan, _ texts: [HighlightText],
    options: HighlightOptions = HighlightOptions()
  ) throws(SearchError) -> [HighlightFragment] {
    let interruption = Interruption(plan.goOn)
    let query = try HighlightQuery(
      view: view, plan: plan, queryWords: queryWords, frequencies: liveFrequencies, interruption: interruption
    )
    var highlighter = Highlighter(query: query, analyzer: analyzer, interruption: interruption)
    for text in texts {
      for _ in 0...text.text.utf8.count / Self.bytesPerQuestion {
        if interruption.tick(Interruption.stepsPerQuestion) { break }
      }
      try interruption.check()
      highlighter.add(text)
    }
    let picker = FragmentPicker(options: options, interruption: interruption)
    var fragments: [HighlightFragment] = []
    let found = highlighter.finish()
    try interruption.check()
    for marked in found {
      fragments += picker.fragments(
        of: marked.text, length: marked.length, marks: marked.marks, words: marked.words)
      try interruption.check()
    }
    fragments.sort { $0.score != $1.score ? $0.score > $1.score : $0.text < $1.text }
    return Array(fragments.prefix(options.maxFragments))
  }

  /// Every word of a text that matches a query, rising, as UTF-8 byte offsets.
  ///
  /// - Throws: ``SearchError`` when the query names a field that the schema does not have.
  /// - Complexity: as ``highlight(_:_:_:options:)``.
  public func spans(
    _ view: IndexView, _ plan: SearchPlan, in text: HighlightText
  ) throws(SearchError) -> [Range<Int>] {
    let interruption = Interruption(plan.goOn)
    let query = try HighlightQuery(
      view: view, plan: plan, queryWords: queryWords, frequencies: liveFrequencies, interruption: interruption
    )
    var highlighter = Highlighter(query: query, analyzer: analyzer, interruption: interruption)
    highlighter.add(text)
    let found = highlighter.finish()
    try interruption.check()
    return found.flatMap { FragmentPicker.spans(of: $0.marks) }
  }
}
