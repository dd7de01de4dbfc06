import ArticleAPI
import Catalog
import FullText
import GRPC

extension SearchHandlers {
  /// Counts without ranking.
  public func count(_ request: CountRequest, context: ServerContext) async throws -> CountResponse {
    let view = try await archive.view(request.consistency.choice, context)
    let languages = archive.languages.languages(of: view)
    var plan = SearchPlan(
      view.expand(try QueryText.parse(request.query, request.matchMode), languages, in: view.index),
      condition: try ArticleFilter.condition(request.filter), languages: languages)
    plan.searchedFields = ArticleSchema.searchedFields
    plan.limit = 0
    plan.wantsTotal = true
    plan.goOn = context.goOn
    var response = CountResponse()
    let counting = plan
    response.totalArticles = Int64(
      try await archive.run(counting) { plan throws(RPCError) in try view.search(plan).total } ?? 0)
    response.totalStories = Int64(
      try await archive.run(counting) { plan throws(RPCError) in try view.storyCount(plan) })
    response.readRevision = Int64(view.revision)
    return response
  }
}
