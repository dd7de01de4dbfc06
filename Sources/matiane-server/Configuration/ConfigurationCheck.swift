import Flags
import TLS

/// `matiane-server check-config`: whether the server could start with these settings.
enum ConfigurationCheck {
  /// Checks every value, reads every file that the settings name and looks every host up; nothing is changed or listened
  /// at.
  ///
  /// - Throws: `UsageError` for the first problem.
  static func run(_ settings: Settings, _ environment: [String: String]) async throws(UsageError) {
    let command = try ServerCommand(settings)
    do {
      if let tls = command.tls { _ = try Certificates(tls) }
      let access = try AccessControl(command)
      _ = try access.policy(ServedMethods.roles)
      let address = try await listenAddress(command.listen, from: settings.source(of: "listen"))
      try access.checkExposure(of: address)
      if let metrics = command.metricsListen {
        _ = try await listenAddress(metrics, from: settings.source(of: "metrics-listen"))
      }
      _ = try SpanCollector(command)?.channel()
      if let path = command.auditLog { try AuditLog.check(path) }
    } catch {
      throw UsageError("\(error)")
    }
    for warning in UnknownVariables.warnings(environment) { printError("warning: \(warning)") }
    print("the configuration is valid")
  }
}
