import Flags
import GRPC
import MatianeClient

/// `matiane health`
enum Health: Subcommand {
  static let name = "health"
  static let command = Command(
    "matiane health", "Ask whether the server serves; exit code 0 when it does, 6 when not.",
    operands: "[SERVICE]", operandCount: 0...1, flags: commonFlags)

  static func run(_ session: Session) async throws -> ExitCode {
    var request = HealthCheckRequest()
    request.service = session.settings.operands.first ?? ""
    let health = HealthClient(session.client.channel)
    let response = try await health.check(
      request, options: CallOptions(timeout: min(try session.timeout(), .seconds(5))))
    try session.format.show(response) { "\($0.status)" }
    return response.status == .serving ? .ok : .unavailable
  }
}
