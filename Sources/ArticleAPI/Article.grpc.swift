// Generated from matiane/v1/article.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `matiane.v1.ArticleService`.
public enum ArticleServiceMethods {
  /// `GetArticle`.
  public static let getArticle = MethodDescriptor<GetArticleRequest, Article>(
    service: "matiane.v1.ArticleService", name: "GetArticle", kind: .unary, idempotency: .noSideEffects)

  /// `BatchGetArticles`.
  public static let batchGetArticles = MethodDescriptor<BatchGetArticlesRequest, BatchGetArticlesResponse>(
    service: "matiane.v1.ArticleService", name: "BatchGetArticles", kind: .unary, idempotency: .noSideEffects)

  /// `ListArticles`.
  public static let listArticles = MethodDescriptor<ListArticlesRequest, ListArticlesResponse>(
    service: "matiane.v1.ArticleService", name: "ListArticles", kind: .unary, idempotency: .noSideEffects)

  /// `CreateArticle`.
  public static let createArticle = MethodDescriptor<CreateArticleRequest, Article>(
    service: "matiane.v1.ArticleService", name: "CreateArticle", kind: .unary)

  /// `UpdateArticle`.
  public static let updateArticle = MethodDescriptor<UpdateArticleRequest, Article>(
    service: "matiane.v1.ArticleService", name: "UpdateArticle", kind: .unary, idempotency: .idempotent)

  /// `DeleteArticle`.
  public static let deleteArticle = MethodDescriptor<DeleteArticleRequest, DeleteArticleResponse>(
    service: "matiane.v1.ArticleService", name: "DeleteArticle", kind: .unary, idempotency: .idempotent)

  /// `LookupArticle`.
  public static let lookupArticle = MethodDescriptor<LookupArticleRequest, Article>(
    service: "matiane.v1.ArticleService", name: "LookupArticle", kind: .unary, idempotency: .noSideEffects)

  /// `ImportArticles`.
  public static let importArticles = MethodDescriptor<ImportArticlesRequest, ImportArticlesResponse>(
    service: "matiane.v1.ArticleService", name: "ImportArticles", kind: .bidirectional)

  /// `ExportArticles`.
  public static let exportArticles = MethodDescriptor<ExportArticlesRequest, ExportArticlesResponse>(
    service: "matiane.v1.ArticleService", name: "ExportArticles", kind: .serverStreaming,
    idempotency: .noSideEffects)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "matiane.v1.ArticleService", file: .matianeV1Article,
    methods: [
      getArticle.erased, batchGetArticles.erased, listArticles.erased, createArticle.erased,
      updateArticle.erased, deleteArticle.erased, lookupArticle.erased, importArticles.erased,
      exportArticles.erased,
    ])
}

/// Reads and writes articles, one at a time, in batches, and as streams.
///
/// Every response carries the revision it was answered from, or that it made, in the response header
/// `matiane-revision`; messages that have a revision field repeat it there. A write that finds everything as
/// it would make it, or is refused for the state of the archive (NOT_FOUND, ETAG_MISMATCH, CATEGORY_UNKNOWN),
/// has a revision of its own, too.
///
/// Lists are read page by page, here and in the other services. A page may end before `page_size`: where its
/// elements take 2 MiB, so that clients need not raise their limit of 4 MiB a message; one element that is
/// larger comes alone. `page_token` goes on at the revision of the first page, also after a restart of the
/// server, for as long as that revision is kept. A token is refused with
/// - INVALID_ARGUMENT (PAGE_TOKEN_MISMATCH) when it is not of this request, or of another server;
/// - OUT_OF_RANGE (REVISION_COMPACTED) when the revision is no longer kept;
/// - OUT_OF_RANGE (REVISION_UNKNOWN) when the archive was set back to an older state and has lost the
/// revision.
///
/// Then begin again at the first page.
public protocol ArticleServiceServer: Service {
  /// Returns one article.
  ///
  /// Errors: NOT_FOUND; INVALID_ARGUMENT for a malformed name or mask; OUT_OF_RANGE for a `read_revision`
  /// that is no longer kept (REVISION_COMPACTED, with `oldest_revision`) or not reached yet
  /// (REVISION_UNKNOWN).
  func getArticle(_ request: GetArticleRequest, context: ServerContext) async throws -> Article

  /// Returns many articles as of one revision, in the order asked for. Names that do not exist are listed
  /// apart, and so are those that are left where the articles take 2 MiB.
  func batchGetArticles(_ request: BatchGetArticlesRequest, context: ServerContext) async throws
    -> BatchGetArticlesResponse

  /// Lists articles that match a filter, page by page, as of one revision.
  func listArticles(_ request: ListArticlesRequest, context: ServerContext) async throws
    -> ListArticlesResponse

  /// Creates an article. ALREADY_EXISTS when the name is taken; INVALID_ARGUMENT when it would take more than
  /// seven eighths of the largest message that the server takes (of 4 MiB, unless it was told otherwise), for
  /// every answer is to have room for it.
  func createArticle(_ request: CreateArticleRequest, context: ServerContext) async throws -> Article

  /// Changes the fields of an article that the mask names; with `allow_missing`, creates it when it is not
  /// there.
  ///
  /// Errors: ABORTED (ETAG_MISMATCH) when `article.etag` is set and is not the current one.
  func updateArticle(_ request: UpdateArticleRequest, context: ServerContext) async throws -> Article

  /// Deletes an article.
  func deleteArticle(_ request: DeleteArticleRequest, context: ServerContext) async throws
    -> DeleteArticleResponse

  /// Finds an article by what the outside world knows it as: its URL, a former URL, or its source id.
  func lookupArticle(_ request: LookupArticleRequest, context: ServerContext) async throws -> Article

  /// Takes a stream of articles and answers each with its own result, in order.
  ///
  /// The first request may carry `options`. An article that is refused does not stop the rest. A result is
  /// sent only when its article is durable and searchable. Reading the results is what lets the stream go on:
  /// a caller that does not read them is held back by flow control.
  func importArticles(
    _ requests: RequestStream<ImportArticlesRequest>, responses: ResponseWriter<ImportArticlesResponse>,
    context: ServerContext) async throws

  /// Sends every article that matches a filter, as of one revision, those stored first before the later ones.
  func exportArticles(
    _ request: ExportArticlesRequest, responses: ResponseWriter<ExportArticlesResponse>,
    context: ServerContext) async throws
}

extension ArticleServiceServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { ArticleServiceMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(ArticleServiceMethods.getArticle) {
      try await self.getArticle($0, context: $1)
    }
    router.unary(ArticleServiceMethods.batchGetArticles) {
      try await self.batchGetArticles($0, context: $1)
    }
    router.unary(ArticleServiceMethods.listArticles) {
      try await self.listArticles($0, context: $1)
    }
    router.unary(ArticleServiceMethods.createArticle) {
      try await self.createArticle($0, context: $1)
    }
    router.unary(ArticleServiceMethods.updateArticle) {
      try await self.updateArticle($0, context: $1)
    }
    router.unary(ArticleServiceMethods.deleteArticle) {
      try await self.deleteArticle($0, context: $1)
    }
    router.unary(ArticleServiceMethods.lookupArticle) {
      try await self.lookupArticle($0, context: $1)
    }
    router.bidirectional(ArticleServiceMethods.importArticles) {
      try await self.importArticles($0, responses: $1, context: $2)
    }
    router.serverStreaming(ArticleServiceMethods.exportArticles) {
      try await self.exportArticles($0, responses: $1, context: $2)
    }
  }
}

/// A `ArticleServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedArticleServiceServer: ArticleServiceServer {}

extension UnimplementedArticleServiceServer {
  /// Answers `UNIMPLEMENTED`.
  public func getArticle(_ request: GetArticleRequest, context: ServerContext) async throws -> Article {
    throw ArticleServiceMethods.getArticle.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func batchGetArticles(_ request: BatchGetArticlesRequest, context: ServerContext) async throws
    -> BatchGetArticlesResponse
  {
    throw ArticleServiceMethods.batchGetArticles.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func listArticles(_ request: ListArticlesRequest, context: ServerContext) async throws
    -> ListArticlesResponse
  {
    throw ArticleServiceMethods.listArticles.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func createArticle(_ request: CreateArticleRequest, context: ServerContext) async throws -> Article {
    throw ArticleServiceMethods.createArticle.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func updateArticle(_ request: UpdateArticleRequest, context: ServerContext) async throws -> Article {
    throw ArticleServiceMethods.updateArticle.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func deleteArticle(_ request: DeleteArticleRequest, context: ServerContext) async throws
    -> DeleteArticleResponse
  {
    throw ArticleServiceMethods.deleteArticle.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func lookupArticle(_ request: LookupArticleRequest, context: ServerContext) async throws -> Article {
    throw ArticleServiceMethods.lookupArticle.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func importArticles(
    _ requests: RequestStream<ImportArticlesRequest>, responses: ResponseWriter<ImportArticlesResponse>,
    context: ServerContext
  ) async throws {
    throw ArticleServiceMethods.importArticles.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func exportArticles(
    _ request: ExportArticlesRequest, responses: ResponseWriter<ExportArticlesResponse>,
    context: ServerContext
  ) async throws {
    throw ArticleServiceMethods.exportArticles.unimplemented
  }
}

/// Reads and writes articles, one at a time, in batches, and as streams.
///
/// Every response carries the revision it was answered from, or that it made, in the response header
/// `matiane-revision`; messages that have a revision field repeat it there. A write that finds everything as
/// it would make it, or is refused for the state of the archive (NOT_FOUND, ETAG_MISMATCH, CATEGORY_UNKNOWN),
/// has a revision of its own, too.
///
/// Lists are read page by page, here and in the other services. A page may end before `page_size`: where its
/// elements take 2 MiB, so that clients need not raise their limit of 4 MiB a message; one element that is
/// larger comes alone. `page_token` goes on at the revision of the first page, also after a restart of the
/// server, for as long as that revision is kept. A token is refused with
/// - INVALID_ARGUMENT (PAGE_TOKEN_MISMATCH) when it is not of this request, or of another server;
/// - OUT_OF_RANGE (REVISION_COMPACTED) when the revision is no longer kept;
/// - OUT_OF_RANGE (REVISION_UNKNOWN) when the archive was set back to an older state and has lost the
/// revision.
///
/// Then begin again at the first page.
public struct ArticleServiceClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Returns one article.
  ///
  /// Errors: NOT_FOUND; INVALID_ARGUMENT for a malformed name or mask; OUT_OF_RANGE for a `read_revision`
  /// that is no longer kept (REVISION_COMPACTED, with `oldest_revision`) or not reached yet
  /// (REVISION_UNKNOWN).
  public func getArticle(_ request: GetArticleRequest, options: CallOptions? = nil) async throws(RPCError)
    -> Article
  {
    try await channel.unary(ArticleServiceMethods.getArticle, request, options ?? self.options)
  }

  /// Returns many articles as of one revision, in the order asked for. Names that do not exist are listed
  /// apart, and so are those that are left where the articles take 2 MiB.
  public func batchGetArticles(_ request: BatchGetArticlesRequest, options: CallOptions? = nil)
    async throws(RPCError) -> BatchGetArticlesResponse
  {
    try await channel.unary(ArticleServiceMethods.batchGetArticles, request, options ?? self.options)
  }

  /// Lists articles that match a filter, page by page, as of one revision.
  public func listArticles(_ request: ListArticlesRequest, options: CallOptions? = nil) async throws(RPCError)
    -> ListArticlesResponse
  {
    try await channel.unary(ArticleServiceMethods.listArticles, request, options ?? self.options)
  }

  /// Creates an article. ALREADY_EXISTS when the name is taken; INVALID_ARGUMENT when it would take more than
  /// seven eighths of the largest message that the server takes (of 4 MiB, unless it was told otherwise), for
  /// every answer is to have room for it.
  public func createArticle(_ request: CreateArticleRequest, options: CallOptions? = nil)
    async throws(RPCError) -> Article
  {
    try await channel.unary(ArticleServiceMethods.createArticle, request, options ?? self.options)
  }

  /// Changes the fields of an article that the mask names; with `allow_missing`, creates it when it is not
  /// there.
  ///
  /// Errors: ABORTED (ETAG_MISMATCH) when `article.etag` is set and is not the current one.
  public func updateArticle(_ request: UpdateArticleRequest, options: CallOptions? = nil)
    async throws(RPCError) -> Article
  {
    try await channel.unary(ArticleServiceMethods.updateArticle, request, options ?? self.options)
  }

  /// Deletes an article.
  public func deleteArticle(_ request: DeleteArticleRequest, options: CallOptions? = nil)
    async throws(RPCError) -> DeleteArticleResponse
  {
    try await channel.unary(ArticleServiceMethods.deleteArticle, request, options ?? self.options)
  }

  /// Finds an article by what the outside world knows it as: its URL, a former URL, or its source id.
  public func lookupArticle(_ request: LookupArticleRequest, options: CallOptions? = nil)
    async throws(RPCError) -> Article
  {
    try await channel.unary(ArticleServiceMethods.lookupArticle, request, options ?? self.options)
  }

  /// Takes a stream of articles and answers each with its own result, in order.
  ///
  /// The first request may carry `options`. An article that is refused does not stop the rest. A result is
  /// sent only when its article is durable and searchable. Reading the results is what lets the stream go on:
  /// a caller that does not read them is held back by flow control.
  public func importArticles(options: CallOptions? = nil) -> BidirectionalCall<
    ImportArticlesRequest, ImportArticlesResponse
  > {
    channel.bidirectional(ArticleServiceMethods.importArticles, options ?? self.options)
  }

  /// Sends every article that matches a filter, as of one revision, those stored first before the later ones.
  public func exportArticles(_ request: ExportArticlesRequest, options: CallOptions? = nil) -> ResponseStream<
    ExportArticlesResponse
  > {
    channel.serverStreaming(ArticleServiceMethods.exportArticles, request, options ?? self.options)
  }
}
