import Flags
import Glibc

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
      _ = try await metricsAddress(command)
      try checkFolder(command.dataDirectory, from: settings.source(of: "data-dir"))
      _ = try SpanCollector(command)?.channel()
      if let path = command.auditLog { try AuditLog.check(path) }
    } catch {
      throw UsageError("\(error)")
    }
    for warning in UnknownVariables.warnings(environment) { printError("warning: \(warning)") }
    print("the configuration is valid")
  }

  /// A folder, or a place where there is nothing yet: what it stands in may be a volume of the machine that it is meant for.
  private static func checkFolder(_ path: String, from source: String) throws(UsageError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT != S_IFDIR else { return }
      throw UsageError("\(source): expected a folder, found a file '\(path)'")
    }
    if errno != ENOENT { throw UsageError("\(source): '\(path)': \(String(cString: strerror(errno)))") }
  }
}
