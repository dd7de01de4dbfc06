import FullText

extension Catalog {
  /// Some of the changes behind a position, as ``ChangeHistory/page(after:count:)`` gives them, with the articles of those
  /// that moved along with a category.
  ///
  /// - Throws: as ``ChangeHistory/page(after:count:)``.
  /// - Complexity: O(log changes + `count`), and O(changes kept) for each article that moved and was changed since.
  public func page(after position: ChangePosition, count: Int) throws(CatalogError) -> ChangeHistory.Page {
    let page = try changes.page(after: position, count: count)
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
        return ChangeHistory.Page(
          changes: found, end: found.last?.position ?? position, isLast: true,
          isNearlyDropped: page.isNearlyDropped)
      }
    }
    return ChangeHistory.Page(
      changes: found, end: page.end, isLast: page.isLast, isNearlyDropped: page.isNearlyDropped)
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
