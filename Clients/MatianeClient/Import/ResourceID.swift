import Checksums

/// The last part of a resource name, made from what another system calls the thing.
///
/// Names allow 1 to 128 of `A-Z a-z 0-9 . _ ~ : -`, a letter or digit first; other systems allow anything.
package enum ResourceID {
  private static let maxBytes = 128

  /// An id for a category: words of any script in Latin letters, with hyphens between them.
  ///
  /// `science/technology` and `Science & Technology` are the same words, and so the same category; a text that is an
  /// id already stays as it is.
  package static func readable(_ text: String) -> String {
    let text = trimmed(text)
    guard !text.isEmpty, !isValid(text) else { return text }
    let words = latinWords(text)
    // Symbols alone have no words to tell them apart.
    return words.utf8.count <= maxBytes && words != noWords ? words : unique(text)
  }

  /// An id for an article or a story: a text that is an id already stays as it is, and two texts never share one.
  ///
  /// A hash of the text stands behind its words when they had to be changed.
  package static func unique(_ text: String) -> String {
    guard !text.isEmpty, !isValid(text) else { return text }
    let hash = "~" + String(FNV1a.hash64(text.utf8), radix: 36)
    return latinWords(text).prefix(maxBytes - hash.utf8.count) + hash
  }

  /// Whether the service takes it as it is.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, isAlphanumeric(first), text.utf8.count <= maxBytes else {
      return false
    }
    return text.utf8.allSatisfy { isAlphanumeric($0) || ".-_~:".utf8.contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }

  private static func trimmed(_ text: String) -> String {
    let rest = text.drop(while: \.isWhitespace)
    return String(rest[..<(rest.lastIndex { !$0.isWhitespace }.map(rest.index(after:)) ?? rest.startIndex)])
  }

  private static let noWords = "x"

  /// Lower-case words of ASCII letters and digits, joined by hyphens; `x` when there is none.
  private static func latinWords(_ text: String) -> String {
    var words = ""
    var isBetween = false
    for scalar in text.lowercased().unicodeScalars {
      // C++ and C# are not C.
      let symbol = words.isEmpty || isBetween ? nil : symbols[scalar]
      guard let letters = symbol ?? latin(scalar) else {
        isBetween = isBetween || !isJoiner(scalar)
        continue
      }
      if isBetween && !words.isEmpty { words += "-" }
      isBetween = false
      words += letters
    }
    return words.isEmpty ? noWords : words
  }

  /// Apostrophes, the mute Cyrillic signs and marks on letters stand within a word.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    "'’ъь".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The letters for one letter or digit; nil for anything else.
  private static func latin(_ scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII { return isAlphanumeric(UInt8(scalar.value)) ? String(scalar) : nil }
    if let known = romanized[scalar] { return known }
    guard !isJoiner(scalar), scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
      return nil
    }
    // A Latin letter with a mark names the letter: LATIN SMALL LETTER E WITH ACUTE.
    let name = (scalar.properties.name ?? "").split(separator: " ")
    if name.count > 3, name.prefix(3) == ["LATIN", "SMALL", "LETTER"], name[3].utf8.count <= 2 {
      return name[3].lowercased()
    }
    return "u" + String(scalar.value, radix: 16)
  }

  /// What a symbol behind a letter is read as.
  private static let symbols: [Unicode.Scalar: String] = ["+": "plus", "#": "sharp"]

  /// Georgian by the national system of 2002 without its apostrophes, Cyrillic as English newspapers write it.
  private static let romanized = Dictionary(
    uniqueKeysWithValues: [
      (
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h"
      ),
      ("абвгдеёжзийклмнопрстуфхц", "a b v g d e e zh z i y k l m n o p r s t u f kh ts"),
      ("чшщыэюяіїєґ", "ch sh shch y e yu ya i yi ye g"),
      ("ßıœæþðđłøħŋ", "ss i oe ae th d d l o h ng"),
    ].flatMap { zip($0.unicodeScalars, $1.split(separator: " ").map(String.init)) })
}
