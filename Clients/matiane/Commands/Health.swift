import Flags
import GRPC
import MatianeClient

/// `matiane health`
enum Health: Subcommand {
  static let name = "health"
  static let command = Command(
    "matiane health", "Ask whether the server serves; exit code 0 when it does, 6 when not.",
    operands: "[SERVICE]", operandCount: 0...1,
    flags: [
      Flag(
        switch: "local",
        "Ask the server of this machine or container at --metrics-listen, which takes no credentials; by gRPC when it has none."
      ),
      Flag("metrics-listen", "ADDRESS", "Where the server was told to serve its metrics, for --local."),
    ] + commonFlags)

  private static let longest = Duration.seconds(5)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    var request = HealthCheckRequest()
    request.service = context.settings.operands.first ?? ""
    let limit = min(try context.settings.timeout(), longest)
    let health = HealthClient(context.client.channel)
    return try show(
      try await health.check(request, options: CallOptions(timeout: limit)), in: context.settings)
  }

  static func runWithoutClient(_ settings: Settings) throws -> ExitCode? {
    guard try settings.isOn("local"), let address = try settings.text(ifGiven: "metrics-listen"),
      !address.isEmpty
    else { return nil }
    let probe = try LocalProbe(address, from: settings.source(of: "metrics-listen"))
    let complaint = try probe.complaint(within: min(try settings.timeout(), longest))
    if let complaint { printError("matiane: \(complaint)") }
    var response = HealthCheckResponse()
    response.status = complaint == nil ? .serving : .notServing
    return try show(response, in: settings)
  }

  private static func show(_ response: HealthCheckResponse, in settings: Settings) throws -> ExitCode {
    try settings.outputFormat().show(response) { "\($0.status)" }
    return response.status == .serving ? .ok : .unavailable
  }
}
