extension Searcher {
  /// The words that complete a text, those of most documents first.
  ///
  /// - Complexity: O(groups of terms that start with the text); most of them are skipped by their bounds.
  public func suggest(_ view: IndexView, _ plan: SuggestPlan) -> [Suggestion] {
    // The words of one field are in order already, and distinct as stems.
    if plan.givesStems, plan.textFields.count == 1 { return words(view, plan, plan.textFields[0]) }
    var suggestions: [Suggestion] = []
    for field in plan.textFields { suggestions += words(view, plan, field) }
    suggestions.sort {
      $0.documentFrequency != $1.documentFrequency
        ? $0.documentFrequency > $1.documentFrequency : $0.text < $1.text
    }
    var texts: Set<String> = []
    return Array(suggestions.filter { texts.insert($0.text).inserted }.prefix(plan.limit))
  }

  private func words(_ view: IndexView, _ plan: SuggestPlan, _ field: TextFieldID) -> [Suggestion] {
    let typed = queryWords.of(plan.prefix, languages: plan.languages)
    guard let last = typed.last else { return [] }
    var top = TopTerms(view: view, field: field, limit: plan.limit, frequencies: liveFrequencies)
    var prefixes = last.exacts
    for prefix in prefixes { top.add(prefix: prefix) }
    let mayBeMistyped = last.exacts.filter(Corrections.isLongEnough)
    if top.found.best.count < plan.limit, plan.allowsTypo, !mayBeMistyped.isEmpty {
      let near = mayBeMistyped.flatMap {
        Corrections.prefixes(near: $0, view: view, field: field, frequencies: liveFrequencies)
      }
      for prefix in near { top.add(prefix: prefix) }
      prefixes += near
      // A whole word whose form does not begin like its term, or the other way round.
      if top.found.best.isEmpty,
        let form = nearestForm(to: last, edits: 1, view, [field], Interruption(nil))
      {
        top.add(prefix: form)
        prefixes.append(form)
      }
    }
    let common = CommonForm(field: field, view: view, beginnings: prefixes, frequencies: liveFrequencies)
    return top.found.best.map { found in
      let term = top.found.text(of: found)
      let isStem = plan.givesStems && prefixes.contains { term.starts(with: $0) }
      let text = isStem ? term : common.of(Array(term))[...]
      return Suggestion(
        text: String(decoding: text, as: UTF8.self), documentFrequency: found.documentFrequency)
    }
  }
}
