import Access
import ArticleAPI
import Catalog
import FullText
import GRPC

extension ArticleHandlers {
  /// Bytes of articles that one part of an export gathers; a larger article comes alone.
  private static let partBytes = 64 * 1024

  /// Sends the articles of one view in parts; the next part is made when the client has taken the one before.
  public func exportArticles(
    _ request: ExportArticlesRequest, responses: ResponseWriter<ExportArticlesResponse>,
    context: ServerContext
  ) async throws {
    let mask = try ReadMask(request.readMask)
    let condition = context.scope.restricting(try ArticleFilter.condition(request.filter))
    try await responses.waitForRoom(for: Self.partBytes)
    let view = try await archive.view(request.consistency.choice, context)
    var plan = SearchPlan(.all, condition: condition)
    plan.goOn = context.goOn
    let documents = try await archive.run(plan, for: context) { plan throws(RPCError) in
      do throws(SearchError) {
        return try view.index.documents(matching: plan.condition, goOn: plan.goOn ?? { true })
      } catch {
        throw .failure(error)
      }
    }
    var part = ExportArticlesResponse()
    part.readRevision = Int64(view.revision)
    part.totalSize = Int64(documents.count)
    var bytes = 0
    var turn = LoopTurn()
    for document in documents {
      let stored = view.index.payload(document)
      try await turn.took(stored.count, context)
      let article = try mask.apply(to: stored)
      let size = article.serializedSize
      if bytes > 0, bytes + size > Self.partBytes {
        try context.confirmAccess()
        try await responses.send(Self.taking(&part))
        try await responses.waitForRoom(for: Self.partBytes)
        bytes = 0
      }
      bytes += size
      part.articles.append(article)
    }
    if part.articles.isEmpty, !documents.isEmpty { return }
    try context.confirmAccess()
    try await responses.send(Self.taking(&part))
  }

  /// A part with its articles, which the next one begins without: who waits for a client that does not read holds nothing for it.
  private static func taking(_ part: inout ExportArticlesResponse) -> ExportArticlesResponse {
    defer { part.articles = [] }
    return part
  }
}
