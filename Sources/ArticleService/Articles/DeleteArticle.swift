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
    // Whoever sees a part is not told whether there is such an article outside; a repeated request is answered as before.
    delete.allowMissing = request.allowMissing && context.scope == nil
    let identity = try RequestIdentity(request)
    var response = DeleteArticleResponse()
    do throws(RPCError) {
      response.revision = Int64(
        try await archive.write(.deleteArticle(delete), as: identity, context).revision)
    } catch {
      throw context.scope != nil && error.code == .notFound ? RPCError.failure(.outOfScope) : error
    }
    return response
  }
}
