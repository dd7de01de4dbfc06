import ArticleAPI
import FullText

extension ArchivePart {
  /// Describes a part of the archive.
  public init(categories: [String], languages: [String]) {
    self.init()
    self.categories = categories
    self.languages = languages
  }

  /// Whether an article is in it. A category that does not exist yet counts as well: the write may make it.
  public func contains(_ article: Article, _ tree: CategoryTree) -> Bool {
    let own = categories.isEmpty ? [] : article.categories.compactMap { ResourceName.category.id($0) }
    return contains(
      language: article.language,
      categoriesAndAbove: own + (own.isEmpty ? [] : tree.closure(ofNames: article.categories)))
  }

  /// Whether an article of a view is in it.
  ///
  /// - Complexity: O(its categories and those above them): the article is not read.
  public func contains(_ document: IndexView.Document, in view: CatalogView) -> Bool {
    let own = view.index.values(of: document, in: ArticleSchema.category)
    return contains(
      language: view.index.firstValue(of: document, in: ArticleSchema.language) ?? "",
      categoriesAndAbove: own + view.categories.closure(of: own))
  }

  /// Whether articles of a language, and of these categories and all above them, are in it.
  public func contains(language: String, categoriesAndAbove closure: [String]) -> Bool {
    let fitsLanguage =
      languages.isEmpty || languages.contains { language == $0 || language.hasPrefix($0 + "-") }
    return fitsLanguage && (categories.isEmpty || closure.contains(where: categories.contains))
  }
}

extension WorkingState {
  /// Checks that what a decision changes, and what it answers with, is in a scope.
  ///
  /// Whoever proposes a mutation checks the same, but by a view that may be old when the mutation's turn comes.
  /// - Throws: `outOfScope`.
  func check(_ decision: Decision, within scope: ArchivePart?) throws(CatalogError) {
    guard let scope else { return }
    for change in decision.changes {
      if let old = change.old { try check(old.article, tree, within: scope) }
      if let new = change.new { try check(new.article, decision.tree ?? tree, within: scope) }
    }
    for article in moved(by: decision) {
      for tree in [tree, decision.tree ?? tree]
      where !scope.contains(
        language: article.language, categoriesAndAbove: tree.closure(of: article.categories))
      {
        throw .outOfScope
      }
    }
    if case .article(let article) = decision.answer {
      try check(article, decision.tree ?? tree, within: scope)
    }
  }

  /// Checks that what a repeated request is answered with is in a scope.
  ///
  /// - Throws: `outOfScope`.
  func check(_ known: MutationOutcome, within scope: ArchivePart?) throws(CatalogError) {
    if let scope, let article = known.article { try check(article, tree, within: scope) }
  }

  /// Checks that articles that move with a category take no more than an article may, as earlier releases asked.
  ///
  /// - Throws: `invalidField`.
  func checkMoved(by decision: Decision, _ mostBytes: Int) throws(CatalogError) {
    guard mostBytes > 0 else { return }
    for article in moved(by: decision) { try Decision.check(article.byteCount, mostBytes) }
  }

  /// The articles below the category that is moved.
  private func moved(by decision: Decision) -> [FiledArticle] {
    guard let id = decision.movedCategory, decision.tree?.contains(id) == true else { return [] }
    return filed(under: [id] + tree.descendants(of: id))
  }

  private func check(
    _ article: Article, _ tree: CategoryTree, within scope: ArchivePart
  ) throws(CatalogError) {
    if !scope.contains(article, tree) { throw .outOfScope }
  }
}

extension CatalogError {
  /// The same whether or not there is an article, lest its existence be told.
  public static var outOfScope: CatalogError {
    CatalogError(
      .outOfScope, "the article is, or would be, outside the categories and languages of the caller's key")
  }
}
