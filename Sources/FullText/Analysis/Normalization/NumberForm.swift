/// One spelling for a figure: ASCII digits, no grouping, a dot before decimals.
enum NumberForm {
  /// The figure that digits and separators stand for, `1234.5` for `1,234.5` and `1.234,5`; nil when they are
  /// not one figure but a date, an address, a list.
  ///
  /// One comma before exactly three digits groups thousands, any other single comma or dot marks decimals.
  static func normalized(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var figure: [UInt8] = []
    var groups: [Int] = [0]
    var separators: [UInt8] = []
    var index = 0
    while index < word.count {
      let character = word.character(at: index)
      index += character.length
      if let digit = digit(character.code) {
        figure.append(UInt8(ascii: "0") + digit)
        groups[groups.count - 1] += 1
      } else if let separator = separator(character.code) {
        separators.append(separator)
        groups.append(0)
      }
    }
    guard let first = separators.first, let last = separators.last else { return figure }
    let thousands = groups[0] <= 3 && groups.dropFirst().dropLast().allSatisfy { $0 == 3 }
    let isGrouped = groups[groups.count - 1] == 3 && thousands && figure[0] != UInt8(ascii: "0")
    guard last != UInt8(ascii: ";"), separators.dropLast().allSatisfy({ $0 == first }) else { return nil }
    if first == last && isGrouped && (separators.count > 1 || last != UInt8(ascii: ".")) { return figure }
    guard last != UInt8(ascii: "'"), separators.count == 1 || thousands && first != last else { return nil }
    figure.insert(UInt8(ascii: "."), at: figure.count - groups[groups.count - 1])
    return figure
  }

  /// Whether a code point stands between digits of a figure.
  static func isSeparator(_ code: UInt32) -> Bool { separator(code) != nil && digit(code) == nil }

  /// The value of a decimal digit of any script.
  static func digit(_ code: UInt32) -> UInt8? {
    if code < 0x80 { return code >= 0x30 && code <= 0x39 ? UInt8(code - 0x30) : nil }
    guard let zero = zeros.last(where: { $0 <= code }), code - zero < 10 else { return nil }
    return UInt8(code - zero)
  }

  /// `.`, `,`, `'` or, for whatever else UAX #29 lets stand between digits, `;`.
  private static func separator(_ code: UInt32) -> UInt8? {
    switch code {
    case 0x2E, 0x66B, 0xFF0E, 0xFE52, 0x2024: UInt8(ascii: ".")
    case 0x2C, 0x66C, 0x60C, 0xFF0C, 0xFE50, 0xFE10: UInt8(ascii: ",")
    case 0x27, 0x2018, 0x2019, 0xFF07: UInt8(ascii: "'")
    case 0x3B, 0x37E, 0x589, 0x60D, 0x7F8, 0x2044, 0xFE14, 0xFE54, 0xFF1B, 0x5F: UInt8(ascii: ";")
    default: nil
    }
  }

  /// The zeros of the scripts that have digits of their own, and of those written low, wide or in the letters of mathematics.
  private static let zeros: [UInt32] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20,
    0x1040, 0x17E0, 0x1810, 0x2080, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6,
  ]
}
