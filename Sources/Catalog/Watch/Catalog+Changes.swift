import FullText

extension Catalog {
  /// Some of the changes behind a position, as ``ChangeHistory/page(after:count:bytes:stopping:)`` gives them.
  ///
  /// - Throws: as ``ChangeHistory/page(after:count:bytes:stopping:)``.
  /// - Complexity: O(log changes + `count`); for an article that moved with a category, and that an earlier release wrote into the
  ///   snapshot, O(changes kept).
  public func page(
    after position: ChangePosition, count: Int, bytes: Int = .max, stopping: (CategoryMove) -> Bool
  ) throws(CatalogError) -> ChangeHistory.Page {
    var page = try changes.page(after: position, count: count, bytes: bytes, stopping: stopping)
    guard page.changes.contains(where: \.isMove) else { return page }
    // No older than the page: views are published before their changes are told of.
    let index = view.index
    var found: [RecordedChange] = []
    for change in page.changes {
      if !change.isMove {
        found.append(change)
      } else if let article = index.article(change) ?? changes.article(change) {
        found.append(change.holding(article))
      } else {
        // The article is changed in the view, and that is about to be told of.
        page.end = found.last?.position ?? position
        page.isLast = true
        page.move = nil
        break
      }
    }
    page.changes = found
    return page
  }

  /// Some of the articles that moved with a category, behind a position; with the last of them the page ends behind the move.
  ///
  /// - Throws: as ``ChangeHistory/page(after:count:bytes:stopping:)``; `cancelled` at once when the task is, `draining` when the server
  ///   stops.
  /// - Complexity: as of ``MovedArticles``, whose work is done on a thread of its own, and once for all who ask at about the same time.
  public func page(
    of move: CategoryMove, after position: ChangePosition, count: Int
  ) async throws(CatalogError) -> ChangeHistory.Page {
    let find:
      @Sendable (CancellableResult<Result<ChangeHistory.Page, CatalogError>>) -> Result<
        ChangeHistory.Page, CatalogError
      > = { [self] result in
        Result { () throws(CatalogError) in
          try findPage(of: move, after: position, count) { result.isWanted }
        }
      }
    let articles = Int(view.categories.category(move.id)?.totalArticleCount ?? 0)
    if let page = await moveReader.run(move, articles: articles, whileWanted: find) { return try page.get() }
    throw Task.isCancelled
      ? CatalogError(.cancelled, "gave up waiting for what moved with a category")
      : CatalogError(.draining, "the server is stopping")
  }

  private func findPage(
    of move: CategoryMove, after position: ChangePosition, _ count: Int, while isWanted: () -> Bool
  ) throws(CatalogError) -> ChangeHistory.Page {
    try changes.check(position)
    var page = ChangeHistory.Page(
      changes: [], move: nil, end: position, isLast: true,
      isNearlyDropped: changes.isNearlyDropped(position))
    // No older than the page: views are published before their changes are told of.
    let view = view
    let articles = try moveReader.articles(of: move) { () throws(CatalogError) in
      try MovedArticles(move, view, changes, isWanted: isWanted)
    }
    // Else there is more to be told in a moment.
    guard let articles else { return page }
    let (found, isWhole) = try articles.page(after: position, count: count, view, changes)
    page.changes = found
    page.end = found.last?.position ?? position
    if isWhole, page.end.revision < move.revision || Int(page.end.changes) >= articles.count {
      page.end = move.position
    }
    page.isLast = !isWhole
    return page
  }
}

extension IndexView {
  /// The article that moved, encoded; nil when it was changed since.
  fileprivate func article(_ move: RecordedChange) -> [UInt8]? {
    guard let document = find(key: Array(move.id.utf8)),
      let revision = integer(of: document, in: ArticleSchema.revision),
      revision <= Int64(clamping: move.position.revision)
    else { return nil }
    return payload(document)
  }
}

extension RecordedChange {
  /// The same move with the article.
  fileprivate func holding(_ article: [UInt8]) -> RecordedChange {
    RecordedChange(
      position: position, id: id, before: before?.holding(article), after: after?.holding(article))
  }
}

extension RecordedChange.State {
  fileprivate func holding(_ article: [UInt8]) -> Self {
    Self(payload: article, language: language, categories: categories)
  }
}
