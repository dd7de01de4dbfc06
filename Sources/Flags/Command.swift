/// A program or one of its subcommands: its flags, its operands, and the help text made from them.
public struct Command: Sendable {
  /// What is typed to run it, for example `matiane import`.
  public let name: String
  /// What it does, one line.
  public let summary: String
  /// Its operands as the usage line shows them, for example `FILE...`.
  public let operands: String
  /// How many operands it takes.
  public let operandCount: ClosedRange<Int>
  /// The flags it takes, under the headings of the help text.
  public let sections: [FlagSection]
  /// More help, shown after the flags.
  public let notes: String
  private let commandLineOnly: Set<String>

  /// The flags of all sections.
  public var flags: [Flag] { sections.flatMap(\.flags) }

  /// Declares a command.
  public init(
    _ name: String, _ summary: String, operands: String = "", operandCount: ClosedRange<Int> = 0...0,
    flags: [Flag], notes: String = ""
  ) {
    self.init(
      name, summary, operands: operands, operandCount: operandCount,
      sections: flags.isEmpty ? [] : [FlagSection("Flags", flags)], notes: notes)
  }

  /// Declares a command with many flags.
  ///
  /// - Parameter commandLineOnly: names of flags that no configuration file can set.
  public init(
    _ name: String, _ summary: String, operands: String = "", operandCount: ClosedRange<Int> = 0...0,
    sections: [FlagSection], commandLineOnly: Set<String> = [], notes: String = ""
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.operandCount = operandCount
    self.sections = sections
    self.commandLineOnly = commandLineOnly
    self.notes = notes
  }

  /// Reads arguments (without the program's name) and the environment.
  ///
  /// A flag on the command line wins over its variable, the variable over the default.
  /// - Throws: `UsageError` for an unknown flag, a missing value, a missing or superfluous operand.
  public func parse(_ arguments: [String], environment: [String: String]) throws(UsageError) -> Settings {
    var reader = ArgumentReader(command: self)
    try reader.read(arguments)
    guard operandCount.contains(reader.operands.count) || reader.given["help"] != nil else {
      throw UsageError(operandComplaint(found: reader.operands.count))
    }
    return Settings(
      command: self, given: reader.given, environment: environment, operands: reader.operands)
  }

  private func operandComplaint(found: Int) -> String {
    if operandCount.upperBound == 0 { return "\(name): expected no operand, found \(found)" }
    if found == 0 { return "\(name): expected \(operands), found nothing" }
    return "\(name): expected \(operands), found \(found) operand\(found == 1 ? "" : "s")"
  }

  /// Whether no configuration file can set the flag.
  public func isForCommandLineOnly(_ flag: Flag) -> Bool {
    commandLineOnly.contains(flag.name)
  }

  func flag(named name: String) -> Flag? {
    flags.first { $0.name == name }
  }

  func flag(letter: Character) -> Flag? {
    flags.first { $0.letter == letter }
  }
}
