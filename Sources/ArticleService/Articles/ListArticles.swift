import ArticleAPI
import Catalog
import FullText
import GRPC
import Protobuf

extension ArticleHandlers {
  /// Walks the index in the order asked for, from where the page before ended, at the revision of the first page.
  public func listArticles(
    _ request: ListArticlesRequest, context: ServerContext
  ) async throws -> ListArticlesResponse {
    var plan = SearchPlan(
      .all, condition: context.scope.restricting(try ArticleFilter.condition(request.filter)))
    plan.order = try order(request.orderBy)
    plan.limit = try PageSize(request.pageSize, preset: 50, most: 1000).value
    plan.wantsTotal = true
    plan.knowsLastPage = true
    plan.goOn = context.goOn
    let mask = try ReadMask(request.readMask)
    let bound = request.withoutPaging
    let position = try archive.pageTokens.position(request.pageToken, for: bound)
    plan.after = position?.cursor
    let view = try await archive.view(request.consistency.choice, after: position, context)
    let result = try await archive.run(plan, for: context) { plan throws(RPCError) in try view.search(plan) }
    var response = ListArticlesResponse()
    var room = PageRoom()
    var turn = LoopTurn()
    for hit in result.hits {
      let stored = view.index.payload(hit.document)
      try await turn.took(stored.count, context)
      let article = try mask.apply(to: stored)
      guard room.takes(article.serializedSize) else { break }
      response.articles.append(article)
    }
    response.totalSize = Int64(result.total ?? 0)
    response.readRevision = Int64(view.revision)
    if let next = result.next(behind: response.articles.count, in: view.index) {
      response.nextPageToken = archive.pageTokens.token(
        PagePosition(next, revision: view.revision), for: bound)
    }
    return response
  }

  private func order(_ text: String) throws(RPCError) -> SearchPlan.Order {
    guard text.utf8.count <= 100 else { throw badOrder(text) }
    let words = text.split(separator: " ")
    let isDescending = words.count == 2 && words[1] == "desc"
    guard words.count == 1 || isDescending || words.isEmpty, !text.contains(",") else {
      throw badOrder(text)
    }
    switch words.first {
    case nil: return .descending(ArticleSchema.publishTime)
    case "publish_time": return by(ArticleSchema.publishTime, isDescending)
    case "update_time": return by(ArticleSchema.updateTime, isDescending)
    case "create_time": return by(ArticleSchema.createTime, isDescending)
    case "name": return isDescending ? .keyDescending : .key
    default: throw badOrder(text)
    }
  }

  private func by(_ field: IntegerFieldID, _ isDescending: Bool) -> SearchPlan.Order {
    isDescending ? .descending(field) : .ascending(field)
  }

  private func badOrder(_ text: String) -> RPCError {
    .invalid(
      "order_by",
      "expected publish_time, update_time, create_time or name, each with an optional ' desc', "
        + "found '\(shortened(text))'")
  }
}
