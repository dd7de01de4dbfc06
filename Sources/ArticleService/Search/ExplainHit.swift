import ArticleAPI
import Catalog
import FullText
import GRPC

extension SearchHandlers {
  /// Runs the search for one article and keeps every number on the way to its score.
  public func explainHit(_ request: ExplainHitRequest, context: ServerContext) async throws
    -> ExplainHitResponse
  {
    try checkName(request.name, .article, field: "name")
    let search = request.search ?? SearchRequest()
    _ = try ReadMask(search.readMask)
    let position = try archive.pageTokens.position(search.pageToken, for: search.withoutPaging)
    let view = try await archive.view(search.consistency.choice, after: position, context)
    guard let document = view.document(named: request.name) else { throw RPCError.notFound(request.name) }
    let languages = archive.languages.languages(of: view)
    var plan = try await archive.planning(search.query, view, for: context) { goOn throws(RPCError) in
      try search.plan(view, languages: languages, now: position?.now ?? archive.now, while: goOn)
    }
    if let options = search.highlight { _ = try Highlighting(options, plan, view) }
    plan.goOn = context.goOn
    let explained = try await archive.run(plan, for: context) { plan throws(RPCError) in
      try Searchers.shared.withSearcher { searcher throws(SearchError) in
        try searcher.explain(view.index, plan, document)
      }
    }
    var response = ExplainHitResponse()
    response.matches = explained != nil
    response.explanation = explained.map { ArticleAPI.Explanation($0) }
    response.readRevision = Int64(view.revision)
    return response
  }
}

extension ArticleAPI.Explanation {
  fileprivate init(_ explanation: FullText.Explanation) {
    self.init()
    value = explanation.value
    description =
      switch explanation.rule {
      case .given: explanation.summary
      case .sum: "\(explanation.summary), the sum of"
      case .product: "\(explanation.summary), the product of"
      }
    details = explanation.parts.map { ArticleAPI.Explanation($0) }
  }
}
