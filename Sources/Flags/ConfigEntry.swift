/// What a configuration file says about one setting.
public struct ConfigEntry: Sendable, Hashable {
  /// The name of the flag.
  public let key: String
  /// Its value, or its values where they are a list.
  public let values: [String]
  /// True when it was written as a list.
  public let isList: Bool
  /// Where it stands, as error messages name it: `matiane.yaml:7`.
  public let place: String

  /// Describes an entry.
  public init(_ key: String, _ values: [String], isList: Bool = false, place: String) {
    self.key = key
    self.values = values
    self.isList = isList
    self.place = place
  }
}

/// Where the value of a setting comes from.
public enum ValueSource: Sendable, Hashable, CustomStringConvertible {
  /// The command line.
  case flag(String)
  /// The environment, by the name of the variable.
  case variable(String)
  /// The configuration file, by file and line.
  case file(String)
  /// The program.
  case preset

  /// As messages name it.
  public var description: String {
    switch self {
    case .flag(let name): "--\(name)"
    case .variable(let name): name
    case .file(let place): place
    case .preset: "default"
    }
  }
}
