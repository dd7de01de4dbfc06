import Flags
import GRPC
import MatianeClient
import TLS
import Tracing

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
    configuration.tls = try Self.tls(settings)
    configuration.authority = try settings.text("tls-server-name")
    if let parent = processEnvironment()["TRACEPARENT"].flatMap({ TraceContext(traceparent: $0) }) {
      configuration.interceptors.append(OngoingTrace(parent))
    }
    client = try MatianeClient(
      try settings.text("server") ?? "127.0.0.1:50051", apiKey: try settings.text("api-key"),
      configuration: configuration)
  }

  /// What TLS is to be talked with; nil for plaintext. Files may also be given as PEM text, so that they can stand in
  /// environment variables.
  private static func tls(_ settings: Settings) throws -> ClientTLSConfiguration? {
    func pem(_ flag: String) throws -> PEM? {
      try settings.text(flag).map { try PEM(pathOrText: $0, name: settings.source(of: flag)) }
    }
    var tls = ClientTLSConfiguration()
    tls.authorities = try pem("tls-ca")
    tls.verifiesServer = !(try settings.isOn("tls-no-verify"))
    switch (try pem("tls-cert"), try pem("tls-key")) {
    case (nil, nil): break
    case (let certificates?, let key?):
      tls.identity = TLSIdentity(certificates: certificates, privateKey: key)
    case (nil, _): throw UsageError("--tls-key needs --tls-cert")
    case (_, nil): throw UsageError("--tls-cert needs --tls-key")
    }
    let isWanted = try settings.isOn("tls") || tls.authorities != nil || tls.identity != nil
    if !isWanted, try settings.text("tls-server-name") != nil {
      throw UsageError("--tls-server-name needs --tls or --tls-ca")
    }
    return isWanted ? tls : nil
  }

  /// The time limit of one call that is not a stream.
  func timeout() throws(UsageError) -> Duration {
    try settings.duration("timeout") ?? .seconds(30)
  }
}

/// Goes on with the trace that the program was called in: `TRACEPARENT`, as W3C Trace Context writes it.
private struct OngoingTrace: ClientInterceptor {
  private let parent: TraceContext

  init(_ parent: TraceContext) { self.parent = parent }

  func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    try call.options.metadata.append("traceparent", parent.child().traceparent)
  }
}
