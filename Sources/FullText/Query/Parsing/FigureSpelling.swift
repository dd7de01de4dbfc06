/// How else a figure is written: `20 000`, `20,000`, `20.000`, `20'000` and 20000; `100 km` and 100km.
///
/// Documents hold what was written, for digits side by side are as often a telephone number or a list; so queries ask for all of it.
enum FigureSpelling {
  /// The other spellings of a figure or of a figure with its unit; empty for all other texts. Years and other figures of four
  /// digits have others only if they are grouped.
  static func others(of text: String) -> [Query] {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, isDigit(first), bytes.count <= longest else { return [] }
    if let unit = bytes.firstIndex(where: { !isDigit($0) }), unit < 4, units.contains(Array(bytes[unit...])) {
      let figure = String(text.prefix(unit))
      return [.phrase(figure + " " + text.dropFirst(unit), slop: 0, exact: false)]
    }
    guard let figure = grouped(text), figure.whole.count > 3 else { return [] }
    let groups = thousands(figure.whole)
    var others: [Query] = []
    if figure.written != .plain { others.append(.word(figure.whole + figure.decimals)) }
    if figure.written != .blanks {
      others.append(.phrase(groups.joined(separator: " ") + figure.decimals, slop: 0, exact: false))
    }
    if groups.count == 2, figure.decimals.isEmpty, figure.written != .dot {
      others.append(.word(groups.joined(separator: ".")))
    }
    return others
  }

  /// How many of some words from the first on are one figure grouped by blanks, or a figure and its unit; below 2 where they are not.
  static func length(_ words: some Collection<String>) -> Int {
    guard let first = words.first, 1...3 ~= first.utf8.count, first.utf8.allSatisfy(isDigit) else { return 0 }
    if let second = words.dropFirst().first, isUnit(second) { return 2 }
    guard first.utf8.first != zero else { return 0 }
    return 1 + words.dropFirst().prefix { $0.utf8.count == 3 && $0.utf8.allSatisfy(isDigit) }.count
  }

  /// Whether words that may be one figure can hardly be several: nobody counts from 000, and few from one number of three digits to
  /// another.
  static func isSurely(_ words: some Collection<String>) -> Bool {
    words.count > 2 || words.dropFirst().contains { $0.utf8.first == zero }
  }

  /// Whether a word is the unit of what a figure counts.
  static func isUnit(_ word: String) -> Bool { units.contains(Array(word.utf8)) }

  /// How the thousands of a figure are written.
  private enum Grouping { case plain, comma, dot, blanks }

  private static func grouped(_ text: String) -> (whole: String, decimals: String, written: Grouping)? {
    let blanks = text.split(separator: " ").map(String.init)
    if blanks.count > 1 {
      return length(blanks) == blanks.count && !isUnit(blanks[1]) ? (blanks.joined(), "", .blanks) : nil
    }
    if text.utf8.allSatisfy(isDigit) {
      return text.utf8.count > 4 && text.utf8.first != zero ? (text, "", .plain) : nil
    }
    guard let form = Array(text.utf8).withUnsafeBufferPointer({ NumberForm.normalized($0) }),
      form.first != zero
    else { return nil }
    let parts = String(decoding: form, as: UTF8.self).split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 1 { return (String(parts[0]), "", .comma) }
    if parts[0].utf8.count < 4, parts[1].utf8.count == 3, text.utf8.contains(UInt8(ascii: ".")) {
      return (String(parts[0] + parts[1]), "", .dot)
    }
    return (String(parts[0]), "." + parts[1], .comma)
  }

  private static func thousands(_ digits: String) -> [String] {
    let digits = Array(digits)
    let first = (digits.count - 1) % 3 + 1
    return [String(digits[..<first])]
      + stride(from: first, to: digits.count, by: 3).map { String(digits[$0..<($0 + 3)]) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static let zero = UInt8(ascii: "0")
  /// What is longer is a number of something, not a figure.
  private static let longest = 24
  private static let units: Set<[UInt8]> = Set(
    "km kg cm mm ha kw mw gw kwh mwh gwh mph kmh hz khz mhz ghz kb mb gb tb bn mn tn km2 m2 м км кг см мм га м2 км2"
      .split(separator: " ").map { Array($0.utf8) })
}
