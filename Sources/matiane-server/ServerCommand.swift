import Flags
import Storage

/// The flags of the server, and what it makes of them.
struct ServerCommand {
  static let version = "0.1.0"

  static let command = Command(
    "matiane-server", "Serves a news archive over gRPC.",
    flags: [
      Flag("data-dir", "DIR", default: "./matiane-data", "Where the archive is kept."),
      Flag("listen", "ADDRESS", default: "127.0.0.1:50051", "Where to listen; port 0 takes a free one."),
      Flag("threads", "N", "Event loops; one a core when not given."),
      Flag(
        "durability", "MODE", default: "fsync",
        "When a write is acknowledged: fsync, interval:MS or none; see below."),
      Flag("checkpoint-mb", "N", default: "64", "Write a snapshot when the log has grown by N MiB; 0 never."),
      Flag(
        "checkpoint-every", "TIME", default: "1h", "Write a snapshot so often if anything changed; 0s never."),
      Flag(
        "checkpoint-rate-mb", "N", default: "128", "MiB a second that a snapshot may write meanwhile; 0 any."),
      Flag("keep-snapshots", "N", default: "2", "Snapshots to keep."),
      Flag("watch-history-mb", "N", default: "64", "Changes kept for watches to be resumed from, in MiB."),
      Flag("keep-days", "N", default: "0", "Keep every snapshot for N days, too."),
      Flag("history", "TIME", default: "15m", "How long a revision can be read after there was a newer one."),
      Flag(
        "history-revisions", "N", default: "1000000",
        "How many of the newest revisions can be read at the most."),
      Flag(
        "max-memory", "SIZE",
        "Refuse writes above it; 80 % of what the system grants when not given, 0 never."),
      Flag(
        "min-free-disk", "SIZE", default: "256M", "Refuse writes below it (at most 5 % of the disk); 0 never."
      ),
      Flag("max-message-mb", "N", default: "4", "Largest request message, in MiB."),
      Flag("max-streams", "N", default: "1000", "Concurrent calls a connection may have."),
      Flag("grace", "TIME", default: "30s", "How long calls in flight may take when the server stops."),
      Flag("tls-cert", "FILE", "Certificate chain (PEM); serves TLS, together with --tls-key."),
      Flag("tls-key", "FILE", "Private key (PEM)."),
      Flag(switch: "read-only", "Refuse writes."),
      Flag(switch: "version", "Show the version."),
      Flag(switch: "help", letter: "h", "Show this help."),
    ],
    notes: """
      matiane-server check, repair and restore work on a data directory without serving it; each has --help.

      What --durability can lose of acknowledged writes: fsync nothing; interval:MS up to MS milliseconds when the power
      fails; none about the last half minute when the power fails. When only the process dies, none of them loses any.

      SIZE is a number of bytes or has K, M, G or T behind it (1024, 1024² …).

      Exit codes: 0 stopped as asked, 1 failed, 2 usage. SIGTERM and SIGINT stop it: it takes no new calls, lets those in
      flight finish, writes a snapshot and exits.
      """)

  let dataDirectory: String
  let listen: String
  let threads: Int?
  let durability: Durability
  let checkpointBytes: Int
  let keptSnapshots: Int
  let changeHistoryBytes: Int
  let checkpointInterval: Duration
  let checkpointBytesPerSecond: Int
  let snapshotRetention: Duration
  let history: Duration
  let historyRevisions: Int
  let maxMemoryBytes: Int
  let minFreeDiskBytes: Int
  let maxRequestBytes: Int
  let maxStreams: Int
  let grace: Duration
  let tlsFiles: (certificate: String, key: String)?
  let isReadOnly: Bool

  /// - Throws: `UsageError` naming the flag or variable, what was expected and what was found.
  init(_ settings: Settings) throws(UsageError) {
    dataDirectory = try settings.text("data-dir") ?? "./matiane-data"
    listen = try settings.text("listen") ?? "127.0.0.1:50051"
    threads = try settings.integer("threads", in: 1...256)
    durability = try Self.durability(settings)
    checkpointBytes = (try settings.integer("checkpoint-mb", in: 0...1_048_576) ?? 64) << 20
    keptSnapshots = try settings.integer("keep-snapshots", in: 1...1000) ?? 2
    changeHistoryBytes = (try settings.integer("watch-history-mb", in: 0...65_536) ?? 64) << 20
    checkpointInterval = try settings.duration("checkpoint-every") ?? .zero
    checkpointBytesPerSecond = (try settings.integer("checkpoint-rate-mb", in: 0...1_048_576) ?? 0) << 20
    snapshotRetention = .seconds(86_400 * (try settings.integer("keep-days", in: 0...36_500) ?? 0))
    history = try settings.duration("history") ?? .seconds(900)
    historyRevisions = try settings.integer("history-revisions", in: 1...1_000_000_000) ?? 1_000_000
    maxMemoryBytes = try settings.bytes("max-memory") ?? grantedMemoryBytes() / 5 * 4
    minFreeDiskBytes = try settings.bytes("min-free-disk") ?? 0
    maxRequestBytes = (try settings.integer("max-message-mb", in: 1...1024) ?? 4) << 20
    maxStreams = try settings.integer("max-streams", in: 1...100_000) ?? 1000
    grace = try settings.duration("grace") ?? .seconds(30)
    isReadOnly = try settings.isOn("read-only")
    switch (try settings.text("tls-cert"), try settings.text("tls-key")) {
    case (nil, nil): tlsFiles = nil
    case (let certificate?, let key?): tlsFiles = (certificate, key)
    case (nil, _): throw UsageError("--tls-key needs --tls-cert")
    case (_, nil): throw UsageError("--tls-cert needs --tls-key")
    }
  }

  private static func durability(_ settings: Settings) throws(UsageError) -> Durability {
    let text = try settings.text("durability") ?? "fsync"
    guard let durability = Durability(text) else {
      throw UsageError(
        "\(settings.source(of: "durability")): expected fsync, interval:MS or none, found '\(text)'")
    }
    return durability
  }
}
