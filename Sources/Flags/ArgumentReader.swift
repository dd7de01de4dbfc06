/// Reads `--flag value`, `--flag=value`, `-f value`, `--switch`, `--no-switch` and operands, up to a `--`.
struct ArgumentReader {
  let command: Command
  var given: [String: String] = [:]
  var operands: [String] = []

  init(command: Command) {
    self.command = command
  }

  mutating func read(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      if argument.hasPrefix("--") {
        try readLong(String(argument.dropFirst(2)), &rest)
      } else if argument.hasPrefix("-"), argument.count > 1 {
        try readShort(argument, &rest)
      } else {
        operands.append(argument)
      }
    }
  }

  private mutating func readLong(_ text: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let attached = parts.count == 2 ? String(parts[1]) : nil
    if let flag = command.flag(named: name) {
      try take(flag, shown: "--\(name)", attached: attached, &rest)
    } else if name.hasPrefix("no-"), attached == nil,
      let flag = command.flag(named: String(name.dropFirst(3))), flag.placeholder == nil
    {
      given[flag.name] = "false"
    } else {
      throw unknown("--\(name)")
    }
  }

  private mutating func readShort(_ text: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let letter = text[text.index(after: text.startIndex)]
    guard let flag = command.flag(letter: letter) else { throw unknown(text) }
    let attached = text.count > 2 ? String(text.dropFirst(2)) : nil
    try take(flag, shown: "-\(letter)", attached: attached, &rest)
  }

  private mutating func take(
    _ flag: Flag, shown: String, attached: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    guard let placeholder = flag.placeholder else {
      if let attached { _ = try Settings.isOn(attached, from: shown) }
      given[flag.name] = attached ?? "true"
      return
    }
    guard let value = attached ?? rest.popFirst() else {
      throw UsageError("\(shown): expected \(placeholder), found the end of the command line")
    }
    if flag.kind == .list, let before = given[flag.name] {
      given[flag.name] = before + String(Settings.listSeparator) + value
    } else {
      given[flag.name] = value
    }
  }

  private func unknown(_ shown: String) -> UsageError {
    let name = String(shown.drop { $0 == "-" })
    guard let meant = nearest(to: name, among: command.flags.map(\.name)) else {
      return UsageError("unknown flag \(shown); '\(command.name) --help' lists the flags")
    }
    return UsageError("unknown flag \(shown); did you mean --\(meant)?")
  }
}
