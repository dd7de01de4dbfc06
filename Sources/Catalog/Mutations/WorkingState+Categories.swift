import ArticleAPI
import Protobuf

/// Decisions about categories. None of them changes the state.
extension WorkingState {
  func decide(_ put: PutCategory, _ stamp: Stamp) throws(CatalogError) -> Decision {
    let category = put.category ?? Category()
    let id = try ResourceName.category.id(category.name, field: "category.name")
    let old = tree.category(id)
    switch (put.existence, old) {
    case (.required, nil): throw .notFound(category.name)
    case (.forbidden, .some): throw .alreadyExists(category.name)
    case (.kept, let old?): return Decision(answer: .category(old), action: .unchanged)
    default: break
    }
    try check(put.expectedEtag, of: category.name, against: old?.etag)
    return try store(category, id, replacing: old, stamp)
  }

  func decide(_ update: UpdateCategory, _ stamp: Stamp) throws(CatalogError) -> Decision {
    let values = update.category ?? Category()
    let id = try ResourceName.category.id(values.name, field: "category.name")
    guard let old = tree.category(id) else {
      guard update.allowMissing, update.expectedEtag.isEmpty else { throw .notFound(values.name) }
      return try store(values, id, replacing: nil, stamp)
    }
    try check(update.expectedEtag, of: values.name, against: old.etag)
    return try store(values.merged(into: old, update.mask), id, replacing: old, stamp)
  }

  func decide(_ delete: DeleteCategory, _ stamp: Stamp) throws(CatalogError) -> Decision {
    let id = try ResourceName.category.id(delete.name, field: "name")
    guard let old = tree.category(id) else {
      guard delete.allowMissing else { throw .notFound(delete.name) }
      return Decision(answer: .deleted, action: .unchanged)
    }
    try check(delete.expectedEtag, of: delete.name, against: old.etag)
    if let child = tree.children(of: id).first {
      throw CatalogError(
        .categoryInUse,
        "\(delete.name) has categories below it, \(ResourceName.category.name(child)) for one",
        subject: delete.name)
    }
    guard old.articleCount == 0 || delete.force else {
      throw CatalogError(
        .categoryInUse,
        "\(old.articleCount) articles are filed under \(delete.name); force takes it off them",
        subject: delete.name)
    }
    let (articles, isAll) = try articles(takenOutBy: delete, of: id)
    var decision = Decision(answer: .deleted, action: .deleted)
    if !isAll { decision = Decision(answer: .category(old), action: .updated, categoryID: id, isPart: true) }
    decision.changes = articles.map { article in
      var new = article
      new.categories.removeAll { $0 == delete.name }
      new.sign(stamp)
      return Decision.ArticleChange(id: article.id, old: article, new: new)
    }
    guard isAll else { return decision }
    var tree = tree
    tree.remove(id)
    decision.tree = tree
    decision.movedCategory = id
    return decision
  }

  /// The articles that a deletion takes the category off, by id, and whether it is then off all of them.
  private func articles(
    takenOutBy delete: DeleteCategory, of id: String
  ) throws(CatalogError) -> (articles: [Article], isAll: Bool) {
    guard delete.articleIds.isEmpty else {
      var found: [Article] = []
      for next in delete.articleIds {
        if let article = try article(next), article.categoryIDs.contains(id) { found.append(article) }
      }
      return (found, false)
    }
    guard delete.mostArticles > 0 else { return (try articles(inCategory: id), true) }
    var (found, bytes) = ([Article](), 0)
    let ids = firstArticles(Int(delete.mostArticles) + 1, inCategory: id)
    for next in ids.prefix(Int(delete.mostArticles)) {
      bytes += byteCount(ofArticle: next)
      if !found.isEmpty, bytes > delete.mostBytes { break }
      if let article = try article(next) { found.append(article) }
    }
    return (found, found.count == ids.count)
  }

  private func store(
    _ proposal: Category, _ id: String, replacing old: Category?, _ stamp: Stamp
  ) throws(CatalogError) -> Decision {
    var category = proposal
    category.createTime = old?.createTime ?? stamp.time
    category.articleCount = old?.articleCount ?? 0
    category.totalArticleCount = old?.totalArticleCount ?? 0
    try checkParent(of: category, id)
    if let old {
      category.etag = old.etag
      category.revision = old.revision
      if stamp.isSame(category, as: old) { return Decision(answer: .category(old), action: .unchanged) }
    }
    category.sign(stamp)
    var decision = Decision(
      answer: .category(category), action: old == nil ? .created : .updated, categoryID: id)
    if let old, old.parent != category.parent { decision.movedCategory = id }
    var tree = tree
    tree.put(category, id: id)
    decision.tree = tree
    return decision
  }

  private func checkParent(of category: Category, _ id: String) throws(CatalogError) {
    guard !category.parent.isEmpty else { return }
    let parent = try ResourceName.category.id(category.parent, field: "category.parent")
    guard parent != id, !tree.ancestors(of: parent).contains(id) else {
      throw CatalogError(
        .categoryCycle, "\(category.name) cannot stand below \(category.parent), which is itself or below it",
        subject: category.name)
    }
    guard tree.contains(parent) else {
      throw CatalogError(.notFound, "the parent \(category.parent) does not exist", subject: category.parent)
    }
  }
}
