import Flags
import TLS

/// `matiane-server check-config`: whether the server could start with these settings.
enum ConfigurationCheck {
  /// Checks every value and reads every file that the settings name; nothing is changed or listened at.
  ///
  /// - Throws: `UsageError` for the first problem.
  static func run(_ settings: Settings) throws(UsageError) {
    let command = try ServerCommand(settings)
    do {
      if let tls = command.tls { _ = try Certificates(tls) }
      _ = try AccessControl(command)
    } catch {
      throw UsageError("\(error)")
    }
    print("the configuration is valid")
  }
}
