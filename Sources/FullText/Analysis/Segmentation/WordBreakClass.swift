/// What a code point does at word boundaries: its Word_Break property (UAX #29), refined.
///
/// `Extend` and `Format` are one class (both attach to what stands before); letters without the property
/// (ideographs, Thai and its like), pictographs and signs that stand for letters or digits (½, ㎢, №) have classes of their own.
enum WordBreakClass: UInt8 {
  case other, letter, hebrew, numeric, katakana, connector, midLetter, midNumber, midNumberLetter
  case singleQuote, doubleQuote, extend, joiner, regional, ideograph, pictograph, compatible

  /// Whether a word can start with it.
  @inline(__always)
  var startsToken: Bool { Self.starters >> rawValue & 1 == 1 }

  /// Whether it is a letter of a script that separates words.
  @inline(__always)
  var isLetter: Bool { self == .letter || self == .hebrew }

  private static let starters: UInt32 = 0b1_1110_0000_0011_1110
}

/// The word-break class of every code point, in two stages: a page of 256 code points, then the cell.
struct WordBreakLookup: Sendable {
  private let pages: [UInt16]
  private let cells: [UInt8]

  /// The one table, built on first use from `WordBreakTable`.
  static let shared = WordBreakLookup(runs: WordBreakTable.runs)

  init(runs: [UInt32]) {
    var pages = [UInt16](repeating: 0, count: 0x1100)
    var cells: [UInt8] = []
    var known: [[UInt8]: UInt16] = [:]
    // Most pages lie within one run; those of a class are one.
    var uniform = [UInt16?](repeating: nil, count: 32)
    var run = 0
    for page in 0..<0x1100 {
      while run + 1 < runs.count, runs[run + 1] >> 5 <= UInt32(page << 8) { run += 1 }
      let first = Int(runs[run] & 31)
      let isUniform = run + 1 == runs.count || runs[run + 1] >> 13 > UInt32(page)
      if isUniform, let number = uniform[first] {
        pages[page] = number
        continue
      }
      var classes = [UInt8](repeating: 0, count: 256)
      for low in 0..<256 {
        let code = UInt32(page << 8 | low)
        while run + 1 < runs.count, runs[run + 1] >> 5 <= code { run += 1 }
        classes[low] = UInt8(runs[run] & 31)
      }
      if let number = known[classes] {
        pages[page] = number
      } else {
        pages[page] = UInt16(known.count)
        known[classes] = UInt16(known.count)
        cells += classes
      }
      if isUniform { uniform[first] = pages[page] }
    }
    self.pages = pages
    self.cells = cells
  }

  /// The class of a code point below 0x110000.
  @inline(__always)
  subscript(_ code: UInt32) -> WordBreakClass {
    let cell = Int(pages[Int(code >> 8)]) << 8 | Int(code & 0xFF)
    // SAFETY: cells hold the lower five bits of the numbers of the table, which are cases: its maker writes no other, and a test
    // looks at all.
    return unsafeBitCast(cells[cell], to: WordBreakClass.self)
  }
}
