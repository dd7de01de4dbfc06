import ArticleAPI
import Catalog
import GRPC

/// The handlers of `matiane.v1.SavedQueryService`.
public struct SavedQueryHandlers: SavedQueryServiceServer {
  let archive: Archive
  let percolators = Percolators()

  /// Serves the saved queries of an archive.
  public init(_ archive: Archive) {
    self.archive = archive
  }

  /// One saved query.
  public func getSavedQuery(
    _ request: GetSavedQueryRequest, context: ServerContext
  ) async throws -> SavedQuery {
    try await archive.resource(request.name, in: \.savedQueries, request.consistency.choice, context)
  }

  /// A page of saved queries.
  public func listSavedQueries(
    _ request: ListSavedQueriesRequest, context: ServerContext
  ) async throws -> ListSavedQueriesResponse {
    try await archive.page(
      of: \.savedQueries, as: \.savedQueries, request, request.consistency.choice, context)
  }

  /// Saves a query.
  public func createSavedQuery(
    _ request: CreateSavedQueryRequest, context: ServerContext
  ) async throws -> SavedQuery {
    var query = request.savedQuery ?? SavedQuery()
    try query.take(id: request.savedQueryId)
    var put = PutSavedQuery()
    put.savedQuery = query
    put.existence = .forbidden
    return try await written(put, RequestIdentity(request), context)
  }

  /// Changes a saved query.
  public func updateSavedQuery(
    _ request: UpdateSavedQueryRequest, context: ServerContext
  ) async throws -> SavedQuery {
    guard let query = request.savedQuery else {
      throw RPCError.invalid("saved_query", "expected a saved query, found none")
    }
    try request.updateMask?.checkUpdate(of: SavedQuery.updatablePaths)
    var put = PutSavedQuery()
    put.savedQuery = query
    put.mask = request.updateMask
    put.existence = request.allowMissing ? .any : .required
    put.expectedEtag = query.etag
    return try await written(put, RequestIdentity(request), context)
  }

  /// Deletes a saved query.
  public func deleteSavedQuery(
    _ request: DeleteSavedQueryRequest, context: ServerContext
  ) async throws -> DeleteSavedQueryResponse {
    try checkName(request.name, .savedQuery, field: "name")
    var delete = DeleteSavedQuery()
    delete.name = request.name
    delete.expectedEtag = request.etag
    delete.allowMissing = request.allowMissing
    let outcome = try await archive.write(
      .deleteSavedQuery(delete), as: try RequestIdentity(request), context)
    var response = DeleteSavedQueryResponse()
    response.revision = Int64(outcome.revision)
    return response
  }

  private func written(
    _ put: PutSavedQuery, _ request: RequestIdentity, _ context: ServerContext
  ) async throws -> SavedQuery {
    let query = put.savedQuery ?? SavedQuery()
    try checkName(query.name, .savedQuery, field: "saved_query.name")
    _ = try query.plan(languages: [])
    guard query.title.utf8.count <= 1000 else {
      throw RPCError.invalid(
        "saved_query.title", "expected at most 1000 bytes, found \(query.title.utf8.count)")
    }
    let outcome = try await archive.write(.putSavedQuery(put), as: request, context)
    guard case .savedQuery(let stored) = outcome.answer else { throw RPCError.unexpectedAnswer }
    return stored
  }
}
