import ArticleAPI
import GRPC
import Protobuf

/// Operations on articles. Names may be given in full (`articles/x`) or by their id (`x`).
public struct Articles: Sendable {
  /// The generated client, for everything that the short forms here leave out.
  public let service: ArticleServiceClient

  /// Returns one article.
  ///
  /// - Throws: `RPCError`; NOT_FOUND when it does not exist.
  public func get(_ name: String, fields: FieldMask? = nil) async throws(RPCError) -> Article {
    var request = GetArticleRequest()
    request.name = resourceName(name, in: "articles")
    request.readMask = fields
    return try await service.getArticle(request)
  }

  /// Returns many articles as of one revision, and the names that do not exist; asks several times for more than 1,000, and where one
  /// answer has no room.
  ///
  /// - Throws: `RPCError`.
  public func get(_ names: [String]) async throws(RPCError) -> BatchGetArticlesResponse {
    let names = names.map { resourceName($0, in: "articles") }
    var request = BatchGetArticlesRequest()
    request.names = Array(names.prefix(Self.maxNames))
    var response = try await service.batchGetArticles(request)
    var rest = response.remaining + names.dropFirst(Self.maxNames)
    while !rest.isEmpty {
      request.names = Array(rest.prefix(Self.maxNames))
      request.consistency = .readRevision(response.readRevision)
      let next = try await service.batchGetArticles(request)
      guard next.remaining.count < request.names.count else {
        throw RPCError(
          .internal, "the server's remaining names are those that were sent, so it would go on for ever")
      }
      response.articles += next.articles
      response.missing += next.missing
      rest = next.remaining + rest.dropFirst(Self.maxNames)
    }
    response.remaining = []
    return response
  }

  /// The most names that the server takes in one request.
  private static let maxNames = 1000

  /// Every article that matches a filter, newest first, fetched page by page as of one revision.
  public func list(
    filter: String = "", orderBy: String = "", pageSize: Int32 = 100, fields: FieldMask? = nil
  ) -> PagedSequence<Article> {
    let service = service
    return PagedSequence { token throws(RPCError) in
      var request = ListArticlesRequest()
      request.filter = filter
      request.orderBy = orderBy
      request.pageSize = pageSize
      request.pageToken = token
      request.readMask = fields
      let response = try await service.listArticles(request)
      return (response.articles, response.nextPageToken)
    }
  }

  /// Creates an article; the server chooses an id when `id` and the article's name are empty.
  ///
  /// - Throws: `RPCError`; ALREADY_EXISTS when the name is taken.
  public func create(
    _ article: Article, id: String = "", createMissingCategories: Bool = false
  ) async throws(RPCError) -> Article {
    var request = CreateArticleRequest()
    request.article = article
    request.articleId = id
    request.createMissingCategories = createMissingCategories
    return try await service.createArticle(request)
  }

  /// Changes the fields that the mask names, or every field that is set when there is no mask.
  ///
  /// - Throws: `RPCError`; ABORTED (ETAG_MISMATCH) when `article.etag` is set and someone else was faster.
  public func update(
    _ article: Article, fields: FieldMask? = nil, allowMissing: Bool = false
  ) async throws(RPCError) -> Article {
    var request = UpdateArticleRequest()
    request.article = article
    request.updateMask = fields
    request.allowMissing = allowMissing
    return try await service.updateArticle(request)
  }

  /// Deletes an article and returns the revision at which it went.
  ///
  /// - Throws: `RPCError`; NOT_FOUND when it does not exist and `allowMissing` is false.
  @discardableResult
  public func delete(
    _ name: String, etag: String = "", allowMissing: Bool = false
  ) async throws(RPCError) -> Int64 {
    var request = DeleteArticleRequest()
    request.name = resourceName(name, in: "articles")
    request.etag = etag
    request.allowMissing = allowMissing
    return try await service.deleteArticle(request).revision
  }

  /// Finds an article by its URL, an alias or its source id.
  ///
  /// - Throws: `RPCError`; NOT_FOUND when nothing is known by that key.
  public func lookup(_ key: LookupArticleRequest.Key) async throws(RPCError) -> Article {
    var request = LookupArticleRequest()
    request.key = key
    return try await service.lookupArticle(request)
  }

  /// Every article that matches a filter, as of one revision, as one stream.
  public func export(filter: String = "") -> ResponseStream<ExportArticlesResponse> {
    var request = ExportArticlesRequest()
    request.filter = filter
    return service.exportArticles(request)
  }
}
