import ArticleAPI
import ArticleService
import Catalog
import EventLoops
import Flags
import GRPC
import Glibc
import HTTP2
import Logging
import Metrics
import Protobuf
import Storage
import Synchronization
import TLS

/// One run of the server: listen, recover, serve, drain.
final class ServerProcess: Sendable {
  private let command: ServerCommand
  private let source: ConfigurationSource
  private let log: EventLog
  private let monitoring: Monitoring
  private let channelz = ChannelzService()
  private let started = ContinuousClock.now
  private let startup = Mutex<Duration?>(nil)

  init(_ command: ServerCommand, source: ConfigurationSource) {
    self.command = command
    self.source = source
    log = EventLog(format: command.format(source.environment), level: command.logLevel)
    monitoring = Monitoring(log)
  }

  /// Serves until SIGTERM or SIGINT.
  ///
  /// - Throws: what keeps it from starting, with the file or flag and the remedy.
  func run() async throws {
    ProcessMemory.mapLargeBlocks()
    raiseDescriptorLimit()
    let supervisor = Supervisor(source.environment)
    let parts = try assemble()
    for warning in UnknownVariables.warnings(source.environment) { log.write(.warning, warning) }
    let watch = watch(parts.certificates)
    let signals = try await Signals(on: parts.group.loops[0]) { [log] in
      supervisor.reloading {
        do { _ = try parts.reloading.reload() } catch {
          log.write(.error, "\(error)")
        }
      }
    }
    try await serve(parts, supervisor, signals)

    await signals.stop()
    supervisor.stopping()
    try await drain(parts)
    await parts.sending?.stop()
    watch?.cancel()
    monitoring.stop()
    await parts.group.shutdown()
    log.write(.info, "stopped")
  }

  // MARK: - Begin

  /// What a run is put together from.
  private struct Parts {
    let group: EventLoopGroup
    let health: HealthService
    let writes: WritesHealth
    let catalog: Catalog
    let certificates: Certificates?
    let access: AccessControl
    let reloading: Reloading
    let watches: WatchHandlers
    let metrics: ServerMetrics
    let sending: SpanSending?
    let server: Server
  }

  /// Puts the server together; nothing is listened to yet, and the archive is not open.
  private func assemble() throws -> Parts {
    let group = try EventLoopGroup(count: command.threads)
    let health = HealthService(services: Self.serviceNames + [WritesHealth.name], initially: .notServing)
    let writes = WritesHealth(health)
    let catalog = Catalog(options: catalogOptions(writes))
    let certificates = try command.tls.map { tls throws(UsageError) in
      do throws(TLSError) { return try Certificates(tls) } catch { throw UsageError("\(error)") }
    }
    let access = try AccessControl(command)
    let queries = QueryWatch(command, log)
    let reloadable: [(any Reloadable)?] = [certificates, access, monitoring, monitoring.audit, queries]
    let reloading = Reloading(
      source, current: command.settings, parts: reloadable.compactMap { $0 }, log: log)
    let archive = Archive(
      catalog, loops: group.loops, longWork: try ComputePool(name: "search"), monitor: queries.monitor)
    let watches = WatchHandlers(archive)
    let services = services(archive, watches, health, group, reloading)
    let gate = try access.gate(of: services, loops: group.loops.count)
    let observed = try monitoring.observe(
      Server.methods(of: services), gate, catalog, watches, certificates, on: group, command)
    let sending = try SpanSending(observed.tracer, command, log, channelz)
    let server = Server(
      services, on: group, observers: [observed.metrics, observed.calls], gate: gate, tracer: observed.tracer,
      configuration: try serverConfiguration(certificates))
    channelz.describe(server)
    monitoring.measure(server)
    return Parts(
      group: group, health: health, writes: writes, catalog: catalog, certificates: certificates,
      access: access, reloading: reloading, watches: watches, metrics: observed.metrics, sending: sending,
      server: server)
  }

  /// Listens, opens the archive, and says so to whoever waits for it.
  private func serve(_ parts: Parts, _ supervisor: Supervisor, _ signals: Signals) async throws {
    let catalog = parts.catalog
    let bound = try await listen(parts.server, parts.access, supervisor)
    try await monitoring.listen(command)
    log.write(.info, "listening on \(bound); loading \(command.dataDirectory)")
    // Loading writes nothing that a start after a crash would not do without.
    let endAtOnce = { @Sendable [log] in
      log.write(.info, "stopped while the archive was loaded; the next start loads it again")
      _exit(EXIT_SUCCESS)
    }
    try await signals.during(endAtOnce) { try await startCatalog(catalog) }
    announce(parts.health, isServing: true)
    parts.writes.opened()
    supervisor.ready("serving \(catalog.view.articleCount) articles on \(bound)")
    supervisor.keepAlive { parts.metrics.stuckLoops(seconds: 2).isEmpty }
    log.write(
      .info, "serving on \(bound) (\(catalog.view.articleCount) articles, revision \(catalog.revision))")
  }

  /// Listens where the settings say, or on the sockets that the process was started with.
  private func listen(_ server: Server, _ access: AccessControl, _ supervisor: Supervisor) async throws
    -> SocketAddress
  {
    let inherited = supervisor.listeningDescriptors
    guard inherited.isEmpty else {
      let bound = try server.listen(inheriting: inherited)
      for address in bound { try check(address, access) }
      return bound[0]
    }
    let address = try await listenAddress(command.listen, from: command.settings.source(of: "listen"))
    try check(address, access)
    return try server.listen(at: address)[0]
  }

  private func check(_ address: SocketAddress, _ access: AccessControl) throws(UsageError) {
    try access.checkExposure(of: address)
    if let warning = access.warning(about: address) { log.write(.warning, warning) }
  }

  private func startCatalog(_ catalog: Catalog) async throws {
    try await onThread { [command] () throws(CatalogError) in
      try catalog.start()
      if command.isReadOnly { try catalog.setReadOnly(true, reason: "started with --read-only") }
    }
    monitoring.archive.lookForSnapshot(catalog)
    startup.withLock { $0 = ContinuousClock.now - started }
  }

  private func announce(_ health: HealthService, isServing: Bool) {
    monitoring.setUnready(isServing ? nil : "the server is stopping")
    guard isServing else { return health.shutDown() }
    for name in Self.serviceNames + [""] { health.set(.serving, of: name) }
  }

  // MARK: - End

  /// Readiness goes first; then, after the time that load balancers need to see it, watches end with a token, calls that wait for
  /// a revision are refused, GOAWAY is sent, calls finish; at last a checkpoint is made with what is left of the time.
  private func drain(_ parts: Parts) async throws {
    announce(parts.health, isServing: false)
    if command.drainDelay > .zero {
      let delay = command.drainDelay.readable
      log.write(.info, "stopping: not ready any more; new calls are taken for another \(delay)")
      try await Task.sleep(for: command.drainDelay)
    }
    log.write(.info, "stopping: no new calls, those in flight and a snapshot have \(command.grace.readable)")
    let deadline = ContinuousClock.now + command.grace
    monitoring.beginDrain()
    parts.watches.endAll()
    parts.catalog.endWaiting()
    parts.health.endWatches()
    await parts.server.shutDownGracefully(grace: command.grace, requestPatience: Self.requestPatience)
    try await onThread { () throws(CatalogError) in try parts.catalog.stop(by: deadline) }
  }

  /// An import on which nothing comes any more, or a reflection client that keeps its stream, does not hold up a stop.
  private static let requestPatience: Duration = .seconds(1)

  // MARK: - Parts

  private static let serviceNames = ServedMethods.archive.map(\.name)

  private func services(
    _ archive: Archive, _ watches: WatchHandlers, _ health: HealthService, _ group: EventLoopGroup,
    _ reloading: Reloading
  ) -> [any Service] {
    let facts = ServerFacts(
      version: ServerCommand.version, startTime: .now, eventLoops: group.loops.count,
      libraries: ["nghttp2": HTTP2Library.version, "protobuf-c": ProtobufLibrary.version],
      startupDuration: { [self] in startup.withLock { $0 } },
      residentBytes: residentBytes,
      reload: { try reloading.reload() })
    let served: [any Service] = [
      ArticleHandlers(archive), CategoryHandlers(archive), StoryHandlers(archive), SearchHandlers(archive),
      SavedQueryHandlers(archive), SynonymHandlers(archive), watches, AdminHandlers(archive, facts: facts),
      health, channelz,
    ]
    return served + [ReflectionService(describing: served)]
  }

  private func watch(_ certificates: Certificates?) -> Task<Void, Never>? {
    certificates?.warn(log)
    guard let certificates, let interval = command.tlsWatch else { return nil }
    return Task { [log] in await certificates.watch(every: interval, log) }
  }

  private func catalogOptions(_ writes: WritesHealth) -> CatalogOptions {
    var options = CatalogOptions(dataDirectory: command.dataDirectory)
    options.isForReading = command.isReadOnly
    options.log.durability = command.durability
    options.checkpointLogBytes = command.checkpointBytes
    options.keptSnapshots = command.keptSnapshots
    // A watch that follows well reads what is written while it reads.
    options.changeHistoryBytes = max(command.changeHistoryBytes, 1 << 20)
    // Whoever may send as large a message as we take shall be able to read what comes back, with what stands beside an article.
    options.maxArticleBytes = command.maxRequestBytes - command.maxRequestBytes / 8
    options.checkpointInterval = command.checkpointInterval
    options.checkpointBytesPerSecond = command.checkpointBytesPerSecond
    options.verifyInterval = command.verifyInterval
    options.snapshotRetention = command.snapshotRetention
    options.history = command.history
    options.historyRevisions = UInt64(command.historyRevisions)
    options.limitMemory(to: command.maxMemoryBytes)
    options.minFreeDiskBytes = command.minFreeDiskBytes
    options.report = { [log, archive = monitoring.archive] event in
      archive.happened(event)
      log.write(event.level, "\(event)")
      writes.happened(event)
    }
    options.measure = { [archive = monitoring.archive] in archive.measured($0) }
    return options
  }

  /// Nobody need be told of more connections than these, unless he asked for still more.
  private static let manyConnections = 4096

  /// As many connections as were asked for, unless the archive could not open its files beside so many.
  private func maxConnections() -> Int {
    let most = mostConnections(ofDescriptors: descriptorLimit())
    if command.maxConnections > most {
      let matters =
        most < Self.manyConnections || command.settings.valueSource(of: "max-connections") != .preset
      log.write(
        matters ? .warning : .debug,
        "at most \(most) connections, not \(command.maxConnections): the limit of open files is \(descriptorLimit())"
      )
    }
    return min(command.maxConnections, most)
  }

  private func serverConfiguration(_ certificates: Certificates?) throws(EventLoopError)
    -> ServerConfiguration
  {
    var configuration = ServerConfiguration()
    configuration.largeRequestPool = try ComputePool(name: "bulk", niceness: 5)
    configuration.errorDomain = FailureReason.domain
    configuration.maxRequestBytes = command.maxRequestBytes
    configuration.compressedResponseBytes = command.compressedResponseBytes
    configuration.http2.maxConcurrentStreams = command.maxStreams
    configuration.http2.floodLimits.pings.minInterval = command.minPingInterval
    configuration.maxBufferedBytes = command.maxBufferedBytes
    configuration.calmRequestBytes = min(configuration.calmRequestBytes, command.maxBufferedBytes / 4)
    configuration.listener.maxConnections = maxConnections()
    configuration.listener.maxConnectionsPerAddress = command.maxConnectionsPerAddress
    configuration.listener.connection.lifetime = command.lifetime
    if let certificates { configuration.listener.tls = { certificates.context } }
    configuration.listener.onEvent = { [monitoring] in monitoring.heard(ListenerEventText($0)) }
    return configuration
  }
}

extension CatalogEvent {
  /// How much it matters.
  fileprivate var level: LogLevel {
    switch self {
    case .skippedSnapshot, .misplacedSnapshot, .rebuildingIndex, .indexNotKept, .cutLog, .lostChanges,
      .lostIdentity, .lostStoryRevisions, .lostPast, .keptTooMuch,
      .stoppedWithoutSnapshot, .writesSwitchedOff:
      .warning
    case .checkpointFailed, .foundDamage, .mergeFailed, .becameReadOnly, .writesPaused: .error
    default: .info
    }
  }
}

/// Runs work that blocks on a thread of its own.
private func onThread(_ work: @escaping @Sendable () throws(CatalogError) -> Void) async throws {
  try await ComputePool(threads: 1).run { () throws(CatalogError) in try work() }
}
