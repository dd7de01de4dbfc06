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
    var plan = try await archive.planning(request.query, view) { () throws(RPCError) in
      try request.plan(view, languages: languages, now: position?.now ?? archive.now)
    }
    let scope = context.scope
    plan.condition = scope.restricting(plan.condition)
    plan.after = position?.cursor
    let budget = archive.monitor.budget
    plan.interrupt(by: context.goOn, budget)
    let planned = plan
    let began = (instant: MonotonicInstant.now, span: context.traced == nil ? 0 : TracedCall.now)
    let (result, duplicates, storyTotal, highlights) = try await budget.within { () async throws(RPCError) in
      var duplicates: DuplicateGroups?
      if request.collapse == .duplicates {
        duplicates = try await archive.run(planned) { plan throws(RPCError) in try view.duplicates(plan) }
      }
      let hidden = duplicates?.hidden ?? []
      let result = try await archive.run(planned) { plan throws(RPCError) in
        try view.search(plan, hiding: hidden)
      }
      let storyTotal = try await self.storyTotal(request, planned, result, view)
      return (result, duplicates, storyTotal, try await self.highlights(request, planned, result, view))
    }
    tell(request, planned, result, view, began, context)

    var response = SearchResponse()
    response.facets = zip(request.facets, result.facets).map { Facet($0, $1) }.withinRoom
    var room = PageRoom()
    for facet in response.facets { room.spend(facet.serializedSize) }
    var turn = LoopTurn()
    response.hits.reserveCapacity(result.hits.count)
    for (place, hit) in result.hits.enumerated() {
      var rest = ArticleAPI.SearchHit()
      if place < highlights.count { rest.highlights = highlights[place] }
      if let duplicates {
        rest.duplicates = view.names(duplicates.others[hit.document]?.prefix(Self.mostDuplicates) ?? [])
      }
      let stored = view.index.payload(hit.document)
      try await turn.took(stored.count, context)
      rest.article = try mask.apply(to: stored)
      let found = try self.hit(hit, view, scope, rest)
      guard room.takes(found.sentBytes) else { break }
      response.hits.append(found)
    }
    response.totalHits = (planned.collapse == nil ? result.total : result.groupTotal).map { Int64($0) }
    response.totalArticles = result.total.map { Int64($0 + (duplicates?.hidden.count ?? 0)) }
    response.totalStories = storyTotal.map { Int64($0) }
    response.wordsLeftOut = !result.isComplete
    response.readRevision = Int64(view.revision)
    if result.hits.isEmpty, position == nil, scope == nil, request.typoPolicy != .off {
      // An offer, and none where it would take more than the query may.
      response.correctedQuery = (try? await corrected(request, planned, languages, view)) ?? ""
    }
    if let next = result.next(behind: response.hits.count, in: view.index) {
      response.nextPageToken = archive.pageTokens.token(
        PagePosition(next, revision: view.revision, now: plan.recency?.now), for: bound)
    }
    return response
  }

  /// A hit names no more of the articles that it stands for.
  private static let mostDuplicates = 1000

  /// Tells whoever watches about the search.
  private func tell(
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

  /// The text of a query that found nothing with its misspelt words mended; nil when there are none, or when that finds nothing
  /// under the same conditions.
  private func corrected(
    _ request: SearchRequest, _ plan: SearchPlan, _ languages: [Language], _ view: CatalogView
  ) async throws(RPCError) -> String? {
    let text = try await archive.run(plan) { plan throws(RPCError) in
      try view.corrected(request.query, plan)
    }
    guard let text else { return nil }
    var trial = plan
    trial.query = try await archive.runBeside { () throws(RPCError) in
      view.expand(try QueryText.parse(text, request.matchMode), languages, in: view.index)
    }
    trial.collapse = nil
    trial.limit = 1
    trial.facets = []
    trial.wantsTotal = false
    let found = try await archive.run(trial) { plan throws(RPCError) in try view.search(plan) }
    return found.hits.isEmpty ? nil : text
  }

  /// A hit as it is sent, with what `rest` says of it already.
  private func hit(
    _ hit: FullText.SearchHit, _ view: CatalogView, _ scope: AccessScope?, _ rest: ArticleAPI.SearchHit
  ) throws(RPCError) -> ArticleAPI.SearchHit {
    var result = rest
    result.score = hit.score
    result.matchedLanguage = view.language(of: hit.matched)
    if !hit.group.isEmpty {
      for document in hit.group where document != hit.document && scope.contains(document, in: view) {
        result.editions.append(Edition(try view.article(document)))
      }
      result.editions.sort { $0.language < $1.language }
    }
    return result
  }

  /// Where the query matched in each hit; nothing when it was not asked for.
  private func highlights(
    _ request: SearchRequest, _ plan: SearchPlan, _ result: SearchResult, _ view: CatalogView
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
    guard bytes > Self.mostReadOnLoop else { return try await archive.run(plan, find) }
    return try await archive.runBeside { () throws(RPCError) in try find(plan) }
  }

  /// Bytes of stored articles in which passages are looked for on the loop.
  private static let mostReadOnLoop = 256 * 1024

  /// Stories with a matching edition: counted along, unless some matches were hidden.
  private func storyTotal(
    _ request: SearchRequest, _ plan: SearchPlan, _ result: SearchResult, _ view: CatalogView
  ) async throws(RPCError) -> Int? {
    if request.skipTotals { return nil }
    if request.collapse != .duplicates { return result.groupTotal }
    return try await archive.run(plan) { plan throws(RPCError) in try view.storyCount(plan) }
  }
}

extension ArticleAPI.SearchHit {
  /// About what the hit takes in a response. What a plain one holds beside its article is small.
  fileprivate var sentBytes: Int {
    guard let article, highlights.isEmpty, editions.isEmpty, duplicates.isEmpty else { return serializedSize }
    return article.serializedSize + 64
  }
}

extension CatalogView {
  /// The text of a query with misspelt words mended; nil when there are none.
  func corrected(_ text: String, _ plan: SearchPlan) throws(RPCError) -> String? {
    try Searchers.shared.withSearcher { searcher throws(SearchError) in
      try searcher.correctedQuery(
        index, text, languages: plan.languages, fields: [ArticleSchema.title, ArticleSchema.body],
        goOn: plan.goOn)
    }
  }

  /// The matches of a plan that have nearly the same text.
  func duplicates(_ plan: SearchPlan) throws(RPCError) -> DuplicateGroups {
    try Searchers.shared.withSearcher { searcher throws(SearchError) in
      try searcher.duplicates(
        index, plan, signature: ArticleSchema.signature, time: ArticleSchema.publishTime)
    }
  }

  /// The names of documents, in order.
  func names(_ documents: ArraySlice<IndexView.Document>) -> [String] {
    documents.map { ResourceName.article.name(String(decoding: index.key($0), as: UTF8.self)) }
  }

  /// How many stories have an edition that matches.
  func storyCount(_ plan: SearchPlan) throws(RPCError) -> Int {
    var counting = plan
    counting.limit = 0
    counting.after = nil
    counting.facets = []
    counting.wantsTotal = true
    counting.collapse = nil
    counting.groupField = ArticleSchema.story
    return try search(counting).groupTotal ?? 0
  }

  /// The language of a document; empty when it has none.
  func language(of document: IndexView.Document) -> String {
    index.firstValue(of: document, in: ArticleSchema.language) ?? ""
  }
}

extension Facet {
  fileprivate init(_ request: ArticleAPI.FacetRequest, _ result: FacetResult) {
    self.init()
    switch result {
    case .values(let counts, let others):
      if case .field(let name) = request.by { field = name }
      values = counts.map { FacetValue($0.value, $0.count) }
      otherCount = Int64(others)
    case .buckets(let buckets):
      field = "publish_time"
      values = buckets.map { FacetValue(Timestamp(ticks: $0.from).rfc3339 ?? "", $0.count) }
    }
  }
}

extension FacetValue {
  fileprivate init(_ value: String, _ count: Int) {
    self.init()
    self.value = value
    self.count = Int64(count)
  }
}
