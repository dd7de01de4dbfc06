import ArticleAPI
import Catalog
import FullText
import GRPC

extension SearchHandlers {
  /// Counts without ranking.
  public func count(_ request: CountRequest, context: ServerContext) async throws -> CountResponse {
    let view = try await archive.view(request.consistency.choice, context)
    let languages = archive.languages.languages(of: view)
    let condition = context.scope.restricting(try ArticleFilter.condition(request.filter))
    var plan = try await archive.planning(request.query, view, for: context) { goOn throws(RPCError) in
      SearchPlan(
        try view.expand(
          try QueryText.parse(request.query, request.matchMode), languages, while: goOn),
        condition: condition, languages: languages)
    }
    plan.searchedFields = ArticleSchema.searchedFields
    plan.limit = 0
    plan.wantsTotal = true
    plan.groupCountField = ArticleSchema.story
    let budget = archive.monitor.budget
    plan.interrupt(by: context.goOn, budget)
    let counting = plan
    var response = CountResponse()
    let result = try await budget.within { () async throws(RPCError) in
      try await archive.run(counting, for: context) { plan throws(RPCError) in try view.search(plan) }
    }
    response.totalArticles = Int64(result.total ?? 0)
    response.totalStories = Int64(result.groupTotal ?? 0)
    response.wordsLeftOut = !result.isComplete
    response.readRevision = Int64(view.revision)
    return response
  }
}
