/// The values of a command's settings: from the command line, else the environment, else the configuration file,
/// else the defaults.
///
/// A value is read by the kind that its flag is declared with: `integer("limit")` for a flag that has a default,
/// `integer(ifGiven: "threads")` for one that has none.
public struct Settings: Sendable {
  /// Arguments that are not flags.
  public let operands: [String]
  private let command: Command
  private let flags: [String: Flag]
  private let given: [String: String]
  private let environment: [String: String]
  private var entries: [String: ConfigEntry] = [:]

  /// Separates the values of a list.
  static let listSeparator: Character = "\n"
  private static let maxSecretBytes = 65_536

  init(command: Command, given: [String: String], environment: [String: String], operands: [String]) {
    self.command = command
    flags = Dictionary(command.flags.map { ($0.name, $0) }) { first, _ in first }
    self.given = given
    self.environment = environment
    self.operands = operands
  }

  /// These settings with what a configuration file says.
  ///
  /// - Throws: `UsageError` for a key that is no setting (with the nearest that is), one that occurs twice, and a list
  ///   where one value is wanted.
  public func reading(_ file: [ConfigEntry]) throws(UsageError) -> Settings {
    var result = self
    result.entries = [:]
    for entry in file {
      guard let flag = flags[entry.key], !command.isForCommandLineOnly(flag) else {
        throw UsageError("\(entry.place): unknown setting '\(entry.key)'\(suggestion(for: entry.key))")
      }
      guard flag.kind == .list || !entry.isList else {
        throw UsageError("\(entry.place): \(entry.key): expected one value, found a list")
      }
      if let before = result.entries[entry.key] {
        throw UsageError("\(entry.place): \(entry.key) is set a second time; \(before.place) sets it already")
      }
      result.entries[entry.key] = entry
    }
    return result
  }

  /// Checks every value against the kind of its setting.
  ///
  /// - Throws: `UsageError` for the first one that does not fit.
  public func validate() throws(UsageError) {
    for flag in command.flags {
      switch flag.kind {
      case .text, .list: _ = try text(ifGiven: flag.name)
      case .toggle: _ = try isOn(flag.name)
      case .integer: _ = try integer(ifGiven: flag.name)
      case .duration: _ = try duration(ifGiven: flag.name)
      case .bytes: _ = try bytes(ifGiven: flag.name)
      case .choice: _ = try choice(ifGiven: flag.name)
      }
    }
  }

  /// Where a value comes from.
  public func valueSource(of name: String) -> ValueSource {
    if given[name] != nil { return .flag(name) }
    guard let flag = flags[name] else { return .preset }
    if environment[flag.variable] != nil { return .variable(flag.variable) }
    if flag.isSecret, environment[flag.variable + "_FILE"] != nil {
      return .variable(flag.variable + "_FILE")
    }
    return entries[name].map { .file($0.place) } ?? .preset
  }

  /// Where a value came from, as error messages name it.
  public func source(of name: String) -> String {
    switch valueSource(of: name) {
    case .preset: "--\(name)"
    case .file(let place): "\(place): \(name)"
    case let source: source.description
    }
  }

  /// The text of a setting; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` when a secret's file cannot be read.
  public func text(ifGiven name: String) throws(UsageError) -> String? {
    let flag = flag(name)
    if let value = given[name] ?? environment[flag.variable] { return value }
    let fileVariable = flag.variable + "_FILE"
    if flag.isSecret, let path = environment[fileVariable] {
      return try Self.secret(inFile: path, variable: fileVariable)
    }
    if let entry = entries[name] { return entry.values.joined(separator: String(Self.listSeparator)) }
    return flag.defaultValue
  }

  func flag(_ name: String) -> Flag {
    guard let flag = flags[name] else { preconditionFailure("undeclared flag \(name)") }
    return flag
  }

  private func suggestion(for key: String) -> String {
    let names = command.flags.filter { !command.isForCommandLineOnly($0) }.map(\.name)
    // A variable's name, or one with underscores, is meant well.
    var plain = String(key.lowercased().map { $0 == "_" ? "-" : $0 })
    if plain.hasPrefix("matiane-") { plain.removeFirst(8) }
    return nearest(to: plain, among: names).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// The first line of a secret's file.
  private static func secret(inFile path: String, variable: String) throws(UsageError) -> String {
    let bytes = try readFile(
      path, atMost: maxSecretBytes, complaint: "\(variable): cannot read '\(path)'")
    return String(String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" && $0 != "\r\n" })
  }
}
