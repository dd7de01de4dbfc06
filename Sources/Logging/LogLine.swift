import Glibc

/// Puts a line of the log together.
enum LogLine {
  /// Longer lines are cut: what a pipe takes in one piece (PIPE_BUF).
  static let maxBytes = 4096

  /// One line of text for people: time, level, message, fields.
  static func human(_ level: LogLevel, _ message: String, _ fields: [LogField], time: timespec?) -> String {
    var line = ""
    if let time { line += timestamp(time) + " " }
    let name = level.name.uppercased()
    line += name + String(repeating: " ", count: 8 - name.utf8.count) + printable(message)
    for field in fields {
      line += " \(field.name)="
      switch field.value {
      case .text(let text): line += needsQuotes(text) ? jsonString(text) : text
      case .number(let number): line += "\(number)"
      case .integer(let integer): line += "\(integer)"
      }
    }
    return line
  }

  /// One JSON object.
  static func json(_ level: LogLevel, _ message: String, _ fields: [LogField], time: timespec) -> String {
    var line =
      "{\"time\":\"\(timestamp(time))\",\"level\":\"\(level.name)\",\"message\":\(jsonString(message))"
    for field in fields {
      line += ",\(jsonString(field.name)):"
      switch field.value {
      case .text(let text): line += jsonString(text)
      case .number(let number): line += "\(number)"
      case .integer(let integer): line += "\(integer)"
      }
    }
    return line + "}"
  }

  /// A text of somebody else cannot begin a line of its own.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7f ? " " : $0 }))
  }

  private static func needsQuotes(_ text: String) -> Bool {
    text.isEmpty
      || text.unicodeScalars.contains { $0.value <= 0x20 || $0 == "\"" || $0 == "=" || $0.value == 0x7f }
  }

  static func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// RFC 3339 in UTC, with milliseconds.
  private static func timestamp(_ time: timespec) -> String {
    var seconds = time.tv_sec
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    let date =
      "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1, 2))-\(padded(Int(parts.tm_mday), 2))"
    let clock =
      "\(padded(Int(parts.tm_hour), 2)):\(padded(Int(parts.tm_min), 2)):\(padded(Int(parts.tm_sec), 2))"
    return "\(date)T\(clock).\(padded(time.tv_nsec / 1_000_000, 3))Z"
  }
}
