import ArticleAPI
import Catalog
import GRPC

extension ArticleHandlers {
  /// Answers with the article's stored bytes as they are; only a read mask makes it decode them.
  public func getArticle(_ request: GetArticleRequest, context: ServerContext) async throws -> Article {
    try checkName(request.name, .article, field: "name")
    let view = try await archive.view(request.consistency.choice, context)
    return try article(request, of: view, context)
  }

  /// What is asked of the newest revision is answered on the spot, for it is in memory.
  public func registerImmediate(on router: inout Router) {
    router.immediate(ArticleServiceMethods.getArticle) { request, context in
      try checkName(request.name, .article, field: "name")
      guard let view = try archive.newestView(request.consistency.choice, context) else { return nil }
      return try article(request, of: view, context)
    }
  }

  private func article(
    _ request: GetArticleRequest, of view: CatalogView, _ context: ServerContext
  ) throws(RPCError) -> Article {
    let mask = try ReadMask(request.readMask)
    guard let document = view.document(named: request.name), context.scope.contains(document, in: view) else {
      throw RPCError.notFound(request.name)
    }
    return try mask.apply(to: view.index.payload(document))
  }
}
