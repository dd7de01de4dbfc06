import Access
import Flags
import Glibc
import Logging
import Storage
import Transport

/// The settings of one run, read and checked: the values of what `SettingsTable` declares.
struct ServerCommand {
  static let version = "0.1.0"

  static let command = Command(
    "matiane-server", "Serves a news archive over gRPC.",
    operands: "[check-config | example-config | keys | check | repair | restore]",
    operandCount: 0...1, sections: SettingsTable.sections,
    commandLineOnly: ["config", "print-config", "version", "help"],
    notes: """
      A flag wins over its variable, the variable over the configuration file, the file over the default.

      Instead of serving, a command before the flags does something else:
      check-config            checks the configuration and the files that it names
      example-config          prints a documented configuration file
      check, repair, restore  work on a data directory; each has --help
      keys                    makes, lists and revokes API keys; see `matiane-server keys --help`

      What of acknowledged writes a power cut can lose, by --durability:
      fsync        nothing
      interval:MS  up to the last MS milliseconds
      none         about the last half minute
      When only the process dies, nothing is lost.

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
    dataDirectory = try settings.text("data-dir")
    if dataDirectory.isEmpty {
      throw UsageError("\(settings.source(of: "data-dir")): expected a folder, found nothing")
    }
    listen = try settings.text("listen")
    threads = try settings.integer(ifGiven: "threads")
    durability = try Self.durability(settings)
    checkpointBytes = try settings.integer("checkpoint-mb") << 20
    keptSnapshots = try settings.integer("keep-snapshots")
    checkpointInterval = try settings.duration("checkpoint-every")
    verifyInterval = try settings.duration("verify-every")
    checkpointBytesPerSecond = try settings.integer("checkpoint-rate-mb") << 20
    snapshotRetention = .seconds(try settings.integer("keep-days") * 86_400)
    history = try settings.duration("history")
    historyRevisions = try settings.integer("history-revisions")
    maxMemoryBytes = try settings.bytes(ifGiven: "max-memory") ?? Self.usualMemory(of: MemoryGrant.bytes())
    guard maxMemoryBytes == 0 || maxMemoryBytes >= 1 << 20 else {
      throw UsageError(
        "\(settings.source(of: "max-memory")): expected 0 or at least 1M, found \(maxMemoryBytes) bytes")
    }
    minFreeDiskBytes = try settings.bytes("min-free-disk")
    changeHistoryBytes = try settings.integer("watch-history-mb") << 20
    maxRequestBytes = try settings.integer("max-message-mb") << 20
    compressedResponseBytes = Self.limit(try settings.bytes("compress-responses"))
    maxStreams = try settings.integer("max-streams")
    maxConnections = try settings.integer("max-connections")
    maxConnectionsPerAddress = Self.limit(try settings.integer("max-connections-per-address"))
    maxBufferedBytes =
      try settings.bytes(ifGiven: "max-buffered")
      ?? Self.usualBuffers(in: maxMemoryBytes, ofMessages: maxRequestBytes)
    grace = try settings.duration("grace")
    drainDelay = try settings.duration("drain-delay")
    isReadOnly = try settings.isOn("read-only")
    keyFile = try settings.text(ifGiven: "keys")
    clientRoles = try settings.list("client-role")
    anonymous = try settings.choice(ifGiven: "anonymous")
    isInsecure = try settings.isOn("insecure")
    callLimits = try Self.callLimits(settings)
    maxQueryCost = try settings.integer("max-query-cost") * 1000
    slowQuery = Self.limit(try settings.duration("slow-query"))
    logLevel = try settings.choice("log-level", LogLevel.init(name:))
    logFormat = try settings.choice("log-format") { $0 }
    loggedCalls = try settings.choice("log-calls", LoggedCalls.init(rawValue:))
    auditLog = try settings.text(ifGiven: "audit-log")
    metricsListen = try settings.text(ifGiven: "metrics-listen").flatMap { $0.isEmpty ? nil : $0 }
    otlpEndpoint = try settings.text(ifGiven: "otlp-endpoint")
    tracePercent = try settings.integer("trace-percent")
    lifetime = try Self.lifetime(settings)
    minPingInterval = try settings.duration("min-ping-interval")
    tls = try TLSSettings(settings)
    tlsWatch = Self.limit(try settings.duration("tls-watch"))
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
    policy.keepaliveInterval = limit(try settings.duration("keepalive"))
    policy.keepaliveTimeout = try settings.duration("keepalive-timeout")
    policy.maxIdle = limit(try settings.duration("max-idle"))
    policy.maxAge = limit(try settings.duration("max-age"))
    policy.ageGrace = limit(try settings.duration("max-age-grace"))
    return policy
  }

  /// A limit of which zero means none.
  private static func limit(_ span: Duration) -> Duration? { span > .zero ? span : nil }
  private static func limit(_ count: Int) -> Int? { count > 0 ? count : nil }

  /// What of the memory that the system grants the archive may take. The rest, at most half, is for what comes and goes: requests,
  /// batches of writes, merges.
  static func usualMemory(of grant: Int) -> Int { max(min(grant / 5 * 4, grant - (192 << 20)), grant / 2) }

  /// What requests and responses may hold beside so much memory; a write that waits takes four times its request.
  static func usualBuffers(in memory: Int, ofMessages largest: Int) -> Int {
    memory == 0 ? 1 << 30 : min(max(memory / 16, 2 * largest), 1 << 30)
  }

  private static func callLimits(_ settings: Settings) throws(UsageError) -> CallLimits {
    var limits = CallLimits()
    limits.callsPerSecondPerKey = try settings.integer("rate-per-key")
    limits.callsPerSecondPerAddress = try settings.integer("rate-per-address")
    limits.callsInFlight = try settings.integer("max-calls")
    limits.queueDelay = try settings.duration("max-queue-delay")
    return limits
  }

  private static func durability(_ settings: Settings) throws(UsageError) -> Durability {
    let text = try settings.text("durability")
    guard let durability = Durability(text) else {
      throw UsageError(
        "\(settings.source(of: "durability")): expected fsync, interval:MS with MS from 1 to 3600000, or none, found '\(text)'"
      )
    }
    return durability
  }
}
