// Generated from matiane/v1/saved_query.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `matiane.v1.SavedQueryService`.
public enum SavedQueryServiceMethods {
  /// `GetSavedQuery`.
  public static let getSavedQuery = MethodDescriptor<GetSavedQueryRequest, SavedQuery>(
    service: "matiane.v1.SavedQueryService", name: "GetSavedQuery", kind: .unary, idempotency: .noSideEffects)

  /// `ListSavedQueries`.
  public static let listSavedQueries = MethodDescriptor<ListSavedQueriesRequest, ListSavedQueriesResponse>(
    service: "matiane.v1.SavedQueryService", name: "ListSavedQueries", kind: .unary,
    idempotency: .noSideEffects)

  /// `CreateSavedQuery`.
  public static let createSavedQuery = MethodDescriptor<CreateSavedQueryRequest, SavedQuery>(
    service: "matiane.v1.SavedQueryService", name: "CreateSavedQuery", kind: .unary)

  /// `UpdateSavedQuery`.
  public static let updateSavedQuery = MethodDescriptor<UpdateSavedQueryRequest, SavedQuery>(
    service: "matiane.v1.SavedQueryService", name: "UpdateSavedQuery", kind: .unary, idempotency: .idempotent)

  /// `DeleteSavedQuery`.
  public static let deleteSavedQuery = MethodDescriptor<DeleteSavedQueryRequest, DeleteSavedQueryResponse>(
    service: "matiane.v1.SavedQueryService", name: "DeleteSavedQuery", kind: .unary, idempotency: .idempotent)

  /// `MatchArticle`.
  public static let matchArticle = MethodDescriptor<MatchArticleRequest, MatchArticleResponse>(
    service: "matiane.v1.SavedQueryService", name: "MatchArticle", kind: .unary, idempotency: .noSideEffects)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "matiane.v1.SavedQueryService", file: .matianeV1SavedQuery,
    methods: [
      getSavedQuery.erased, listSavedQueries.erased, createSavedQuery.erased, updateSavedQuery.erased,
      deleteSavedQuery.erased, matchArticle.erased,
    ])
}

/// Keeps queries, and tells which of them match an article.
public protocol SavedQueryServiceServer: Service {
  /// Returns one saved query.
  func getSavedQuery(_ request: GetSavedQueryRequest, context: ServerContext) async throws -> SavedQuery

  /// Lists saved queries by name, page by page, as of one revision.
  func listSavedQueries(_ request: ListSavedQueriesRequest, context: ServerContext) async throws
    -> ListSavedQueriesResponse

  /// Saves a query. ALREADY_EXISTS when the name is taken; INVALID_ARGUMENT (QUERY_SYNTAX, FILTER_SYNTAX)
  /// with the byte position when it cannot be read.
  func createSavedQuery(_ request: CreateSavedQueryRequest, context: ServerContext) async throws -> SavedQuery

  /// Changes the fields of a saved query that the mask names; with `allow_missing`, saves it when it is not
  /// there.
  ///
  /// Errors: ABORTED (ETAG_MISMATCH) when `saved_query.etag` is set and is not the current one.
  func updateSavedQuery(_ request: UpdateSavedQueryRequest, context: ServerContext) async throws -> SavedQuery

  /// Deletes a saved query.
  func deleteSavedQuery(_ request: DeleteSavedQueryRequest, context: ServerContext) async throws
    -> DeleteSavedQueryResponse

  /// Tells which saved queries match an article, stored or not. Only those are looked at that ask for words
  /// of the article; which words are near `word~` is asked of the article alone.
  func matchArticle(_ request: MatchArticleRequest, context: ServerContext) async throws
    -> MatchArticleResponse
}

extension SavedQueryServiceServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { SavedQueryServiceMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(SavedQueryServiceMethods.getSavedQuery) {
      try await self.getSavedQuery($0, context: $1)
    }
    router.unary(SavedQueryServiceMethods.listSavedQueries) {
      try await self.listSavedQueries($0, context: $1)
    }
    router.unary(SavedQueryServiceMethods.createSavedQuery) {
      try await self.createSavedQuery($0, context: $1)
    }
    router.unary(SavedQueryServiceMethods.updateSavedQuery) {
      try await self.updateSavedQuery($0, context: $1)
    }
    router.unary(SavedQueryServiceMethods.deleteSavedQuery) {
      try await self.deleteSavedQuery($0, context: $1)
    }
    router.unary(SavedQueryServiceMethods.matchArticle) {
      try await self.matchArticle($0, context: $1)
    }
  }
}

/// A `SavedQueryServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedSavedQueryServiceServer: SavedQueryServiceServer {}

extension UnimplementedSavedQueryServiceServer {
  /// Answers `UNIMPLEMENTED`.
  public func getSavedQuery(_ request: GetSavedQueryRequest, context: ServerContext) async throws
    -> SavedQuery
  {
    throw SavedQueryServiceMethods.getSavedQuery.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func listSavedQueries(_ request: ListSavedQueriesRequest, context: ServerContext) async throws
    -> ListSavedQueriesResponse
  {
    throw SavedQueryServiceMethods.listSavedQueries.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func createSavedQuery(_ request: CreateSavedQueryRequest, context: ServerContext) async throws
    -> SavedQuery
  {
    throw SavedQueryServiceMethods.createSavedQuery.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func updateSavedQuery(_ request: UpdateSavedQueryRequest, context: ServerContext) async throws
    -> SavedQuery
  {
    throw SavedQueryServiceMethods.updateSavedQuery.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func deleteSavedQuery(_ request: DeleteSavedQueryRequest, context: ServerContext) async throws
    -> DeleteSavedQueryResponse
  {
    throw SavedQueryServiceMethods.deleteSavedQuery.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func matchArticle(_ request: MatchArticleRequest, context: ServerContext) async throws
    -> MatchArticleResponse
  {
    throw SavedQueryServiceMethods.matchArticle.unimplemented
  }
}

/// Keeps queries, and tells which of them match an article.
public struct SavedQueryServiceClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Returns one saved query.
  public func getSavedQuery(_ request: GetSavedQueryRequest, options: CallOptions? = nil)
    async throws(RPCError) -> SavedQuery
  {
    try await channel.unary(SavedQueryServiceMethods.getSavedQuery, request, options ?? self.options)
  }

  /// Lists saved queries by name, page by page, as of one revision.
  public func listSavedQueries(_ request: ListSavedQueriesRequest, options: CallOptions? = nil)
    async throws(RPCError) -> ListSavedQueriesResponse
  {
    try await channel.unary(SavedQueryServiceMethods.listSavedQueries, request, options ?? self.options)
  }

  /// Saves a query. ALREADY_EXISTS when the name is taken; INVALID_ARGUMENT (QUERY_SYNTAX, FILTER_SYNTAX)
  /// with the byte position when it cannot be read.
  public func createSavedQuery(_ request: CreateSavedQueryRequest, options: CallOptions? = nil)
    async throws(RPCError) -> SavedQuery
  {
    try await channel.unary(SavedQueryServiceMethods.createSavedQuery, request, options ?? self.options)
  }

  /// Changes the fields of a saved query that the mask names; with `allow_missing`, saves it when it is not
  /// there.
  ///
  /// Errors: ABORTED (ETAG_MISMATCH) when `saved_query.etag` is set and is not the current one.
  public func updateSavedQuery(_ request: UpdateSavedQueryRequest, options: CallOptions? = nil)
    async throws(RPCError) -> SavedQuery
  {
    try await channel.unary(SavedQueryServiceMethods.updateSavedQuery, request, options ?? self.options)
  }

  /// Deletes a saved query.
  public func deleteSavedQuery(_ request: DeleteSavedQueryRequest, options: CallOptions? = nil)
    async throws(RPCError) -> DeleteSavedQueryResponse
  {
    try await channel.unary(SavedQueryServiceMethods.deleteSavedQuery, request, options ?? self.options)
  }

  /// Tells which saved queries match an article, stored or not. Only those are looked at that ask for words
  /// of the article; which words are near `word~` is asked of the article alone.
  public func matchArticle(_ request: MatchArticleRequest, options: CallOptions? = nil) async throws(RPCError)
    -> MatchArticleResponse
  {
    try await channel.unary(SavedQueryServiceMethods.matchArticle, request, options ?? self.options)
  }
}
