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
    var room = PageRoom()
    var turn = LoopTurn()
    for (index, name) in request.names.enumerated() {
      if let document = view.document(named: name), scope.contains(document, in: view) {
        let stored = view.index.payload(document)
        try await turn.took(stored.count, context)
        let article = try mask.apply(to: stored)
        guard room.takes(article.serializedSize) else {
          response.remaining = Array(request.names[index...])
          break
        }
        response.articles.append(article)
      } else {
        response.missing.append(name)
      }
    }
    response.readRevision = Int64(view.revision)
    return response
  }
}
