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
  Flag("server", letter: "s", "TARGET", default: "127.0.0.1:50051", "Server to talk to."),
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

/// What a subcommand works with: its settings and a client.
struct Session: Sendable {
  let settings: Settings
  let client: MatianeClient
  let format: OutputFormat

  init(_ settings: Settings) throws {
    self.settings = settings
    format = try settings.outputFormat()
    var configuration = ChannelConfiguration()
    do {
      configuration.tls = try Self.tls(settings)
      // Nothing is said to anybody before the files are known to be good.
      if let tls = configuration.tls { _ = try TLSContext(client: tls) }
    } catch let error as TLSError {
      throw UsageError("\(error)")
    }
    configuration.authority = try settings.text(ifGiven: "tls-server-name")
    configuration.interceptors.append(TimeLimit(try settings.timeout()))
    if let parent = Self.ongoingTrace(environmentVariables()) {
      configuration.interceptors.append(OngoingTrace(parent))
    }
    let (server, key) = (try settings.text("server"), try settings.text(ifGiven: "api-key"))
    let isEncrypted = configuration.tls != nil
    if let warning = KeyInPlaintext.warning(key: key, server: server, isEncrypted: isEncrypted) {
      printError("matiane: \(warning)")
    }
    client = try MatianeClient(server, apiKey: key, configuration: configuration)
  }

  private static func ongoingTrace(_ environment: [String: String]) -> TraceContext? {
    environment["TRACEPARENT"].flatMap {
      TraceContext(traceparent: $0, tracestate: environment["TRACESTATE"] ?? "")
    }
  }

  /// What TLS is to be talked with; nil for plaintext. Files may also be given as PEM text, so that they can stand in
  /// environment variables.
  private static func tls(_ settings: Settings) throws -> ClientTLSConfiguration? {
    func pem(_ flag: String) throws -> PEM? {
      try settings.text(ifGiven: flag).map { text throws(TLSError) in
        try PEM(setting: text, from: settings.source(of: flag))
      }
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
    if !isWanted, try settings.text(ifGiven: "tls-server-name") != nil {
      throw UsageError("--tls-server-name needs --tls or --tls-ca")
    }
    return isWanted ? tls : nil
  }
}

extension Settings {
  /// The time limit of one call, or of the server's silence in a stream.
  func timeout() throws(UsageError) -> Duration { try duration("timeout") }

  /// How results are printed.
  func outputFormat() throws(UsageError) -> OutputFormat {
    try choice("output", OutputFormat.init(rawValue:))
  }
}

/// Ends calls after `--timeout`: those that are not streams when they take longer, streams when the server is silent for longer.
private struct TimeLimit: ClientInterceptor {
  private let limit: Duration

  init(_ limit: Duration) { self.limit = limit }

  func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    guard call.method.kind == .unary else {
      return call.options.maxSilence = call.options.maxSilence ?? limit
    }
    call.options.timeout = min(call.options.timeout ?? limit, limit)
  }
}

/// Goes on with the trace that the program was called in: `TRACEPARENT` and `TRACESTATE`, as W3C Trace Context writes them.
private struct OngoingTrace: ClientInterceptor {
  private let parent: TraceContext

  init(_ parent: TraceContext) { self.parent = parent }

  func prepare(_ call: inout OutgoingCall) async throws(RPCError) {
    for field in parent.child().fields { try call.options.metadata.append(field.name, field.value) }
  }
}
