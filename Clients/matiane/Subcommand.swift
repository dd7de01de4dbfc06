import Flags
import GRPC
import MatianeClient
import TLS

/// A subcommand: what it takes and what it does.
protocol Subcommand: SendableMetatype {
  static var name: String { get }
  static var command: Command { get }
  static func run(_ session: Session) async throws -> ExitCode
}

/// Flags that every subcommand takes.
let commonFlags: [Flag] = [
  Flag("server", letter: "s", "TARGET", default: "127.0.0.1:50051", "Server to talk to."),
  Flag("timeout", "TIME", default: "30s", "How long one call may take."),
  Flag("output", letter: "o", "FORMAT", default: "table", "Output: table, json or jsonl."),
  Flag("tls-ca", "FILE", "Talk TLS and trust the authorities in this file (PEM)."),
  Flag(switch: "tls", "Talk TLS and trust the system's authorities."),
  Flag(switch: "help", letter: "h", "Show this help."),
]

/// What a subcommand works with: its settings and a client.
struct Session: Sendable {
  let settings: Settings
  let client: MatianeClient
  let format: OutputFormat

  init(_ settings: Settings) throws {
    self.settings = settings
    format =
      OutputFormat(rawValue: try settings.choice("output", of: OutputFormat.allCases.map(\.rawValue)) ?? "")
      ?? .table
    var configuration = ChannelConfiguration()
    if let file = try settings.text("tls-ca") {
      var tls = ClientTLSConfiguration()
      tls.authorities = try PEM(file: file)
      configuration.tls = tls
    } else if try settings.isOn("tls") {
      configuration.tls = ClientTLSConfiguration()
    }
    client = try MatianeClient(
      try settings.text("server") ?? "127.0.0.1:50051", configuration: configuration)
  }

  /// The time limit of one call that is not a stream.
  func timeout() throws(UsageError) -> Duration {
    try settings.duration("timeout") ?? .seconds(30)
  }
}
