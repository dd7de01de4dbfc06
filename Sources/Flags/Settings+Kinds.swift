/// Values by the kind of their setting.
///
/// Without `ifGiven` the setting has to be declared with a default, which is then the only place that states it.
extension Settings {
  /// The text of a setting that has a default.
  ///
  /// - Throws: as `text(ifGiven:)`.
  public func text(_ name: String) throws(UsageError) -> String { defaulted(name, try text(ifGiven: name)) }

  /// The texts of a list; empty when it is not given and has no default.
  ///
  /// - Throws: as `text(ifGiven:)`.
  public func list(_ name: String) throws(UsageError) -> [String] {
    guard let value = try text(ifGiven: name) else { return [] }
    let separators: [Character] =
      if case .variable = valueSource(of: name) { [",", Self.listSeparator] } else { [Self.listSeparator] }
    return value.split { separators.contains($0) }.map(String.init)
  }

  /// Whether a switch is on, as `true`, `yes`, `on` and `1` say, or off, as `false`, `no`, `off`, `0` and nothing do.
  ///
  /// - Throws: `UsageError` for any other text.
  public func isOn(_ name: String) throws(UsageError) -> Bool {
    guard let value = try text(ifGiven: name) else { return false }
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

  /// A whole number within the bounds of its declaration; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` for anything else.
  public func integer(ifGiven name: String) throws(UsageError) -> Int? {
    guard case .integer(let bounds) = flag(name).kind else { preconditionFailure("\(name) is no number") }
    guard let value = try text(ifGiven: name) else { return nil }
    guard let number = Int(value), bounds.contains(number) else {
      throw UsageError(
        "\(source(of: name)): expected a whole number from \(bounds.lowerBound) to \(bounds.upperBound), "
          + "found '\(value)'")
    }
    return number
  }

  /// A whole number that has a default.
  ///
  /// - Throws: as `integer(ifGiven:)`.
  public func integer(_ name: String) throws(UsageError) -> Int {
    defaulted(name, try integer(ifGiven: name))
  }

  /// A span of time such as `250ms`, `30s`, `15m` or `2h`; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` for anything else.
  public func duration(ifGiven name: String) throws(UsageError) -> Duration? {
    guard flag(name).kind == .duration else { preconditionFailure("\(name) is no duration") }
    guard let value = try text(ifGiven: name) else { return nil }
    guard let duration = parseDuration(value) else {
      throw UsageError(
        "\(source(of: name)): expected a duration such as 250ms, 30s, 15m or 2h "
          + "(a whole number up to 999999999 with us, ms, s, m, h or d), found '\(value)'")
    }
    return duration
  }

  /// A span of time that has a default.
  ///
  /// - Throws: as `duration(ifGiven:)`.
  public func duration(_ name: String) throws(UsageError) -> Duration {
    defaulted(name, try duration(ifGiven: name))
  }

  /// A number of bytes such as `1048576`, `512M` or `2G`; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` for anything else.
  public func bytes(ifGiven name: String) throws(UsageError) -> Int? {
    guard flag(name).kind == .bytes else { preconditionFailure("\(name) is no size") }
    guard let value = try text(ifGiven: name) else { return nil }
    guard let bytes = parseBytes(value) else {
      throw UsageError(
        "\(source(of: name)): expected a size such as 1048576, 512M or 2G, found '\(value)'")
    }
    return bytes
  }

  /// A number of bytes that has a default.
  ///
  /// - Throws: as `bytes(ifGiven:)`.
  public func bytes(_ name: String) throws(UsageError) -> Int { defaulted(name, try bytes(ifGiven: name)) }

  /// One of the words that its declaration lists; nil when it is not given and has no default.
  ///
  /// - Throws: `UsageError` for any other word.
  public func choice(ifGiven name: String) throws(UsageError) -> String? {
    guard case .choice(let words) = flag(name).kind else { preconditionFailure("\(name) is no choice") }
    guard let value = try text(ifGiven: name) else { return nil }
    guard words.contains(value) else {
      throw UsageError(
        "\(source(of: name)): expected one of \(words.joined(separator: ", ")), found '\(value)'")
    }
    return value
  }

  /// What one of the words stands for, of a choice that has a default.
  ///
  /// - Parameter meaning: of each word that the declaration lists.
  /// - Throws: as `choice(ifGiven:)`.
  public func choice<Value>(_ name: String, _ meaning: (String) -> Value?) throws(UsageError) -> Value {
    let word = defaulted(name, try choice(ifGiven: name))
    guard let value = meaning(word) else { preconditionFailure("\(name): '\(word)' stands for nothing") }
    return value
  }

  private func defaulted<Value>(_ name: String, _ value: Value?) -> Value {
    guard let value else { preconditionFailure("\(name) has no default") }
    return value
  }
}
