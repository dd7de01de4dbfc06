import Glibc

/// The values of a command's flags, from the command line, the environment or the defaults.
public struct Settings: Sendable {
  /// Arguments that are not flags.
  public let operands: [String]
  private let flags: [String: Flag]
  private let given: [String: String]
  private let environment: [String: String]

  init(flags: [Flag], given: [String: String], environment: [String: String], operands: [String]) {
    self.flags = Dictionary(flags.map { ($0.name, $0) }) { first, _ in first }
    self.given = given
    self.environment = environment
    self.operands = operands
  }

  /// Where a value came from, as error messages name it.
  public func source(of name: String) -> String {
    if given[name] != nil { return "--\(name)" }
    guard let variable = flags[name]?.variable else { return "--\(name)" }
    if environment[variable] != nil { return variable }
    return environment[variable + "_FILE"] != nil ? variable + "_FILE" : "--\(name)"
  }

  /// The text of a flag; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` when a secret's file cannot be read.
  public func text(_ name: String) throws(UsageError) -> String? {
    guard let flag = flags[name] else { preconditionFailure("undeclared flag \(name)") }
    if let value = given[name] ?? environment[flag.variable] { return value }
    if flag.isSecret, let path = environment[flag.variable + "_FILE"] {
      return try readSecret(path, variable: flag.variable + "_FILE")
    }
    return flag.defaultValue
  }

  /// Whether a switch is on. A variable switches on with `1`, `true` or `yes`, off with `0`, `false` or `no`.
  ///
  /// - Throws: `UsageError` for any other text in the variable.
  public func isOn(_ name: String) throws(UsageError) -> Bool {
    guard let value = try text(name) else { return false }
    switch value.lowercased() {
    case "1", "true", "yes": return true
    case "0", "false", "no", "": return false
    default: throw UsageError("\(source(of: name)): expected true or false, found '\(value)'")
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

  /// A span of time such as `250ms`, `30s`, `15m` or `2h`; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` for anything else.
  public func duration(_ name: String) throws(UsageError) -> Duration? {
    guard let value = try text(name) else { return nil }
    guard let duration = parseDuration(value) else {
      throw UsageError(
        "\(source(of: name)): expected a duration such as 250ms, 30s, 15m or 2h, found '\(value)'")
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

/// Reads a size: a number and nothing, `K`, `M`, `G` or `T`, the steps being 1024; `iB` or `B` may follow.
public func parseBytes(_ text: String) -> Int? {
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  guard let number = Int(digits) else { return nil }
  let units = ["": 0, "K": 10, "M": 20, "G": 30, "T": 40]
  var unit = text.dropFirst(digits.count).uppercased()
  for ending in ["IB", "B"] where unit.hasSuffix(ending) && unit.count > ending.count {
    unit.removeLast(ending.count)
    break
  }
  guard let shift = units[unit], number <= Int.max >> shift else { return nil }
  return number << shift
}

/// Reads a span of time: a number and `us`, `ms`, `s`, `m`, `h` or `d`.
public func parseDuration(_ text: String) -> Duration? {
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  guard let number = Int64(digits), number < 1_000_000_000 else { return nil }
  switch text.dropFirst(digits.count) {
  case "us": return .microseconds(number)
  case "ms": return .milliseconds(number)
  case "s": return .seconds(number)
  case "m": return .seconds(number * 60)
  case "h": return .seconds(number * 3600)
  case "d": return .seconds(number * 86_400)
  default: return nil
  }
}
