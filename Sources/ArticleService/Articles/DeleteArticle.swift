import ArticleAPI
import Catalog
import GRPC

extension ArticleHandlers {
  /// Deletes the article, if its etag is the one expected.
  public func deleteArticle(
    _ request: DeleteArticleRequest, context: ServerContext
  ) async throws -> DeleteArticleResponse {
    try checkName(request.name, .article, field: "name")
    try context.scope.checkDeletion(of: request.name, in: archive.catalog.view)
    var delete = DeleteArticle()
    delete.name = request.name
    delete.expectedEtag = request.etag
    delete.allowMissing = request.allowMissing
    let outcome = try await archive.write(.deleteArticle(delete), as: try RequestIdentity(request), context)
    var response = DeleteArticleResponse()
    response.revision = Int64(outcome.revision)
    return response
  }
}
