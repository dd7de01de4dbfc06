import Flags
import Logging

/// Every setting of the server: one entry is its flag, its variable, its key in the configuration file, its check, its
/// help, and its line in `deploy/matiane.yaml` (which `matiane-server example-config` prints).
enum ServerSettings {
  static let sections = [general, archive, connections, security, access, limits, observation]

  private static let general = FlagSection(
    "General",
    [
      Flag(
        "config", "FILE", "Configuration file (YAML): any of these settings by name, read again on SIGHUP."),
      Flag(switch: "print-config", "Show every setting with its source, and exit."),
      Flag(switch: "version", "Show the version."),
      Flag(switch: "help", letter: "h", "Show this help."),
    ])

  private static let archive = FlagSection(
    "Archive",
    [
      Flag("data-dir", "DIR", default: "./matiane-data", "Where the archive is kept."),
      Flag(
        "durability", "MODE", default: "fsync",
        "When a write is acknowledged: fsync, interval:MS or none; see below."),
      Flag(
        "checkpoint-mb", .integer(0...1_048_576), "N", default: "64",
        "Write a snapshot when the log has grown by N MiB; 0 never."),
      Flag(
        "checkpoint-every", .duration, "TIME", default: "1h",
        "Write a snapshot so often if anything changed; 0s never."),
      Flag(
        "checkpoint-rate-mb", .integer(0...1_048_576), "N", default: "128",
        "MiB a second that a snapshot may write meanwhile; 0 any."),
      Flag(
        "verify-every", .duration, "TIME", default: "24h",
        "Read the newest snapshot again so often, 16 MiB a second, and report what is damaged; 0s never."),
      Flag("keep-snapshots", .integer(1...1000), "N", default: "2", "Snapshots to keep."),
      Flag("keep-days", .integer(0...36_500), "N", default: "0", "Keep every snapshot for N days, too."),
      Flag(
        "history", .duration, "TIME", default: "15m",
        "How long a revision can be read after there was a newer one."),
      Flag(
        "history-revisions", .integer(1...1_000_000_000), "N", default: "1000000",
        "How many of the newest revisions can be read at the most."),
      Flag(
        "max-memory", .bytes, "SIZE",
        "Refuse writes above it; 80 % of what the system grants when not given, 0 never."),
      Flag(
        "min-free-disk", .bytes, "SIZE", default: "256M",
        "Refuse writes below it (at most 5 % of the disk); 0 never."),
      Flag(
        "watch-history-mb", .integer(0...65_536), "N", default: "64",
        "Changes kept for watches to be resumed from, in MiB."),
      Flag(
        switch: "read-only", "Refuse writes; serves an archive on a file system that cannot be written, too."),
    ])

  private static let connections = FlagSection(
    "Connections",
    [
      Flag("listen", "ADDRESS", default: "127.0.0.1:50051", "Where to listen; port 0 takes a free one."),
      Flag("threads", .integer(1...256), "N", "Event loops; one a core when not given."),
      Flag(
        "max-message-mb", .integer(1...1024), "N", default: "4", "Largest request message, in MiB."),
      Flag(
        "compress-responses", .bytes, "SIZE", default: "0",
        "Responses of this size and more are compressed (gzip, else deflate) for clients that read that; 0 for none."
      ),
      Flag(
        "max-streams", .integer(1...100_000), "N", default: "1000", "Concurrent calls a connection may have."),
      Flag(
        "grace", .duration, "TIME", default: "30s",
        "How long calls in flight, and after them the last snapshot, may take when the server stops."),
      Flag(
        "drain-delay", .duration, "TIME", default: "0s",
        "Time from the end of readiness to the first GOAWAY, for load balancers to notice."),
      Flag(
        "keepalive", .duration, "TIME", default: "20s",
        "Silence after which a client is asked for a sign of life (PING); 0s never asks."),
      Flag("keepalive-timeout", .duration, "TIME", default: "20s", "How long that sign of life may take."),
      Flag(
        "min-ping-interval", .duration, "TIME", default: "10s",
        "Clients that keep sending PING more often are told too_many_pings; 0s lets them."),
      Flag(
        "max-idle", .duration, "TIME", default: "30m",
        "How long a connection may be without calls before its client is asked to leave; 0s for ever."),
      Flag(
        "max-age", .duration, "TIME", default: "0s",
        "Age, give or take a tenth, at which a connection's client is asked to leave; 0s for none."),
      Flag(
        "max-age-grace", .duration, "TIME", default: "0s",
        "How long calls may go on on a connection that is too old; 0s for as long as they like."),
    ])

  private static let security = FlagSection(
    "Security",
    [
      Flag(
        "tls-cert", .list, "FILE", reloadable: true,
        "Certificate chain (PEM); serves TLS, together with --tls-key. Once for each server name (SNI)."),
      Flag(
        "tls-key", .list, "FILE", reloadable: true,
        "Private key (PEM) of each certificate, in the same order."),
      Flag(
        "tls-client-ca", "FILE", reloadable: true,
        "Authorities (PEM) of client certificates; asks clients for one."),
      Flag(
        "tls-client-auth", .choice(["required", "optional"]), "WHICH", default: "required", reloadable: true,
        "Whether clients without a certificate are refused when --tls-client-ca is given."),
      Flag(
        "tls-watch", .duration, "TIME", default: "10s",
        "How often the certificate files are looked at for changes; 0s leaves it to SIGHUP and reload."),
    ])

  private static let access = FlagSection(
    "Access",
    [
      Flag(
        "keys", "FILE", reloadable: true,
        "API keys, as `matiane-server keys` makes them; callers need one then."),
      Flag(
        "client-role", .list, "SUBJECT=ROLE", reloadable: true,
        "Role of a client certificate by its subject: CN=backup=reader."),
      Flag(
        "anonymous", .choice(["none", "reader", "writer", "admin"]), "ROLE", reloadable: true,
        "Role of callers without credentials; none with keys or client roles, else admin."),
      Flag(
        switch: "insecure",
        "Listen without TLS on an address that other machines reach; whoever gets there can read keys and articles."
      ),
    ])

  private static let limits = FlagSection(
    "Limits",
    [
      Flag(
        "max-connections", .integer(1...10_000_000), "N", default: "65536",
        "Connections at once; more are closed as they come."),
      Flag(
        "max-connections-per-address", .integer(0...10_000_000), "N", default: "16384",
        "Connections at once from one IPv4 address or IPv6 network (/64); 0 for as many as there may be in all."
      ),
      Flag(
        "max-buffered", .bytes, "SIZE", default: "1G",
        "What all connections together may hold in requests under way and responses that wait; calls beyond it are refused."
      ),
      Flag(
        "rate-per-key", .integer(0...1_000_000), "N", default: "0", reloadable: true,
        "Calls a second that one API key may make, unless the key says otherwise; 0 for any number."),
      Flag(
        "rate-per-address", .integer(0...1_000_000), "N", default: "0", reloadable: true,
        "Calls a second that one IPv4 address or IPv6 network (/64) may make; 0 for any number."),
      Flag(
        "max-calls", .integer(0...10_000_000), "N", default: "0", reloadable: true,
        "Calls in flight over all connections; 0 for any number."),
      Flag(
        "max-queue-delay", .duration, "TIME", default: "250ms", reloadable: true,
        "When calls wait longer than this for their event loop, some are refused."),
      Flag(
        "max-query-cost", .integer(0...1_000_000_000), "N", default: "0", reloadable: true,
        "Postings and documents that one query may look at, in thousands; 0 for any number."),
    ])

  private static let observation = FlagSection(
    "Observation",
    [
      Flag(
        "log-level", .choice(LogLevel.allCases.map(\.name)), "LEVEL", default: "info", reloadable: true,
        "Least level of what is logged: debug, info, warning or error."),
      Flag(
        "log-format", .choice(["auto", "human", "json"]), "FORMAT", default: "auto",
        "auto is human, with journald's priorities where standard error is the journal."),
      Flag(
        "log-calls", .choice(["none", "faults", "all"]), "WHICH", default: "faults", reloadable: true,
        "Calls that are logged; faults are those that failed through the server."),
      Flag(
        "slow-query", .duration, "TIME", default: "500ms", reloadable: true,
        "Searches that take this long are logged with their plan; 0s for none."),
      Flag(
        "audit-log", "FILE",
        "Writes and administration are noted here, a JSON object a line; opened anew on SIGHUP; - for the log."
      ),
      Flag(
        "metrics-listen", "ADDRESS",
        "Serve /metrics (Prometheus), /healthz and /readyz over HTTP; for inside only."),
      Flag(
        "otlp-endpoint", "TARGET",
        "Send spans to this OTLP collector by gRPC: localhost:4317, or https://host:4317 for TLS."),
      Flag(
        "trace-percent", .integer(0...100), "N", default: "1",
        "Share of calls that are traced, of those whose caller has not decided."),
    ])
}
