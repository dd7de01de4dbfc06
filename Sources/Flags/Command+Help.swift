extension Command {
  /// The help text: usage, flags with their defaults and variables, notes.
  public var help: String {
    var text = "\(summary)\n\nUsage: \(name)\(flags.isEmpty ? "" : " [FLAGS]")"
    if !operands.isEmpty { text += " \(operands)" }
    if !flags.isEmpty {
      let heads = flags.map(head)
      let width = heads.map(\.count).max() ?? 0
      text += "\n\nFlags:\n"
      text += zip(flags, heads)
        .map { flag, head in
          "  " + head + String(repeating: " ", count: width - head.count + 2) + description(of: flag)
        }
        .joined(separator: "\n")
    }
    if !notes.isEmpty { text += "\n\n" + notes }
    return text + "\n"
  }

  private func head(_ flag: Flag) -> String {
    let letter = flag.letter.map { "-\($0), " } ?? "    "
    return letter + "--" + flag.name + (flag.placeholder.map { " " + $0 } ?? "")
  }

  private func description(of flag: Flag) -> String {
    guard flag.name != "help", flag.name != "version" else { return flag.help }
    let value = flag.defaultValue.map { "default \($0); " } ?? ""
    return "\(flag.help) [\(value)\(flag.variable)\(flag.isSecret ? " or \(flag.variable)_FILE" : "")]"
  }
}
