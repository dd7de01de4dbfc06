import Access
import ArticleAPI
import Catalog
import EventLoops
import FullText
import GRPC
import Protobuf
import Tracing

extension SearchHandlers {
  /// Plans, runs, and puts the answer together; pages go on where the one before ended, at its revision.
  public func search(_ request: SearchRequest, context: ServerContext) async throws -> SearchResponse {
    let mask = try ReadMask(request.readMask)
    let bound = request.withoutPaging
    let position = try archive.pageTokens.position(request.pageToken, for: bound)
    let view = try await archive.view(request.consistency.choice, after: position, context)
    let languages = archive.languages.languages(of: view)
    let budget = archive.monitor.budget
    let plan = try await plan(request, after: position, languages, view, budget, context)
    let began = (instant: MonotonicInstant.now, span: context.traced == nil ? 0 : TracedCall.now)
    let answer = try await budget.within { () async throws(RPCError) in
      try await self.answer(request, plan, view, context)
    }
    let result = answer.result
    report(request, plan, result, view, began, context)

    var response = SearchResponse()
    response.facets = zip(request.facets, result.facets).map { Facet($0, $1) }.withinRoom
    response.hits = try await hits(answer, mask, beside: response.facets, view, context)
    response.totalHits = (plan.collapse == nil ? result.total : result.groupTotal).map { Int64($0) }
    response.totalArticles = result.total.map { Int64($0 + (answer.duplicates?.hidden.count ?? 0)) }
    response.totalStories = answer.storyTotal.map { Int64($0) }
    response.wordsLeftOut = !result.isComplete
    response.readRevision = Int64(view.revision)
    let mayBeMisspelt = result.hits.isEmpty || result.missesWord
    if mayBeMisspelt, position == nil, context.scope == nil, request.typoPolicy != .off {
      // An offer, and none where it would take more than the query may.
      let found = result.hits.isEmpty ? 0 : response.totalArticles.map { Int($0) }
      response.correctedQuery =
        (try? await corrected(request, plan, languages, view, context, moreThan: found)) ?? ""
    }
    if let next = result.next(behind: response.hits.count, in: view.index) {
      response.nextPageToken = archive.pageTokens.token(
        PagePosition(next, revision: view.revision, now: plan.recency?.now), for: bound)
    }
    return response
  }

  /// What is searched for, of what the caller may see, from where the page before ended.
  private func plan(
    _ request: SearchRequest, after position: PagePosition?, _ languages: [Language], _ view: CatalogView,
    _ budget: QueryBudget?, _ context: ServerContext
  ) async throws(RPCError) -> SearchPlan {
    var plan = try await archive.planning(request.query, view, for: context) { goOn throws(RPCError) in
      try request.plan(view, languages: languages, now: position?.now ?? archive.now, while: goOn)
    }
    plan.condition = context.scope.restricting(plan.condition)
    plan.after = position?.cursor
    plan.interrupt(by: context.goOn, budget)
    return plan
  }

  /// Runs the searches that a request takes.
  private func answer(
    _ request: SearchRequest, _ plan: SearchPlan, _ view: CatalogView, _ context: ServerContext
  ) async throws(RPCError) -> SearchAnswer {
    var duplicates: DuplicateGroups?
    if request.collapse == .duplicates {
      duplicates = try await archive.run(plan, for: context) { plan throws(RPCError) in
        try view.duplicates(plan)
      }
    }
    let hidden = duplicates?.hidden ?? []
    let result = try await archive.run(plan, for: context) { plan throws(RPCError) in
      try view.search(plan, hiding: hidden)
    }
    return SearchAnswer(
      result: result, duplicates: duplicates,
      storyTotal: try await storyTotal(request, plan, result, view, context),
      highlights: try await highlights(request, plan, result, view, context))
  }

  /// Reports the search to traces and the log of slow ones.
  private func report(
    _ request: SearchRequest, _ plan: SearchPlan, _ result: SearchResult, _ view: CatalogView,
    _ began: (instant: MonotonicInstant, span: UInt64), _ context: ServerContext
  ) {
    context.traced?.recordChild(
      "query", since: began.span,
      [
        ("matiane.query", .text(request.query)), ("matiane.filter", .text(request.filter)),
        ("matiane.hits", .integer(result.hits.count)),
        ("matiane.revision", .integer(Int(clamping: view.revision))),
      ])
    let duration = began.instant.duration(to: .now)
    archive.monitor.finished(after: duration) {
      SlowSearch(
        duration: duration, query: request.query, filter: request.filter, plan: plan.summary,
        total: result.total, revision: view.revision, segments: view.index.parts.count,
        principal: context.principal?.name ?? "", traceID: context.span?.traceID ?? "")
    }
  }

  /// The text of a query with its misspelt words mended; nil when there are none, or when that finds no more under the same
  /// conditions.
  ///
  /// - Parameter count: how many articles the query finds; nil to count them.
  private func corrected(
    _ request: SearchRequest, _ plan: SearchPlan, _ languages: [Language], _ view: CatalogView,
    _ context: ServerContext, moreThan count: Int?
  ) async throws(RPCError) -> String? {
    let text = try await archive.run(plan, for: context) { plan throws(RPCError) in
      try view.corrected(request.query, plan)
    }
    guard let text else { return nil }
    var trial = plan
    let goOn = context.goOn
    trial.query = try await archive.runBeside(context) { () throws(RPCError) in
      try view.expand(try QueryText.parse(text, request.matchMode), languages, while: goOn)
    }
    let found = if let count { count } else { try await total(plan, view, context) }
    return try await total(trial, view, context, isAny: found == 0) > found ? text : nil
  }

  /// How many articles a plan finds; of many one, where it is asked only whether there is any.
  private func total(
    _ plan: SearchPlan, _ view: CatalogView, _ context: ServerContext, isAny: Bool = false
  ) async throws(RPCError) -> Int {
    var counting = plan
    counting.collapse = nil
    counting.facets = []
    counting.groupCountField = nil
    counting.limit = isAny ? 1 : 0
    counting.wantsTotal = !isAny
    let result = try await archive.run(counting, for: context) { plan throws(RPCError) in
      try view.search(plan)
    }
    return result.total ?? result.hits.count
  }

  /// Where the query matched in each hit; nothing when it was not asked for.
  private func highlights(
    _ request: SearchRequest, _ plan: SearchPlan, _ result: SearchResult, _ view: CatalogView,
    _ context: ServerContext
  ) async throws(RPCError) -> [[Highlight]] {
    guard let options = request.highlight else { return [] }
    let find = { @Sendable (plan: SearchPlan) throws(RPCError) in
      let highlighting = try Highlighting(options, plan, view)
      var highlights: [[Highlight]] = []
      for hit in result.hits { highlights.append(try highlighting.highlights(of: hit.document)) }
      return highlights
    }
    // The budget of a search does not count what reading the articles takes.
    let bytes = result.hits.reduce(0) { $0 + view.index.withPayload($1.document) { $0.count } }
    guard bytes > Self.mostReadOnLoop else { return try await archive.run(plan, for: context, find) }
    return try await archive.runBeside(context) { () throws(RPCError) in try find(plan) }
  }

  /// Bytes of stored articles in which passages are looked for on the loop.
  private static let mostReadOnLoop = 256 * 1024

  /// Stories with a matching edition: counted along, unless some matches were hidden.
  private func storyTotal(
    _ request: SearchRequest, _ plan: SearchPlan, _ result: SearchResult, _ view: CatalogView,
    _ context: ServerContext
  ) async throws(RPCError) -> Int? {
    if request.skipTotals { return nil }
    if request.collapse != .duplicates { return result.groupTotal }
    return try await archive.run(plan, for: context) { plan throws(RPCError) in try view.storyCount(plan) }
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
