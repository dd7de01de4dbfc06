import Flags
import Logging

/// Every setting of the server: one entry is its flag, its variable, its key in the configuration file, its check, its
/// help, and its line in `deploy/matiane.yaml` (which `matiane-server example-config` prints).
enum SettingsTable {
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
        "When a write is acknowledged: fsync, interval:MS or none; --help says what each can lose."),
      Flag(
        "checkpoint-mb", .integer(0...1_048_576), "N", default: "64",
        "Write a snapshot when the log has grown by N MiB; 0 for never."),
      Flag(
        "checkpoint-every", .duration, "TIME", default: "1h",
        "How often to write a snapshot, if anything has changed; 0s for never."),
      Flag(
        "checkpoint-rate-mb", .integer(0...1_048_576), "N", default: "128",
        "How many MiB a second are written of a snapshot, so that other writes get through; 0 for any number."
      ),
      Flag(
        "verify-every", .duration, "TIME", default: "24h",
        "How often to read the newest snapshot again, at 16 MiB a second, and report what is damaged; 0s for never."
      ),
      Flag("keep-snapshots", .integer(1...1000), "N", default: "2", "How many snapshots to keep."),
      Flag(
        "keep-days", .integer(0...36_500), "N", default: "0",
        "Keep every snapshot for N days, however many there are."),
      Flag(
        "history", .duration, "TIME", default: "15m",
        "How long a revision can be read once there is a newer one."),
      Flag(
        "history-revisions", .integer(1...1_000_000_000), "N", default: "1000000",
        "How many of the newest revisions can be read at most."),
      Flag(
        "max-memory", .bytes, "SIZE",
        "Refuse writes while the process has more private memory than this; 0 for no bound, what the system grants but a fifth, at least 192 MiB, when not given."
      ),
      Flag(
        "min-free-disk", .bytes, "SIZE", default: "256M",
        "Refuse writes while less than this, or than 5 % of it if that is less, is free on the disk; 0 for no bound."
      ),
      Flag(
        "watch-history-mb", .integer(0...65_536), "N", default: "64",
        "How many MiB of changes are kept, from which watches can be resumed; those of the newest writes always are."
      ),
      Flag(
        switch: "read-only",
        "Refuse writes; also serves an archive that this user cannot write, or on a disk that nobody can."),
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
        "Compress responses of this size and more (gzip, else deflate) for clients that read that; 0 for none."
      ),
      Flag(
        "max-streams", .integer(1...100_000), "N", default: "1000",
        "How many calls one connection may have at once."),
      Flag(
        "grace", .duration, "TIME", default: "30s",
        "How long a stop may take: for calls in flight, and then for the last snapshot."),
      Flag(
        "drain-delay", .duration, "TIME", default: "0s",
        "How long a server that stops goes on taking calls after it says that it is not ready, for load balancers to notice."
      ),
      Flag(
        "keepalive", .duration, "TIME", default: "20s",
        "After how much silence a client is sent a PING; 0s for never."),
      Flag(
        "keepalive-timeout", .duration, "TIME", default: "20s",
        "How long a client may take to answer that before its connection is closed."),
      Flag(
        "min-ping-interval", .duration, "TIME", default: "10s",
        "Connections of clients that keep sending PINGs more often than this are closed (too_many_pings); 0s for no bound."
      ),
      Flag(
        "max-idle", .duration, "TIME", default: "30m",
        "How long a connection may be without calls before its client is asked to leave (GOAWAY); 0s for any time."
      ),
      Flag(
        "max-age", .duration, "TIME", default: "0s",
        "How old a connection may be, give or take a tenth, before its client is asked to leave (GOAWAY); 0s for any age."
      ),
      Flag(
        "max-age-grace", .duration, "TIME", default: "0s",
        "How long the calls of a connection may go on when it is too old; 0s for as long as they take."),
    ])

  private static let security = FlagSection(
    "Security",
    [
      Flag(
        "tls-cert", .list, "FILE", reloadable: true,
        "Certificate chain (PEM); with --tls-key it turns TLS on. May be given once for each server name (SNI)."
      ),
      Flag(
        "tls-key", .list, "FILE", reloadable: true,
        "Private key (PEM) of each certificate, in the same order."),
      Flag(
        "tls-client-ca", "FILE", reloadable: true,
        "Authorities (PEM) of client certificates; when given, clients are asked for one. Clients that are connected already stay when one is taken out, as long as --max-age lets them."
      ),
      Flag(
        "tls-client-auth", .choice(["required", "optional"]), "WHICH", default: "required", reloadable: true,
        "Whether clients have to show a certificate when --tls-client-ca is given: required, or optional."),
      Flag(
        "tls-watch", .duration, "TIME", default: "10s",
        "How often the certificate files are looked at for changes; 0s leaves it to SIGHUP and reload."),
    ])

  private static let access = FlagSection(
    "Access",
    [
      Flag(
        "keys", "FILE", reloadable: true,
        "API keys, as `matiane-server keys` makes them; when given, callers need one."),
      Flag(
        "client-role", .list, "SUBJECT=ROLE", reloadable: true,
        "Role (reader, writer or admin) of a client certificate by its subject: CN=backup=reader."),
      Flag(
        "anonymous", .choice(["none", "reader", "writer", "admin"]), "ROLE", reloadable: true,
        "Role of callers without credentials: none, reader, writer or admin. When not given, none with --keys or --client-role, and admin without."
      ),
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
        "How many connections there may be at once; further ones are closed as they come."),
      Flag(
        "max-connections-per-address", .integer(0...10_000_000), "N", default: "16384",
        "How many connections one IPv4 address or IPv6 network (/64) may have at once; 0 for as many as there may be in all."
      ),
      Flag(
        "max-buffered", .bytes, "SIZE",
        "What all connections together may hold in requests under way and responses that wait; calls beyond it are refused. 1G, or a 16th of max-memory if that is less, but two of the largest messages at least, when not given."
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
        "How long calls may wait for their event loop before some are refused; 0s for any time."),
      Flag(
        "max-query-cost", .integer(0...1_000_000_000), "N", default: "0", reloadable: true,
        "How many thousands of postings and documents one query may look at; 0 for any number."),
    ])

  private static let observation = FlagSection(
    "Observation",
    [
      Flag(
        "log-level", .choice(LogLevel.allCases.map(\.name)), "LEVEL", default: "info", reloadable: true,
        "Least level that is logged: debug, info, warning or error."),
      Flag(
        "log-format", .choice(["auto", "human", "json"]), "FORMAT", default: "auto",
        "How lines look: human, json, or auto, which is human, with journald's priorities where standard error is the journal."
      ),
      Flag(
        "log-calls", .choice(["none", "faults", "all"]), "WHICH", default: "faults", reloadable: true,
        "Which calls are logged: none, all, or faults: those that failed through a fault of the server."),
      Flag(
        "slow-query", .duration, "TIME", default: "500ms", reloadable: true,
        "Log searches that take this long, with their plan; 0s for none."),
      Flag(
        "audit-log", "FILE",
        "Note writes and administration here, a JSON object a line; opened anew on SIGHUP; - for the log."
      ),
      Flag(
        "metrics-listen", "ADDRESS",
        "Where to serve /metrics (Prometheus), /healthz and /readyz over HTTP, without credentials; nothing for nowhere."
      ),
      Flag(
        "otlp-endpoint", "TARGET",
        "Send spans to this OTLP collector by gRPC: localhost, or https://host for TLS; port 4317 when not given."
      ),
      Flag(
        "trace-percent", .integer(0...100), "N", default: "1",
        "Percentage of calls that are traced, of those whose caller has not decided."),
    ])
}
