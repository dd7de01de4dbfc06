import Flags
import GRPC
import MatianeClient
import TLS
import Tracing

/// What a subcommand works with: its settings and a client.
struct CommandContext: Sendable {
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
    if !isWanted, !tls.verifiesServer { throw UsageError("--tls-no-verify needs --tls") }
    return isWanted ? tls : nil
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
