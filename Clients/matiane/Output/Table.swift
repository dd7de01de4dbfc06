import Glibc

/// One column of a table: its heading and the text of a row.
struct Column<Row>: Sendable {
  let heading: String
  let alignsRight: Bool
  let text: @Sendable (Row) -> String

  init(_ heading: String, alignsRight: Bool = false, _ text: @escaping @Sendable (Row) -> String) {
    self.heading = heading
    self.alignsRight = alignsRight
    self.text = text
  }
}

/// Aligned columns. The last one is cut at the terminal's width; elsewhere nothing is cut.
struct Table<Row> {
  let columns: [Column<Row>]

  func render(_ rows: [Row]) -> String {
    let cells = rows.map { row in columns.map { printable($0.text(row)) } }
    guard !cells.isEmpty else { return "" }
    let widths = columns.indices.map { column in
      max(columns[column].heading.count, cells.map { $0[column].count }.max() ?? 0)
    }
    let heading = line(columns.map(\.heading), widths)
    return ([heading] + cells.map { line($0, widths) }).joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: widths[index] - cell.count)
      let isLast = index == cells.count - 1
      if columns[index].alignsRight {
        text += padding + cell
      } else {
        text += isLast ? cell : cell + padding
      }
      if !isLast { text += "  " }
    }
    guard let width = terminalWidth(), text.count > width else { return text }
    return text.prefix(width - 1) + "…"
  }
}

/// Text from an archive without control characters, which could drive the terminal.
func printable(_ text: String) -> String {
  String(
    text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: Character(" ")
      default: Character(scalar)
      }
    })
}

/// Columns of the terminal that standard output goes to; nil when it is not a terminal.
func terminalWidth() -> Int? {
  guard isatty(STDOUT_FILENO) == 1 else { return nil }
  var size = winsize()
  guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 10 else { return nil }
  return Int(size.ws_col)
}
