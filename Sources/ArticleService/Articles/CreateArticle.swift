import ArticleAPI
import Catalog
import GRPC

extension ArticleHandlers {
  /// Stores a new article under the id given, the name in it, or a new id.
  public func createArticle(_ request: CreateArticleRequest, context: ServerContext) async throws -> Article {
    guard var article = request.article else {
      throw RPCError.invalid("article", "expected an article, found none")
    }
    if !request.articleId.isEmpty {
      article.name = ResourceName.article.name(request.articleId)
      try checkName(article.name, .article, field: "article_id")
    } else if article.name.isEmpty {
      article.name = archive.newArticleName()
    }
    try article.validate()
    try context.scope.checkWrite(
      of: article.name, becoming: article, createsCategories: request.createMissingCategories,
      in: archive.catalog.view)
    var put = PutArticle()
    put.article = article
    put.existence = .forbidden
    put.identifiers = archive.catalog.newIdentifiers()
    put.createMissingCategories = request.createMissingCategories
    return try await archive.article(
      .putArticle(put), as: try RequestIdentity(request), validateOnly: request.validateOnly, context)
  }
}
