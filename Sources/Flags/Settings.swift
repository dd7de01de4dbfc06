import Glibc

/// The values of a command's settings: from the command line, else the environment, else the configuration file,
/// else the defaults.
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
      case .text, .list: _ = try text(flag.name)
      case .toggle: _ = try isOn(flag.name)
      case .integer: _ = try integer(flag.name)
      case .duration: _ = try duration(flag.name)
      case .bytes: _ = try bytes(flag.name)
      case .choice: _ = try choice(flag.name)
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

  /// The text of a flag; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` when a secret's file cannot be read.
  public func text(_ name: String) throws(UsageError) -> String? {
    let flag = flag(name)
    if let value = given[name] ?? environment[flag.variable] { return value }
    if flag.isSecret, let path = environment[flag.variable + "_FILE"] {
      return try readSecret(path, variable: flag.variable + "_FILE")
    }
    if let entry = entries[name] { return entry.values.joined(separator: String(Self.listSeparator)) }
    return flag.defaultValue
  }

  /// The texts of a list; empty when it is not given and has no default.
  ///
  /// - Throws: as `text(_:)`.
  public func list(_ name: String) throws(UsageError) -> [String] {
    guard let value = try text(name) else { return [] }
    let separators: [Character] =
      if case .variable = valueSource(of: name) { [",", Self.listSeparator] } else { [Self.listSeparator] }
    return value.split { separators.contains($0) }.map(String.init)
  }

  /// Whether a switch is on, as `true`, `yes`, `on` and `1` say, or off, as `false`, `no`, `off`, `0` and nothing do.
  ///
  /// - Throws: `UsageError` for any other text.
  public func isOn(_ name: String) throws(UsageError) -> Bool {
    guard let value = try text(name) else { return false }
    return try Self.isOn(value, from: source(of: name))
  }

  static func isOn(_ value: String, from source: String) throws(UsageError) -> Bool {
    switch value.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0", "": return false
    default:
      throw UsageError("\(source): expected true, yes, on or 1, or false, no, off or 0, found '\(value)'")
    }
  }

  /// A whole number within bounds; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` for anything else.
  public func integer(_ name: String, in bounds: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let value = try text(name) else { return nil }
    guard let number = Int(value), bounds.contains(number) else {
      throw UsageError(
        "\(source(of: name)): expected a whole number from \(bounds.lowerBound) to \(bounds.upperBound), "
          + "found '\(value)'")
    }
    return number
  }

  /// A whole number within the bounds that its declaration says.
  ///
  /// - Throws: as `integer(_:in:)`.
  public func integer(_ name: String) throws(UsageError) -> Int? {
    guard case .integer(let bounds) = flag(name).kind else { preconditionFailure("\(name) is no number") }
    return try integer(name, in: bounds)
  }

  /// A span of time such as `250ms`, `30s`, `15m` or `2h`; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` for anything else.
  public func duration(_ name: String) throws(UsageError) -> Duration? {
    guard let value = try text(name) else { return nil }
    guard let duration = parseDuration(value) else {
      throw UsageError(
        "\(source(of: name)): expected a duration such as 250ms, 30s, 15m or 2h "
          + "(a whole number up to 999999999 with us, ms, s, m, h or d), found '\(value)'")
    }
    return duration
  }

  /// A number of bytes such as `1048576`, `512M` or `2G`; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` for anything else.
  public func bytes(_ name: String) throws(UsageError) -> Int? {
    guard let value = try text(name) else { return nil }
    guard let bytes = parseBytes(value) else {
      throw UsageError(
        "\(source(of: name)): expected a size such as 1048576, 512M or 2G, found '\(value)'")
    }
    return bytes
  }

  /// One of a few words; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` for any other word.
  public func choice(_ name: String, of words: [String]) throws(UsageError) -> String? {
    guard let value = try text(name) else { return nil }
    guard words.contains(value) else {
      throw UsageError(
        "\(source(of: name)): expected one of \(words.joined(separator: ", ")), found '\(value)'")
    }
    return value
  }

  /// One of the words that its declaration lists.
  ///
  /// - Throws: as `choice(_:of:)`.
  public func choice(_ name: String) throws(UsageError) -> String? {
    guard case .choice(let words) = flag(name).kind else { preconditionFailure("\(name) is no choice") }
    return try choice(name, of: words)
  }

  private func flag(_ name: String) -> Flag {
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

  private func readSecret(_ path: String, variable: String) throws(UsageError) -> String {
    guard let file = fopen(path, "r") else {
      throw UsageError("\(variable): cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    return String(text.prefix { $0 != "\n" && $0 != "\r\n" })
  }
}
