import Flags
import Glibc
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
    guard let path = try settings.text("config") else { return settings }
    return try settings.reading(try Self.entries(of: path))
  }

  /// What a configuration file says.
  static func entries(of path: String) throws(UsageError) -> [ConfigEntry] {
    let text = try readFile(path, atMost: YAMLMapping.maxBytes + 1)
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

  private static func readFile(_ path: String, atMost limit: Int) throws(UsageError) -> [UInt8] {
    guard let file = fopen(path, "re") else {
      throw UsageError("cannot read the configuration file '\(path)': \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = fread(&bytes, 1, limit, file)
    guard ferror(file) == 0 else {
      throw UsageError("cannot read the configuration file '\(path)': \(String(cString: strerror(errno)))")
    }
    return Array(bytes[..<count])
  }
}
