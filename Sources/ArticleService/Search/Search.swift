import ArticleAPI
import Catalog
import FullText
import GRPC
import Protobuf

extension SearchHandlers {
  /// Plans, runs, and puts the answer together; pages go on where the one before ended, at its revision.
  public func search(_ request: SearchRequest, context: ServerContext) async throws -> SearchResponse {
    let mask = try ReadMask(request.readMask)
    let bound = request.withoutPaging
    let position = try archive.pageTokens.position(request.pageToken, for: bound)
    let view = try await archive.view(request.consistency.choice, after: position, context)
    let call = SearchCall(request, of: view, archive, context)
    let plan = try await call.plan(after: position)
    let answer = try await call.answer(plan)
    let result = answer.result

    var response = SearchResponse()
    response.facets = zip(request.facets, result.facets).map { Facet($0, $1) }.withinRoom
    response.hits = try await call.hits(answer, mask, beside: response.facets)
    response.totalHits = (plan.collapse == nil ? result.total : result.groupTotal).map { Int64($0) }
    response.totalArticles = result.total.map { Int64($0 + (answer.duplicates?.hidden.count ?? 0)) }
    response.totalStories = answer.storyTotal.map { Int64($0) }
    response.wordsLeftOut = !result.isComplete
    response.readRevision = Int64(view.revision)
    let mayBeMisspelt = result.hits.isEmpty || result.missesWord
    if mayBeMisspelt, position == nil, context.scope == nil, request.typoPolicy != .off {
      // An offer, and none where it would take more than the query may.
      let found = result.hits.isEmpty ? 0 : response.totalArticles.map { Int($0) }
      response.correctedQuery = (try? await call.corrected(plan, moreThan: found)) ?? ""
    }
    if let next = result.next(behind: response.hits.count, in: view.index) {
      response.nextPageToken = archive.pageTokens.token(
        PagePosition(next, revision: view.revision, now: plan.recency?.now), for: bound)
    }
    return response
  }
}

extension CatalogView {
  /// The text of a query with misspelt words mended; nil when there are none.
  func corrected(_ text: String, _ plan: SearchPlan) throws(RPCError) -> String? {
    try Searchers.shared.withSearcher { searcher throws(SearchError) in
      try searcher.correctedQuery(
        index, text, languages: plan.languages, fields: [ArticleSchema.title, ArticleSchema.body],
        others: plan.searchedFields ?? [], goOn: plan.goOn)
    }
  }

  /// The matches of a plan that have nearly the same text.
  func duplicates(_ plan: SearchPlan) throws(RPCError) -> DuplicateGroups {
    try Searchers.shared.withSearcher { searcher throws(SearchError) in
      try searcher.duplicates(
        index, plan, signature: ArticleSchema.signature, time: ArticleSchema.publishTime)
    }
  }

  /// How many stories have an edition that matches.
  func storyCount(_ plan: SearchPlan) throws(RPCError) -> Int {
    var counting = plan
    counting.limit = 0
    counting.after = nil
    counting.facets = []
    counting.wantsTotal = true
    counting.collapse = nil
    counting.groupCountField = ArticleSchema.story
    return try search(counting).groupTotal ?? 0
  }
}
