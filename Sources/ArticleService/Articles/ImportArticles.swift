import Access
import ArticleAPI
import Catalog
import GRPC

extension ArticleHandlers {
  /// Stores articles as they come and answers each when it is durable and searchable.
  ///
  /// One request at a time is under way; the catalog makes one batch of what several imports submit at once. The next
  /// request is read only when the results of the one before have been taken, so memory stays bounded. A large one is
  /// looked through beside the loop.
  public func importArticles(
    _ requests: RequestStream<ImportArticlesRequest>, responses: ResponseWriter<ImportArticlesResponse>,
    context: ServerContext
  ) async throws {
    var options: ImportOptions?
    var written = 0
    for try await request in requests {
      if options == nil { options = try checked(request.options ?? ImportOptions()) }
      guard request.items.count <= Self.maxBatch else {
        throw RPCError.invalid(
          "items", "expected at most \(Self.maxBatch) items a request, found \(request.items.count)")
      }
      if request.items.isEmpty { continue }
      try context.confirmAccess()
      let chosen = options ?? ImportOptions()
      let response = try await withTaskExecutorPreference(context.executorOfLargeRequest) {
        // It may have waited long for its turn.
        guard !context.isCancelled else { throw RPCError(.cancelled, "the call is over") }
        return try await results(request.items, chosen, context.scope)
      }
      if options?.validateOnly != true {
        written += response.results.count { $0.isWritten }
        let revision = UInt64(clamping: response.revision)
        context.leaveNote(WriteNote(resource: "articles/-", revision: revision, count: written))
      }
      try await responses.send(response)
    }
  }

  private func checked(_ options: ImportOptions) throws(RPCError) -> ImportOptions {
    switch options.mode {
    case .unspecified, .upsert, .createOnly, .skipExisting: return options
    default:
      throw .invalid(
        "options.mode", "expected UPSERT, CREATE_ONLY or SKIP_EXISTING, found \(options.mode.rawValue)")
    }
  }

  private func results(
    _ items: [ImportItem], _ options: ImportOptions, _ scope: AccessScope?
  ) async throws(RPCError) -> ImportArticlesResponse {
    let view = archive.catalog.view
    var batch = ImportBatch()
    for item in items {
      do {
        let (mutation, name) = try mutation(item, options, scope)
        if let article = item.article {
          try scope.checkWrite(
            of: name, becoming: article, createsCategories: options.createMissingCategories, in: view)
        }
        batch.add(item, mutation, named: name)
      } catch {
        batch.refuse(item, error)
      }
    }
    do {
      batch.take(try await outcomes(batch.mutations, validateOnly: options.validateOnly))
    } catch {
      throw .failure(error)
    }
    return batch.response
  }

  private func outcomes(
    _ mutations: [Mutation], validateOnly: Bool
  ) async throws(CatalogError) -> [Result<MutationOutcome, CatalogError>] {
    if mutations.isEmpty { return [] }
    guard validateOnly else { return try await archive.catalog.submit(mutations) }
    var outcomes: [Result<MutationOutcome, CatalogError>] = []
    for mutation in mutations {
      do throws(CatalogError) {
        outcomes.append(.success(try await archive.catalog.check(mutation)))
      } catch {
        outcomes.append(.failure(error))
      }
    }
    return outcomes
  }

  private func mutation(
    _ item: ImportItem, _ options: ImportOptions, _ scope: AccessScope?
  ) throws(RPCError) -> (mutation: Mutation, name: String) {
    guard var article = item.article else { throw .invalid("article", "expected an article, found none") }
    let isNamed = !article.name.isEmpty
    if !isNamed { article.name = archive.newArticleName() }
    try checkName(article.name, .article, field: "article.name")
    try article.validate()
    var put = PutArticle()
    put.expectedEtag = options.mode == .upsert || options.mode == .unspecified ? article.etag : ""
    put.article = article
    put.existence =
      switch options.mode {
      case .createOnly: .forbidden
      case .skipExisting: .kept
      default: .any
      }
    put.createMissingCategories = options.createMissingCategories
    put.matchSourceId = !isNamed
    put.identifiers = archive.catalog.newIdentifiers()
    put.skipSameVersion = true
    return (archive.mutation(.putArticle(put), scope), article.name)
  }
}

extension ImportResult {
  /// Whether something was written for it.
  fileprivate var isWritten: Bool {
    if case .imported(let imported) = outcome { return imported.action != .unchanged }
    return false
  }
}
