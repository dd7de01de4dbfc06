extension Command {
  /// The help text: usage, flags with their defaults and variables, notes.
  public var help: String {
    var text = "\(summary)\n\nUsage: \(name)\(flags.isEmpty ? "" : " [FLAGS]")"
    if !operands.isEmpty { text += " \(operands)" }
    let width = flags.map { head($0).count }.max() ?? 0
    for section in sections {
      text += "\n\n\(section.title):\n"
      text += section.flags.map { line(for: $0, width) }.joined(separator: "\n")
    }
    if !notes.isEmpty { text += "\n\n" + notes }
    return text + "\n"
  }

  private func line(for flag: Flag, _ width: Int) -> String {
    let head = head(flag)
    return "  " + head + String(repeating: " ", count: width - head.count + 2) + description(of: flag)
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
