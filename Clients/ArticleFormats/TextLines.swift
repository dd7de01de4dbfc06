/// Cuts text that comes in pieces into its lines.
///
/// - Complexity: O(bytes); a line is held as it grows, up to `maxBytes`.
struct TextLines {
  /// A line without its end; no text where it is too long.
  struct Line: Equatable {
    let number: Int
    let text: [UInt8]?
  }

  private let maxBytes: Int
  private var number = 1
  private var begun: [UInt8] = []
  private var isTooLong = false

  init(maxBytes: Int) { self.maxBytes = maxBytes }

  /// The lines that end in the next piece.
  mutating func read(_ piece: [UInt8], isLast: Bool = false) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
      keep(piece[start..<end])
      if begun.last == UInt8(ascii: "\r") { begun.removeLast() }
      lines.append(take())
      start = end + 1
    }
    keep(piece[start...])
    if isLast, isTooLong || !begun.isEmpty { lines.append(take()) }
    return lines
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    if isTooLong || begun.count + bytes.count > maxBytes {
      isTooLong = true
      begun = []
    } else {
      begun += bytes
    }
  }

  private mutating func take() -> Line {
    defer { (begun, isTooLong, number) = ([], false, number + 1) }
    return Line(number: number, text: isTooLong ? nil : begun)
  }
}
