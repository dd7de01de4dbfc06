/// Swift source under construction: lines with indentation.
struct SourceText {
  private(set) var text = ""
  private var depth = 0

  /// Adds a line; an empty one stays without indentation.
  mutating func line(_ content: String = "") {
    if !content.isEmpty { text += String(repeating: "  ", count: depth) + content }
    text += "\n"
  }

  /// Adds a line that opens a block, the block's lines, and the closing brace.
  mutating func block(_ opening: String, _ body: (inout SourceText) -> Void) {
    line("\(opening) {")
    indented(body)
    line("}")
  }

  /// Adds lines one level deeper.
  mutating func indented(_ body: (inout SourceText) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Adds a documentation comment, breaking lines that are too long.
  mutating func comment(_ lines: [String]) {
    let width = 106 - 2 * depth
    var carried = ""
    for (index, line) in lines.enumerated() {
      var pieces = SourceText.wrap(carried.isEmpty ? line : "\(carried) \(line)", width)
      carried = ""
      if pieces.count > 1, SourceText.continues(lines, after: index) { carried = pieces.removeLast() }
      for piece in pieces { self.line(piece.isEmpty ? "///" : "/// \(piece)") }
    }
  }

  /// Whether the next line goes on with the same paragraph, so that what is left over of this one fits before it.
  private static func continues(_ lines: [String], after index: Int) -> Bool {
    guard index + 1 < lines.count, let first = lines[index + 1].first else { return false }
    return !first.isWhitespace && !"-*+#>|0123456789".contains(first)
  }

  private static func wrap(_ line: String, _ width: Int) -> [String] {
    guard line.count > width else { return [line] }
    var pieces: [String] = []
    var piece = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if !piece.isEmpty, piece.count + word.count >= width {
        pieces.append(piece)
        piece = ""
      }
      piece += piece.isEmpty ? String(word) : " \(word)"
    }
    return pieces + [piece]
  }
}
