/// One command-line flag and the environment variable that stands for it.
public struct Flag: Sendable, Hashable {
  /// Name without dashes, for example `data-dir`.
  public let name: String
  /// One-letter form, for example `o`, if there is one.
  public let letter: Character?
  /// What stands for the value in the help text, for example `DIR`; nil for a switch that takes no value.
  public let placeholder: String?
  /// What the flag does, one line.
  public let help: String
  /// Value when neither flag nor variable is given.
  public let defaultValue: String?
  /// True when the value may be given by the name of a file in `<variable>_FILE`.
  public let isSecret: Bool

  /// Declares a flag that takes a value.
  public init(
    _ name: String, letter: Character? = nil, _ placeholder: String, default defaultValue: String? = nil,
    secret isSecret: Bool = false, _ help: String
  ) {
    self.name = name
    self.letter = letter
    self.placeholder = placeholder
    self.help = help
    self.defaultValue = defaultValue
    self.isSecret = isSecret
  }

  /// Declares a switch: present or absent.
  public init(switch name: String, letter: Character? = nil, _ help: String) {
    self.name = name
    self.letter = letter
    self.placeholder = nil
    self.help = help
    self.defaultValue = nil
    self.isSecret = false
  }

  /// The environment variable that stands for the flag: `MATIANE_` and the name in capitals.
  public var variable: String {
    "MATIANE_" + name.uppercased().replacingDashes()
  }
}

extension String {
  fileprivate func replacingDashes() -> String {
    String(map { $0 == "-" ? "_" : $0 })
  }
}
