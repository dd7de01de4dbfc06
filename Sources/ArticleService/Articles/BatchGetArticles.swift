import ArticleAPI
import Catalog
import GRPC

extension ArticleHandlers {
  /// Most names that one request may ask for.
  static let maxBatch = 1000

  /// Answers from one view, so that the articles fit each other.
  public func batchGetArticles(
    _ request: BatchGetArticlesRequest, context: ServerContext
  ) async throws -> BatchGetArticlesResponse {
    guard (1...Self.maxBatch).contains(request.names.count) else {
      throw RPCError.invalid("names", "expected 1 to \(Self.maxBatch) names, found \(request.names.count)")
    }
    for (index, name) in request.names.enumerated() {
      try checkName(name, .article, field: "names[\(index)]")
    }
    let mask = try ReadMask(request.readMask)
    let view = try await archive.view(request.consistency.choice, context)
    var response = BatchGetArticlesResponse()
    let scope = context.scope
    for name in request.names {
      if let document = view.document(named: name), scope.contains(document, in: view) {
        response.articles.append(try mask.apply(to: view.index.payload(document)))
      } else {
        response.missing.append(name)
      }
    }
    response.readRevision = Int64(view.revision)
    return response
  }
}
