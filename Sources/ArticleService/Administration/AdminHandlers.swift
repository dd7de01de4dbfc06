import ArticleAPI
import Catalog
import FullText
import GRPC
import Protobuf

/// The handlers of `matiane.v1.AdminService`.
public struct AdminHandlers: AdminServiceServer {
  let archive: Archive
  let facts: ServerFacts

  /// Administers an archive.
  public init(_ archive: Archive, facts: ServerFacts) {
    self.archive = archive
    self.facts = facts
  }

  /// What the server is.
  public func getServerInfo(_ request: GetServerInfoRequest, context: ServerContext) async throws
    -> ServerInfo
  {
    let view = try await archive.view(.newest, context)
    var info = ServerInfo()
    info.version = facts.version
    info.startTime = facts.startTime
    info.revision = Int64(view.revision)
    info.eventLoops = Int32(facts.eventLoops)
    info.languages = view.languageCounts.map(\.tag)
    if case .readOnly(let reason) = archive.catalog.readiness {
      info.readOnly = true
      info.readOnlyReason = reason
    } else if let shortage = archive.catalog.shortage {
      info.readOnly = true
      info.readOnlyReason = shortage.message
    }
    info.libraries = facts.libraries
    info.startupDuration = facts.startupDuration().map { DurationMessage($0) }
    return info
  }

  /// How much the server holds.
  public func getStats(_ request: GetStatsRequest, context: ServerContext) async throws -> Stats {
    let view = try await archive.view(.newest, context)
    let segments = view.index.parts.map(\.segment)
    var stats = Stats()
    stats.revision = Int64(view.revision)
    stats.articleCount = Int64(view.articleCount)
    stats.storyCount = Int64(
      try await archive.run(SearchPlan(.all), for: context) { plan throws(RPCError) in
        try view.storyCount(plan)
      })
    stats.categoryCount = Int64(view.categories.count)
    stats.segmentCount = Int64(segments.count)
    stats.documentBytes = segments.reduce(0) { $0 + Int64($1.documentsImage.bytes.count) }
    stats.indexBytes = segments.reduce(0) { $0 + Int64($1.indexImage.bytes.count) }
    stats.logBytes = Int64(archive.catalog.logBytes)
    stats.residentBytes = Int64(facts.residentBytes())
    stats.articlesByLanguage = Dictionary(
      uniqueKeysWithValues: view.languageCounts.map { ($0.tag, Int64($0.count)) })
    stats.deletedCount = Int64(view.index.documentCount - view.index.liveCount)
    return stats
  }

  /// Refuses writes, or takes them again.
  public func setReadOnly(_ request: SetReadOnlyRequest, context: ServerContext) async throws
    -> SetReadOnlyResponse
  {
    guard request.reason.utf8.count <= 1000 else {
      throw RPCError.invalid("reason", "expected at most 1000 bytes, found \(request.reason.utf8.count)")
    }
    do {
      try archive.catalog.setReadOnly(request.readOnly, reason: request.reason)
    } catch {
      throw RPCError.failure(error)
    }
    var response = SetReadOnlyResponse()
    response.readOnly = request.readOnly
    return response
  }

  /// Reads anew what may change while the server runs.
  public func reloadConfig(
    _ request: ReloadConfigRequest, context: ServerContext
  ) async throws -> ReloadConfigResponse {
    var response = ReloadConfigResponse()
    do {
      response.reloaded = try await facts.reload()
    } catch {
      throw RPCError.failure(.failedPrecondition, .reloadFailed, "\(error)")
    }
    return response
  }
}

/// What the handlers tell about the process they run in; the program fills it in.
public struct ServerFacts: Sendable {
  /// Version of the server.
  public var version: String
  /// When it started.
  public var startTime: Timestamp
  /// Number of event loops.
  public var eventLoops: Int
  /// Versions of libraries by name.
  public var libraries: [String: String]
  /// How long it took until the archive answered; nil before.
  public var startupDuration: @Sendable () -> Duration?
  /// Resident memory in bytes.
  public var residentBytes: @Sendable () -> Int
  /// Reads changeable configuration anew and returns the names of its flags.
  public var reload: @Sendable () async throws -> [String]

  /// Describes a server.
  public init(
    version: String, startTime: Timestamp, eventLoops: Int, libraries: [String: String],
    startupDuration: @escaping @Sendable () -> Duration?, residentBytes: @escaping @Sendable () -> Int,
    reload: @escaping @Sendable () async throws -> [String]
  ) {
    self.version = version
    self.startTime = startTime
    self.eventLoops = eventLoops
    self.libraries = libraries
    self.startupDuration = startupDuration
    self.residentBytes = residentBytes
    self.reload = reload
  }
}

extension CatalogView {
  /// Articles by language, most first.
  fileprivate var languageCounts: [(tag: String, count: Int)] {
    index.values(in: ArticleSchema.language).map { (tag: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.tag) < ($0.count, $1.tag) }
  }
}
