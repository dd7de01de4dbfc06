import Access
import ArticleAPI
import Catalog
import FullText
import GRPC

/// Paths of the methods that keep to the scope of whoever calls; those with a scope may call no others.
public let scopedMethods: Set<String> = Set(
  ["GetArticle", "BatchGetArticles", "ListArticles", "LookupArticle", "ExportArticles"].map {
    "/matiane.v1.ArticleService/\($0)"
  }
    + ["CreateArticle", "DeleteArticle", "UpdateArticle", "ImportArticles"].map {
      "/matiane.v1.ArticleService/\($0)"
    }
    + ["Search", "Count", "Suggest", "GetRelatedArticles"].map { "/matiane.v1.SearchService/\($0)" }
    + ["/matiane.v1.WatchService/Watch", "/matiane.v1.SavedQueryService/MatchArticle"])

extension ServerContext {
  /// The part of the archive that the caller sees; nil for all of it.
  var scope: AccessScope? { callerScope }
}

extension Optional<AccessScope> {
  /// What the scope asks of documents, beside what a filter asks.
  func restricting(_ condition: Condition) -> Condition {
    map { condition.and($0.condition) } ?? condition
  }

  /// Whether a document is in the scope.
  func contains(_ document: IndexView.Document, in view: CatalogView) -> Bool {
    map { $0.part.contains(document, in: view) } ?? true
  }

  /// What a change shows of an article before or after it; nil when that is out of the scope.
  func visible(_ state: RecordedChange.State?) -> RecordedChange.State? {
    guard let self, let state else { return state }
    return self.part.contains(language: state.language, categoriesAndAbove: state.categories)
      ? state : nil
  }

  /// Checks what somebody writes: what is there, if anything, what it becomes, and what it could take from others by that. The
  /// mutation that writes it is checked again when its turn comes.
  ///
  /// - Parameter createsCategories: whether categories that the article names and that do not exist would be created.
  /// - Throws: PERMISSION_DENIED (ROLE_DENIED); the same whether or not there is an article.
  func checkWrite(
    of name: String, becoming article: Article, createsCategories: Bool, in view: CatalogView
  ) throws(RPCError) {
    guard let scope = self else { return }
    let own = view.document(named: name)
    guard own.map({ contains($0, in: view) }) ?? true else { throw .failure(.outOfScope) }
    let old = try own.map { document throws(RPCError) in try view.article(document) }
    let isAllowed =
      scope.part.contains(article, view.categories)
      && holders(of: article, notOf: old, in: view).allSatisfy { contains($0, in: view) }
      && scope.mayJoin(article.story, in: view)
      && (!createsCategories || scope.mayCreate(article.categories, in: view))
    if !isAllowed { throw .failure(.outOfScope) }
  }

  /// Checks what somebody deletes, if it is there.
  ///
  /// - Throws: PERMISSION_DENIED (ROLE_DENIED).
  func checkDeletion(of name: String, in view: CatalogView) throws(RPCError) {
    if let document = view.document(named: name), !contains(document, in: view) {
      throw .failure(.outOfScope)
    }
  }

  /// The articles that are known by what an article says of itself and did not say before: who writes it would be found in their
  /// place. What two articles share already, such as a wire's identifier for all editions, takes nothing from either.
  private func holders(
    of article: Article, notOf old: Article?, in view: CatalogView
  ) -> [IndexView.Document] {
    let known = Set(old.map { [$0.url] + $0.aliases } ?? [])
    let addresses = ([article.url] + article.aliases).filter { !$0.isEmpty && !known.contains($0) }
    let source = article.source?.id ?? ""
    return addresses.compactMap { view.document(url: $0) }
      + (source.isEmpty || source == old?.source?.id
        ? [] : [view.document(sourceID: source)].compactMap { $0 })
  }
}

extension AccessScope {
  fileprivate var condition: Condition {
    let byLanguage = languages.map { tag in
      Condition.or([
        .keyword(ArticleSchema.language, tag), .keywordPrefix(ArticleSchema.language, tag + "-"),
      ])
    }
    let byCategory = categories.map { Condition.keyword(ArticleSchema.category, $0) }
    let languageCondition: Condition = byLanguage.isEmpty ? .all : .or(byLanguage)
    return languageCondition.and(byCategory.isEmpty ? .all : .or(byCategory))
  }

  /// Whether an article may become an edition of a story: none that is there lies in other categories.
  fileprivate func mayJoin(_ story: String, in view: CatalogView) -> Bool {
    if story.isEmpty || categories.isEmpty { return true }
    let part = ArchivePart(categories: categories, languages: [])
    return view.editions(ofStory: story).allSatisfy { part.contains($0, in: view) }
  }

  /// Whether those categories that do not exist yet may be created: only those of the scope itself.
  fileprivate func mayCreate(_ names: [String], in view: CatalogView) -> Bool {
    categories.isEmpty
      || names.compactMap { ResourceName.category.id($0) }.allSatisfy {
        view.categories.contains($0) || categories.contains($0)
      }
  }

  /// The same as the catalog knows it, of single articles.
  var part: ArchivePart { ArchivePart(categories: categories, languages: languages) }
}
