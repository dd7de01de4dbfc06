import Access
import Flags
import Glibc
import Logging
import Storage
import Transport

/// What the server makes of its settings.
struct ServerCommand {
  static let version = "0.1.0"

  static let command = Command(
    "matiane-server", "Serves a news archive over gRPC.",
    operands: "[check-config | example-config | keys … | check | repair | restore]",
    operandCount: 0...1, sections: ServerSettings.sections,
    commandLineOnly: ["config", "print-config", "version", "help"],
    notes: """
      A flag wins over its variable, the variable over the configuration file, the file over the default.

      check-config            checks the configuration and the files that it names, and exits
      example-config          prints a documented configuration file
      check, repair, restore  work on a data directory without serving it; each has --help
      keys                    makes, lists and revokes API keys; see `matiane-server keys --help`

      What --durability can lose of acknowledged writes: fsync nothing; interval:MS up to MS milliseconds when the power
      fails; none about the last half minute when the power fails. When only the process dies, none of them loses any.

      SIZE is a number of bytes or has K, M, G or T behind it (1024, 1024² …).

      Exit codes: 0 stopped as asked, 1 failed, 2 usage. SIGTERM and SIGINT stop the server: it takes no new calls, lets
      those in flight finish, writes a snapshot and exits; a second one ends it at once, and the next start replays the log.
      SIGHUP makes it read its configuration file, certificates and keys again.
      """)

  let settings: Settings
  let dataDirectory: String
  let listen: String
  let threads: Int?
  let durability: Durability
  let checkpointBytes: Int
  let keptSnapshots: Int
  let changeHistoryBytes: Int
  let checkpointInterval: Duration
  let checkpointBytesPerSecond: Int
  let verifyInterval: Duration
  let snapshotRetention: Duration
  let history: Duration
  let historyRevisions: Int
  let maxMemoryBytes: Int
  let minFreeDiskBytes: Int
  let maxRequestBytes: Int
  let compressedResponseBytes: Int?
  let maxStreams: Int
  let maxConnections: Int
  let maxConnectionsPerAddress: Int?
  let maxBufferedBytes: Int
  let grace: Duration
  let drainDelay: Duration
  let lifetime: LifetimePolicy
  let minPingInterval: Duration
  let tls: TLSSettings?
  let tlsWatch: Duration?
  let isReadOnly: Bool
  let keyFile: String?
  let clientRoles: [String]
  let anonymous: String?
  let isInsecure: Bool
  let callLimits: CallLimits
  let maxQueryCost: Int
  let slowQuery: Duration?
  let logLevel: LogLevel
  let logFormat: String
  let loggedCalls: LoggedCalls
  let auditLog: String?
  let metricsListen: String?
  let otlpEndpoint: String?
  let tracePercent: Int

  /// - Throws: `UsageError` naming the flag or variable, what was expected and what was found.
  init(_ settings: Settings) throws(UsageError) {
    try settings.validate()
    self.settings = settings
    dataDirectory = try settings.text("data-dir") ?? "./matiane-data"
    if dataDirectory.isEmpty {
      throw UsageError("\(settings.source(of: "data-dir")): expected a folder, found nothing")
    }
    listen = try settings.text("listen") ?? "127.0.0.1:50051"
    threads = try settings.integer("threads")
    durability = try Self.durability(settings)
    checkpointBytes = (try settings.integer("checkpoint-mb") ?? 64) << 20
    keptSnapshots = try settings.integer("keep-snapshots") ?? 2
    checkpointInterval = try settings.duration("checkpoint-every") ?? .zero
    verifyInterval = try settings.duration("verify-every") ?? .zero
    checkpointBytesPerSecond = (try settings.integer("checkpoint-rate-mb") ?? 0) << 20
    snapshotRetention = .seconds(86_400 * (try settings.integer("keep-days") ?? 0))
    history = try settings.duration("history") ?? .seconds(900)
    historyRevisions = try settings.integer("history-revisions") ?? 1_000_000
    maxMemoryBytes = try settings.bytes("max-memory") ?? MemoryGrant.bytes() / 5 * 4
    guard maxMemoryBytes == 0 || maxMemoryBytes >= 1 << 20 else {
      throw UsageError(
        "\(settings.source(of: "max-memory")): expected 0 or at least 1M, found \(maxMemoryBytes) bytes")
    }
    minFreeDiskBytes = try settings.bytes("min-free-disk") ?? 0
    changeHistoryBytes = (try settings.integer("watch-history-mb") ?? 64) << 20
    maxRequestBytes = (try settings.integer("max-message-mb") ?? 4) << 20
    compressedResponseBytes = try settings.bytes("compress-responses").flatMap { $0 > 0 ? $0 : nil }
    maxStreams = try settings.integer("max-streams") ?? 1000
    maxConnections = try settings.integer("max-connections") ?? 65_536
    maxConnectionsPerAddress = try settings.integer("max-connections-per-address").flatMap {
      $0 > 0 ? $0 : nil
    }
    maxBufferedBytes = try settings.bytes("max-buffered") ?? 1 << 30
    grace = try settings.duration("grace") ?? .seconds(30)
    drainDelay = try settings.duration("drain-delay") ?? .zero
    isReadOnly = try settings.isOn("read-only")
    keyFile = try settings.text("keys")
    clientRoles = try settings.list("client-role")
    anonymous = try settings.choice("anonymous")
    isInsecure = try settings.isOn("insecure")
    callLimits = try Self.callLimits(settings)
    maxQueryCost = (try settings.integer("max-query-cost") ?? 0) * 1000
    slowQuery = try settings.duration("slow-query").flatMap { $0 > .zero ? $0 : nil }
    logLevel = try settings.choice("log-level").flatMap(LogLevel.init(name:)) ?? .info
    logFormat = try settings.choice("log-format") ?? "auto"
    loggedCalls = try settings.choice("log-calls").flatMap(LoggedCalls.init(rawValue:)) ?? .faults
    auditLog = try settings.text("audit-log")
    metricsListen = try settings.text("metrics-listen")
    otlpEndpoint = try settings.text("otlp-endpoint")
    tracePercent = try settings.integer("trace-percent") ?? 1
    lifetime = try Self.lifetime(settings)
    minPingInterval = try settings.duration("min-ping-interval") ?? .seconds(10)
    tls = try TLSSettings(settings)
    tlsWatch = try Self.limit(settings, "tls-watch")
  }

  /// How lines of the log look.
  func format(_ environment: [String: String]) -> EventLog.Format {
    switch logFormat {
    case "json": .json
    case "human": .human
    default: EventLog.isJournal(STDERR_FILENO, stream: environment["JOURNAL_STREAM"]) ? .journal : .human
    }
  }

  private static func lifetime(_ settings: Settings) throws(UsageError) -> LifetimePolicy {
    var policy = LifetimePolicy()
    policy.keepaliveInterval = try limit(settings, "keepalive")
    policy.keepaliveTimeout = try settings.duration("keepalive-timeout") ?? policy.keepaliveTimeout
    policy.maxIdle = try limit(settings, "max-idle")
    policy.maxAge = try limit(settings, "max-age")
    policy.ageGrace = try limit(settings, "max-age-grace")
    return policy
  }

  /// A span of time of which zero means none.
  private static func limit(_ settings: Settings, _ name: String) throws(UsageError) -> Duration? {
    try settings.duration(name).flatMap { $0 > .zero ? $0 : nil }
  }

  private static func callLimits(_ settings: Settings) throws(UsageError) -> CallLimits {
    var limits = CallLimits()
    limits.callsPerSecondAndKey = try settings.integer("rate-per-key") ?? 0
    limits.callsPerSecondAndAddress = try settings.integer("rate-per-address") ?? 0
    limits.callsInFlight = try settings.integer("max-calls") ?? 0
    limits.queueDelay = try settings.duration("max-queue-delay") ?? limits.queueDelay
    return limits
  }

  private static func durability(_ settings: Settings) throws(UsageError) -> Durability {
    let text = try settings.text("durability") ?? "fsync"
    guard let durability = Durability(text) else {
      throw UsageError(
        "\(settings.source(of: "durability")): expected fsync, interval:MS with MS from 1 to 3600000, or none, found '\(text)'"
      )
    }
    return durability
  }
}
