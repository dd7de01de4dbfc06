// Generated from matiane/v1/synonym.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `matiane.v1.SynonymService`.
public enum SynonymServiceMethods {
  /// `GetSynonymSet`.
  public static let getSynonymSet = MethodDescriptor<GetSynonymSetRequest, SynonymSet>(
    service: "matiane.v1.SynonymService", name: "GetSynonymSet", kind: .unary, idempotency: .noSideEffects)

  /// `ListSynonymSets`.
  public static let listSynonymSets = MethodDescriptor<ListSynonymSetsRequest, ListSynonymSetsResponse>(
    service: "matiane.v1.SynonymService", name: "ListSynonymSets", kind: .unary, idempotency: .noSideEffects)

  /// `CreateSynonymSet`.
  public static let createSynonymSet = MethodDescriptor<CreateSynonymSetRequest, SynonymSet>(
    service: "matiane.v1.SynonymService", name: "CreateSynonymSet", kind: .unary)

  /// `UpdateSynonymSet`.
  public static let updateSynonymSet = MethodDescriptor<UpdateSynonymSetRequest, SynonymSet>(
    service: "matiane.v1.SynonymService", name: "UpdateSynonymSet", kind: .unary, idempotency: .idempotent)

  /// `DeleteSynonymSet`.
  public static let deleteSynonymSet = MethodDescriptor<DeleteSynonymSetRequest, DeleteSynonymSetResponse>(
    service: "matiane.v1.SynonymService", name: "DeleteSynonymSet", kind: .unary, idempotency: .idempotent)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "matiane.v1.SynonymService", file: .matianeV1Synonym,
    methods: [
      getSynonymSet.erased, listSynonymSets.erased, createSynonymSet.erased, updateSynonymSet.erased,
      deleteSynonymSet.erased,
    ])
}

/// Reads and changes the synonyms of each language. A change counts from the next query on; nothing is
/// indexed anew. Watches whose query it gives another meaning, so that other articles match, end with
/// QUERY_CHANGED.
public protocol SynonymServiceServer: Service {
  /// Returns one set of synonyms.
  func getSynonymSet(_ request: GetSynonymSetRequest, context: ServerContext) async throws -> SynonymSet

  /// Lists sets of synonyms by name.
  func listSynonymSets(_ request: ListSynonymSetsRequest, context: ServerContext) async throws
    -> ListSynonymSetsResponse

  /// Adds a set of synonyms. ALREADY_EXISTS when the name is taken.
  func createSynonymSet(_ request: CreateSynonymSetRequest, context: ServerContext) async throws -> SynonymSet

  /// Changes the fields of a set that the mask names; with `allow_missing`, adds it when it is not there.
  ///
  /// Errors: ABORTED (ETAG_MISMATCH) when `synonym_set.etag` is set and is not the current one.
  func updateSynonymSet(_ request: UpdateSynonymSetRequest, context: ServerContext) async throws -> SynonymSet

  /// Deletes a set of synonyms.
  func deleteSynonymSet(_ request: DeleteSynonymSetRequest, context: ServerContext) async throws
    -> DeleteSynonymSetResponse
}

extension SynonymServiceServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { SynonymServiceMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(SynonymServiceMethods.getSynonymSet) {
      try await self.getSynonymSet($0, context: $1)
    }
    router.unary(SynonymServiceMethods.listSynonymSets) {
      try await self.listSynonymSets($0, context: $1)
    }
    router.unary(SynonymServiceMethods.createSynonymSet) {
      try await self.createSynonymSet($0, context: $1)
    }
    router.unary(SynonymServiceMethods.updateSynonymSet) {
      try await self.updateSynonymSet($0, context: $1)
    }
    router.unary(SynonymServiceMethods.deleteSynonymSet) {
      try await self.deleteSynonymSet($0, context: $1)
    }
  }
}

/// A `SynonymServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedSynonymServiceServer: SynonymServiceServer {}

extension UnimplementedSynonymServiceServer {
  /// Answers `UNIMPLEMENTED`.
  public func getSynonymSet(_ request: GetSynonymSetRequest, context: ServerContext) async throws
    -> SynonymSet
  {
    throw SynonymServiceMethods.getSynonymSet.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func listSynonymSets(_ request: ListSynonymSetsRequest, context: ServerContext) async throws
    -> ListSynonymSetsResponse
  {
    throw SynonymServiceMethods.listSynonymSets.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func createSynonymSet(_ request: CreateSynonymSetRequest, context: ServerContext) async throws
    -> SynonymSet
  {
    throw SynonymServiceMethods.createSynonymSet.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func updateSynonymSet(_ request: UpdateSynonymSetRequest, context: ServerContext) async throws
    -> SynonymSet
  {
    throw SynonymServiceMethods.updateSynonymSet.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func deleteSynonymSet(_ request: DeleteSynonymSetRequest, context: ServerContext) async throws
    -> DeleteSynonymSetResponse
  {
    throw SynonymServiceMethods.deleteSynonymSet.unimplemented
  }
}

/// Reads and changes the synonyms of each language. A change counts from the next query on; nothing is
/// indexed anew. Watches whose query it gives another meaning, so that other articles match, end with
/// QUERY_CHANGED.
public struct SynonymServiceClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Returns one set of synonyms.
  public func getSynonymSet(_ request: GetSynonymSetRequest, options: CallOptions? = nil)
    async throws(RPCError) -> SynonymSet
  {
    try await channel.unary(SynonymServiceMethods.getSynonymSet, request, options ?? self.options)
  }

  /// Lists sets of synonyms by name.
  public func listSynonymSets(_ request: ListSynonymSetsRequest, options: CallOptions? = nil)
    async throws(RPCError) -> ListSynonymSetsResponse
  {
    try await channel.unary(SynonymServiceMethods.listSynonymSets, request, options ?? self.options)
  }

  /// Adds a set of synonyms. ALREADY_EXISTS when the name is taken.
  public func createSynonymSet(_ request: CreateSynonymSetRequest, options: CallOptions? = nil)
    async throws(RPCError) -> SynonymSet
  {
    try await channel.unary(SynonymServiceMethods.createSynonymSet, request, options ?? self.options)
  }

  /// Changes the fields of a set that the mask names; with `allow_missing`, adds it when it is not there.
  ///
  /// Errors: ABORTED (ETAG_MISMATCH) when `synonym_set.etag` is set and is not the current one.
  public func updateSynonymSet(_ request: UpdateSynonymSetRequest, options: CallOptions? = nil)
    async throws(RPCError) -> SynonymSet
  {
    try await channel.unary(SynonymServiceMethods.updateSynonymSet, request, options ?? self.options)
  }

  /// Deletes a set of synonyms.
  public func deleteSynonymSet(_ request: DeleteSynonymSetRequest, options: CallOptions? = nil)
    async throws(RPCError) -> DeleteSynonymSetResponse
  {
    try await channel.unary(SynonymServiceMethods.deleteSynonymSet, request, options ?? self.options)
  }
}
