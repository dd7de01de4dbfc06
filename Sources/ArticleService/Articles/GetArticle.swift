import ArticleAPI
import Catalog
import FullText
import GRPC

extension ArticleHandlers {
  /// Answers with the article's stored bytes as they are; only a read mask makes it decode them.
  public func getArticle(_ request: GetArticleRequest, context: ServerContext) async throws -> Article {
    try checkName(request.name, .article, field: "name")
    let mask = try ReadMask(request.readMask)
    let view = try await archive.view(request.consistency.choice, context)
    return try mask.apply(to: view.index.payload(try document(request, in: view, context)))
  }

  /// A whole article of the newest revision is answered on the spot, from where it lies in memory.
  public func registerImmediate(on router: inout Router) {
    router.immediate(ArticleServiceMethods.getArticle) { request, response, context in
      guard request.readMask == nil, request.consistency.choice == .newest else { return }
      try checkName(request.name, .article, field: "name")
      try archive.readNewest(context) { view throws(RPCError) in
        let document = try document(request, in: view, context)
        try view.index.withPayload(document) { bytes throws(RPCError) in try response.send(encoded: bytes) }
      }
    }
  }

  private func document(
    _ request: GetArticleRequest, in view: CatalogView, _ context: ServerContext
  ) throws(RPCError) -> IndexView.Document {
    guard let document = view.document(named: request.name), context.scope.contains(document, in: view) else {
      throw RPCError.notFound(request.name)
    }
    return document
  }
}
