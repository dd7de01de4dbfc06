import Flags

/// A subcommand: what it takes and what it does.
protocol Subcommand: SendableMetatype {
  static var name: String { get }
  static var command: Command { get }
  static func run(_ context: CommandContext) async throws -> ExitCode
  /// Does what needs no client; nil when one is needed.
  static func runWithoutClient(_ settings: Settings) throws -> ExitCode?
  /// Whether it can be run again after a call that the server did not begin; not when its input is used up.
  static func isRepeatable(_ settings: Settings) -> Bool
}

extension Subcommand {
  static func runWithoutClient(_ settings: Settings) throws -> ExitCode? { nil }
  static func isRepeatable(_ settings: Settings) -> Bool { true }
}

/// Flags that every subcommand takes.
let commonFlags: [Flag] = [
  Flag(
    "server", letter: "s", "TARGET", default: "127.0.0.1:50051",
    "Server to talk to: HOST[:PORT], dns:///HOST[:PORT] or unix:PATH; port 50051 when not given."),
  Flag(
    "timeout", .duration, "TIME", default: "30s",
    "How long one call may take; of a stream, how long the server may be silent."),
  Flag(
    "output", letter: "o", .choice(OutputFormat.allCases.map(\.rawValue)), "FORMAT", default: "table",
    "Output: table, json or jsonl."),
  Flag("api-key", "KEY", secret: true, "API key that the server knows you by."),
  Flag(switch: "tls", "Talk TLS and trust the system's authorities."),
  Flag("tls-ca", "FILE", "Talk TLS and trust the authorities in this file (PEM)."),
  Flag("tls-cert", "FILE", "Certificate chain to show to the server (PEM), together with --tls-key."),
  Flag("tls-key", "FILE", "Private key of that certificate (PEM)."),
  Flag(
    switch: "tls-no-verify",
    "Take any certificate of the server: for a server on the same machine, such as in a container's health check."
  ),
  Flag(
    "tls-server-name", "NAME", "Name that the server's certificate has to bear, when not that of --server."),
  Flag(switch: "help", letter: "h", "Show this help."),
]

extension Settings {
  /// The time limit of one call, or of the server's silence in a stream.
  func timeout() throws(UsageError) -> Duration { try duration("timeout") }

  /// How results are printed.
  func outputFormat() throws(UsageError) -> OutputFormat {
    try choice("output", OutputFormat.init(rawValue:))
  }
}
