// Generated from matiane/v1/search.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `matiane.v1.SearchService`.
public enum SearchServiceMethods {
  /// `Search`.
  public static let search = MethodDescriptor<SearchRequest, SearchResponse>(
    service: "matiane.v1.SearchService", name: "Search", kind: .unary, idempotency: .noSideEffects)

  /// `Count`.
  public static let count = MethodDescriptor<CountRequest, CountResponse>(
    service: "matiane.v1.SearchService", name: "Count", kind: .unary, idempotency: .noSideEffects)

  /// `Suggest`.
  public static let suggest = MethodDescriptor<SuggestRequest, SuggestResponse>(
    service: "matiane.v1.SearchService", name: "Suggest", kind: .unary, idempotency: .noSideEffects)

  /// `GetRelatedArticles`.
  public static let getRelatedArticles = MethodDescriptor<
    GetRelatedArticlesRequest, GetRelatedArticlesResponse
  >(
    service: "matiane.v1.SearchService", name: "GetRelatedArticles", kind: .unary, idempotency: .noSideEffects
  )

  /// `ExplainHit`.
  public static let explainHit = MethodDescriptor<ExplainHitRequest, ExplainHitResponse>(
    service: "matiane.v1.SearchService", name: "ExplainHit", kind: .unary, idempotency: .noSideEffects)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "matiane.v1.SearchService", file: .matianeV1Search,
    methods: [search.erased, count.erased, suggest.erased, getRelatedArticles.erased, explainHit.erased])
}

/// Finds articles by their text.
public protocol SearchServiceServer: Service {
  /// Returns the best matches for a query.
  ///
  /// Errors: INVALID_ARGUMENT (QUERY_SYNTAX, FILTER_SYNTAX, FIELD_INVALID, PAGE_TOKEN_MISMATCH), with the
  /// byte position where there is one.
  func search(_ request: SearchRequest, context: ServerContext) async throws -> SearchResponse

  /// Counts the matches of a query exactly, without ranking them.
  func count(_ request: CountRequest, context: ServerContext) async throws -> CountResponse

  /// Completes what a reader has typed so far.
  func suggest(_ request: SuggestRequest, context: ServerContext) async throws -> SuggestResponse

  /// Returns articles related to one, each with the reason and its evidence.
  func getRelatedArticles(_ request: GetRelatedArticlesRequest, context: ServerContext) async throws
    -> GetRelatedArticlesResponse

  /// Explains, term by term, how an article came to its score for a query.
  func explainHit(_ request: ExplainHitRequest, context: ServerContext) async throws -> ExplainHitResponse
}

extension SearchServiceServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { SearchServiceMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(SearchServiceMethods.search) {
      try await self.search($0, context: $1)
    }
    router.unary(SearchServiceMethods.count) {
      try await self.count($0, context: $1)
    }
    router.unary(SearchServiceMethods.suggest) {
      try await self.suggest($0, context: $1)
    }
    router.unary(SearchServiceMethods.getRelatedArticles) {
      try await self.getRelatedArticles($0, context: $1)
    }
    router.unary(SearchServiceMethods.explainHit) {
      try await self.explainHit($0, context: $1)
    }
  }
}

/// A `SearchServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedSearchServiceServer: SearchServiceServer {}

extension UnimplementedSearchServiceServer {
  /// Answers `UNIMPLEMENTED`.
  public func search(_ request: SearchRequest, context: ServerContext) async throws -> SearchResponse {
    throw SearchServiceMethods.search.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func count(_ request: CountRequest, context: ServerContext) async throws -> CountResponse {
    throw SearchServiceMethods.count.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func suggest(_ request: SuggestRequest, context: ServerContext) async throws -> SuggestResponse {
    throw SearchServiceMethods.suggest.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func getRelatedArticles(_ request: GetRelatedArticlesRequest, context: ServerContext) async throws
    -> GetRelatedArticlesResponse
  {
    throw SearchServiceMethods.getRelatedArticles.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func explainHit(_ request: ExplainHitRequest, context: ServerContext) async throws
    -> ExplainHitResponse
  {
    throw SearchServiceMethods.explainHit.unimplemented
  }
}

/// Finds articles by their text.
public struct SearchServiceClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Returns the best matches for a query.
  ///
  /// Errors: INVALID_ARGUMENT (QUERY_SYNTAX, FILTER_SYNTAX, FIELD_INVALID, PAGE_TOKEN_MISMATCH), with the
  /// byte position where there is one.
  public func search(_ request: SearchRequest, options: CallOptions? = nil) async throws(RPCError)
    -> SearchResponse
  {
    try await channel.unary(SearchServiceMethods.search, request, options ?? self.options)
  }

  /// Counts the matches of a query exactly, without ranking them.
  public func count(_ request: CountRequest, options: CallOptions? = nil) async throws(RPCError)
    -> CountResponse
  {
    try await channel.unary(SearchServiceMethods.count, request, options ?? self.options)
  }

  /// Completes what a reader has typed so far.
  public func suggest(_ request: SuggestRequest, options: CallOptions? = nil) async throws(RPCError)
    -> SuggestResponse
  {
    try await channel.unary(SearchServiceMethods.suggest, request, options ?? self.options)
  }

  /// Returns articles related to one, each with the reason and its evidence.
  public func getRelatedArticles(_ request: GetRelatedArticlesRequest, options: CallOptions? = nil)
    async throws(RPCError) -> GetRelatedArticlesResponse
  {
    try await channel.unary(SearchServiceMethods.getRelatedArticles, request, options ?? self.options)
  }

  /// Explains, term by term, how an article came to its score for a query.
  public func explainHit(_ request: ExplainHitRequest, options: CallOptions? = nil) async throws(RPCError)
    -> ExplainHitResponse
  {
    try await channel.unary(SearchServiceMethods.explainHit, request, options ?? self.options)
  }
}
