import ArticleAPI
import Catalog
import FullText
import GRPC
import Protobuf

extension SearchHandlers {
  /// Follows what the article names, what names it, its translations, and articles that share its words; beside the loops,
  /// for it analyses texts.
  public func getRelatedArticles(
    _ request: GetRelatedArticlesRequest, context: ServerContext
  ) async throws -> GetRelatedArticlesResponse {
    try checkName(request.name, .article, field: "name")
    let size = try PageSize(request.pageSize, preset: 10, most: 100).value
    let mask = try ReadMask(request.readMask)
    let types = try types(request.types)
    let view = try await archive.view(request.consistency.choice, context)
    let preferences = try LanguagePreferences.tags(request.languagePreferences, in: view)
    guard let document = view.document(named: request.name), context.scope.contains(document, in: view) else {
      throw RPCError.notFound(request.name)
    }
    let languages = archive.languages.languages(of: view)
    let (scope, goOn) = (context.scope, context.goOn)
    var response = GetRelatedArticlesResponse()
    response.readRevision = Int64(view.revision)
    let ranked = try await archive.runBeside(context) { () throws(RPCError) in
      try Relations(
        of: view.article(document), in: view, languages: languages, preferences: preferences,
        scope: scope, goOn: goOn
      ).ranked(types, limit: size)
    }
    var room = PageRoom()
    var turn = LoopTurn()
    for related in ranked {
      var hit = RelatedHit()
      let stored = view.index.payload(related.document)
      try await turn.took(stored.count, context)
      hit.article = try mask.apply(to: stored)
      hit.evidence = related.evidence
      hit.score = related.score
      guard room.takes(hit.serializedSize) else { break }
      response.related.append(hit)
    }
    return response
  }

  private func types(_ wanted: [RelationType]) throws(RPCError) -> Set<RelationType> {
    try checkCount(wanted.count, 100, field: "types")
    for (index, type) in wanted.enumerated() {
      switch type {
      case .alsoRead, .inlineLink, .backlink, .translation, .nearDuplicate, .similarText, .followUp: continue
      default:
        throw .invalid(
          "types[\(index)]",
          "expected ALSO_READ, INLINE_LINK, BACKLINK, TRANSLATION, NEAR_DUPLICATE, SIMILAR_TEXT or FOLLOW_UP, "
            + "found \(type.rawValue)")
      }
    }
    return Set(wanted)
  }
}
