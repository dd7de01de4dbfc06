import ArticleAPI
import Catalog
import EventLoops
import FullText
import GRPC
import Tracing

/// One request for a search, carried out on one view.
struct SearchCall: Sendable {
  let request: SearchRequest
  let view: CatalogView
  let archive: Archive
  let context: ServerContext
  private let languages: [Language]
  private let budget: QueryBudget?

  init(_ request: SearchRequest, of view: CatalogView, _ archive: Archive, _ context: ServerContext) {
    self.request = request
    self.view = view
    self.archive = archive
    self.context = context
    languages = archive.languages.languages(of: view)
    budget = archive.monitor.budget
  }

  /// What is searched for, of what the caller may see, from where the page before ended.
  ///
  /// - Throws: INVALID_ARGUMENT naming the field that cannot be understood.
  func plan(after position: PagePosition?) async throws(RPCError) -> SearchPlan {
    var plan = try await archive.planning(request.query, view, for: context) { goOn throws(RPCError) in
      try request.plan(view, languages: languages, now: position?.now ?? archive.now, while: goOn)
    }
    plan.condition = context.scope.restricting(plan.condition)
    plan.after = position?.cursor
    plan.interrupt(by: context.goOn, budget)
    return plan
  }

  /// Runs the searches that the request takes, and reports them to traces and the log of slow ones.
  ///
  /// - Throws: what the search is refused or given up for.
  func answer(_ plan: SearchPlan) async throws(RPCError) -> SearchAnswer {
    let began = (instant: MonotonicInstant.now, span: context.traced == nil ? 0 : TracedCall.now)
    let answer = try await budget.within { () async throws(RPCError) in try await self.found(plan) }
    report(plan, answer.result, since: began)
    return answer
  }

  private func found(_ plan: SearchPlan) async throws(RPCError) -> SearchAnswer {
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
      result: result, duplicates: duplicates, storyTotal: try await storyTotal(plan, result),
      highlights: try await highlights(plan, result))
  }

  private func report(
    _ plan: SearchPlan, _ result: SearchResult, since began: (instant: MonotonicInstant, span: UInt64)
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

  /// The text of the query with its misspelt words mended; nil when there are none, or when that finds no more under the same
  /// conditions.
  ///
  /// - Parameter count: how many articles the query finds; nil to count them.
  /// - Throws: what the search is given up for.
  func corrected(_ plan: SearchPlan, moreThan count: Int?) async throws(RPCError) -> String? {
    let text = try await archive.run(plan, for: context) { plan throws(RPCError) in
      try view.corrected(request.query, plan)
    }
    guard let text else { return nil }
    var trial = plan
    let goOn = context.goOn
    trial.query = try await archive.runBeside(context) { () throws(RPCError) in
      try view.expand(try QueryText.parse(text, request.matchMode), languages, while: goOn)
    }
    let found = if let count { count } else { try await total(plan) }
    return try await total(trial, isAny: found == 0) > found ? text : nil
  }

  /// How many articles a plan finds; of many one, where it is asked only whether there is any.
  private func total(_ plan: SearchPlan, isAny: Bool = false) async throws(RPCError) -> Int {
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
  private func highlights(_ plan: SearchPlan, _ result: SearchResult) async throws(RPCError) -> [[Highlight]]
  {
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
  private func storyTotal(_ plan: SearchPlan, _ result: SearchResult) async throws(RPCError) -> Int? {
    if request.skipTotals { return nil }
    if request.collapse != .duplicates { return result.groupTotal }
    return try await archive.run(plan, for: context) { plan throws(RPCError) in try view.storyCount(plan) }
  }
}
