import ArticleAPI
import Catalog
import GRPC
import Protobuf

extension AdminHandlers {
  /// Writes a snapshot and answers when it is on disk.
  public func createSnapshot(_ request: CreateSnapshotRequest, context: ServerContext) async throws
    -> Snapshot
  {
    let began = ContinuousClock.now
    do {
      var snapshot = Snapshot(try await archive.catalog.checkpoint())
      snapshot.writeDuration = DurationMessage(ContinuousClock.now - began)
      return snapshot
    } catch {
      throw RPCError.failure(error)
    }
  }

  /// Lists what is on disk, newest first.
  public func listSnapshots(
    _ request: ListSnapshotsRequest, context: ServerContext
  ) async throws -> ListSnapshotsResponse {
    let size = try PageSize(request.pageSize, preset: 100, most: 1000).value
    let bound = request.withoutPaging
    let position = try archive.pageTokens.position(request.pageToken, for: bound)
    let found = try await summaries(context).reversed().filter { summary in
      position.map { summary.revision < $0.revision } ?? true
    }
    var response = ListSnapshotsResponse()
    response.snapshots = found.prefix(size).map { Snapshot($0) }
    if found.count > size, let last = found.prefix(size).last {
      var next = PagePosition()
      next.revision = last.revision
      response.nextPageToken = archive.pageTokens.token(next, for: bound)
    }
    return response
  }

  /// Returns one snapshot.
  public func getSnapshot(_ request: GetSnapshotRequest, context: ServerContext) async throws -> Snapshot {
    let revision = try revision(request.name)
    guard let summary = try await summaries(context).first(where: { $0.revision == revision }) else {
      throw RPCError.notFound(request.name)
    }
    return Snapshot(summary)
  }

  /// Deletes a snapshot that recovery does not need.
  public func deleteSnapshot(
    _ request: DeleteSnapshotRequest, context: ServerContext
  ) async throws -> DeleteSnapshotResponse {
    let revision = try revision(request.name)
    try await archive.runBeside(context) { () throws(RPCError) in
      do throws(CatalogError) {
        try archive.catalog.deleteSnapshot(revision)
      } catch  where error.code == .invalidField {
        throw .failure(
          .failedPrecondition, .inUse,
          "\(request.name) is the newest snapshot, which a restart needs; make another one first",
          ["resource": request.name])
      } catch {
        throw failure(error, of: request.name)
      }
    }
    return DeleteSnapshotResponse()
  }

  /// Reads a snapshot back; damage is the answer, not an error.
  public func verifySnapshot(
    _ request: VerifySnapshotRequest, context: ServerContext
  ) async throws -> VerifySnapshotResponse {
    var response = VerifySnapshotResponse()
    do {
      let (summary, problems) = try await archive.catalog.verifySnapshot(try revision(request.name))
      response.valid = problems.isEmpty
      response.problems = problems
      response.bytesVerified = Int64(summary.byteCount)
    } catch let error as CatalogError where error.code == .storage {
      response.problems = [error.message]
    } catch let error as CatalogError {
      throw failure(error, of: request.name)
    }
    return response
  }

  /// Copies a snapshot into a new data directory.
  public func restoreSnapshot(
    _ request: RestoreSnapshotRequest, context: ServerContext
  ) async throws -> RestoreSnapshotResponse {
    guard request.dataDir.hasPrefix("/"), !request.dataDir.utf8.contains(0) else {
      throw RPCError.invalid("data_dir", "expected an absolute path, found '\(shortened(request.dataDir))'")
    }
    do {
      var response = RestoreSnapshotResponse()
      response.bytesCopied = Int64(
        try await archive.catalog.restoreSnapshot(try revision(request.name), into: request.dataDir))
      return response
    } catch let error as CatalogError {
      throw failure(error, of: request.name)
    }
  }

  /// Streams a snapshot's files, the manifest last.
  public func downloadSnapshot(
    _ request: DownloadSnapshotRequest, responses: ResponseWriter<DownloadSnapshotResponse>,
    context: ServerContext
  ) async throws {
    let wanted = request.name.isEmpty ? nil : try revision(request.name)
    do {
      let (summary, files) = try await archive.runBeside(context) { () throws(RPCError) in
        do throws(CatalogError) {
          return try archive.catalog.snapshotFiles(wanted)
        } catch {
          throw failure(error, of: request.name)
        }
      }
      var part = DownloadSnapshotResponse()
      part.snapshot = Snapshot(summary)
      for file in files {
        part.file = file.name
        for offset in stride(from: 0, to: max(1, file.byteCount), by: Self.partBytes) {
          let range = offset..<min(offset + Self.partBytes, file.byteCount)
          part.offset = Int64(offset)
          try await responses.waitForRoom(for: range.count)
          part.data = try await archive.catalog.read(range, of: file)
          try context.confirmAccess()
          try await responses.send(part)
          part.snapshot = nil
        }
      }
    } catch let error as CatalogError {
      throw failure(error, of: request.name)
    }
  }

  /// Bytes of a file in one response.
  private static let partBytes = 256 * 1024

  private func summaries(_ context: ServerContext) async throws(RPCError) -> [SnapshotSummary] {
    try await archive.runBeside(context) { () throws(RPCError) in
      do throws(CatalogError) { return try archive.catalog.snapshots() } catch { throw .failure(error) }
    }
  }

  /// What a caller is told about a snapshot by its name, whatever the file is called that is not there.
  private func failure(_ error: CatalogError, of name: String) -> RPCError {
    guard error.code == .notFound, !name.isEmpty else { return .failure(error) }
    guard let cause = error.cause, cause.code == .deleted else { return .notFound(name) }
    return .failure(.notFound, .notFound, "\(name): \(cause.problem); \(cause.remedy)", ["resource": name])
  }

  /// The revision in a snapshot's name.
  private func revision(_ name: String) throws(RPCError) -> UInt64 {
    let prefix = "snapshots/"
    guard name.hasPrefix(prefix), let revision = UInt64(name.dropFirst(prefix.count)),
      name == "\(prefix)\(revision)"
    else {
      throw .invalid("name", "expected a name such as snapshots/42, found '\(shortened(name))'")
    }
    return revision
  }
}

extension Snapshot {
  fileprivate init(_ summary: SnapshotSummary) {
    self.init()
    name = "snapshots/\(summary.revision)"
    revision = Int64(summary.revision)
    if summary.createSeconds != 0 {
      var time = Timestamp()
      time.seconds = summary.createSeconds
      createTime = time
    }
    sizeBytes = Int64(summary.byteCount)
    articleCount = Int64(summary.articleCount)
  }
}
