import ArticleAPI
import Catalog
import GRPC

extension ArticleHandlers {
  /// Answers with the article's stored bytes as they are; only a read mask makes it decode them.
  public func getArticle(_ request: GetArticleRequest, context: ServerContext) async throws -> Article {
    try checkName(request.name, .article, field: "name")
    let mask = try ReadMask(request.readMask)
    let view = try await archive.view(request.consistency.choice, context)
    guard let document = view.document(named: request.name), context.scope.contains(document, in: view) else {
      throw RPCError.notFound(request.name)
    }
    return try mask.apply(to: view.index.payload(document))
  }
}
