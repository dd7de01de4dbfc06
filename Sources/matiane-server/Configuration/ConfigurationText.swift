import Flags

/// Settings as text: as they are, and as a documented file.
enum ConfigurationText {
  /// Every setting with its value and where that comes from; secrets are masked. Readable as a configuration file.
  static func current(_ settings: Settings) throws(UsageError) -> String {
    var lines: [String] = []
    for section in fileSections {
      lines.append("# \(section.title)")
      for flag in section.flags { lines.append(try line(for: flag, settings)) }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  /// A configuration file in which every setting is explained, and commented out with its default.
  static var example: String {
    var lines = [
      "# Configuration of matiane-server: every setting there is, with its default.",
      "# Take away the '# ' before a line to change it. A flag or an environment variable wins over this file.",
      "# SIGHUP, or `matiane reload`, makes a running server read it again; (reload) marks what it then takes.",
    ]
    for section in fileSections {
      lines += ["", "# ---- \(section.title) ----"]
      for flag in section.flags {
        lines += ["", "# \(flag.help)\(flag.isReloadable ? " (reload)" : "")", "# \(assignment(of: flag))"]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var fileSections: [FlagSection] {
    let command = ServerCommand.command
    return command.sections
      .map { FlagSection($0.title, $0.flags.filter { !command.isForCommandLineOnly($0) }) }
      .filter { !$0.flags.isEmpty }
  }

  private static func line(for flag: Flag, _ settings: Settings) throws(UsageError) -> String {
    let source = settings.valueSource(of: flag.name)
    guard let value = try settings.text(ifGiven: flag.name) else {
      return flag.kind == .toggle ? "\(flag.name): false  # default" : "# \(flag.name):  # not set"
    }
    if flag.isSecret || value.contains("PRIVATE KEY-----") { return "# \(flag.name): ********  # \(source)" }
    let shown = flag.kind == .list ? list(try settings.list(flag.name)) : scalar(value)
    return "\(flag.name): \(shown)  # \(source)"
  }

  private static func assignment(of flag: Flag) -> String {
    switch flag.kind {
    case .toggle: "\(flag.name): false"
    case .list: "\(flag.name): [\(flag.placeholder ?? "")]"
    default: "\(flag.name): \(scalar(flag.defaultValue ?? flag.placeholder ?? ""))"
    }
  }

  private static func list(_ values: [String]) -> String {
    "[" + values.map(scalar).joined(separator: ", ") + "]"
  }

  /// A scalar as YAML reads it back: plain where nothing in it means anything, else quoted.
  static func scalar(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"), UInt8(ascii: ":"):
        true
      default: false
      }
    }
    if plain, let first = text.first, first != "-", first != ":", text.last != ":" { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
