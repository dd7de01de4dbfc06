/// One setting: its flag, the environment variable and the key of the configuration file that stand for it.
public struct Flag: Sendable, Hashable {
  /// What values there are.
  public enum Kind: Sendable, Hashable {
    /// Any text.
    case text
    /// On or off; the flag takes no value.
    case toggle
    /// A whole number within bounds.
    case integer(ClosedRange<Int>)
    /// A span of time such as `250ms`, `30s`, `15m` or `2h`.
    case duration
    /// A number of bytes such as `1048576`, `512M` or `2G`.
    case bytes
    /// One of a few words.
    case choice([String])
    /// Texts: the flag may be given several times, the variable separates them by commas.
    case list
  }

  /// Name without dashes, for example `data-dir`.
  public let name: String
  /// One-letter form, for example `o`, if there is one.
  public let letter: Character?
  /// What values there are.
  public let kind: Kind
  /// What stands for the value in the help text, for example `DIR`; nil for a switch that takes no value.
  public let placeholder: String?
  /// What the flag does, one line.
  public let help: String
  /// Value when nothing gives another.
  public let defaultValue: String?
  /// True when the value may be given by the name of a file in `<variable>_FILE`, and is never shown.
  public let isSecret: Bool
  /// True when a running server takes a new value from its configuration file.
  public let isReloadable: Bool

  /// Declares a flag that takes any text.
  public init(
    _ name: String, letter: Character? = nil, _ placeholder: String, default defaultValue: String? = nil,
    secret isSecret: Bool = false, reloadable isReloadable: Bool = false, _ help: String
  ) {
    self.init(
      name, letter: letter, .text, placeholder, default: defaultValue, secret: isSecret,
      reloadable: isReloadable, help)
  }

  /// Declares a flag that takes a value of some kind.
  public init(
    _ name: String, letter: Character? = nil, _ kind: Kind, _ placeholder: String,
    default defaultValue: String? = nil, secret isSecret: Bool = false, reloadable isReloadable: Bool = false,
    _ help: String
  ) {
    self.name = name
    self.letter = letter
    self.kind = kind
    self.placeholder = placeholder
    self.help = help
    self.defaultValue = defaultValue
    self.isSecret = isSecret
    self.isReloadable = isReloadable
  }

  /// Declares a switch: present or absent.
  public init(
    switch name: String, letter: Character? = nil, reloadable isReloadable: Bool = false, _ help: String
  ) {
    self.name = name
    self.letter = letter
    self.kind = .toggle
    self.placeholder = nil
    self.help = help
    self.defaultValue = nil
    self.isSecret = false
    self.isReloadable = isReloadable
  }

  /// The environment variable that stands for the flag: `MATIANE_` and the name in capitals.
  public var variable: String {
    "MATIANE_" + String(name.uppercased().map { $0 == "-" ? "_" : $0 })
  }
}

/// Flags that belong together, under a heading of the help text.
public struct FlagSection: Sendable, Hashable {
  /// The heading.
  public let title: String
  /// The flags.
  public let flags: [Flag]

  /// Puts flags under a heading.
  public init(_ title: String, _ flags: [Flag]) {
    self.title = title
    self.flags = flags
  }
}
