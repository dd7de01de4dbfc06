import Access
import ArticleAPI
import Catalog
import EventLoops
import FullText
import GRPC
import Synchronization

extension SavedQueryHandlers {
  /// Looks up which saved queries ask for something that the article has, and holds those against it, beside the loop.
  public func matchArticle(
    _ request: MatchArticleRequest, context: ServerContext
  ) async throws -> MatchArticleResponse {
    let size = try PageSize(request.pageSize, preset: 100, most: 1000).value
    let bound = request.withoutPaging
    let tokens = archive.pageTokens
    // A token is bound to the request, in which there may be a whole article.
    let position = try await archive.runBeside(context) { () throws(RPCError) in
      try tokens.position(request.pageToken, for: bound)
    }
    let view = try await archive.view(request.consistency.choice, after: position, context)
    let scope = context.scope
    let isLong = isLong(request.target, view)
    let (article, document) = try await percolators.longArticles.run(ifNeeded: isLong) {
      () async throws(RPCError) -> (Article, IndexView) in
      try await archive.runBeside(context) { () throws(RPCError) -> (Article, IndexView) in
        let article = try self.article(request, view, scope)
        return (article, percolators.document(article, in: view))
      }
    }
    let set = await percolators.percolator(
      of: view, archive.languages.languages(of: view), article.language,
      on: archive.longWork.map { context.lane(in: $0) })
    let goOn = context.goOn
    let matching = try await archive.runBeside(context) { () throws(RPCError) in
      try set.matching(document, while: goOn)
    }
    let page = NamedPage(matching, size, after: position, view.revision)
    var response = MatchArticleResponse()
    response.savedQueries = page.elements
    response.totalSize = Int64(matching.count)
    response.readRevision = Int64(view.revision)
    if let next = page.next {
      response.nextPageToken = try await archive.runBeside(context) { () throws(RPCError) in
        tokens.token(next, for: bound)
      }
    }
    return response
  }

  /// Whether an index of the article alone may take many times what most do.
  private func isLong(_ target: MatchArticleRequest.Target?, _ view: CatalogView) -> Bool {
    switch target {
    case .article(let article): article.hasMoreText(than: SingleArticleIndex.longBytes)
    case .name(let name):
      view.document(named: name).map { view.index.payload($0).count > SingleArticleIndex.longBytes } ?? false
    case nil: false
    }
  }

  private func article(
    _ request: MatchArticleRequest, _ view: CatalogView, _ scope: AccessScope?
  ) throws(RPCError) -> Article {
    switch request.target {
    case .article(var article):
      try article.validate()
      do throws(CatalogError) { return try article.completed() } catch { throw .failure(error) }
    case .name(let name):
      try checkName(name, .article, field: "name")
      guard let document = view.document(named: name), scope.contains(document, in: view) else {
        throw .notFound(name)
      }
      return try view.article(document)
    case nil: throw .invalid("target", "expected name or article, found neither")
    }
  }
}

extension Article {
  /// Whether its blocks have more bytes; looks at no more of them than tells.
  fileprivate func hasMoreText(than most: Int) -> Bool {
    var bytes = 0
    for block in blocks {
      // A block without text takes a look, too.
      bytes += 16 + block.text.utf8.count
      if bytes > most { return true }
    }
    return false
  }
}

/// Indexes of saved queries, kept while saved queries, synonyms and languages stay the same.
final class Percolators: Sendable {
  /// Saved queries and their index; a query's number is that of its plan.
  struct Indexed: Sendable {
    let queries: [SavedQuery]
    let percolator: Percolator

    /// The queries that find the document of a view.
    ///
    /// - Throws: what a search that is given up throws.
    func matching(_ document: IndexView, while goOn: @escaping @Sendable () -> Bool) throws(RPCError)
      -> [SavedQuery]
    {
      var matching: [SavedQuery] = []
      for candidate in percolator.candidates(for: document) {
        var plan = percolator.plans[candidate]
        plan.goOn = goOn
        let searched = plan
        let count = try Searchers.shared.withSearcher { searcher throws(SearchError) in
          try searcher.count(document, searched)
        }
        if count > 0 { matching.append(queries[candidate]) }
      }
      return matching
    }
  }

  private struct Key: Hashable {
    let revision: UInt64
    let languages: [Language]
  }

  /// Whose turn it is to have the index of a long article made.
  let longArticles = Turns(atOnce: max(1, EventLoopGroup.availableCores / 4))

  private static let capacity = 4
  private let indexed = Mutex<[(key: Key, value: Indexed)]>([])
  private let index = SingleArticleIndex()

  /// An article, stored or not, as an index of its own.
  func document(_ article: Article, in view: CatalogView) -> IndexView {
    index.view(of: article, categories: view.categories.closure(ofNames: article.categories))
  }

  /// The saved queries of a view, their words understood in the archive's languages and in one more.
  ///
  /// Making the index of many takes long, and is done away from the event loop.
  func percolator(
    of view: CatalogView, _ archive: [Language], _ language: String, on longWork: (any TaskExecutor)?
  ) async -> Indexed {
    var languages = archive
    let own = Language(tag: language)
    if !languages.contains(own) { languages.append(own) }
    let key = Key(revision: view.resources.revision, languages: languages)
    if let known = indexed.withLock({ $0.first { $0.key == key }?.value }) { return known }
    let all = languages
    let made = await withTaskExecutorPreference(longWork) { Self.make(view, all) }
    indexed.withLock { indexed in
      indexed.append((key, made))
      if indexed.count > Self.capacity { indexed.removeFirst() }
    }
    return made
  }

  private static func make(_ view: CatalogView, _ languages: [Language]) -> Indexed {
    var queries: [SavedQuery] = []
    var plans: [SearchPlan] = []
    // What was saved could be read; a query that this release reads no more matches nothing.
    for query in view.resources.savedQueries.all {
      guard var plan = try? query.plan(languages: languages) else { continue }
      plan.query = view.expand(plan.query, languages)
      queries.append(query)
      plans.append(plan)
    }
    return Indexed(queries: queries, percolator: Percolator(plans, schema: ArticleSchema.schema))
  }
}

extension SavedQuery {
  /// The search that the query stands for.
  ///
  /// - Throws: INVALID_ARGUMENT (QUERY_SYNTAX, FILTER_SYNTAX) with the byte position.
  func plan(languages: [Language]) throws(RPCError) -> SearchPlan {
    var plan = SearchPlan(
      try QueryText.parse(query, matchMode, field: "saved_query.query"),
      condition: try ArticleFilter.condition(filter, field: "saved_query.filter"), languages: languages)
    plan.searchedFields = ArticleSchema.searchedFields
    return plan
  }
}
