extension WorkingState {
  /// Decides what a mutation changes. Depends on nothing but the state and the mutation; `facts` only spare working out what
  /// follows from the mutation.
  ///
  /// - Throws: why it is refused.
  func decide(_ mutation: Mutation, _ stamp: Stamp, _ facts: TextFacts?) throws(CatalogError) -> Decision {
    switch mutation.change {
    case .putArticle(let put): try decide(put, stamp, facts)
    case .updateArticle(let update): try decide(update, stamp, facts)
    case .deleteArticle(let delete): try decide(delete)
    case .putCategory(let put): try decide(put, stamp)
    case .updateCategory(let update): try decide(update, stamp)
    case .deleteCategory(let delete): try decide(delete, stamp)
    case .linkEditions(let link): try decide(link, stamp)
    case .unlinkEdition(let unlink): try decide(unlink, stamp)
    case .putSavedQuery(let put): try decide(put, stamp)
    case .deleteSavedQuery(let delete): try decide(delete, stamp)
    case .putSynonymSet(let put): try decide(put, stamp)
    case .deleteSynonymSet(let delete): try decide(delete, stamp)
    case nil: throw .invalid("change", "the mutation holds no change")
    }
  }

  /// Decides a mutation and carries it out.
  ///
  /// - Returns: what it comes to, and whether anything is different afterwards, what is remembered of requests included.
  mutating func apply(
    _ mutation: Mutation, _ stamp: Stamp, _ facts: TextFacts? = nil
  ) -> (result: Result<MutationOutcome, CatalogError>, changes: Bool) {
    do throws(CatalogError) {
      if let known = try requests.outcome(repeatedBy: mutation) {
        try check(known, within: mutation.scope)
        return (.success(known), false)
      }
      let decision = try decide(mutation, stamp, facts)
      try check(decision, within: mutation.scope)
      try checkMoved(by: decision, Int(mutation.maxArticleBytes))
      try decision.encode(Int(mutation.maxArticleBytes))
      commit(decision, revision: stamp.revision)
      let outcome = outcome(of: decision, stamp)
      if !decision.isPart { requests.insert(mutation, outcome) }
      return (.success(outcome), !decision.isEmpty || !mutation.requestId.isEmpty)
    } catch {
      return (.failure(error), false)
    }
  }

  /// What a committed decision is answered with; the counts of a category are those after it.
  func outcome(of decision: Decision, _ stamp: Stamp) -> MutationOutcome {
    var answer = decision.answer
    if let id = decision.categoryID, let category = tree.category(id) { answer = .category(category) }
    var outcome = MutationOutcome(answer: answer, action: decision.action, revision: stamp.revision)
    if let change = decision.changes.first, decision.changes.count == 1, case .article = answer {
      outcome.encodedArticle = encodedChange(change.id)
    }
    return outcome
  }
}
