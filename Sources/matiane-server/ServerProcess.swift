import ArticleAPI
import ArticleService
import Catalog
import EventLoops
import GRPC
import Glibc
import Protobuf
import Synchronization

/// One run of the server: listen, recover, serve, drain.
final class ServerProcess: Sendable {
  private let command: ServerCommand
  private let started = ContinuousClock.now
  private let startup = Mutex<Duration?>(nil)

  init(_ command: ServerCommand) {
    self.command = command
  }

  /// Serves until SIGTERM or SIGINT.
  ///
  /// - Throws: what keeps it from starting, with the file or flag and the remedy.
  func run() async throws {
    raiseDescriptorLimit()
    let group = try EventLoopGroup(count: command.threads)
    let health = HealthService(services: Self.serviceNames + [Self.writesName], initially: .notServing)
    let catalog = Catalog(options: catalogOptions(health))
    let certificates = try command.tlsFiles.map { try Certificates(certificate: $0.certificate, key: $0.key) }
    let archive = Archive(catalog, longWork: try ComputePool(name: "search"))
    let watches = WatchHandlers(archive)
    let server = Server(
      services(archive, watches, health, group, certificates), on: group,
      configuration: serverConfiguration(certificates))
    let stop = try await StopSignal(on: group.loops[0])
    let address = try await listenAddress(command.listen)
    let bound = try server.listen(at: address)[0]
    log("listening on \(bound); loading \(command.dataDirectory)")
    try await startCatalog(catalog)
    startup.withLock { $0 = ContinuousClock.now - started }
    for name in Self.serviceNames + [""] { health.set(.serving, of: name) }
    if catalog.readiness == .serving, catalog.shortage == nil { health.set(.serving, of: Self.writesName) }
    log("serving on \(bound) (\(catalog.view.articleCount) articles, revision \(catalog.revision))")

    await stop.wait()
    log("stopping: no new calls, those in flight have \(command.grace) to finish")
    health.shutDown()
    watches.endAll()
    await server.shutDownGracefully(grace: command.grace)
    try await onThread { () throws(CatalogError) in try catalog.stop() }
    await group.shutdown()
    log("stopped")
  }

  private static let serviceNames = [
    "matiane.v1.ArticleService", "matiane.v1.CategoryService", "matiane.v1.StoryService",
    "matiane.v1.SearchService", "matiane.v1.SavedQueryService", "matiane.v1.SynonymService",
    "matiane.v1.WatchService", "matiane.v1.AdminService",
  ]

  private func services(
    _ archive: Archive, _ watches: WatchHandlers, _ health: HealthService, _ group: EventLoopGroup,
    _ certificates: Certificates?
  ) -> [any Service] {
    let facts = ServerFacts(
      version: ServerCommand.version, startTime: .now, eventLoops: group.loops.count,
      libraries: libraryVersions(), startupDuration: { [self] in startup.withLock { $0 } },
      residentBytes: residentBytes,
      reload: {
        guard let certificates else { return [] }
        try certificates.reload()
        return ["tls-cert", "tls-key"]
      })
    let served: [any Service] = [
      ArticleHandlers(archive), CategoryHandlers(archive), StoryHandlers(archive), SearchHandlers(archive),
      SavedQueryHandlers(archive), SynonymHandlers(archive), watches, AdminHandlers(archive, facts: facts),
      health,
    ]
    return served + [ReflectionService(describing: served)]
  }

  /// What health says about writes alone: while they are refused, reads are served.
  private static let writesName = "matiane.writes"

  private func catalogOptions(_ health: HealthService) -> CatalogOptions {
    var options = CatalogOptions(dataDirectory: command.dataDirectory)
    options.log.durability = command.durability
    options.checkpointLogBytes = command.checkpointBytes
    options.keptSnapshots = command.keptSnapshots
    options.changeHistoryBytes = command.changeHistoryBytes
    options.checkpointInterval = command.checkpointInterval
    options.checkpointBytesPerSecond = command.checkpointBytesPerSecond
    options.snapshotRetention = command.snapshotRetention
    options.history = command.history
    options.historyRevisions = UInt64(command.historyRevisions)
    options.maxMemoryBytes = command.maxMemoryBytes
    options.minFreeDiskBytes = command.minFreeDiskBytes
    options.report = { event in
      log("\(event)")
      switch event {
      case .becameReadOnly, .writesPaused: health.set(.notServing, of: Self.writesName)
      case .writesResumed: health.set(.serving, of: Self.writesName)
      default: break
      }
    }
    return options
  }

  private func serverConfiguration(_ certificates: Certificates?) -> ServerConfiguration {
    var configuration = ServerConfiguration()
    configuration.maxRequestBytes = command.maxRequestBytes
    configuration.http2.maxConcurrentStreams = command.maxStreams
    if let certificates { configuration.listener.tls = { certificates.context } }
    return configuration
  }

  private func startCatalog(_ catalog: Catalog) async throws {
    try await onThread { () throws(CatalogError) in
      try catalog.start()
      if self.command.isReadOnly { try catalog.setReadOnly(true, reason: "started with --read-only") }
    }
  }
}

/// Runs work that blocks on a thread of its own.
private func onThread(_ work: @escaping @Sendable () throws(CatalogError) -> Void) async throws {
  try await ComputePool(threads: 1).run { () throws(CatalogError) in try work() }
}
