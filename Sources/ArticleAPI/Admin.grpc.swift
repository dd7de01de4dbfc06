// Generated from matiane/v1/admin.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `matiane.v1.AdminService`.
public enum AdminServiceMethods {
  /// `CreateSnapshot`.
  public static let createSnapshot = MethodDescriptor<CreateSnapshotRequest, Snapshot>(
    service: "matiane.v1.AdminService", name: "CreateSnapshot", kind: .unary)

  /// `ListSnapshots`.
  public static let listSnapshots = MethodDescriptor<ListSnapshotsRequest, ListSnapshotsResponse>(
    service: "matiane.v1.AdminService", name: "ListSnapshots", kind: .unary, idempotency: .noSideEffects)

  /// `GetSnapshot`.
  public static let getSnapshot = MethodDescriptor<GetSnapshotRequest, Snapshot>(
    service: "matiane.v1.AdminService", name: "GetSnapshot", kind: .unary, idempotency: .noSideEffects)

  /// `DeleteSnapshot`.
  public static let deleteSnapshot = MethodDescriptor<DeleteSnapshotRequest, DeleteSnapshotResponse>(
    service: "matiane.v1.AdminService", name: "DeleteSnapshot", kind: .unary, idempotency: .idempotent)

  /// `VerifySnapshot`.
  public static let verifySnapshot = MethodDescriptor<VerifySnapshotRequest, VerifySnapshotResponse>(
    service: "matiane.v1.AdminService", name: "VerifySnapshot", kind: .unary, idempotency: .noSideEffects)

  /// `RestoreSnapshot`.
  public static let restoreSnapshot = MethodDescriptor<RestoreSnapshotRequest, RestoreSnapshotResponse>(
    service: "matiane.v1.AdminService", name: "RestoreSnapshot", kind: .unary)

  /// `DownloadSnapshot`.
  public static let downloadSnapshot = MethodDescriptor<DownloadSnapshotRequest, DownloadSnapshotResponse>(
    service: "matiane.v1.AdminService", name: "DownloadSnapshot", kind: .serverStreaming,
    idempotency: .noSideEffects)

  /// `GetServerInfo`.
  public static let getServerInfo = MethodDescriptor<GetServerInfoRequest, ServerInfo>(
    service: "matiane.v1.AdminService", name: "GetServerInfo", kind: .unary, idempotency: .noSideEffects)

  /// `GetStats`.
  public static let getStats = MethodDescriptor<GetStatsRequest, Stats>(
    service: "matiane.v1.AdminService", name: "GetStats", kind: .unary, idempotency: .noSideEffects)

  /// `SetReadOnly`.
  public static let setReadOnly = MethodDescriptor<SetReadOnlyRequest, SetReadOnlyResponse>(
    service: "matiane.v1.AdminService", name: "SetReadOnly", kind: .unary, idempotency: .idempotent)

  /// `ReloadConfig`.
  public static let reloadConfig = MethodDescriptor<ReloadConfigRequest, ReloadConfigResponse>(
    service: "matiane.v1.AdminService", name: "ReloadConfig", kind: .unary, idempotency: .idempotent)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "matiane.v1.AdminService", file: .matianeV1Admin,
    methods: [
      createSnapshot.erased, listSnapshots.erased, getSnapshot.erased, deleteSnapshot.erased,
      verifySnapshot.erased, restoreSnapshot.erased, downloadSnapshot.erased, getServerInfo.erased,
      getStats.erased, setReadOnly.erased, reloadConfig.erased,
    ])
}

/// What operators do.
public protocol AdminServiceServer: Service {
  /// Writes a snapshot of the newest revision while reads and writes go on, and returns when it is on disk.
  func createSnapshot(_ request: CreateSnapshotRequest, context: ServerContext) async throws -> Snapshot

  /// Lists snapshots, newest first.
  func listSnapshots(_ request: ListSnapshotsRequest, context: ServerContext) async throws
    -> ListSnapshotsResponse

  /// Returns one snapshot.
  func getSnapshot(_ request: GetSnapshotRequest, context: ServerContext) async throws -> Snapshot

  /// Deletes a snapshot.
  ///
  /// Errors: FAILED_PRECONDITION for the newest one, which recovery needs.
  func deleteSnapshot(_ request: DeleteSnapshotRequest, context: ServerContext) async throws
    -> DeleteSnapshotResponse

  /// Reads a snapshot back from disk and checks every checksum.
  func verifySnapshot(_ request: VerifySnapshotRequest, context: ServerContext) async throws
    -> VerifySnapshotResponse

  /// Copies a snapshot into a new data directory on the server's host, from which another server can start.
  ///
  /// A snapshot that is deleted meanwhile is copied all the same, or NOT_FOUND when its files were not open
  /// yet.
  func restoreSnapshot(_ request: RestoreSnapshotRequest, context: ServerContext) async throws
    -> RestoreSnapshotResponse

  /// Streams the files of a snapshot, so that a new server can be seeded with them over the network.
  ///
  /// The snapshot stays readable while it is streamed, even if it is deleted meanwhile.
  func downloadSnapshot(
    _ request: DownloadSnapshotRequest, responses: ResponseWriter<DownloadSnapshotResponse>,
    context: ServerContext) async throws

  /// Returns what this server is.
  func getServerInfo(_ request: GetServerInfoRequest, context: ServerContext) async throws -> ServerInfo

  /// Returns how much the server holds and how it is doing.
  func getStats(_ request: GetStatsRequest, context: ServerContext) async throws -> Stats

  /// Makes the server refuse writes (FAILED_PRECONDITION, READ_ONLY), or take them again.
  func setReadOnly(_ request: SetReadOnlyRequest, context: ServerContext) async throws -> SetReadOnlyResponse

  /// Reads configuration that may change while the server runs, such as keys and certificates, anew. What is
  /// wrong stays as it was and fails the call (FAILED_PRECONDITION, RELOAD_FAILED), whose message also says
  /// what took effect.
  func reloadConfig(_ request: ReloadConfigRequest, context: ServerContext) async throws
    -> ReloadConfigResponse
}

extension AdminServiceServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { AdminServiceMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(AdminServiceMethods.createSnapshot) {
      try await self.createSnapshot($0, context: $1)
    }
    router.unary(AdminServiceMethods.listSnapshots) {
      try await self.listSnapshots($0, context: $1)
    }
    router.unary(AdminServiceMethods.getSnapshot) {
      try await self.getSnapshot($0, context: $1)
    }
    router.unary(AdminServiceMethods.deleteSnapshot) {
      try await self.deleteSnapshot($0, context: $1)
    }
    router.unary(AdminServiceMethods.verifySnapshot) {
      try await self.verifySnapshot($0, context: $1)
    }
    router.unary(AdminServiceMethods.restoreSnapshot) {
      try await self.restoreSnapshot($0, context: $1)
    }
    router.serverStreaming(AdminServiceMethods.downloadSnapshot) {
      try await self.downloadSnapshot($0, responses: $1, context: $2)
    }
    router.unary(AdminServiceMethods.getServerInfo) {
      try await self.getServerInfo($0, context: $1)
    }
    router.unary(AdminServiceMethods.getStats) {
      try await self.getStats($0, context: $1)
    }
    router.unary(AdminServiceMethods.setReadOnly) {
      try await self.setReadOnly($0, context: $1)
    }
    router.unary(AdminServiceMethods.reloadConfig) {
      try await self.reloadConfig($0, context: $1)
    }
  }
}

/// A `AdminServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedAdminServiceServer: AdminServiceServer {}

extension UnimplementedAdminServiceServer {
  /// Answers `UNIMPLEMENTED`.
  public func createSnapshot(_ request: CreateSnapshotRequest, context: ServerContext) async throws
    -> Snapshot
  {
    throw AdminServiceMethods.createSnapshot.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func listSnapshots(_ request: ListSnapshotsRequest, context: ServerContext) async throws
    -> ListSnapshotsResponse
  {
    throw AdminServiceMethods.listSnapshots.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func getSnapshot(_ request: GetSnapshotRequest, context: ServerContext) async throws -> Snapshot {
    throw AdminServiceMethods.getSnapshot.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func deleteSnapshot(_ request: DeleteSnapshotRequest, context: ServerContext) async throws
    -> DeleteSnapshotResponse
  {
    throw AdminServiceMethods.deleteSnapshot.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func verifySnapshot(_ request: VerifySnapshotRequest, context: ServerContext) async throws
    -> VerifySnapshotResponse
  {
    throw AdminServiceMethods.verifySnapshot.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func restoreSnapshot(_ request: RestoreSnapshotRequest, context: ServerContext) async throws
    -> RestoreSnapshotResponse
  {
    throw AdminServiceMethods.restoreSnapshot.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func downloadSnapshot(
    _ request: DownloadSnapshotRequest, responses: ResponseWriter<DownloadSnapshotResponse>,
    context: ServerContext
  ) async throws {
    throw AdminServiceMethods.downloadSnapshot.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func getServerInfo(_ request: GetServerInfoRequest, context: ServerContext) async throws
    -> ServerInfo
  {
    throw AdminServiceMethods.getServerInfo.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func getStats(_ request: GetStatsRequest, context: ServerContext) async throws -> Stats {
    throw AdminServiceMethods.getStats.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func setReadOnly(_ request: SetReadOnlyRequest, context: ServerContext) async throws
    -> SetReadOnlyResponse
  {
    throw AdminServiceMethods.setReadOnly.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func reloadConfig(_ request: ReloadConfigRequest, context: ServerContext) async throws
    -> ReloadConfigResponse
  {
    throw AdminServiceMethods.reloadConfig.unimplemented
  }
}

/// What operators do.
public struct AdminServiceClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Writes a snapshot of the newest revision while reads and writes go on, and returns when it is on disk.
  public func createSnapshot(_ request: CreateSnapshotRequest, options: CallOptions? = nil)
    async throws(RPCError) -> Snapshot
  {
    try await channel.unary(AdminServiceMethods.createSnapshot, request, options ?? self.options)
  }

  /// Lists snapshots, newest first.
  public func listSnapshots(_ request: ListSnapshotsRequest, options: CallOptions? = nil)
    async throws(RPCError) -> ListSnapshotsResponse
  {
    try await channel.unary(AdminServiceMethods.listSnapshots, request, options ?? self.options)
  }

  /// Returns one snapshot.
  public func getSnapshot(_ request: GetSnapshotRequest, options: CallOptions? = nil) async throws(RPCError)
    -> Snapshot
  {
    try await channel.unary(AdminServiceMethods.getSnapshot, request, options ?? self.options)
  }

  /// Deletes a snapshot.
  ///
  /// Errors: FAILED_PRECONDITION for the newest one, which recovery needs.
  public func deleteSnapshot(_ request: DeleteSnapshotRequest, options: CallOptions? = nil)
    async throws(RPCError) -> DeleteSnapshotResponse
  {
    try await channel.unary(AdminServiceMethods.deleteSnapshot, request, options ?? self.options)
  }

  /// Reads a snapshot back from disk and checks every checksum.
  public func verifySnapshot(_ request: VerifySnapshotRequest, options: CallOptions? = nil)
    async throws(RPCError) -> VerifySnapshotResponse
  {
    try await channel.unary(AdminServiceMethods.verifySnapshot, request, options ?? self.options)
  }

  /// Copies a snapshot into a new data directory on the server's host, from which another server can start.
  ///
  /// A snapshot that is deleted meanwhile is copied all the same, or NOT_FOUND when its files were not open
  /// yet.
  public func restoreSnapshot(_ request: RestoreSnapshotRequest, options: CallOptions? = nil)
    async throws(RPCError) -> RestoreSnapshotResponse
  {
    try await channel.unary(AdminServiceMethods.restoreSnapshot, request, options ?? self.options)
  }

  /// Streams the files of a snapshot, so that a new server can be seeded with them over the network.
  ///
  /// The snapshot stays readable while it is streamed, even if it is deleted meanwhile.
  public func downloadSnapshot(_ request: DownloadSnapshotRequest, options: CallOptions? = nil)
    -> ResponseStream<DownloadSnapshotResponse>
  {
    channel.serverStreaming(AdminServiceMethods.downloadSnapshot, request, options ?? self.options)
  }

  /// Returns what this server is.
  public func getServerInfo(_ request: GetServerInfoRequest, options: CallOptions? = nil)
    async throws(RPCError) -> ServerInfo
  {
    try await channel.unary(AdminServiceMethods.getServerInfo, request, options ?? self.options)
  }

  /// Returns how much the server holds and how it is doing.
  public func getStats(_ request: GetStatsRequest, options: CallOptions? = nil) async throws(RPCError)
    -> Stats
  {
    try await channel.unary(AdminServiceMethods.getStats, request, options ?? self.options)
  }

  /// Makes the server refuse writes (FAILED_PRECONDITION, READ_ONLY), or take them again.
  public func setReadOnly(_ request: SetReadOnlyRequest, options: CallOptions? = nil) async throws(RPCError)
    -> SetReadOnlyResponse
  {
    try await channel.unary(AdminServiceMethods.setReadOnly, request, options ?? self.options)
  }

  /// Reads configuration that may change while the server runs, such as keys and certificates, anew. What is
  /// wrong stays as it was and fails the call (FAILED_PRECONDITION, RELOAD_FAILED), whose message also says
  /// what took effect.
  public func reloadConfig(_ request: ReloadConfigRequest, options: CallOptions? = nil) async throws(RPCError)
    -> ReloadConfigResponse
  {
    try await channel.unary(AdminServiceMethods.reloadConfig, request, options ?? self.options)
  }
}
