import Flags
import YAML

/// Where the settings of this process come from; read once at the start, and again when it is told to.
struct ConfigurationSource: Sendable {
  let arguments: [String]
  let environment: [String: String]

  /// Reads all of it.
  ///
  /// - Throws: `UsageError` naming the flag, variable or line, what was expected and what was found.
  func settings() throws(UsageError) -> Settings {
    let settings = try ServerCommand.command.parse(arguments, environment: environment)
    guard let path = try settings.text(ifGiven: "config") else { return settings }
    return try settings.reading(try Self.entries(of: path, from: settings.source(of: "config")))
  }

  /// What a configuration file says.
  ///
  /// - Parameter source: what names the file.
  private static func entries(of path: String, from source: String) throws(UsageError) -> [ConfigEntry] {
    let text = try readFile(
      path, atMost: YAMLMapping.maxBytes, complaint: "\(source): cannot read the configuration file '\(path)'"
    )
    do throws(YAMLError) {
      return try YAMLMapping(text).entries.map { entry in
        let place = "\(path):\(entry.line)"
        return switch entry.value {
        case .scalar(let value): ConfigEntry(entry.key, [value], place: place)
        case .list(let values): ConfigEntry(entry.key, values, isList: true, place: place)
        }
      }
    } catch {
      throw UsageError("\(path):\(error.line): \(error.message)")
    }
  }
}
