import ArticleAPI
import GRPC
import Protobuf

/// Operations on saved queries. Names may be given in full (`savedQueries/x`) or by their id (`x`).
public struct SavedQueries: Sendable {
  /// The generated client, for everything that the short forms here leave out.
  public let service: SavedQueryServiceClient

  /// Returns one saved query.
  ///
  /// - Throws: `RPCError`; NOT_FOUND when it does not exist.
  public func get(_ name: String) async throws(RPCError) -> SavedQuery {
    var request = GetSavedQueryRequest()
    request.name = resourceName(name, in: "savedQueries")
    return try await service.getSavedQuery(request)
  }

  /// All saved queries by name.
  public func list() -> PagedSequence<SavedQuery> {
    let service = service
    return PagedSequence { token throws(RPCError) in
      var request = ListSavedQueriesRequest()
      request.pageToken = token
      let response = try await service.listSavedQueries(request)
      return (response.savedQueries, response.nextPageToken)
    }
  }

  /// Saves a query.
  ///
  /// - Throws: `RPCError`; ALREADY_EXISTS when the name is taken, INVALID_ARGUMENT with the byte that cannot be read.
  public func create(_ query: SavedQuery, id: String = "") async throws(RPCError) -> SavedQuery {
    var request = CreateSavedQueryRequest()
    request.savedQuery = query
    request.savedQueryId = id
    return try await service.createSavedQuery(request)
  }

  /// Changes the fields that the mask names, or every field that is set when there is no mask.
  ///
  /// - Throws: `RPCError`; ABORTED (ETAG_MISMATCH) when `query.etag` is set and is not current.
  public func update(
    _ query: SavedQuery, fields: FieldMask? = nil, allowMissing: Bool = false
  ) async throws(RPCError) -> SavedQuery {
    var request = UpdateSavedQueryRequest()
    request.savedQuery = query
    request.updateMask = fields
    request.allowMissing = allowMissing
    return try await service.updateSavedQuery(request)
  }

  /// Deletes a saved query and returns the revision at which it went.
  ///
  /// - Throws: `RPCError`; NOT_FOUND when it does not exist and `allowMissing` is false.
  @discardableResult
  public func delete(
    _ name: String, etag: String = "", allowMissing: Bool = false
  ) async throws(RPCError) -> Int64 {
    var request = DeleteSavedQueryRequest()
    request.name = resourceName(name, in: "savedQueries")
    request.etag = etag
    request.allowMissing = allowMissing
    return try await service.deleteSavedQuery(request).revision
  }

  /// The saved queries that match an article, by name.
  public func matching(_ target: MatchArticleRequest.Target) -> PagedSequence<SavedQuery> {
    let service = service
    return PagedSequence { token throws(RPCError) in
      var request = MatchArticleRequest()
      request.target = target
      request.pageToken = token
      let response = try await service.matchArticle(request)
      return (response.savedQueries, response.nextPageToken)
    }
  }
}
