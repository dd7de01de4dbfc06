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
    map { $0.part.contains(view.index.article(document), view.categories) } ?? true
  }

  /// What a change shows of an article before or after it; nil when that is out of the scope.
  func visible(_ state: RecordedChange.State?) -> RecordedChange.State? {
    guard let self, let state else { return state }
    return self.part.contains(language: state.language, categoriesAndAbove: state.categories)
      ? state : nil
  }

  /// Checks what somebody writes: what is there, if anything, and what it becomes. The mutation that writes it is checked
  /// again when its turn comes.
  ///
  /// - Throws: PERMISSION_DENIED (ROLE_DENIED); the same whether or not there is an article.
  func checkWrite(of name: String, becoming article: Article?, in view: CatalogView) throws(RPCError) {
    guard let scope = self else { return }
    if let document = view.document(named: name), !contains(document, in: view) {
      throw .failure(.outOfScope)
    }
    if let article, !scope.part.contains(article, view.categories) { throw .failure(.outOfScope) }
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

  /// The same as the catalog knows it, of single articles.
  var part: ArchivePart { ArchivePart(categories: categories, languages: languages) }
}
