import ArticleAPI
import GRPC

/// What operators do. Snapshot names may be given in full (`snapshots/7`) or by their revision (`7`).
public struct Admin: Sendable {
  /// The generated client, for everything that the short forms here leave out.
  public let service: AdminServiceClient

  /// Writes a snapshot and returns when it is on disk.
  ///
  /// - Throws: `RPCError`.
  public func createSnapshot() async throws(RPCError) -> Snapshot {
    try await service.createSnapshot(CreateSnapshotRequest())
  }

  /// Every snapshot on disk, newest first.
  public func snapshots() -> PagedSequence<Snapshot> {
    let service = service
    return PagedSequence { token throws(RPCError) in
      var request = ListSnapshotsRequest()
      request.pageToken = token
      let response = try await service.listSnapshots(request)
      return (response.snapshots, response.nextPageToken)
    }
  }

  /// Reads a snapshot back from disk and checks every checksum.
  ///
  /// - Throws: `RPCError`; NOT_FOUND when there is none of that name.
  public func verifySnapshot(_ name: String) async throws(RPCError) -> VerifySnapshotResponse {
    var request = VerifySnapshotRequest()
    request.name = resourceName(name, in: "snapshots")
    return try await service.verifySnapshot(request)
  }

  /// The files of a snapshot, piece by piece; of the newest one for an empty name.
  public func download(_ name: String = "") -> ResponseStream<DownloadSnapshotResponse> {
    var request = DownloadSnapshotRequest()
    request.name = name.isEmpty ? "" : resourceName(name, in: "snapshots")
    return service.downloadSnapshot(request)
  }

  /// Deletes a snapshot.
  ///
  /// - Throws: `RPCError`; FAILED_PRECONDITION for the newest one.
  public func deleteSnapshot(_ name: String) async throws(RPCError) {
    var request = DeleteSnapshotRequest()
    request.name = resourceName(name, in: "snapshots")
    _ = try await service.deleteSnapshot(request)
  }

  /// Has the server read configuration, keys and certificates anew; returns the settings that it read.
  ///
  /// - Throws: `RPCError`; FAILED_PRECONDITION when something is wrong with them: then nothing was changed.
  public func reloadConfig() async throws(RPCError) -> [String] {
    try await service.reloadConfig(ReloadConfigRequest()).reloaded
  }

  /// What the server is.
  ///
  /// - Throws: `RPCError`.
  public func serverInfo() async throws(RPCError) -> ServerInfo {
    try await service.getServerInfo(GetServerInfoRequest())
  }

  /// How much the server holds.
  ///
  /// - Throws: `RPCError`.
  public func stats() async throws(RPCError) -> Stats {
    try await service.getStats(GetStatsRequest())
  }
}
