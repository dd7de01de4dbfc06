import ArticleAPI
import GRPC

extension MatianeClient {
  /// Searches all editions and returns the best hits.
  ///
  /// - Parameters:
  ///   - query: words, `"phrases"`, `AND OR NOT`, `field:word`, `prefix*`, `word~`.
  ///   - filter: an AIP-160 filter, for example `category = "politics" AND language = "ka"`.
  ///   - languages: preferred languages, best first; with `byStory` they choose the edition shown.
  ///   - byStory: one hit per story instead of one per article.
  ///   - limit: at most this many hits, up to 1,000.
  /// - Throws: `RPCError`; INVALID_ARGUMENT names the byte at which a query or filter cannot be read.
  public func search(
    _ query: String, filter: String = "", languages: [String] = [], byStory: Bool = false, limit: Int32 = 10
  ) async throws(RPCError) -> SearchResponse {
    var request = SearchRequest()
    request.query = query
    request.filter = filter
    request.languagePreferences = languages
    request.collapse = byStory ? .story : .none
    request.pageSize = limit
    return try await search(request)
  }

  /// Searches with everything that a request can say.
  ///
  /// - Throws: `RPCError`.
  public func search(_ request: SearchRequest) async throws(RPCError) -> SearchResponse {
    try await searches.search(request)
  }

  /// As many hits as a page is to have, in several calls where articles are so large that a page has room for fewer.
  package func searchWhole(_ request: SearchRequest) async throws(RPCError) -> SearchResponse {
    var request = request
    let limit = Int(request.pageSize)
    var response = try await search(request)
    while response.hits.count < limit, !response.nextPageToken.isEmpty {
      try requireNewToken(response.nextPageToken, after: request.pageToken)
      request.pageToken = response.nextPageToken
      request.pageSize = Int32(limit - response.hits.count)
      let next = try await search(request)
      response.hits += next.hits
      response.nextPageToken = next.nextPageToken
    }
    return response
  }

  /// All hits of a search, fetched page by page as they are asked for, as of one revision.
  public func allHits(_ request: SearchRequest) -> PagedSequence<SearchHit> {
    let searches = searches
    return PagedSequence { token throws(RPCError) in
      var page = request
      page.pageToken = token
      let response = try await searches.search(page)
      return (response.hits, response.nextPageToken)
    }
  }

  /// Counts the matches of a query exactly.
  ///
  /// - Throws: `RPCError`.
  public func count(_ query: String, filter: String = "") async throws(RPCError) -> CountResponse {
    var request = CountRequest()
    request.query = query
    request.filter = filter
    return try await searches.count(request)
  }

  /// Completes what has been typed so far.
  ///
  /// - Throws: `RPCError`.
  public func suggest(_ prefix: String, limit: Int32 = 10) async throws(RPCError) -> [Suggestion] {
    var request = SuggestRequest()
    request.prefix = prefix
    request.limit = limit
    return try await suggest(request).suggestions
  }

  /// Completes with everything that a request can say.
  ///
  /// - Throws: `RPCError`.
  public func suggest(_ request: SuggestRequest) async throws(RPCError) -> SuggestResponse {
    try await searches.suggest(request)
  }

  /// Articles related to one, each with its reasons.
  ///
  /// - Throws: `RPCError`.
  public func related(to article: String, limit: Int32 = 10) async throws(RPCError) -> [RelatedHit] {
    var request = GetRelatedArticlesRequest()
    request.name = resourceName(article, in: "articles")
    request.pageSize = limit
    return try await searches.getRelatedArticles(request).related
  }

  /// How an article came to its score for a search.
  ///
  /// - Throws: `RPCError`.
  public func explain(_ article: String, for search: SearchRequest) async throws(RPCError)
    -> ExplainHitResponse
  {
    var request = ExplainHitRequest()
    request.name = resourceName(article, in: "articles")
    request.search = search
    return try await searches.explainHit(request)
  }
}
